import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

/** The line of an item in the plan tree; its label ends with the item's id. */
function lineOf(page: Page, id: string): Locator {
  return page
    .locator('.pane', { hasText: 'Plan' })
    .locator(`.monaco-list-row[aria-label$="${id}"]`);
}

/** Walks the tree until an item's line has the focus, from the top anew where the tree changed meanwhile. */
async function walkTo(page: Page, id: string): Promise<void> {
  await lineOf(page, id).waitFor();
  const inHand = lineOf(page, id).and(page.locator('.focused'));
  await until(`The keyboard on ${id}`, async () => {
    await page.keyboard.press('Home');
    for (let step = 0; step < 20; step++) {
      if (await inHand.isVisible()) return true;
      await page.keyboard.press('ArrowDown');
    }
    return false;
  });
}

test('keys pressed in the plan tree are about the line that the keyboard stands on', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  await journey.runCommand('Gantry: Focus on Plan View');
  await page.locator('.monaco-list-row', { hasText: 'Sign in' }).first().click();
  await journey.runCommand('Gantry: Focus on Plan View');

  await walkTo(page, 'T-C4DE');
  await page.keyboard.press('ArrowRight');
  await walkTo(page, 'T-C6DE');
  await page.keyboard.press('Delete');
  await until('The file in the trash', () => changedLines(folder).includes('T-C6DE'));
  assert.ok(!changedLines(folder).includes('T-7KQ3'));
  await page.keyboard.press('Control+Z');
  await until('The file is back', () => changedLines(folder) === '');
  await page.locator('.monaco-list-row.selected', { hasText: 'Search box' }).waitFor();

  // What others name is asked about first, and stays when the question is given up.
  await walkTo(page, 'T-7KQ3');
  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog');
  await question.getByText('Remove T-7KQ3').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  assert.equal(changedLines(folder), '');

  await walkTo(page, 'T-9F2A');
  await page.keyboard.press('F2');
  await page.locator('.quick-input-widget', { hasText: 'Release to friends' }).waitFor();
});
