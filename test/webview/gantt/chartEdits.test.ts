import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { at } from './support/buildView.ts';
import { asked, barOf, journey, rowOf } from './support/chartPage.ts';

/** Clear of the buttons that a row shows under the pointer. */
const titleOf = (page: Page, id: string): ReturnType<Page['locator']> =>
  rowOf(page, id).locator('.gantt-name');

async function selected(page: Page): Promise<readonly string[]> {
  await nextFrames(page);
  return page.locator('.gantt-row[aria-selected="true"] .gantt-id').allInnerTexts();
}

journey('Ctrl and Shift select several rows, by pointer and by keys', async page => {
  await titleOf(page, 'T-2PAR').click();
  await titleOf(page, 'T-4FUZ').click({ modifiers: ['ControlOrMeta'] });
  assert.deepEqual(await selected(page), ['T-2PAR', 'T-4FUZ']);
  await titleOf(page, 'T-2PAR').click({ modifiers: ['ControlOrMeta'] });
  assert.deepEqual(await selected(page), ['T-4FUZ']);
  await titleOf(page, 'T-2PAR').click({ modifiers: ['Shift'] });
  assert.deepEqual(await selected(page), ['T-2PAR', 'T-3AST', 'T-4FUZ']);
  await titleOf(page, 'T-3AST').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  assert.deepEqual(await selected(page), ['T-3AST', 'T-4FUZ']);
  await page.keyboard.press('Escape');
  assert.deepEqual(await selected(page), []);
});

journey('what is done with several rows is one edit', async page => {
  await titleOf(page, 'T-2PAR').click();
  await titleOf(page, 'T-4FUZ').click({ modifiers: ['Shift'] });
  await asked(page);
  await titleOf(page, 'T-3AST').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: '3 selected' });
  assert.equal(await menu.getByRole('menuitem', { name: 'Open the file' }).count(), 0);
  await menu.getByRole('menuitem', { name: 'Mark done' }).click();
  const complete = (id: string): object => ({ command: 'completeItem', input: { id } });
  assert.deepEqual(await asked(page), [
    ['select', 'T-3AST'],
    ['runAll', complete('T-2PAR'), complete('T-3AST'), complete('T-4FUZ')],
  ]);
  await page.keyboard.press('l');
  const link = (predecessor: string, successor: string): object => ({
    command: 'linkTasks',
    input: { predecessor, successor },
  });
  await page.keyboard.press('Shift+L');
  await page.keyboard.press('Delete');
  const unlink = { command: 'unlinkTasks', input: { predecessor: 'T-2PAR', successor: 'T-4FUZ' } };
  assert.deepEqual(await asked(page), [
    ['runAll', link('T-2PAR', 'T-3AST'), link('T-3AST', 'T-4FUZ')],
    ['run', unlink],
    ['pick', 'remove', 'T-3AST', 'T-2PAR', 'T-4FUZ'],
  ]);
});

journey('keys move rows in the outline', async page => {
  await titleOf(page, 'T-3AST').click();
  await asked(page);
  for (const key of ['Alt+ArrowUp', 'Alt+ArrowDown', '>', '<']) await page.keyboard.press(key);
  const move = (rest: object): unknown[] => [
    'run',
    { command: 'moveItem', input: { id: 'T-3AST', ...rest } },
  ];
  assert.deepEqual(await asked(page), [
    move({ before: 'T-2PAR' }),
    move({ after: 'T-4FUZ' }),
    move({ parent: 'T-2PAR' }),
    move({ parent: null, milestone: null }),
  ]);
  await titleOf(page, 'T-1LEX').click();
  await page.keyboard.press('Alt+ArrowUp');
  assert.equal(
    await page.evaluate(() => window.gantt.said.at(-1)),
    'Lexer is the first where it is',
  );
});

