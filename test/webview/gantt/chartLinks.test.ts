import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { asked, barOf, journey, rowOf } from './support/chartPage.ts';

const said = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.gantt.said.at(-1));

type Spot = readonly [id: string, day: string];

/** Presses the arrow from T-1LEX to T-2PAR, where it runs down between their rows. */
async function chooseLink(page: Page): Promise<void> {
  const { x, y } = await barOf(page, 'T-1LEX', '2026-03-06T16:00');
  await page.mouse.click(x + 9, y + 14);
  await nextFrames(page);
}

/** Drags from one end of a bar to a place on another, and lets go unless told otherwise. */
async function drag(page: Page, from: Spot, to: Spot, isReleased = true): Promise<void> {
  const start = await barOf(page, ...from);
  const target = await barOf(page, ...to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y + 4);
  await page.mouse.move(target.x, target.y, { steps: 4 });
  await nextFrames(page);
  if (isReleased) await page.mouse.up();
}

const relink = (input: object): unknown => [
  'run',
  { command: 'relinkTasks', input: { predecessor: 'T-1LEX', successor: 'T-2PAR', ...input } },
];
const start: Spot = ['T-2PAR', '2026-03-09T08:00'];
const finish: Spot = ['T-1LEX', '2026-03-06T16:00'];

journey('an arrow that is pressed is told, and taken out with Delete', async page => {
  await chooseLink(page);
  assert.equal(
    await said(page),
    'Parser with error recovery starts after the finish of Lexer; drag an end to another bar, Delete removes it',
  );
  await asked(page);
  await page.keyboard.press('Delete');
  const link = { predecessor: 'T-1LEX', successor: 'T-2PAR' };
  assert.deepEqual(await asked(page), [['run', { command: 'unlinkTasks', input: link }]]);
  await chooseLink(page);
  await page.keyboard.press('Escape');
  await rowOf(page, 'T-3AST').locator('.gantt-name').click();
  await chooseLink(page);
  await page.keyboard.press('ArrowDown');
  await asked(page);
  await page.keyboard.press('Delete');
  assert.deepEqual(await asked(page), [['pick', 'remove', 'T-4FUZ']]);
});

journey(
  'either end of an arrow is led to another bar, and the end met decides the type',
  async page => {
    await chooseLink(page);
    await asked(page);
    await drag(page, start, ['T-4FUZ', '2026-03-19T09:00']);
    await chooseLink(page);
    await drag(page, start, ['T-4FUZ', '2026-03-20T14:00']);
    await chooseLink(page);
    await drag(page, finish, ['T-3AST', '2026-03-09T09:00']);
    await chooseLink(page);
    await drag(page, start, ['T-2PAR', '2026-03-18T10:00']);
    await chooseLink(page);
    await drag(page, start, ['T-2PAR', '2026-03-10T10:00']);
    assert.deepEqual(await asked(page), [
      relink({ toSuccessor: 'T-4FUZ', type: 'FS' }),
      relink({ toSuccessor: 'T-4FUZ', type: 'FF' }),
      relink({ toPredecessor: 'T-3AST', type: 'SS' }),
      relink({ type: 'FF' }),
    ]);
  },
);

journey('an arrow that would close a circle is refused while it is led', async page => {
  await chooseLink(page);
  await asked(page);
  await drag(page, finish, ['T-4FUZ', '2026-03-20T14:00']);
  assert.match(
    (await said(page)) ?? '',
    /^This would close a circle: Parser with error recovery → .*Fuzz the parser → Parser with error recovery$/,
  );
  await chooseLink(page);
  await drag(page, finish, ['T-3AST', '2026-03-09T09:00'], false);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal(await said(page), 'The link stays as it was');
  assert.deepEqual(await asked(page), []);
});

