import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { refused } from '../../../src/core/base/result.ts';
import { createProblem } from '../../../src/core/model/problem.ts';
import { defaultColumns, shownColumns } from '../../../webview/risks/columnLayout.ts';
import { restInPage } from '../../support/nextFrames.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { WebviewBench, type WebviewOptions, type WebviewPage } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'risks', parts: {} };

function open(options: Partial<WebviewOptions> = {}): Promise<WebviewPage> {
  return bench.open({ snapshot: panelSnapshot({ tasks: 2, risks: 12 }), state, ...options });
}

const cell = (panel: WebviewPage, column: string): Locator =>
  panel.page.locator(`[data-id="R-0000"] .cell-${column}`);

/** Whether the middle of an element is really what a person sees at its place. */
function isSeen(element: Locator): Promise<boolean> {
  return element.evaluate(el => {
    const { left, right, top, bottom } = el.getBoundingClientRect();
    const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return found !== null && (el.contains(found) || found.contains(el));
  });
}

test('at every width the arrows reach every column, and the title stays in sight', async () => {
  for (const width of [500, 952, 1240]) {
    const panel = await open({ width });
    const { page } = panel;
    await cell(panel, 'title').click();
    await page.keyboard.press('Home');
    const reached: string[] = [];
    for (const { key } of shownColumns(defaultColumns)) {
      const focused = page.locator(':focus');
      reached.push((await focused.getAttribute('data-column')) ?? '');
      assert.equal(await isSeen(focused), true, `${key} at ${width} px`);
      assert.equal(await isSeen(cell(panel, 'title')), true, `title beside ${key}`);
      await page.keyboard.press('ArrowRight');
    }
    assert.deepEqual(
      reached,
      shownColumns(defaultColumns, { widthPx: width, sortedBy: 'current' }).map(({ key }) => key),
    );
    await panel.close();
  }
});

test('in the panel beside a side bar status, owner, ratings, response and what is affected are in sight', async () => {
  const panel = await open({ width: 1240, height: 800 });
  for (const key of ['title', 'inherent', 'residual', 'status', 'owner', 'strategy', 'affects']) {
    assert.equal(await isSeen(cell(panel, key)), true, key);
  }
  await panel.close();
});

test('a field beyond the edge is sorted by and edited in its cell', async () => {
  const panel = await open({ width: 500 });
  const { page } = panel;
  await page.getByRole('columnheader', { name: 'Review' }).click();
  await page.getByRole('columnheader', { name: 'Review' }).click();
  const head = page.getByRole('columnheader', { name: 'Review' });
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  await cell(panel, 'review').dblclick();
  const editor = page.locator('.inline-editor');
  assert.equal(await isSeen(editor), true);
  await page.keyboard.press('Escape');
  await cell(panel, 'category').dblclick();
  assert.equal(await isSeen(editor), true);
  await panel.close();
});

test('columns are chosen and widened with the keyboard, and stay so in the next life', async () => {
  const panel = await open({ width: 1000 });
  const { page } = panel;
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  assert.equal(await chooser.getByRole('checkbox', { name: 'Risk' }).isDisabled(), true);
  await chooser.getByRole('checkbox', { name: 'Owner' }).press('Space');
  await chooser.getByLabel('Width of the column Risk').fill('400');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await chooser.waitFor({ state: 'detached' });
  await restInPage(page, 300);
  const kept = await panel.readState();
  await panel.close();
  const next = await open({ width: 1000, state: kept });
  assert.equal(await cell(next, 'owner').count(), 0);
  assert.equal((await cell(next, 'title').boundingBox())?.width, 400);
  await next.page.getByRole('button', { name: 'Columns' }).click();
  await next.page.getByRole('button', { name: 'As at first' }).click();
  assert.equal(await cell(next, 'owner').count(), 1);
  await next.close();
});

test('a long title takes a second line before it is cut', async () => {
  const base = panelSnapshot({ tasks: 0, risks: 1 });
  const title = 'Dates differ from Microsoft Project in corners';
  const rows = base.risks.rows.map(row => ({ ...row, title }));
  const panel = await open({
    snapshot: { ...base, risks: { ...base.risks, rows } },
    width: 1240,
  });
  const cut = await cell(panel, 'title')
    .locator('.title-text')
    .evaluate(el => el.scrollHeight - el.clientHeight);
  assert.equal(cut, 0);
  const lines = await cell(panel, 'title').locator('.title-text').boundingBox();
  assert.ok((lines?.height ?? 0) > 24);
  await panel.close();
});

