import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames, restInPage } from '../../support/nextFrames.ts';
import { asked, journey, rowOf } from './support/chartPage.ts';

const said = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.gantt.said.at(-1));

const line = (page: Page): ReturnType<Page['locator']> =>
  page.locator('.gantt-drop-line').filter({ visible: true });

const hint = (page: Page): ReturnType<Page['locator']> => page.locator('.gantt-drop-hint');

/** Where the title of a row stands in the window. */
async function titleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const row = rowOf(page, id).filter({ visible: true });
  const box = await row.locator('.gantt-name').boundingBox();
  assert.ok(box);
  return { x: box.x + 12, y: box.y + box.height / 2 };
}

/** Takes a row by its title over the upper or lower part of another, and holds it there. */
async function carry(
  page: Page,
  id: string,
  to: { readonly over: string; readonly part: 'upper' | 'lower'; readonly levels?: number },
): Promise<void> {
  const from = await titleOf(page, id);
  const target = await titleOf(page, to.over);
  const y = target.y + (to.part === 'upper' ? -9 : 9);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 6);
  await page.mouse.move(from.x + (to.levels ?? 0) * 16, y, { steps: 4 });
  await nextFrames(page);
}

const move = (input: object): unknown => ['run', { command: 'moveItem', input }];

journey('a row dragged between two others lands there, and a line shows where', async page => {
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  assert.equal(await line(page).count(), 1);
  assert.equal(await hint(page).innerText(), 'after Lexer');
  assert.equal(await page.locator('.gantt-row.is-carried').count(), 1);
  assert.deepEqual(await asked(page), []);
  await page.mouse.up();
  assert.deepEqual(await asked(page), [move({ id: 'T-4FUZ', after: 'T-1LEX' })]);
  assert.equal(await line(page).count(), 0);
  assert.equal(await page.locator('.gantt-row.is-carried').count(), 0);
});

journey('to the side a row becomes part of the one above, or leaves what it is in', async page => {
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-4FUZ', part: 'upper', levels: 1 });
  assert.equal(await hint(page).innerText(), 'in Syntax tree printer');
  await page.mouse.up();
  await carry(page, 'T-7REF', { over: 'M-5REL', part: 'upper', levels: -1 });
  assert.equal(await hint(page).innerText(), 'after Documentation, in no milestone');
  await page.mouse.up();
  assert.deepEqual(await asked(page), [
    move({ id: 'T-4FUZ', parent: 'T-3AST' }),
    move({ id: 'T-7REF', after: 'T-5SUM' }),
  ]);
});

journey('all selected rows go together as one edit', async page => {
  await rowOf(page, 'T-1LEX').locator('.gantt-name').click();
  await rowOf(page, 'T-3AST')
    .locator('.gantt-name')
    .click({ modifiers: ['Control'] });
  await asked(page);
  await carry(page, 'T-3AST', { over: 'T-6GUI', part: 'lower' });
  assert.equal(
    await hint(page).innerText(),
    '2 rows: after Guide for the first hour, in Documentation',
  );
  await page.mouse.up();
  assert.deepEqual(await asked(page), [
    [
      'runAll',
      { command: 'moveItem', input: { id: 'T-1LEX', after: 'T-6GUI' } },
      { command: 'moveItem', input: { id: 'T-3AST', after: 'T-1LEX' } },
    ],
  ]);
  assert.equal(await page.locator('.gantt-row[aria-selected=true]').count(), 2);
});

journey('Escape gives rows back, and a press without a drag selects as before', async page => {
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  await page.keyboard.press('Escape');
  await nextFrames(page);
  assert.equal(await line(page).count(), 0);
  await page.mouse.up();
  assert.equal(await said(page), 'Left where it was');
  assert.deepEqual(await asked(page), []);
  await rowOf(page, 'T-4FUZ').locator('.gantt-name').click();
  assert.deepEqual(await asked(page), [['select', 'T-4FUZ']]);
  await rowOf(page, 'T-2PAR').locator('.gantt-name').dblclick();
  assert.deepEqual(((await asked(page)) as unknown[]).at(-1), [
    'open',
    { id: 'T-2PAR', target: 'file', beside: false },
  ]);
});