journey('a double click on an arrow edits it, and its ends are chosen by name', async page => {
  await asked(page);
  const { x, y } = await barOf(page, 'T-1LEX', '2026-03-06T16:00');
  await page.mouse.dblclick(x + 9, y + 14);
  const popover = page.getByRole('dialog', { name: 'Edit Parser with error recovery' });
  const name = popover.getByLabel('Waits for Lexer: wait for another instead');
  assert.equal(await name.evaluate(field => field === document.activeElement), true);
  await name.fill('Syntax');
  await name.press('Enter');
  const after = popover.getByLabel('Goes before Fuzz the parser: before another instead');
  await after.fill('T-6GUI');
  await after.press('Enter');
  const add = popover.getByLabel('Let another task wait for this one');
  await add.fill('T-3AST');
  await add.press('Enter');
  assert.deepEqual(await asked(page), [
    relink({ toPredecessor: 'T-3AST' }),
    [
      'run',
      {
        command: 'relinkTasks',
        input: { predecessor: 'T-2PAR', successor: 'T-4FUZ', toSuccessor: 'T-6GUI' },
      },
    ],
    ['run', { command: 'linkTasks', input: { predecessor: 'T-2PAR', successor: 'T-3AST' } }],
  ]);
});

journey('the menu of an arrow edits it, takes it out, and goes to its ends', async page => {
  const { x, y } = await barOf(page, 'T-1LEX', '2026-03-06T16:00');
  await asked(page);
  await page.mouse.click(x + 9, y + 14, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Go to Parser with error recovery' }).click();
  await page.mouse.click(x + 9, y + 14, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove the link' }).click();
  const link = { predecessor: 'T-1LEX', successor: 'T-2PAR' };
  assert.deepEqual(await asked(page), [
    ['select', 'T-2PAR'],
    ['run', { command: 'unlinkTasks', input: link }],
  ]);
});

journey('held at an edge a drag scrolls on, and Escape brings the chart back', async page => {
  await page.setViewportSize({ width: 1300, height: 300 });
  await nextFrames(page);
  const xBefore = await page.evaluate(() => window.gantt.xOf(29_500_000));
  const { x, y } = await barOf(page, 'T-3AST', '2026-03-10T08:00');
  const edge = await page.evaluate(
    () => document.querySelector('canvas')?.getBoundingClientRect().right ?? 0,
  );
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(edge - 4, y, { steps: 3 });
  const moved = async (): Promise<number> =>
    xBefore - (await page.evaluate(() => window.gantt.xOf(29_500_000)));
  await page.waitForFunction(from => from - window.gantt.xOf(29_500_000) > 300, xBefore);
  await page.keyboard.press('Escape');
  await nextFrames(page);
  assert.ok(Math.abs(await moved()) < 2);
  await page.mouse.up();
});

journey('of hundreds of links the first are shown, and the others are asked for', async page => {
  await page.evaluate(() => {
    const day = { start: '2026-03-02T08:00', finish: '2026-03-06T16:00', days: 5 };
    const ids = Array.from({ length: 500 }, (_, place) => `T-${1000 + place}`);
    const title = 'x'.repeat(10_000);
    const links = ids.map(from => ({ from, to: 'T-LAST' }));
    const last = { ...day, id: 'T-LAST', title };
    window.gantt.show([[last, ...ids.map(id => ({ ...day, id }))], { links }]);
  });
  await rowOf(page, 'T-LAST').locator('.gantt-name').click();
  await page.keyboard.press('e');
  const popover = page.getByRole('dialog');
  const links = popover.getByRole('group', { name: 'Waits for' }).locator('li');
  assert.equal(await links.count(), 20);
  const box = await popover.boundingBox();
  assert.ok(box && box.height < 600 && box.width < 500);
  assert.ok((await popover.getByRole('heading').innerText()).length < 200);
  await popover.getByRole('button', { name: 'Show 20 more of 480' }).click();
  assert.equal(await links.count(), 40);
  assert.equal(await page.locator('input:focus').getAttribute('data-link'), 'T-1020');
});