journey('F2 changes the title in its place', async page => {
  await titleOf(page, 'T-3AST').click();
  await asked(page);
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Title' });
  assert.equal(await field.inputValue(), 'Syntax tree printer');
  await field.fill('  ');
  await field.press('Enter');
  assert.match(await page.getByRole('alert').innerText(), /at least one word/);
  await field.fill('Tree printer');
  await field.press('Enter');
  const input = { id: 'T-3AST', fields: { title: 'Tree printer' } };
  assert.deepEqual(await asked(page), [['run', { command: 'setFields', input }]]);
  assert.equal(await field.count(), 0);
  await page.keyboard.press('F2');
  await field.press('Escape');
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await selected(page), ['T-4FUZ']);
});

journey(
  'a title that somebody else changed meanwhile is written over only when asked twice',
  async page => {
    await titleOf(page, 'T-3AST').click();
    await asked(page);
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Title' });
    await field.fill('Tree printer');
    await page.evaluate(() => window.gantt.showRetitled('T-3AST', 'Theirs'));
    await field.press('Enter');
    assert.match(
      await page.getByRole('alert').innerText(),
      /became “Theirs” meanwhile; press Enter to write yours over it, or Escape/,
    );
    assert.deepEqual(await asked(page), []);
    await field.press('Enter');
    const input = { id: 'T-3AST', fields: { title: 'Tree printer' } };
    assert.deepEqual(await asked(page), [['run', { command: 'setFields', input }]]);
  },
);

journey('when a row is gone, the keyboard stands on the one in its place', async page => {
  await titleOf(page, 'T-2PAR').click();
  const day = { start: '2026-03-02T08:00', finish: '2026-03-02T16:00', days: 1 };
  await page.evaluate(
    spec =>
      window.gantt.show([
        [
          { id: 'T-1', ...spec },
          { id: 'T-2', ...spec },
          { id: 'T-3', ...spec },
          { id: 'T-4', ...spec },
        ],
      ]),
    day,
  );
  await nextFrames(page);
  assert.equal(await page.locator('.gantt-row[tabindex="0"] .gantt-id').innerText(), 'T-3');
});

journey('a small button on the row that is looked at opens the popover', async page => {
  const button = rowOf(page, 'T-3AST').locator('[data-part="edit"]');
  assert.equal(await button.isVisible(), false);
  await rowOf(page, 'T-3AST').hover();
  await button.click();
  assert.equal(await page.getByRole('dialog', { name: 'Edit Syntax tree printer' }).count(), 1);
});

journey(
  'all that is selected moves together, and what follows by a link is left to it',
  async page => {
    await titleOf(page, 'T-3AST').click();
    await titleOf(page, 'T-2PAR').click({ modifiers: ['ControlOrMeta'] });
    await titleOf(page, 'T-4FUZ').click({ modifiers: ['ControlOrMeta'] });
    await asked(page);
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Alt');
    const move = (id: string, day: string): object => ({
      command: 'rescheduleTask',
      input: { id, start: at(`${day}T08:00`) },
    });
    assert.deepEqual(await asked(page), [
      ['runAll', move('T-2PAR', '2026-03-10'), move('T-3AST', '2026-03-10')],
    ]);
    assert.equal(
      await page.evaluate(() => window.gantt.said.at(-2)),
      'Fuzz the parser, 20 March to 23 March, 2 days, and 2 more',
    );
    const from = await barOf(page, 'T-3AST', '2026-03-10T12:00');
    const to = await barOf(page, 'T-3AST', '2026-03-12T12:00');
    await page.evaluate(() => window.gantt.show());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual(await asked(page), [
      ['select', 'T-3AST'],
      ['runAll', move('T-3AST', '2026-03-11'), move('T-2PAR', '2026-03-11')],
    ]);
    assert.deepEqual(await selected(page), ['T-2PAR', 'T-3AST', 'T-4FUZ']);
    await page.mouse.click(from.x, from.y);
    assert.deepEqual(await selected(page), ['T-3AST']);
  },
);

/** From the ring beside an end of one bar to a point of another. */
async function drawLink(
  page: Page,
  from: [string, string, number],
  to: [string, string],
): Promise<void> {
  const ring = await barOf(page, from[0], from[1]);
  const goal = await barOf(page, to[0], to[1]);
  await page.mouse.move(ring.x + from[2], ring.y);
  await page.mouse.down();
  await page.mouse.move(goal.x, goal.y, { steps: 5 });
}

