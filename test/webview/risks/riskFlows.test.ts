import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { RiskRow } from '../../../src/core/views/riskRegisterView.ts';
import type { PanelSnapshot } from '../../../src/protocol/messages.ts';
import { ok } from '../../../src/core/base/result.ts';
import { restInPage } from '../../support/nextFrames.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { WebviewBench, type WebviewOptions, type WebviewPage } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'risks', parts: {} };

function open(options: Partial<WebviewOptions> = {}): Promise<WebviewPage> {
  return bench.open({ snapshot: panelSnapshot({ tasks: 2, risks: 12 }), state, ...options });
}

/** What the panel let the editor ask for. */
function questions({ requests }: WebviewPage): readonly unknown[] {
  return requests.flatMap(({ name, params }) => (name === 'pick' ? [params] : []));
}

test('the status occurred is asked about in the editor, once, and is no edit of the panel', async () => {
  const panel = await open();
  const { page } = panel;
  await page.locator('[data-id="R-0000"] .cell-status').dblclick();
  await page.getByRole('menuitemradio', { name: 'Occurred' }).click();
  await restInPage(page, 50);
  assert.deepEqual(questions(panel), [{ what: 'occurred', id: 'R-0000' }]);
  assert.deepEqual(panel.intents(), []);
  await panel.close();
});

test('a review is told from the detail', async () => {
  const panel = await open();
  const { page } = panel;
  await page.locator('[data-id="R-0000"] .cell-title').click();
  await page.getByRole('button', { name: 'Reviewed today, next in…' }).click();
  await restInPage(page, 50);
  assert.deepEqual(questions(panel), [{ what: 'reviewed', id: 'R-0000' }]);
  await panel.close();
});

test('cause, event and effect are written inside the sentence, from one to the next by Tab', async () => {
  const panel = await open();
  const { page } = panel;
  await page.locator('[data-id="R-0000"] .cell-title').click();
  const sentence = page.locator('.detail-sentence');
  assert.equal(
    await sentence.textContent(),
    'Because the supplier closes its old data centre, it may happen that the signing service is moved, which would mean: releases stop for days.',
  );
  await page.getByRole('button', { name: /^Cause: the supplier/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('the supplier moves');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Event of R-0000' }).waitFor();
  await page.keyboard.type('keys are lost');
  await page.keyboard.press('Enter');
  await page.locator('.inline-editor').waitFor({ state: 'detached' });
  assert.deepEqual(
    panel.intents().map(({ input }) => input),
    [
      { id: 'R-0000', fields: { cause: 'the supplier moves' } },
      { id: 'R-0000', fields: { event: 'keys are lost' } },
    ],
  );
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-focus'));
  assert.equal(focused, 'event');
  await panel.close();
});

test('risks are gathered, folded with the keyboard, and stay so in the next life', async () => {
  const panel = await open();
  const { page } = panel;
  const lines = page.locator('.register-body .register-row');
  assert.equal(await lines.count(), 9);
  await page.getByRole('button', { name: 'Group' }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'By owner' }).press('Enter');
  const group = page.locator('.group-cell').first();
  assert.match((await group.textContent()) ?? '', /^Ada Lovelace.* risks?/);
  const all = await lines.count();
  await page.locator('.register-body .cell-title').first().click();
  await page.keyboard.press('ArrowUp');
  assert.equal(await group.evaluate(el => el === document.activeElement), true);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await group.getAttribute('aria-expanded'), 'false');
  const folded = await lines.count();
  assert.ok(folded < all);
  await restInPage(page, 300);
  const kept = await panel.readState();
  await panel.close();
  const next = await open({ state: kept });
  assert.equal(await next.page.locator('.register-body .register-row').count(), folded);
  await next.page.locator('.group-cell').first().click();
  assert.equal(await next.page.locator('.register-body .register-row').count(), all);
  await next.close();
});

test('B shows the bow-tie of the selected risk, its tasks lead to the chart, and Escape goes back', async () => {
  const panel = await open();
  const { page } = panel;
  await page.locator('[data-id="R-0000"] .cell-title').click();
  await page.keyboard.press('b');
  const tie = page.getByRole('region', { name: /^Bow-tie of R-0000/ });
  assert.deepEqual(await tie.getByRole('heading', { level: 3 }).allTextContents(), [
    'Causes and drivers',
    'Barriers before it',
    'Risk',
    'When it happens',
    'Effects',
  ]);
  assert.match(
    (await tie.getByRole('list', { name: 'Barriers before it' }).textContent()) ?? '',
    /Mirror the signing keys.*T-0001 · task · doing/,
  );
  await page.keyboard.press('Escape');
  await tie.waitFor({ state: 'detached' }).catch(() => tie.waitFor({ state: 'hidden' }));
  const column = await page.evaluate(() => document.activeElement?.getAttribute('data-column'));
  assert.equal(column, 'title');
  await page.getByRole('button', { name: 'Bow-tie of R-0000 (B)' }).click();
  await tie.getByRole('button', { name: /^Mirror the signing keys/ }).click();
  await page.getByRole('tab', { name: 'Gantt', selected: true }).waitFor();
  await panel.close();
});

