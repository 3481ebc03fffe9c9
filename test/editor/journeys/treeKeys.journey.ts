import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPlan } from './openPlan.ts';
import { changedLines } from './planChanges.ts';
import { until } from './until.ts';

/** The line of the plan tree that the keyboard stands on; its label ends with the item's id. */
function focusedLine(page: Page): Locator {
  return page.locator('.pane', { hasText: 'Plan' }).locator('.monaco-list-row.focused');
}

/** Presses Down until the line of an item has the focus. */
async function walkTo(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let step = 0; step < 20; step++) {
    const label = (await focusedLine(page).first().getAttribute('aria-label')) ?? '';
    if (label.endsWith(id)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The keyboard did not reach ${id}`);
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
