import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { WebviewBench, type WebviewOptions, type WebviewPage } from '../../support/webviewPage.ts';
import { registerKeys } from '../../../webview/risks/registerKeys.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'risks', parts: {} };

/** With the keyboard on the title of a risk, as Tab and the arrows bring it there. */
async function openAt(id: string, options: Partial<WebviewOptions> = {}): Promise<WebviewPage> {
  const snapshot = panelSnapshot({ tasks: 2, risks: 12 });
  const panel = await bench.open({ snapshot, state, width: 1800, ...options });
  await panel.page.locator(`[data-id="${id}"] .cell-title`).click();
  return panel;
}

async function focusedColumn({ page }: WebviewPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-column'));
}

/** What the panel let the editor ask for. */
function questions({ requests }: WebviewPage): readonly unknown[] {
  return requests.flatMap(({ name, params }) => (name === 'pick' ? [params] : []));
}

test('every key of the register is bound once and explained', () => {
  const chords = registerKeys.flatMap(binding => binding.chords);
  assert.equal(new Set(chords).size, chords.length);
  for (const { chords: own, shown, does } of registerKeys) {
    assert.ok(own.length > 0 && shown !== '' && does !== '');
  }
});

test('? shows the keys of the register from the table that binds them, and Escape goes back', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys of the register' });
  const shown = await sheet.locator('kbd').allTextContents();
  assert.deepEqual(
    shown,
    registerKeys.map(key => key.shown),
  );
  assert.match((await sheet.textContent()) ?? '', /response:reduce/);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  assert.equal(await focusedColumn(panel), 'title');
  await page.getByRole('button', { name: 'Keys of the register (?)' }).click();
  await sheet.waitFor();
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('/ goes to the filter, Enter back to the rows, and Escape empties it first', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  const rows = page.locator('.register-body .register-row');
  const all = await rows.count();
  await page.keyboard.press('/');
  await page.keyboard.type('parser ?');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.keyboard.press('Backspace');
  assert.ok((await rows.count()) < all);
  await page.keyboard.press('Enter');
  assert.equal(await focusedColumn(panel), 'title');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  assert.equal(await rows.count(), all);
  await page.keyboard.press('Escape');
  assert.equal(await focusedColumn(panel), 'title');
  await panel.close();
});

test('a risk is added, closed, reopened and removed by the keys of the chart', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  await page.keyboard.press('Insert');
  await page.keyboard.press(' ');
  await page.keyboard.press('Delete');
  await page.keyboard.press('h');
  await page.locator('.register-row.is-closed .cell-title').first().click();
  const closed = await page
    .locator('.register-row:has(:focus)')
    .evaluate(row => row.getAttribute('data-id'));
  await page.keyboard.press(' ');
  assert.deepEqual(questions(panel), [
    { what: 'addRisk', id: null },
    { what: 'remove', id: 'R-0000' },
  ]);
  assert.deepEqual(panel.intents(), [
    { command: 'completeItem', input: { id: 'R-0000' } },
    { command: 'reopenItem', input: { id: closed } },
  ]);
  await panel.close();
});

test('a review, an occurrence, the history and the details are one key away', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  await page.keyboard.press('r');
  await page.keyboard.press('o');
  assert.deepEqual(questions(panel), [
    { what: 'reviewed', id: 'R-0000' },
    { what: 'occurred', id: 'R-0000' },
  ]);
  await page.keyboard.press('x');
  await page.getByText('Git has no history of the risks here').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await focusedColumn(panel), 'title');
  await page.getByRole('button', { name: 'Heat map and details' }).click();
  await page.locator('[data-id="R-0000"] .cell-title').focus();
  await page.keyboard.press('i');
  const detail = page.getByRole('region', { name: 'Selected risk' });
  assert.ok(await detail.evaluate(el => el.contains(document.activeElement)));
  await page.keyboard.press('Escape');
  assert.equal(await focusedColumn(panel), 'title');
  await panel.close();
});

test('F2 changes what each cell shows, or what it is reckoned from', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  const columns = await page
    .locator('[data-id="R-0000"] .register-cell')
    .evaluateAll(cells => cells.map(cell => cell.getAttribute('data-column') ?? ''));
  for (const column of columns) {
    await page.locator(`[data-id="R-0000"] .cell-${column}`).focus();
    await page.keyboard.press('Home');
    for (let steps = columns.indexOf(column); steps > 0; steps -= 1) {
      await page.keyboard.press('ArrowRight');
    }
    assert.equal(await focusedColumn(panel), column);
    const before = panel.requests.length;
    await page.keyboard.press('F2');
    const opened = page.locator('.inline-editor, [role="menu"], [role="dialog"]');
    const isAsked = panel.requests.slice(before).some(({ name }) => name === 'pick');
    assert.ok((await opened.count()) > 0 || isAsked, column);
    assert.ok(!panel.requests.slice(before).some(({ name }) => name === 'open'), column);
    if ((await opened.count()) > 0) await page.keyboard.press('Escape');
  }
  assert.deepEqual(panel.intents(), []);
  await panel.close();
});

test('what a risk affects is written in its cell, by ids', async () => {
  const panel = await openAt('R-0000');
  const { page } = panel;
  await page.keyboard.press('Home');
  for (let step = 0; step < 20 && (await focusedColumn(panel)) !== 'affects'; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('F2');
  await page.keyboard.type('T-0001,  M-0001');
  await page.keyboard.press('Enter');
  await page.locator('.inline-editor').waitFor({ state: 'detached' });
  assert.deepEqual(panel.intents(), [
    { command: 'setFields', input: { id: 'R-0000', fields: { affects: ['T-0001', 'M-0001'] } } },
  ]);
  await panel.close();
});

test('a risk that cannot be changed here is not closed or removed, and says so', async () => {
  const snapshot = { ...panelSnapshot({ tasks: 2, risks: 12 }), canEdit: false };
  const panel = await openAt('R-0000', { snapshot });
  const { page } = panel;
  for (const key of [' ', 'Delete', 'r', 'o', 'Insert']) await page.keyboard.press(key);
  assert.deepEqual(panel.intents(), []);
  assert.deepEqual(questions(panel), []);
  assert.match(
    await page.locator('.status-text').innerText(),
    /cannot be changed here|not changed/,
  );
  await panel.close();
});
