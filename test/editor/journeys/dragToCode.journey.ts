import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { boxOf } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

/**
 * Takes a thing to a place in the text and holds it there; false where the editor shows no place
 * for it, as happens when the tree is filled under the pointer. Then it is let go of again.
 */
async function holdOver(page: Page, thing: Locator, line: Locator): Promise<boolean> {
  const from = await boxOf(thing);
  const to = await boxOf(line);
  await page.mouse.move(from.x + 80, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + from.height / 2, { steps: 3 });
  // As everywhere in the editor, Shift says that something is dropped into the text.
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 12 });
  await page.mouse.move(to.x + 61, to.y + to.height / 2);
  const isShown = await page
    .locator('.dnd-target')
    .first()
    .waitFor({ state: 'attached', timeout: 5000 })
    .then(
      () => true,
      () => false,
    );
  if (isShown) return true;
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.up('Shift');
  return false;
}

test('a task dragged from the tree onto code is linked there, and the code stays as it was', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const before = journey.readText('src/signIn.ts');
  await journey.openFile('src/signIn.ts');
  // What takes the task comes with what marks the code.
  await page.locator('.glyph-margin-widgets > *').first().waitFor();
  await page.locator('.activitybar').getByRole('tab', { name: 'Gantry' }).click();
  const task = page.locator('.sidebar').getByRole('treeitem', { name: 'Rent the server' });
  const line = page.locator('.view-line', { hasText: 'return { person }' });
  await until('The place to drop', () => holdOver(page, task, line), 40_000);
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
