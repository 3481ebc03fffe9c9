import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import type { RiskHistoryView } from '../../../src/core/views/riskHistoryView.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { violations, violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'risks', parts: {} };
const past = { id: 'R-0000', riskKind: 'threat', isLive: true, hundredths: undefined } as const;
const pastRisks: RiskHistoryView = {
  points: [
    { commit: 'a'.repeat(40), at: 29_500_000, risks: [{ ...past, score: 12, minutes: 4800 }] },
    { commit: 'b'.repeat(40), at: 29_510_000, risks: [{ ...past, score: 6, minutes: 2400 }] },
  ],
};
test('axe finds nothing wrong with the register in any theme', async () => {
  const panel = await bench.open({ snapshot: panelSnapshot({ tasks: 2, risks: 20 }), state });
  const { page } = panel;
  await page.locator('vscode-text-field').waitFor();
  await page.locator('.register-body .cell-title').nth(1).click();
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.locator('.register-body .cell-current').nth(1).dblclick();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.keyboard.press('Escape');
  await page.locator('.register-body .cell-actions').nth(1).click();
  await page.getByRole('menu').waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('axe finds nothing wrong with groups, bow-tie and history in any theme', async () => {
  const panel = await bench.open({
    snapshot: panelSnapshot({ tasks: 2, risks: 20 }),
    state,
    handlers: { riskHistory: () => ok({ history: pastRisks }) },
  });
  const { page } = panel;
  await page.getByRole('button', { name: 'Group' }).click();
  await page.getByRole('menuitemradio', { name: 'By owner' }).click();
  await page.locator('.group-cell').first().click();
  await page.locator('.risk-history summary').click();
  await page.locator('.risk-history-chart').waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.locator('.register-body .cell-title').first().click();
  await page.keyboard.press('b');
  await page.locator('.bow-tie-card').first().waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('axe finds nothing wrong with the views of the register in any theme', async () => {
  const panel = await bench.open({ snapshot: panelSnapshot({ tasks: 2, risks: 20 }), state });
  const { page } = panel;
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.getByRole('button', { name: 'Keep as view' }).click();
  await page.getByRole('alert').first().waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('at 400 px and at twice the zoom nothing but the table is scrolled sideways', async () => {
  for (const [width, height] of [
    [400, 700],
    [640, 400],
  ] as const) {
    const snapshot = panelSnapshot({ tasks: 2, risks: 20 });
    const panel = await bench.open({ snapshot, state, width, height });
    const { page } = panel;
    await page.locator('.register-body .cell-title').first().click();
    const overflow = await page.evaluate(() =>
      [
        ...document.querySelectorAll('.shell, .register, .register-table, .register-side, .detail'),
      ].map(el => [el.className, el.scrollWidth - el.clientWidth] as const),
    );
    assert.deepEqual(
      overflow.filter(([, px]) => px > 0),
      [],
    );
    assert.deepEqual(await violations(page, { hasSizes: false }), []);
    await panel.close();
  }
});
