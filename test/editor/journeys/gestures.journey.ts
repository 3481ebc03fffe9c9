import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { boxOf, openChart, rowOf, waitForRow } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { changedLines, expectOneLine, undoByKeys } from './planChanges.ts';
import { until } from './until.ts';

test('a task drawn below the last row is in the plan, and one undo takes it out', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  const canvas = await boxOf(panel.locator('.gantt-canvas'));
  const y = canvas.y + canvas.height - 40;
  await page.mouse.move(canvas.x + 120, y);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 200, y, { steps: 6 });
  await page.mouse.up();
  const field = panel.getByRole('textbox', { name: 'Title of the new task' });
  await field.fill('Drawn by hand');
  await field.press('Enter');
  await panel.locator('.gantt-row', { hasText: 'Drawn by hand' }).waitFor();
  await undoByKeys(panel, folder);
  await panel.locator('.gantt-row', { hasText: 'Drawn by hand' }).waitFor({ state: 'hidden' });
});

test('work is split at a date by keys, drawn in its parts, and joined by one undo', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-C5DE').click();
  await page.keyboard.press('s');
  await panel.getByLabel('Split on').fill('2026-04-15');
  await page.keyboard.press('Enter');
  await waitForRow(panel, 'T-C5DE', 'in 2 parts');
  await undoByKeys(panel, folder);
  await waitForRow(panel, 'T-C5DE', '13 April to 20 April');
});

test('a link is led to another task by name, as one line and one undo', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C6DE');
  await rowOf(panel, 'T-C6DE').click();
  await page.keyboard.press('e');
  const links = panel.getByRole('group', { name: 'Waits for' });
  const name = links.locator('.gantt-link-name');
  await name.fill('T-7KQ3');
  await name.press('Enter');
  await expectOneLine(folder, {
    file: '.project/tasks/T-C6DE.yaml',
    removed: '  - T-C5DE SS+2d',
    added: '  - T-7KQ3 SS+2d',
  });
  await page.keyboard.press('Escape');
  await undoByKeys(panel, folder);
});

test('a row dragged above another is one line of its file, and one undo puts it back', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C6DE');
  const from = await boxOf(rowOf(panel, 'T-C6DE').locator('.gantt-name'));
  const to = await boxOf(rowOf(panel, 'T-C5DE'));
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + 5, { steps: 6 });
  await panel.locator('.gantt-drop-line:visible').waitFor();
  await page.mouse.up();
  await expectOneLine(folder, { file: '.project/tasks/T-C6DE.yaml', added: 'rank: 10' });
  await undoByKeys(panel, folder);
});

test('a summary moved by keys moves what is held below it, tells how it is held, and one undo gives it back', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await waitForRow(panel, 'T-C5DE', 'starts no earlier than 13 April');
  await rowOf(panel, 'T-C4DE').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expectOneLine(folder, {
    file: '.project/tasks/T-C5DE.yaml',
    removed: 'constraint: SNET 2026-04-13',
    added: 'constraint: SNET 2026-04-14',
  });
  await waitForRow(panel, 'T-C5DE', 'starts no earlier than 14 April');
  await undoByKeys(panel, folder);
});

test('three tasks made longer together are three files, and one undo takes all of them back and says so', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder, readText } = journey;
  const ids = ['T-2MPT', 'T-C5DE', 'T-C6DE'];
  const texts = (): readonly string[] => ids.map(id => readText(`.project/tasks/${id}.yaml`));
  const before = texts();
  const isWhole = (): boolean => texts().every((text, i) => text !== before[i]);
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-2MPT').click();
  for (const id of ids.slice(1)) await rowOf(panel, id).click({ modifiers: ['Control'] });
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await until('All three files are written', isWhole);
  const after = texts();
  const title = 'Change the length of "Search box" and 2 more';
  const said = (text: string): Locator =>
    panel.locator('.status-text').and(panel.getByText(text, { exact: true }));
  await said(title).waitFor();
  assert.equal(changedLines(folder).split('\n').length, 3);
  await undoByKeys(panel, folder);
  assert.deepEqual(texts(), before);
  await said(`Undone: ${title}`).waitFor();
  await panel.getByRole('button', { name: 'Redo' }).click();
  await until('All three files are written again', isWhole);
  assert.deepEqual(texts(), after);
  await said(`Done again: ${title}`).waitFor();
  await undoByKeys(panel, folder);
});
