import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { at } from './support/buildView.ts';
import { asked, barOf, journey, rowOf } from './support/chartPage.ts';

const said = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.gantt.said.at(-1));

/** Draws from one day to another below the last row, and lets go unless told otherwise. */
async function drawBelow(page: Page, from: string, to: string, isReleased = true): Promise<void> {
  const last = await rowOf(page, 'T-9OLD').boundingBox();
  const y = (last?.y ?? 0) + 28 + 14;
  const xOf = (day: string): Promise<number> =>
    page.evaluate(instant => window.gantt.xOf(instant), at(day));
  await page.mouse.move(await xOf(from), y);
  await page.mouse.down();
  await page.mouse.move((await xOf(from)) + 6, y);
  await page.mouse.move(await xOf(to), y, { steps: 3 });
  if (isReleased) await page.mouse.up();
  await nextFrames(page);
}

journey('a task is drawn below the last row, and gets its title where it was drawn', async page => {
  await asked(page);
  await drawBelow(page, '2026-03-16T12:00', '2026-03-18T12:00');
  assert.equal(await said(page), 'New task, 16 March to 18 March, 3 days: type its title');
  const field = page.getByRole('textbox', { name: 'Title of the new task' });
  await field.press('Enter');
  assert.equal(await field.count(), 0);
  await drawBelow(page, '2026-03-18T12:00', '2026-03-16T12:00');
  await field.fill(' ');
  await field.press('Enter');
  assert.match(await page.getByRole('alert').innerText(), /at least one word/);
  await field.fill('Bench the parser');
  await field.press('Enter');
  const fields = { duration: '3d', constraint: 'SNET 2026-03-16' };
  assert.deepEqual(await asked(page), [
    ['run', { command: 'addItem', input: { kind: 'task', title: 'Bench the parser', fields } }],
  ]);
  assert.equal(await field.count(), 0);
  assert.equal(await page.locator('.gantt-row:focus').count(), 1);
});

journey('Escape gives a task up, while it is drawn and while its title is typed', async page => {
  await asked(page);
  await drawBelow(page, '2026-03-16T12:00', '2026-03-18T12:00', false);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal(await said(page), 'No task was made');
  await drawBelow(page, '2026-03-16T12:00', '2026-03-18T12:00');
  await page.keyboard.type('Half a title');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('textbox', { name: 'Title of the new task' }).count(), 0);
  assert.deepEqual(await asked(page), []);
});

journey('with Alt a task is drawn beside any row, in what that row is part of', async page => {
  await asked(page);
  const draw = async (id: string): Promise<void> => {
    const from = await barOf(page, id, '2026-03-23T12:00');
    const to = await barOf(page, id, '2026-03-24T12:00');
    await page.keyboard.down('Alt');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await page.keyboard.type(`Beside ${id}`);
    await page.keyboard.press('Enter');
  };
  for (const id of ['T-3AST', 'T-6GUI', 'T-5SUM', 'M-5REL']) await draw(id);
  const add = (id: string, place: object): unknown => {
    const fields = { ...place, duration: '2d', constraint: 'SNET 2026-03-23' };
    return ['run', { command: 'addItem', input: { kind: 'task', title: `Beside ${id}`, fields } }];
  };
  assert.deepEqual(await asked(page), [
    add('T-3AST', { milestone: 'M-4XK2' }),
    add('T-6GUI', { parent: 'T-5SUM' }),
    add('T-5SUM', { parent: 'T-5SUM' }),
    add('M-5REL', { milestone: 'M-5REL' }),
  ]);
});
