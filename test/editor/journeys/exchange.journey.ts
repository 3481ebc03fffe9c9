import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

test('a plan goes out to Microsoft Project, comes back, and is as it was', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const picker = page.locator('.quick-input-widget:visible');
  await journey.runCommand('Gantry: Export Plan');
  await picker.getByText('Microsoft Project XML').click();
  const input = picker.locator('input[type=text]');
  const file = await until('A name for the file', async () => {
    const text = await input.inputValue();
    return text.endsWith('.xml') && text;
  });
  await page.keyboard.press('Enter');
  await page.getByText(/^Wrote .*\.xml$/).waitFor();
  const name = file.slice(file.lastIndexOf('/') + 1);
  assert.match(journey.readText(name), /<Project xmlns/);

  await journey.runCommand('Gantry: Import Microsoft Project File');
  await picker.locator('.monaco-list-row', { hasText: name }).click();
  await page.getByText('The plan has all of it already').waitFor();
  assert.equal(changedLines(journey.folder), name);
});
