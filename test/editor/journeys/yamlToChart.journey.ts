import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOfRow, openChart, waitForRow } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { changedLines, expectNoChange } from './planChanges.ts';
import { until } from './until.ts';

const file = '.project/tasks/T-C5DE.yaml';

test('the chart follows a date that another program writes, time and again', async t => {
  const journey = await openPlan(t, 'small-team');
  const panel = await openChart(journey, 'T-C5DE');
  await waitForRow(panel, 'T-C5DE', '13 April to 20 April');
  for (const [day, shown] of [
    ['2026-04-15', '15 April to 22 April'],
    ['2026-04-20', '20 April to 27 April'],
    ['2026-04-13', '13 April to 20 April'],
  ] as const) {
    const seen = momentOfRow(panel, 'T-C5DE', shown);
    const writtenAt = Date.now();
    journey.writeText(file, journey.readText(file).replace(/SNET .*/, `SNET ${day}`));
    t.diagnostic(`From the file to the chart: ${(await seen) - writtenAt} ms`);
  }
  await expectNoChange(journey.folder);
});

test('files that come and go outside come and go in the chart', async t => {
  const journey = await openPlan(t, 'small-team');
  const panel = await openChart(journey, 'T-C5DE');
  const added = '.project/tasks/T-N3WT.yaml';
  journey.writeText(added, 'title: From outside\nmilestone: M-8Q2W\nestimate: 2d\n');
  await waitForRow(panel, 'T-N3WT', 'From outside');
  journey.writeText(added, 'title: From outside\nmilestone: M-8Q2W\nestimate: [2d\n');
  await panel.getByRole('button', { name: /\d+ error/ }).waitFor();
  journey.writeText(added, 'title: From outside\nmilestone: M-8Q2W\nestimate: 4d\n');
  await waitForRow(panel, 'T-N3WT', '2 March to 5 March');
});

test('the chart follows what is typed before it is saved, and leaves the file alone', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  await journey.openFile('T-C5DE.yaml');
  const line = page.locator('.view-line', { hasText: 'constraint' });
  await line.click();
  const panel = await openChart(journey, 'T-C5DE');
  await waitForRow(panel, 'T-C5DE', '13 April');
  await line.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  const seen = momentOfRow(panel, 'T-C5DE', '15 April');
  await page.keyboard.press('5');
  const typedAt = Date.now();
  t.diagnostic(`From the key to the chart: ${(await seen) - typedAt} ms`);
  assert.equal(changedLines(journey.folder), '');
  await page.keyboard.press('Control+S');
  await until('The save', () => changedLines(journey.folder) === `1 1 ${file}`);
});
