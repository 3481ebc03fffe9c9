import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok, refused } from '../../src/core/base/result.ts';
import { createProblem } from '../../src/core/model/problem.ts';
import { restInPage } from '../support/nextFrames.ts';
import { emptySnapshot, panelSnapshot } from '../support/panelSnapshot.ts';
import { WebviewBench, type WebviewPage } from '../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const snapshot = panelSnapshot({ tasks: 5, risks: 6 });

function names(panel: WebviewPage): readonly string[] {
  return panel.requests.map(request => request.name);
}

test('the panel speaks first, paints what it is given, and breaks no content policy', async () => {
  const panel = await bench.open({ snapshot });
  assert.deepEqual(names(panel).slice(0, 2), ['ready', 'painted']);
  const painted = panel.requests.find(request => request.name === 'painted');
  assert.ok(painted?.name === 'painted' && painted.params.ms > 0);
  await panel.show({ ...snapshot, revision: 2, gantt: { ...snapshot.gantt, name: 'Renamed' } });
  assert.equal(await panel.page.getByRole('heading', { level: 1 }).textContent(), 'Renamed');
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('tabs are chosen with arrows, made when first shown, and remembered for the next life', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  assert.equal(await page.locator('.register').count(), 0);
  await page.getByRole('tab', { name: 'Gantt' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getByRole('tabpanel', { name: 'Risks' }).isVisible(), true);
  assert.equal(await page.getByRole('tabpanel', { name: 'Gantt' }).isVisible(), false);
  await page.getByRole('grid', { name: 'Risks' }).waitFor();
  const state = await panel.readState();
  await panel.close();

  const next = await bench.open({ snapshot, state });
  assert.equal(await next.page.getByRole('tabpanel', { name: 'Risks' }).isVisible(), true);
  assert.equal(JSON.stringify(state).includes('R-0000'), false);
  await next.close();
});

test('in a narrow panel the name gives way before a tab, and the chosen tab is in sight', async () => {
  const long = { ...snapshot.gantt, name: 'A plan with a name that is longer than its place' };
  const state = { version: 1, view: 'compare', parts: {} };
  for (const width of [500, 400, 280]) {
    const panel = await bench.open({ snapshot: { ...snapshot, gantt: long }, state, width });
    const hidden = (): Promise<readonly string[]> =>
      panel.page.evaluate(() =>
        [...document.querySelectorAll('[role="tab"]')].flatMap(tab => {
          const list = tab.parentElement?.getBoundingClientRect();
          const { left, right } = tab.getBoundingClientRect();
          const isSeen =
            list && left >= list.left - 1 && right <= Math.min(list.right, innerWidth) + 1;
          return isSeen ? [] : [tab.textContent];
        }),
      );
    const [last, first] = ['Changes', 'Gantt'];
    if (width > 280) assert.deepEqual(await hidden(), [], `at ${width} px`);
    else assert.equal((await hidden()).includes(last), false);
    await panel.page.getByRole('tab', { name: last }).focus();
    await panel.page.keyboard.press('Home');
    assert.equal((await hidden()).includes(first), false);
    await panel.close();
  }
});

test('a state of another version is forgotten', async () => {
  const state = { version: 99, view: 'risks', parts: { risks: { filter: 7 } } };
  const panel = await bench.open({ snapshot, state });
  assert.equal(await panel.page.getByRole('tabpanel', { name: 'Gantt' }).isVisible(), true);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('the keyboard undoes and redoes, but not inside a text field', async () => {
  const state = { version: 1, view: 'risks', parts: {} };
  const panel = await bench.open({ snapshot, state });
  const { page } = panel;
  await page.getByRole('tab', { name: 'Risks' }).focus();
  for (const keys of ['Control+z', 'Control+Shift+z', 'Control+y', 'Meta+z']) {
    await page.keyboard.press(keys);
  }
  assert.deepEqual(
    names(panel).filter(name => name === 'undo' || name === 'redo'),
    ['undo', 'redo', 'redo', 'undo'],
  );
  await page.getByRole('button', { name: 'Redo' }).click();
  const before = panel.requests.length;
  await page.locator('vscode-text-field').click();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  assert.deepEqual(
    names(panel)
      .slice(before)
      .filter(name => name === 'undo'),
    [],
  );
  await panel.close();
});

test('a refusal is told in the status line, and an edit with the button that takes it back', async () => {
  const problem = createProblem('file-changed', 'The file changed; look at it and try again');
  let isRefusing = true;
  const panel = await bench.open({
    snapshot,
    handlers: {
      undo: () => (isRefusing ? refused(problem) : ok({ title: 'Rename "A"', id: undefined })),
      redo: () => ok({ title: 'Rename "A"', id: undefined }),
    },
  });
  const { page } = panel;
  await page.keyboard.press('Control+z');
  await page.getByRole('status').filter({ hasText: problem.message }).waitFor();
  isRefusing = false;
  await page.keyboard.press('Control+z');
  const said = page.locator('.status-text');
  await said.and(page.getByText('Undone: Rename "A"', { exact: true })).waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await said.and(page.getByText('Done again: Rename "A"', { exact: true })).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isVisible(), true);
  await panel.close();
});

test('a refusal leaves the status line with the next thing that is done', async () => {
  const problem = createProblem('file-changed', 'The file changed; look at it and try again');
  const panel = await bench.open({ snapshot, handlers: { undo: () => refused(problem) } });
  const { page } = panel;
  await page.keyboard.press('Control+z');
  const said = page.locator('.status-text');
  await said.filter({ hasText: problem.message }).waitFor();
  await page.locator('.gantt-row .gantt-name').nth(1).click();
  await said.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
  await panel.close();
});

test('what a move has done is told with the button that takes it back', async () => {
  const panel = await bench.open({
    snapshot,
    handlers: { run: () => ok({ title: 'Move "A"', id: undefined }) },
  });
  const { page } = panel;
  await page.locator('.gantt-row .gantt-name').nth(1).click();
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Alt');
  await page.locator('.status-text', { hasText: /^Moved: / }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isVisible(), true);
  await panel.close();
});

test('the count of problems opens their list', async () => {
  const panel = await bench.open({ snapshot });
  await panel.page.getByRole('button', { name: '1 error, 3 warnings' }).click();
  const picked = panel.requests.find(request => request.name === 'pick');
  assert.deepEqual(picked?.params, { what: 'problems', id: null });
  await panel.show({ ...snapshot, revision: 2, problems: { error: 0, warning: 0, info: 4 } });
  assert.equal(await panel.page.locator('.status-problems').isVisible(), false);
  await panel.close();
});

test('a plan that cannot be written says so and offers no edits', async () => {
  const state = { version: 1, view: 'risks', parts: {} };
  const panel = await bench.open({ snapshot: { ...snapshot, canEdit: false }, state });
  const { page } = panel;
  await page.getByRole('note').filter({ hasText: 'can be read but not changed' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add risk' }).count(), 0);
  await page.locator('.cell-title').nth(1).dblclick();
  assert.equal(await page.locator('.inline-editor').count(), 0);
  assert.deepEqual(panel.intents(), []);
  await panel.close();
});

test('the host reveals an item in the view that it names', async () => {
  const panel = await bench.open({ snapshot });
  panel.host.send({ event: 'reveal', view: 'risks', id: 'R-0003' });
  const row = panel.page.locator('[data-id="R-0003"][aria-selected="true"]');
  await row.waitFor();
  assert.equal(await panel.page.getByRole('tabpanel', { name: 'Risks' }).isVisible(), true);
  await panel.close();
});

/** What the editor does to a panel when a picker of its own opens and closes. */
const loseFocus = (panel: WebviewPage): Promise<void> =>
  panel.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.dispatchEvent(new Event('focus'));
  });

test('the keyboard is in the open view from the first frame on, and comes back to it', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  const activeTitle = (): Promise<string> =>
    page.locator('.gantt-row:focus .gantt-name').innerText();
  assert.equal(await activeTitle(), 'Task 0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await loseFocus(panel);
  await page.locator('.gantt-row:focus').waitFor();
  assert.equal(await activeTitle(), 'Task 2');
  await page.getByRole('button', { name: 'Columns' }).focus();
  await loseFocus(panel);
  await page.getByRole('button', { name: 'Columns' }).and(page.locator(':focus')).waitFor();
  await panel.close();
});

test('the answer to a question of the editor gives the keyboard back to the row', async () => {
  let answer = (): void => undefined;
  const isAnswered = new Promise<void>(resolve => (answer = resolve));
  const handlers = { pick: () => isAnswered.then(() => ok({ done: false })) };
  const panel = await bench.open({ snapshot, handlers });
  const { page } = panel;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  answer();
  await page.locator('.gantt-row:focus', { hasText: 'Task 1' }).waitFor();
  await panel.close();
});

test('a view that is opened with the focus takes the keyboard, another one does not', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  await page.getByRole('button', { name: 'Columns' }).focus();
  panel.host.send({ event: 'reveal', view: 'gantt', id: null });
  await restInPage(page, 50);
  assert.equal(await page.locator('.gantt-row:focus').count(), 0);
  panel.host.send({ event: 'reveal', view: 'risks', id: null, takesFocus: true });
  await page.getByRole('grid', { name: 'Risks' }).locator(':focus').waitFor();
  panel.host.send({ event: 'reveal', view: 'gantt', id: null, takesFocus: true });
  await page.locator('.gantt-row:focus').waitFor();
  await panel.close();
});

test('Ctrl+A selects in text fields alone', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  const selected = (): Promise<string> =>
    page.evaluate(() => document.getSelection()?.toString() ?? '');
  await page.keyboard.press('Control+a');
  assert.equal(await selected(), '');
  const field = page.getByRole('searchbox', { name: 'Filter by words, fields and comparisons' });
  await field.fill('Task');
  await field.press('Control+a');
  await page.keyboard.type('x');
  assert.equal(await field.inputValue(), 'x');
  await panel.close();
});

test('a plan that takes long is waited for in words, until it is there', async () => {
  let arrive = (): void => undefined;
  const isThere = new Promise<void>(resolve => (arrive = resolve));
  const panel = await bench.open({
    snapshot,
    handlers: { ready: () => isThere.then(() => ok(snapshot)) },
    onLoad: async page => {
      await page.getByRole('status').filter({ hasText: 'Reading the plan…' }).waitFor();
      arrive();
    },
  });
  assert.equal(await panel.page.getByText('Reading the plan…').count(), 0);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('a plan folder that is gone is told so, and its plan comes back with it', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  const rows = page.getByRole('treegrid', { name: 'Plan' });
  await panel.show({ ...emptySnapshot(2), canEdit: false, isMissing: true });
  assert.equal(await page.getByRole('heading', { name: 'The plan folder is gone' }).count(), 1);
  assert.equal(await rows.count(), 0);
  assert.equal(await page.getByText('can be read but not changed').isVisible(), false);
  await page.getByRole('button', { name: 'Create a plan' }).click();
  const asked = panel.requests.findLast(request => request.name === 'pick');
  assert.deepEqual(asked?.params, { what: 'createPlan', id: null });
  await panel.show({ ...snapshot, revision: 3 });
  assert.equal(await rows.count(), 1);
  assert.equal(await page.getByText('The plan folder is gone').isVisible(), false);
  await panel.close();
});

test('what one view said is gone in another, and the last edit can still be undone there', async () => {
  const state = { version: 1, view: 'risks', parts: {} };
  const panel = await bench.open({ snapshot, state });
  const { page } = panel;
  const said = page.locator('.status-text');
  await page.getByRole('columnheader', { name: /^Id/ }).click();
  assert.match((await said.textContent()) ?? '', /^Sorted by Id/);
  await page.getByRole('tab', { name: 'Gantt' }).click();
  assert.equal(await said.textContent(), '');
  await page.getByRole('tab', { name: 'Risks' }).click();
  await page.locator('.register-body .cell-title').first().click();
  await page.keyboard.press(' ');
  await page.locator('.status-text', { hasText: 'Ran completeItem' }).waitFor();
  await page.getByRole('tab', { name: 'Gantt' }).click();
  assert.equal(await said.textContent(), 'Ran completeItem');
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isVisible(), true);
  await panel.close();
});