journey('a link is drawn from an end of a bar to an end of another', async page => {
  const link = (type: string): unknown[] => [
    'run',
    { command: 'linkTasks', input: { predecessor: 'T-3AST', successor: 'T-2PAR', type } },
  ];
  await drawLink(page, ['T-3AST', '2026-03-11T16:00', 14], ['T-2PAR', '2026-03-10']);
  await page.mouse.up();
  assert.deepEqual(await asked(page), [['select', 'T-3AST'], link('FS')]);
  await drawLink(page, ['T-3AST', '2026-03-09T08:00', -14], ['T-2PAR', '2026-03-17']);
  await page.mouse.up();
  assert.deepEqual(await asked(page), [link('SF')]);
  await drawLink(page, ['T-3AST', '2026-03-11T16:00', 14], ['T-2PAR', '2026-03-17']);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
  assert.equal(await page.evaluate(() => window.gantt.said.at(-1)), 'No link was made');
  await drawLink(page, ['T-3AST', '2026-03-11T16:00', 14], ['T-8CYC', '2026-03-17']);
  await page.mouse.up();
  assert.deepEqual(await asked(page), []);
});

journey('the pencil beside a bar opens the popover', async page => {
  const { x, y } = await barOf(page, 'T-4FUZ', '2026-03-19T08:00');
  await page.mouse.click(x - 34, y);
  assert.equal(await page.getByRole('dialog', { name: 'Edit Fuzz the parser' }).count(), 1);
});

journey('the popover lists what a task waits for, and links are changed in it', async page => {
  await titleOf(page, 'T-7REF').click();
  await page.keyboard.press('e');
  await asked(page);
  const links = page.getByRole('group', { name: 'Waits for' });
  const names = links.locator('.gantt-link-name');
  assert.deepEqual(await Promise.all((await names.all()).map(name => name.inputValue())), [
    'Syntax tree printer (T-3AST)',
    'Parser with error recovery (T-2PAR)',
    'Guide for the first hour (T-6GUI)',
  ]);
  const type = links.getByLabel('How it waits for Syntax tree printer');
  assert.equal(await type.inputValue(), 'SS');
  await type.selectOption('FS');
  const lag = links.getByLabel('Time after Parser with error recovery');
  await lag.fill('soon');
  await lag.press('Tab');
  assert.match(await page.getByRole('alert').innerText(), /like \+2d/);
  await lag.fill('2d');
  await lag.press('Tab');
  await links.getByRole('button', { name: 'Do not wait for Parser' }).click();
  const add = links.getByLabel('Wait for another task');
  await add.fill('the');
  await add.press('Enter');
  assert.match(await page.getByRole('alert').innerText(), /could be/);
  await add.fill('lexer');
  await add.press('Enter');
  assert.equal(await add.inputValue(), '');
  const successor = 'T-7REF';
  const run = (command: string, input: object): unknown[] => [
    'run',
    { command, input: { successor, ...input } },
  ];
  assert.deepEqual(await asked(page), [
    run('linkTasks', { predecessor: 'T-3AST', type: 'FS', lag: '' }),
    run('linkTasks', { predecessor: 'T-2PAR', type: 'FF', lag: '+2d' }),
    run('unlinkTasks', { predecessor: 'T-2PAR' }),
    run('linkTasks', { predecessor: 'T-1LEX' }),
  ]);
});

