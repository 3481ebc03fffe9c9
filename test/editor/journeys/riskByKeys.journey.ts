import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { untilLeft, waitForKeyboard, waitForPicker } from './keyboardPlace.ts';
import { openPlan } from './openPlan.ts';
import { changedLines, expectNoChange, expectOneLine } from './planChanges.ts';
import { until } from './until.ts';

const file = '.project/risks/R-6HWY.yaml';

/** A cell that has the keyboard. */
const focused = (panel: Frame, id: string, column = '') =>
  panel.locator(`[data-id="${id}"] ${column === '' ? '' : `.cell-${column}`}:focus`);

/** Goes along the row to a column by the arrow keys alone. */
async function goTo(page: Page, panel: Frame, column: string): Promise<void> {
  await page.keyboard.press('Home');
  const at = (): Promise<string | null> =>
    panel.locator('.register-cell:focus').getAttribute('data-column');
  while ((await at()) !== column) {
    const before = await at();
    await page.keyboard.press('ArrowRight');
    await until(`A cell behind ${before}`, async () => (await at()) !== before);
  }
}

/** Goes down from the heads to the row of a risk. */
async function goDownTo(page: Page, panel: Frame, id: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  const at = (): Promise<string> =>
    panel
      .locator('.register-cell:focus')
      .evaluate(cell => cell.closest('[data-id]')?.getAttribute('data-id') ?? 'the heads');
  for (let before = await at(); before !== id; before = await at()) {
    await page.keyboard.press('ArrowDown');
    await until(`A row below ${before}`, async () => (await at()) !== before);
  }
}

test('a risk is rated, reviewed, occurs with its contingency, is closed and reopened, by keys alone', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1800, height: 1000 } });
  const { page, folder } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  await waitForKeyboard(page, panel.getByRole('grid', { name: 'Risks' }).locator(':focus'));
  await goDownTo(page, panel, 'R-6HWY');
  const undo = async (): Promise<void> => {
    await waitForKeyboard(page, focused(panel, 'R-6HWY'));
    await page.keyboard.press('Control+z');
    await expectNoChange(folder);
  };

  await goTo(page, panel, 'title');
  await page.keyboard.press('F2');
  await page.keyboard.type('The provider goes');
  await page.keyboard.press('Enter');
  const removed = 'title: Sign-in provider changes its terms';
  await expectOneLine(folder, { file, removed, added: 'title: The provider goes' });
  await undo();

  await goTo(page, panel, 'current');
  await page.keyboard.press('F2');
  await panel.getByRole('dialog', { name: 'Current rating of R-6HWY' }).waitFor();
  await page.keyboard.type('70%');
  await page.keyboard.press('Enter');
  const rated = { file, removed: '  probability: 30%', added: '  probability: 70%' };
  await expectOneLine(folder, rated);
  await page.keyboard.press('Escape');
  await undo();

  await goTo(page, panel, 'affects');
  await page.keyboard.press('F2');
  await page.keyboard.type('T-ZZZZ');
  await page.keyboard.press('Enter');
  await panel.getByRole('alert').filter({ hasText: 'T-ZZZZ' }).waitFor();
  await page.keyboard.press('Escape');
  await waitForKeyboard(page, focused(panel, 'R-6HWY'));
  assert.equal(changedLines(folder), '');

  await page.keyboard.press('r');
  await waitForPicker(page);
  await untilLeft(panel);
  await page.keyboard.press('Enter');
  await until('A later review', () => !journey.readText(file).includes('reviewBy: 2026-03-20'));
  await undo();

  await page.keyboard.press(' ');
  await expectOneLine(folder, { file, removed: 'status: open', added: 'status: closed' });
  await page.keyboard.press('h');
  await panel.locator('[data-id="R-6HWY"].is-closed').waitFor();
  await goDownTo(page, panel, 'R-6HWY');
  await page.keyboard.press(' ');
  await expectNoChange(folder);
  await page.keyboard.press('Control+z');
  await expectOneLine(folder, { file, removed: 'status: open', added: 'status: closed' });
  await page.keyboard.press('Control+z');
  await expectNoChange(folder);

  await page.keyboard.press('x');
  const moments = panel.getByRole('table', { name: 'History of R-6HWY' }).locator('tbody tr');
  await moments.first().waitFor();
  await page.keyboard.press('Escape');
  await waitForKeyboard(page, focused(panel, 'R-6HWY'));
});

test('a risk is added, told whole in the details, occurs and is removed, by keys alone', async t => {
  const journey = await openPlan(t, 'small-team', { size: { width: 1800, height: 1000 } });
  const { page, folder } = journey;
  await journey.runCommand('Gantry: Open Risk Register');
  const panel = await journey.panel();
  await waitForKeyboard(page, panel.getByRole('grid', { name: 'Risks' }).locator(':focus'));
  await page.keyboard.press('Insert');
  await untilLeft(panel);
  for (const words of [
    'Tests take too long',
    'the machine is slow',
    'builds queue',
    'less is tried',
  ]) {
    await waitForPicker(page);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    const input = page.locator('.quick-input-widget input').first();
    await until(`An answer to ${words}`, async () => (await input.inputValue()) === '');
  }
  for (let step = 0; step < 3; step += 1) {
    await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    // Without waiting: the widget may leave the page between two looks at it.
    const asked = async (): Promise<string> =>
      (await page.locator('.quick-input-widget:visible').allInnerTexts()).join();
    const before = await asked();
    await page.keyboard.press('Enter');
    await until('The next question', async () => (await asked()) !== before);
  }
  const row = panel.locator('.register-row[aria-selected="true"]', { hasText: 'Tests take too' });
  await row.waitFor();
  const id = (await row.getAttribute('data-id')) ?? '';
  const added = `.project/risks/${id}.yaml`;
  await waitForKeyboard(page, focused(panel, id));
  assert.match(journey.readText(added), /^event: builds queue$/m);

  await page.keyboard.press('i');
  const contingency = panel.locator('.detail [data-focus="contingency"]');
  for (let step = 0; step < 40; step += 1) {
    if ((await contingency.and(panel.locator(':focus')).count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('Rent a faster machine');
  await page.keyboard.press('Enter');
  await until('A contingency', () => /Rent a faster machine/.test(journey.readText(added)));
  await waitForKeyboard(page, contingency.and(panel.locator(':focus')));
  await page.keyboard.press('Escape');
  await waitForKeyboard(page, focused(panel, id));

  await page.keyboard.press('o');
  await untilLeft(panel);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await waitForPicker(page);
  await page.keyboard.press('Enter');
  await until('It has occurred', () => /^status: occurred$/m.test(journey.readText(added)));
  const tasks = (): readonly string[] => changedLines(folder).match(/^\S*tasks\/T-\S+$/gm) ?? [];
  await until('A task', () => tasks().length === 1);
  await waitForKeyboard(page, panel.getByRole('grid', { name: 'Risks' }).locator(':focus'));
  await page.keyboard.press('Control+z');
  await until('No task', () => tasks().length === 0);
  await panel.locator(`[data-id="${id}"]`, { hasText: 'Open' }).waitFor();

  await goDownTo(page, panel, id);
  await page.keyboard.press('Delete');
  await expectNoChange(folder);
  await waitForKeyboard(page, panel.getByRole('grid', { name: 'Risks' }).locator(':focus'));
  await page.keyboard.press('Control+z');
  await panel.locator(`[data-id="${id}"]`).waitFor();
});
