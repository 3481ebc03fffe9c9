import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { openChart } from './chartPage.ts';
import { untilLeft, waitForKeyboard, waitForPicker } from './keyboardPlace.ts';
import { openPlan, type PlanJourney } from './openPlan.ts';

const focusedRow = (panel: Frame): ReturnType<Frame['locator']> =>
  panel.locator('.gantt-row:focus');

/** A chart that has just been opened, and the keyboard in it one row further down. */
async function openInHand(
  t: TestContext,
): Promise<{ readonly journey: PlanJourney; readonly page: Page; readonly panel: Frame }> {
  const journey = await openPlan(t, 'small-team');
  const panel = await openChart(journey, 'T-7KQ3');
  await waitForKeyboard(journey.page, focusedRow(panel));
  await journey.page.keyboard.press('ArrowDown');
  return { journey, page: journey.page, panel };
}

test('the keyboard is in the chart when it opens, and again after each picker', async t => {
  const { journey, page, panel } = await openInHand(t);
  await page.keyboard.press('ArrowDown');
  const at = async (): Promise<number> =>
    Number(await focusedRow(panel).getAttribute('aria-rowindex'));
  const before = await at();
  for (const key of ['a', 'l', 'Insert']) {
    await page.keyboard.press(key);
    await waitForPicker(page);
    await untilLeft(panel);
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await waitForKeyboard(page, focusedRow(panel));
    assert.equal(await at(), before, key);
  }
  await page.keyboard.press('ArrowUp');
  await panel.locator(`.gantt-row:focus[aria-rowindex="${before - 1}"]`).waitFor();

  await journey.runCommand('Gantry: Open Risk Register');
  await waitForKeyboard(page, panel.getByRole('grid', { name: 'Risks' }).locator(':focus'));
  await journey.runCommand('Gantry: Open Gantt Chart');
  await waitForKeyboard(page, focusedRow(panel));
});

test('a task is added at once into the summary of the row in hand, and is in hand then', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await panel.locator('.gantt-row', { hasText: 'T-C5DE' }).click();
  await panel.getByRole('button', { name: 'Add a task (Insert)' }).click();
  await waitForPicker(page, 'Add Task');
  await page.keyboard.type('Count the pages');
  await page.keyboard.press('Enter');
  await waitForPicker(page, 'How much work?');
  await page.keyboard.type('2d');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget input[placeholder^="Who works on it"]').waitFor();
  await waitForPicker(page);
  await untilLeft(panel);
  await page.keyboard.press('Enter');
  const added = panel.locator('.gantt-row[aria-selected="true"]', { hasText: 'Count the pages' });
  await added.waitFor();
  await waitForKeyboard(page, added.and(panel.locator(':focus')));
  const id = await added.locator('.gantt-id').textContent();
  assert.match(journey.readText(`.project/tasks/${id}.yaml`), /^parent: T-C4DE$/m);
});

test('what the panel opens stands beside it, also when the panel came first', async t => {
  const { page, panel } = await openInHand(t);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /\.yaml/ }).waitFor();
  assert.equal(await page.locator('.editor-group-container').count(), 2);
  assert.equal((await panel.locator('.gantt-row:visible').count()) > 0, true);
});