journey('S splits what is selected at a date, with a pause or into two tasks', async page => {
  await titleOf(page, 'T-2PAR').click();
  await titleOf(page, 'T-3AST').click({ modifiers: ['Shift'] });
  await asked(page);
  await page.keyboard.press('s');
  const popover = page.getByRole('dialog', { name: 'Split 2 tasks' });
  await popover.getByLabel('Split on').fill('2026-03-11');
  await popover.getByRole('textbox', { name: 'Pause' }).fill('2d');
  await page.keyboard.press('Enter');
  assert.equal(await popover.count(), 0);
  const split = (id: string): object => ({
    command: 'splitTask',
    input: { id, at: at('2026-03-11'), pauseMinutes: 960 },
  });
  assert.deepEqual(await asked(page), [['runAll', split('T-3AST'), split('T-2PAR')]]);
  const { x, y } = await barOf(page, 'T-7REF', '2026-03-16T13:00');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Split the work at a date…' }).click();
  const own = page.getByRole('dialog', { name: 'Split Reference of the grammar' });
  assert.equal(await own.getByLabel('Split on').inputValue(), '2026-03-16');
  await own.getByLabel('Into').selectOption('Two tasks, one after the other');
  assert.equal(await own.getByRole('textbox', { name: 'Pause' }).isVisible(), false);
  await own.getByRole('button', { name: 'Split' }).click();
  assert.deepEqual((await asked(page)) ?? [], [
    ['select', 'T-7REF'],
    ['run', { command: 'divideTask', input: { id: 'T-7REF', at: at('2026-03-16') } }],
  ]);
  await titleOf(page, 'T-5SUM').click();
  await page.keyboard.press('s');
  assert.equal(
    await page.evaluate(() => window.gantt.said.at(-1)),
    'A summary has no work of its own: split its tasks instead',
  );
});

journey('Shift+S takes the pauses of split work out', async page => {
  await page.evaluate(() =>
    window.gantt.show([
      [
        {
          id: 'T-1',
          title: 'Halves',
          start: '2026-03-02T08:00',
          finish: '2026-03-06T16:00',
          pauses: ['2026-03-03T16:00', '2026-03-05T08:00'],
        },
      ],
    ]),
  );
  await titleOf(page, 'Halves').click();
  await asked(page);
  await page.keyboard.press('Shift+S');
  const input = { id: 'T-1', fields: { split: null } };
  assert.deepEqual(await asked(page), [['run', { command: 'setFields', input }]]);
});

journey('a drag of one of several selected bars is one edit of them all', async page => {
  await titleOf(page, 'T-3AST').click();
  await titleOf(page, 'T-7REF').click({ modifiers: ['ControlOrMeta'] });
  await asked(page);
  const from = await barOf(page, 'T-3AST', '2026-03-10T08:00');
  const to = await barOf(page, 'T-3AST', '2026-03-11T08:00');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await asked(page), [['select', 'T-3AST']]);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  const move = (id: string, start: string): object => ({
    command: 'rescheduleTask',
    input: { id, start: at(start) },
  });
  assert.deepEqual(await asked(page), [
    ['runAll', move('T-3AST', '2026-03-10T08:00'), move('T-7REF', '2026-03-13T08:00')],
  ]);
});

journey('what somebody else changed during a drag is not written over', async page => {
  const from = await barOf(page, 'T-3AST', '2026-03-10T12:00');
  const to = await barOf(page, 'T-3AST', '2026-03-12T12:00');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.evaluate(() => window.gantt.showMoved('T-3AST'));
  await page.mouse.up();
  assert.deepEqual(await asked(page), [['select', 'T-3AST']]);
  const said = await page.evaluate(() => window.gantt.said.at(-1));
  assert.match(said ?? '', /was changed meanwhile, and nothing was moved/);
});

journey('the sheet of keys can be read in a wide panel', async page => {
  await page.keyboard.press('?');
  const sheet = page.locator('.gantt-key-sheet');
  for (const list of await sheet.locator('.gantt-keys').all()) {
    const box = await list.boundingBox();
    assert.ok(box && box.width > 200 && box.height < 1200, JSON.stringify(box));
  }
});

journey('a summary is moved with its tasks, by keys and by its menu', async page => {
  await rowOf(page, 'T-5SUM').locator('.gantt-name').click();
  await asked(page);
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Alt');
  const sent = JSON.stringify(await asked(page));
  assert.ok(sent.includes('T-6GUI') && !sent.includes('T-5SUM'), sent);
  assert.match(
    (await page.evaluate(() => window.gantt.said)).at(-1) ?? '',
    /^Moved: Documentation/,
  );
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move a day later, with its tasks' }).waitFor();
  await page.keyboard.press('Escape');
});
