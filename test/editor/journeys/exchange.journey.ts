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

test('the chart goes out as it is shown, with its titles as text or as a picture', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const picker = page.locator('.quick-input-widget:visible');
  const exportAs = async (command: string, extent: string, ending: string): Promise<string> => {
    await journey.runCommand(command);
    await picker.getByText(extent).click();
    const input = picker.locator('input[type=text]');
    const file = await until('A name for the file', async () => {
      const text = await input.inputValue();
      return text.endsWith(ending) && text;
    });
    await page.keyboard.press('Enter');
    const name = file.slice(file.lastIndexOf('/') + 1);
    await page.getByText(`Wrote ${name}`).waitFor();
    return journey.readText(name);
  };
  const svg = await exportAs('Gantry: Export Chart as SVG', 'The whole plan', '.svg');
  assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(svg, />Release to friends</);
  assert.doesNotMatch(svg, /color\(|var\(/);
  const png = await exportAs('Gantry: Export Chart as PNG', 'What is in sight', '.png');
  assert.match(png, /^.PNG\r\n/);
});