test('git is asked for the history when it is opened, and says so where it has none', async () => {
  const past = { id: 'R-0000', riskKind: 'threat', isLive: true, hundredths: undefined } as const;
  const panel = await open({
    handlers: {
      riskHistory: () =>
        ok({
          history: {
            points: [
              { commit: 'a', at: 29_500_000, risks: [{ ...past, score: 12, minutes: 4800 }] },
            ],
          },
        }),
    },
  });
  const { page } = panel;
  assert.equal(
    panel.requests.some(({ name }) => name === 'riskHistory'),
    false,
  );
  await page.locator('.risk-history summary').click();
  const table = page.getByRole('table', { name: 'Exposure over time' });
  await table.locator('tbody tr').nth(1).waitFor();
  assert.equal(await table.locator('tbody tr').count(), 2);
  assert.match((await table.locator('tbody tr').last().textContent()) ?? '', /10 d/);
  await page.locator('[data-id="R-0000"] .cell-title').click();
  const one = page.getByRole('table', { name: 'History of R-0000' });
  await one.waitFor();
  assert.match((await one.locator('tbody tr').last().textContent()) ?? '', /12/);
  await panel.close();
  const none = await open();
  await none.page.locator('.risk-history summary').click();
  await none.page.getByText('Git has no history of the risks here').waitFor();
  await none.close();
});

test('secondary risks are jumped to both ways', async () => {
  const base = panelSnapshot({ tasks: 0, risks: 2 });
  const rows = base.risks.rows.map(row =>
    row.id === 'R-0000'
      ? { ...row, secondary: [{ id: 'R-0001', title: 'Other', state: 'open' }] }
      : { ...row, secondaryOf: [{ id: 'R-0000', title: 'First', state: 'open' }] },
  );
  const panel = await open({ snapshot: { ...base, risks: { ...base.risks, rows } } });
  const { page } = panel;
  await page.locator('[data-id="R-0000"] .cell-title').click();
  await page.getByRole('button', { name: 'R-0001 Other · open' }).click();
  await page.locator('[data-id="R-0001"][aria-selected="true"]').waitFor();
  await page.getByRole('button', { name: 'R-0000 First · open' }).click();
  await page.locator('[data-id="R-0000"][aria-selected="true"]').waitFor();
  await panel.close();
});

test('what somebody else changed meanwhile is written over only when asked twice', async () => {
  const panel = await open();
  const { page } = panel;
  const other = (change: (row: RiskRow) => RiskRow, revision: number): PanelSnapshot => {
    const snapshot = panelSnapshot({ tasks: 2, risks: 12 });
    const rows = snapshot.risks.rows.map(row => (row.id === 'R-0000' ? change(row) : row));
    return { ...snapshot, revision, risks: { ...snapshot.risks, rows } };
  };
  await page.locator('[data-id="R-0000"] .cell-title').dblclick();
  await page.keyboard.type('Mine');
  const theirs = (row: RiskRow): RiskRow => ({ ...row, title: 'Theirs' });
  await panel.show(other(theirs, 2));
  await page.keyboard.press('Enter');
  await page.getByText(/became “Theirs” meanwhile; press Enter to write yours over it/).waitFor();
  assert.deepEqual(panel.intents(), []);
  await page.keyboard.press('Enter');
  await page.locator('.inline-editor').waitFor({ state: 'detached' });
  assert.deepEqual(panel.intents().at(-1)?.input, { id: 'R-0000', fields: { title: 'Mine' } });

  await page.locator('[data-id="R-0000"] .cell-current').click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('35%');
  const rated = (row: RiskRow): RiskRow => {
    const current = { ...row.ratings.current, probabilityText: '80%' };
    return { ...row, title: 'Theirs', ratings: { ...row.ratings, current } };
  };
  await panel.show(other(rated, 3));
  await page.keyboard.press('Enter');
  await page.getByText(/became “80%” meanwhile/).waitFor();
  assert.equal(panel.intents().length, 1);
  await page.keyboard.press('Enter');
  await restInPage(page, 50);
  assert.deepEqual(panel.intents().at(-1)?.input, {
    id: 'R-0000',
    fields: { 'current.probability': '35%' },
  });
  await panel.close();
});

test('a saved view that names what is gone says so above the rows', async () => {
  const snapshot = panelSnapshot({ tasks: 2, risks: 12 });
  const note = 'assignee:bob names nothing of the plan any more';
  const lostFilters = [{ filter: 'open assignee:bob', note }];
  const panel = await open({
    snapshot: { ...snapshot, gantt: { ...snapshot.gantt, lostFilters } },
  });
  const { page } = panel;
  await page.keyboard.press('Tab');
  await page.locator('vscode-text-field').click();
  await page.keyboard.type('assignee:bob');
  const told = page.locator('.toolbar-count');
  assert.equal(await told.textContent(), note);
  assert.equal(await told.getAttribute('title'), note);
  await page.keyboard.type(',ada');
  assert.match((await told.textContent()) ?? '', /^\d+ of 12 risks$/);
  await page.getByRole('tab', { name: 'Gantt' }).click();
  await page.locator('.gantt-input').click();
  await page.keyboard.type('open assignee:bob');
  assert.equal(await page.locator('.gantt-count').textContent(), note);
  await panel.close();
});
