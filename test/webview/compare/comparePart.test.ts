import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok, refused } from '../../../src/core/base/result.ts';
import { createProblem } from '../../../src/core/model/problem.ts';
import type { Reply } from '../../../src/protocol/channel.ts';
import type { ComparisonView } from '../../../src/core/views/comparisonView.ts';
import { changedPlan } from '../../support/comparedVersions.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'compare', parts: {} };
const snapshot = panelSnapshot({ tasks: 3, risks: 2 });

/** With a table that is longer than what is shown at first. */
function longComparison(): ComparisonView {
  const view = changedPlan();
  const rows = Array.from({ length: 40 }, (_, place) => ({
    id: '',
    cells: [`R-${place}`, 'A change of '.repeat(9)],
  }));
  const columns = ['id', 'change'];
  return { ...view, tables: [...view.tables, { title: 'Long', columns, rows, more: 3 }] };
}

test('changes are read at any width, and axe finds nothing wrong in four themes', async () => {
  const handlers = { comparison: () => ok({ comparison: longComparison() }) };
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers, width, height: 900 });
    const { page } = panel;
    await page.getByRole('heading', { level: 2, name: /2 working days later/ }).waitFor();
    const moved = page.getByRole('list', { name: 'What moved' });
    assert.equal(await moved.getByRole('listitem').count(), 6);
    await moved.getByRole('button', { name: '<b>Draw</b>' }).waitFor();
    assert.equal(await page.locator('.compare-page b').count(), 0);
    const reach = await page.evaluate<number>(
      "document.querySelector('.compare').scrollWidth - document.querySelector('.compare').clientWidth",
    );
    assert.ok(reach <= 1, `${reach} pixels too wide at ${width}`);
    assert.deepEqual(await violationsInThemes(panel), []);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});

test('each line opens its item: tasks in the chart, decisions as files', async () => {
  const handlers = { comparison: () => ok({ comparison: changedPlan() }) };
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  const others = page.getByRole('table', { name: 'Other changes' });
  await others.getByRole('button', { name: 'D-AAAA' }).click();
  await page.getByRole('table', { name: 'Lengths' }).getByRole('button').click();
  await page.getByRole('tab', { name: 'Gantt', selected: true }).waitFor();
  const opened = panel.requests.filter(({ name }) => name === 'open');
  assert.deepEqual(
    opened.map(({ params }) => params),
    [{ id: 'D-AAAA', target: 'file', beside: true }],
  );
  await panel.close();
});

test('something else is chosen to compare with, a long table is unfolded, and all of it saved', async () => {
  const handlers = { comparison: () => ok({ comparison: longComparison() }) };
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  const table = page.getByRole('table', { name: 'Long' });
  await page.getByRole('button', { name: 'Show all 40' }).press('Enter');
  await table.getByRole('rowheader', { name: 'R-39' }).waitFor();
  await page.getByText('and 3 more').waitFor();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Markdown, for a comment' }).click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Picture (SVG)' }).click();
  await page.getByRole('button', { name: 'Compare with…' }).click();
  const asked = panel.requests.filter(({ name }) => name === 'save' || name === 'pick');
  assert.deepEqual(
    asked.map(({ params }) => params),
    [
      { view: 'compare', form: 'md' },
      { view: 'compare', form: 'svg' },
      { what: 'compareWith', id: null },
    ],
  );
  await panel.close();
});

test('what changes in the plan, or is committed, is followed; what cannot be compared is said', async () => {
  let answer = (): Reply<'comparison'> =>
    refused(createProblem('command-refused', 'There is no git repository here'));
  const panel = await bench.open({ snapshot, state, handlers: { comparison: () => answer() } });
  const { page } = panel;
  await page.getByText('There is no git repository here').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Save as…' }).isDisabled(), true);
  answer = () => ok({ comparison: changedPlan() });
  await panel.show({ ...snapshot, revision: snapshot.revision + 1 });
  await page.getByRole('heading', { level: 2, name: /2 working days later/ }).waitFor();
  answer = () => ok({ comparison: { ...changedPlan(), sentences: ['All is as before'] } });
  panel.host.send({ event: 'committed' });
  await page.getByRole('heading', { level: 2, name: 'All is as before' }).waitFor();
  await panel.close();
});

test('while it is worked out, the page says so', async () => {
  let give: (() => void) | undefined;
  const waited = new Promise<void>(resolve => (give = resolve));
  const handlers = {
    comparison: async () => {
      await waited;
      return ok({ comparison: changedPlan() });
    },
  };
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  const waiting = page.getByRole('status').filter({ hasText: 'Working out what changed' });
  await waiting.waitFor();
  give?.();
  await page.getByRole('heading', { level: 2, name: /2 working days later/ }).waitFor();
  await waiting.waitFor({ state: 'hidden' });
  await panel.close();
});
