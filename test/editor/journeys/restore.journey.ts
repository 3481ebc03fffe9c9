import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame, Locator } from 'playwright-core';
import { restInPage } from '../../support/nextFrames.ts';
import { findBar, openChart, rowOf, zoomIn } from './chartPage.ts';
import { openPlan, type PlanJourney } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

function filterOf(panel: Frame): Locator {
  return panel.getByRole('searchbox', { name: 'Filter by words, fields and comparisons' });
}

test('after a reload of the window the chart is back with its zoom, folds, filter and selection', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  let panel = await openChart(journey, 'T-C5DE');
  await zoomIn(panel, 5);
  await panel.locator('.gantt-row', { hasText: 'M-4XK2' }).locator('[data-part=twisty]').click();
  await rowOf(panel, 'T-2MPT').waitFor({ state: 'detached' });
  await filterOf(panel).fill('Index');
  await rowOf(panel, 'T-C6DE').waitFor({ state: 'detached' });
  await rowOf(panel, 'T-C5DE').click();
  const before = await findBar(page, panel, 'T-C5DE');
  panel = await reload(journey);
  await rowOf(panel, 'T-C5DE').waitFor({ timeout: 60_000 });
  await panel.locator('.gantt-row[aria-selected="true"]', { hasText: 'T-C5DE' }).waitFor();
  assert.deepEqual(await findBar(page, panel, 'T-C5DE'), before);
  await until('The filter', async () => (await filterOf(panel).inputValue()) === 'Index');
  await rowOf(panel, 'T-C6DE').waitFor({ state: 'detached' });
  // A filter looks into what is folded, so the folds are seen without it.
  await filterOf(panel).fill('');
  await rowOf(panel, 'T-C6DE').waitFor();
  await rowOf(panel, 'T-2MPT').waitFor({ state: 'detached' });
  assert.equal(changedLines(journey.folder), '');
});

test('after a reload the register is back on its cell of the heat map', async t => {
  const journey = await openPlan(t, 'small-team');
  await journey.runCommand('Gantry: Open Risk Register');
  let panel = await journey.panel();
  const name = /^Probability High, impact Low: no risks/;
  await panel.getByRole('button', { name }).click();
  await panel.locator('.matrix-button[aria-pressed="true"]').waitFor();
  panel = await reload(journey);
  const chosen = panel.locator('.matrix-button[aria-pressed="true"]');
  await chosen.waitFor({ timeout: 60_000 });
  assert.match((await chosen.getAttribute('aria-label')) ?? '', name);
  assert.equal(
    await panel.getByRole('tab', { name: 'Risks' }).getAttribute('aria-selected'),
    'true',
  );
});

/** As the editor's own command does it; answers with the content of the panel that comes back. */
async function reload({ runCommand, panel }: PlanJourney): Promise<Frame> {
  const old = await panel();
  // The panel hands its state over when it has been at rest for a moment.
  await restInPage(old, 500);
  await runCommand('Developer: Reload Window');
  await until('The old page is gone', () => old.isDetached(), 60_000);
  return panel();
}
