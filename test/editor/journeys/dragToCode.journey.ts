import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

test('a task dragged from the tree onto code is linked there, and the code stays as it was', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const before = journey.readText('src/signIn.ts');
  await journey.openFile('src/signIn.ts');
  await page.locator('.activitybar').getByRole('tab', { name: 'Gantry' }).click();
  const task = page.locator('.sidebar').getByRole('treeitem', { name: 'Rent the server' });
  await task.waitFor();
  const from = await task.boundingBox();
  const line = page.locator('.view-line', { hasText: 'return { person }' });
  const to = await line.boundingBox();
  assert.ok(from && to);
  await page.mouse.move(from.x + 80, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + from.height / 2, { steps: 3 });
  // As everywhere in the editor, Shift says that something is dropped into the text.
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
  await page.mouse.move(to.x + 61, to.y + to.height / 2);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const file = '.project/tasks/T-D0NE.yaml';
  const text = await until('The link', () => {
    const now = journey.readText(file);
    return now.includes('path: src/signIn.ts') && now;
  });
  assert.match(text, /line: 7/);
  assert.equal(journey.readText('src/signIn.ts'), before);
  assert.equal(await page.getByRole('tab', { name: /signIn.ts.*unsaved/i }).count(), 0);
});