test('Tab comes to the table at the fourth stop, and the arrows move in the toolbar', async () => {
  const panel = await open();
  const { page } = panel;
  await page.locator('vscode-dropdown[tabindex="0"]').first().waitFor();
  const stops: string[] = [];
  await page.getByRole('tab', { name: 'Risks' }).focus();
  for (let stop = 0; stop < 3; stop++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const el = document.activeElement;
        return el?.getAttribute('role') ?? el?.localName ?? '';
      }),
    );
  }
  assert.deepEqual(stops, ['vscode-text-field', 'combobox', 'gridcell']);
  await page.keyboard.press('Shift+Tab');
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator(':focus').getAttribute('role'), 'checkbox');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator(':focus').textContent(), 'Columns');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await page.locator(':focus').textContent(), 'Columns');
  await panel.close();
});

test('back from an earlier life the active cell is that of the selected risk', async () => {
  const parts = { risks: { version: 1, selected: 'R-0002' } };
  const panel = await open({ state: { ...state, parts } });
  const active = panel.page.locator('.register-body [tabindex="0"]');
  const row = active.locator('xpath=..');
  assert.equal(await row.getAttribute('data-id'), 'R-0002');
  await panel.close();
});

test('a double click edits the cell under it, the title too, and never opens a file', async () => {
  for (const width of [500, 802, 1240]) {
    const panel = await open({ width });
    const { page } = panel;
    for (const column of ['title', 'review']) {
      await cell(panel, column).dblclick();
      await page.locator('.inline-editor').waitFor();
      await page.keyboard.press('Escape');
    }
    assert.ok(panel.requests.every(request => request.name !== 'open'));
    await panel.close();
  }
});

test('a file is opened once by the id, however often it is clicked', async () => {
  const panel = await open();
  await cell(panel, 'id').dblclick();
  assert.equal(panel.requests.filter(request => request.name === 'open').length, 1);
  await panel.close();
});

test('a refusal from a menu is told at the cell, until the next key', async () => {
  const problem = createProblem('field-value', 'The owner left the team; choose another');
  const panel = await open({ handlers: { run: () => refused(problem) } });
  const { page } = panel;
  const alert = page.getByRole('alert').filter({ hasText: problem.message });
  await cell(panel, 'owner').dblclick();
  await page.getByRole('menuitemradio', { name: 'Grace Hopper' }).click();
  await alert.waitFor();
  const at = await alert.boundingBox();
  const of = await cell(panel, 'owner').boundingBox();
  assert.ok(at && of && Math.abs(at.x - of.x) < 40 && at.y >= of.y && at.y < of.y + 80);
  await page.keyboard.press('ArrowDown');
  await alert.waitFor({ state: 'detached' });
  await cell(panel, 'actions').click();
  await page.getByRole('menuitem', { name: 'Close the risk' }).click();
  await alert.waitFor();
  await panel.close();
});

test('a closed risk is struck through in full contrast, with a mark beside its status', async () => {
  const panel = await open({ theme: 'hc-light' });
  const { page } = panel;
  await page.getByRole('checkbox', { name: /^Closed/ }).click();
  const row = page.locator('.register-body .is-closed').first();
  await row.waitFor();
  const [color, line, ink] = await row.locator('.title-text').evaluate(el => {
    const own = getComputedStyle(el);
    return [own.color, own.textDecorationLine, getComputedStyle(document.body).color];
  });
  assert.equal(line, 'line-through');
  assert.equal(color, ink);
  assert.equal(await row.locator('.cell-status .icon').count(), 1);
  await panel.close();
});

test('in a narrow panel the heat map is seen without scrolling', async () => {
  const panel = await open({ width: 560, height: 760 });
  const map = panel.page.getByRole('grid', { name: 'Heat map: probability by impact' });
  const box = await map.boundingBox();
  assert.ok(box && box.y + box.height <= 760, JSON.stringify(box));
  await panel.close();
});

test('the levels of the heat map are written out, and no cell shows a part of an id', async () => {
  for (const width of [560, 700, 1000, 1600]) {
    const panel = await open({ width, height: 800 });
    const cut = await panel.page
      .locator('.matrix-level, .matrix-button')
      .evaluateAll(elements =>
        elements
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map(({ textContent }) => textContent),
      );
    assert.deepEqual(cut, [], `at ${width} px`);
    await panel.close();
  }
});
