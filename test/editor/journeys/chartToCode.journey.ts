import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { findBar, openChart, rowOf } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';

const lineWith = (page: Page, text: string): Locator =>
  page.locator('.view-line', { hasText: text });

/** The one that stands in the tree of a view of the side bar, by its first words. */
const treeItem = (page: Page, title: string): Locator =>
  page.locator('.sidebar').getByRole('treeitem', { name: title });

test('a double click on a bar opens the file of its task, beside the chart', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-7KQ3');
  const bar = await findBar(page, panel, 'T-7KQ3');
  await page.mouse.dblclick(bar.middle, bar.y);
  await lineWith(page, 'The door of the whole product').waitFor();
  await rowOf(panel, 'T-7KQ3').waitFor();
  assert.equal(await page.locator('.editor-group-container').count(), 2);
  assert.equal(changedLines(journey.folder), '');
});

test('from a row to the code it is linked to, at the place of the symbol', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-7KQ3');
  await rowOf(panel, 'T-7KQ3').getByRole('button', { name: 'Open the linked code' }).click();
  await lineWith(page, 'the provider stays behind this one function').waitFor();
  await page.getByRole('tab', { name: /^signIn\.ts/ }).waitFor();
  assert.equal(await page.locator('.editor-group-container').count(), 2);
});

test('from a risk of the register to its code and its task, and from the tree back', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  const risk = panel.locator('[data-id="R-6HWY"]');
  await risk.locator('.cell-title').click();
  const detail = panel.getByRole('region', { name: 'Selected risk' });
  await detail.getByRole('button', { name: 'src/signIn.ts' }).click();
  await lineWith(page, 'the provider stays behind this one function').waitFor();
  await page.getByRole('tab', { name: /^signIn\.ts/, selected: true }).waitFor();
  await page.keyboard.press('Control+W');

  await page.locator('.activitybar').getByRole('tab', { name: 'Gantry' }).click();
  await treeItem(page, 'Friends bring friends').waitFor();
  await treeItem(page, 'Friends bring friends').click();
  await panel.locator('[data-id="R-3VBN"][aria-selected="true"]').waitFor();
  await lineWith(page, 'more people come than invited').waitFor();

  await risk.locator('.cell-title').click();
  await page
    .locator('.sidebar [role=treeitem][aria-selected="true"]', { hasText: 'Sign-in' })
    .waitFor();
});

test('what is selected in the chart is selected in the tree, and the other way round', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-7KQ3');
  await page.locator('.activitybar').getByRole('tab', { name: 'Gantry' }).click();
  await treeItem(page, 'Rent the server').waitFor();
  await rowOf(panel, 'T-2MPT').click();
  await page
    .locator('.sidebar [role=treeitem][aria-selected="true"]', { hasText: 'Page of' })
    .waitFor();
  await treeItem(page, 'Rent the server').click();
  await panel.locator('.gantt-row[aria-selected="true"]', { hasText: 'T-D0NE' }).waitFor();
});