journey('what cannot be is refused while dragging, in words and aloud', async page => {
  await asked(page);
  await carry(page, 'T-5SUM', { over: 'T-6GUI', part: 'upper' });
  assert.equal(await hint(page).innerText(), 'Documentation cannot become part of itself');
  assert.equal(await said(page), 'Documentation cannot become part of itself');
  assert.equal(await line(page).count(), 0);
  await page.mouse.up();
  await carry(page, 'T-2PAR', { over: 'T-4FUZ', part: 'lower', levels: 1 });
  assert.equal(
    await said(page),
    'Fuzz the parser waits for Parser with error recovery, which cannot become part of it',
  );
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
  await page.getByRole('columnheader', { name: 'Finish' }).click();
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  assert.equal(
    await hint(page).innerText(),
    "Rows are sorted by Finish: go back to the plan's own order to move them",
  );
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
});

journey('among rows that a filter leaves nothing is moved', async page => {
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('/');
  await page.keyboard.type('parser');
  await rowOf(page, 'T-1LEX').filter({ visible: true }).waitFor({ state: 'hidden' });
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  assert.match((await said(page)) ?? '', /^Rows are filtered/);
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
});

journey('rows in hand find their place in a plan that arrives meanwhile', async page => {
  await asked(page);
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  await page.evaluate(() =>
    window.gantt.show([
      [
        { id: 'T-1LEX', title: 'Lexer' },
        { id: 'T-2PAR', title: 'Parser' },
        { id: 'T-4FUZ', title: 'Fuzz' },
      ],
    ]),
  );
  await nextFrames(page);
  await page.mouse.up();
  assert.deepEqual(await asked(page), [move({ id: 'T-4FUZ', parent: 'T-2PAR' })]);
  await carry(page, 'T-4FUZ', { over: 'T-1LEX', part: 'upper' });
  await page.evaluate(() => window.gantt.show([[{ id: 'T-1LEX', title: 'Lexer' }]]));
  await nextFrames(page);
  assert.equal(await said(page), 'The item is no longer in the plan');
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
});

journey('rows held at the edge scroll on, and Escape scrolls back', async page => {
  await page.evaluate(() => {
    const rows = Array.from({ length: 200 }, (_, row) => ({ id: `T-${row}`, title: `Row ${row}` }));
    window.gantt.show([rows]);
  });
  const pane = await page.locator('.gantt-rows').boundingBox();
  const from = await page.locator('.gantt-row', { hasText: 'Row 3' }).first().boundingBox();
  assert.ok(pane && from);
  await page.mouse.move(from.x + 120, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + 30);
  await page.mouse.move(from.x + 120, pane.y + pane.height - 4, { steps: 5 });
  const scrolled = (): Promise<number> =>
    page.evaluate(() => document.querySelector('.gantt-scroller')?.scrollTop ?? 0);
  for (let tries = 0; tries < 60 && (await scrolled()) < 200; tries += 1) await nextFrames(page);
  assert.ok((await scrolled()) >= 200);
  assert.equal(await line(page).count(), 1);
  await page.keyboard.press('Escape');
  await nextFrames(page);
  assert.equal(await scrolled(), 0);
  await page.mouse.up();
});

journey('a finger that rests on a row takes it; one that does not scrolls', async page => {
  await asked(page);
  const client = await page.context().newCDPSession(page);
  const from = await titleOf(page, 'T-4FUZ');
  const to = await titleOf(page, 'T-2PAR');
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: from.x, y }],
    });
  // Without waiting between: a finger that is slow to move has rested.
  await Promise.all([
    touch('touchStart', from.y),
    touch('touchMove', from.y - 20),
    touch('touchMove', to.y - 9),
  ]);
  await nextFrames(page);
  assert.equal(await line(page).count(), 0);
  await touch('touchEnd');
  await touch('touchStart', from.y);
  await restInPage(page, 420);
  await touch('touchMove', from.y - 20);
  await touch('touchMove', to.y - 9);
  await nextFrames(page);
  assert.equal(await line(page).count(), 1);
  await touch('touchEnd');
  assert.deepEqual(await asked(page), [move({ id: 'T-4FUZ', after: 'T-1LEX' })]);
});

journey('the line and its words put up no barriers', async page => {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  await carry(page, 'T-4FUZ', { over: 'T-2PAR', part: 'upper' });
  assert.equal(await line(page).count(), 1);
  assert.deepEqual(await page.evaluate(() => window.gantt.findBarriers()), []);
});
