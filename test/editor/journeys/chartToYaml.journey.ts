import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drag, findBar, openChart, rowOf, waitForRow, zoomIn } from './chartPage.ts';
import { openPlan } from './openPlan.ts';
import { expectNoChange, expectOneLine, undoByKeys } from './planChanges.ts';

const pages = '.project/tasks/T-C5DE.yaml';
const signIn = '.project/tasks/T-7KQ3.yaml';

test('a bar moved and resized by the mouse changes one line, and Ctrl+Z takes it back', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-C5DE').click();
  await zoomIn(panel, 4);
  await waitForRow(panel, 'T-C5DE', '13 April to 20 April');
  const bar = await findBar(page, panel, 'T-C5DE');
  // From Monday 09:00 to the Monday after at 18:00.
  const pxPerDay = ((bar.end - bar.middle) * 2) / 7.375;

  await drag(page, { x: bar.middle, y: bar.y }, pxPerDay * 2);
  await expectOneLine(folder, {
    file: pages,
    removed: 'constraint: SNET 2026-04-13',
    added: 'constraint: SNET 2026-04-15',
  });
  await waitForRow(panel, 'T-C5DE', '15 April to 22 April');
  await undoByKeys(panel, folder);
  await waitForRow(panel, 'T-C5DE', '13 April to 20 April');

  await drag(page, { x: bar.end, y: bar.y }, pxPerDay * 2);
  await expectOneLine(folder, { file: pages, removed: 'estimate: 6d', added: 'estimate: 8d' });
  await waitForRow(panel, 'T-C5DE', '13 April to 22 April');
  await undoByKeys(panel, folder);
  await waitForRow(panel, 'T-C5DE', '13 April to 20 April');
});

test('while a bar is moved, the chart tells what that does to the rest of the plan', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-7KQ3');
  await rowOf(panel, 'T-7KQ3').click();
  await page.keyboard.down('Alt');
  for (let day = 0; day < 16; day++) await page.keyboard.press('ArrowRight');
  await panel.getByText("; moves 3 more; misses Page of one's own").waitFor();
  await page.keyboard.press('ArrowLeft');
  await panel.getByText(/Sign in, .*; moves 3 more$/).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.up('Alt');
  await panel.getByText('Left where it was').waitFor();
  await expectNoChange(folder);
});

test('Escape during a drag and a click on a bar change nothing', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-C5DE').click();
  await zoomIn(panel, 4);
  const bar = await findBar(page, panel, 'T-C5DE');
  await page.mouse.move(bar.middle, bar.y);
  await page.mouse.down();
  await page.mouse.move(bar.middle + 80, bar.y, { steps: 8 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.mouse.click(bar.middle, bar.y);
  // An edit that is real goes after it: had the drag been sent, it would be there by then.
  await rowOf(panel, 'T-7KQ3').getByRole('checkbox', { name: 'Done' }).click();
  await waitForRow(panel, 'T-7KQ3', '100 percent');
  await undoByKeys(panel, folder);
});

test('keys move and resize the row in hand by days, as one edit for all presses', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-C5DE').click();
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Alt');
  await expectOneLine(folder, {
    file: pages,
    removed: 'constraint: SNET 2026-04-13',
    added: 'constraint: SNET 2026-04-16',
  });
  await waitForRow(panel, 'T-C5DE', '16 April to 23 April');
  await undoByKeys(panel, folder);

  await rowOf(panel, 'T-7KQ3').click();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectOneLine(folder, { file: signIn, removed: 'estimate: 5d', added: 'estimate: 6d' });
  await waitForRow(panel, 'T-7KQ3', '2 March to 9 March');
  await undoByKeys(panel, folder);
});

test('a task without a dated line gets one line more, and the popover needs clicks only', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder } = journey;
  const panel = await openChart(journey, 'T-C6DE');
  const row = rowOf(panel, 'T-C6DE');
  await row.click({ button: 'right' });
  await panel.getByRole('menuitem', { name: 'Edit dates, progress and links…' }).click();
  const popover = panel.getByRole('dialog', { name: 'Edit Search box' });
  await popover.getByRole('button', { name: 'One day more' }).click();
  const file = '.project/tasks/T-C6DE.yaml';
  await expectOneLine(folder, { file, added: 'constraint: SNET 2026-04-16' });
  await popover.getByText('16 April').first().waitFor();
  await page.keyboard.press('Escape');
  await popover.waitFor({ state: 'detached' });
  await waitForRow(panel, 'T-C6DE', '16 April to 20 April');
  await undoByKeys(panel, folder);

  await row.click({ button: 'right' });
  await panel.getByRole('menuitem', { name: 'Edit dates, progress and links…' }).click();
  await popover.getByRole('button', { name: 'One day of work more' }).click();
  await expectOneLine(folder, { file, removed: 'estimate: 3d', added: 'estimate: 4d' });
  await page.keyboard.press('Escape');
  await undoByKeys(panel, folder);
});

test("an edit of a file that is open is one step of the editor's own undo", async t => {
  const journey = await openPlan(t, 'small-team');
  const { page, folder, readText } = journey;
  const before = readText(pages);
  await journey.openFile('T-C5DE.yaml');
  const line = page.locator('.view-line', { hasText: 'constraint' });
  await line.waitFor();
  const panel = await openChart(journey, 'T-C5DE');
  await rowOf(panel, 'T-C5DE').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expectOneLine(folder, {
    file: pages,
    removed: 'constraint: SNET 2026-04-13',
    added: 'constraint: SNET 2026-04-14',
  });
  await line.filter({ hasText: '2026-04-14' }).waitFor();
  await line.click();
  await page.keyboard.press('Control+Z');
  await line.filter({ hasText: '2026-04-13' }).waitFor();
  await waitForRow(panel, 'T-C5DE', '13 April');
  await page.keyboard.press('Control+S');
  await expectNoChange(folder);
  assert.equal(readText(pages), before);
});
