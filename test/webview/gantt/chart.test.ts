import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { at, type RowSpec } from './support/buildView.ts';
import { asked, barOf, journey, rowOf } from './support/chartPage.ts';

/** Rows follow with the next frame, so a little patience is part of the question. */
async function checkRows(page: Page, count: number): Promise<void> {
  const rows = page.locator('.gantt-row:visible');
  for (let tries = 0; tries < 200 && (await rows.count()) !== count; tries += 1) {
    await nextFrames(page);
  }
  assert.equal(await rows.count(), count);
}

journey('a click selects once, and the answer of the host is not said back', async page => {
  await rowOf(page, 'T-2PAR').locator('.gantt-name').click();
  assert.deepEqual(await asked(page), [['select', 'T-2PAR']]);
  await page.evaluate(() => window.gantt.reveal('T-4FUZ'));
  assert.deepEqual(await asked(page), []);
  assert.equal(await rowOf(page, 'T-4FUZ').getAttribute('aria-selected'), 'true');
});

journey('the grid is one tab stop, and arrows go through rows and folds', async page => {
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('.gantt-row:focus').getAttribute('aria-rowindex'), '4');
  assert.equal(await page.locator('.gantt-row[tabindex="0"]').count(), 1);
  await page.keyboard.press('ArrowLeft');
  await page.locator('.gantt-row:focus[aria-expanded="true"]').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.gantt-row:focus[aria-expanded="false"]').waitFor();
  await checkRows(page, 7);
  await page.keyboard.press('ArrowRight');
  await checkRows(page, 11);
});

journey('keys move a task with its new dates spoken, and send one intent', async page => {
  await rowOf(page, 'T-4FUZ').locator('.gantt-name').click();
  await asked(page);
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await page.evaluate(() => window.gantt.said), [
    'Fuzz the parser, 20 March to 23 March, 2 days',
    'Fuzz the parser, 23 March to 24 March, 2 days',
  ]);
  await page.keyboard.up('Alt');
  const input = { id: 'T-4FUZ', start: at('2026-03-23T08:00') };
  assert.deepEqual(await asked(page), [['run', { command: 'rescheduleTask', input }]]);
});

journey('Escape gives a move by keys up', async page => {
  await rowOf(page, 'T-4FUZ').locator('.gantt-name').click();
  await asked(page);
  await page.keyboard.down('Alt');
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Alt').catch(() => undefined);
  const sent = await asked(page);
  const input = { id: 'T-4FUZ', durationMinutes: 3 * 480 };
  assert.deepEqual(sent, [['run', { command: 'rescheduleTask', input }]]);
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowLeft');
  await page.evaluate(() => window.gantt.press('Escape'));
  await page.keyboard.up('Alt');
  assert.deepEqual(await asked(page), []);
});

journey('a drag moves by days of work, and Escape puts it back', async page => {
  const from = await barOf(page, 'T-3AST', '2026-03-10T12:00');
  const to = await barOf(page, 'T-3AST', '2026-03-12T12:00');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await asked(page), [['select', 'T-3AST']]);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const input = { id: 'T-3AST', start: at('2026-03-11T08:00') };
  assert.deepEqual(await asked(page), [['run', { command: 'rescheduleTask', input }]]);
});

journey('a drag of the end resizes, also when a new snapshot comes in between', async page => {
  const from = await barOf(page, 'T-3AST', '2026-03-11T15:50');
  const to = await barOf(page, 'T-3AST', '2026-03-13T15:50');
  await page.mouse.move(from.x - 2, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.evaluate(() => window.gantt.show());
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.up();
  const input = { id: 'T-3AST', durationMinutes: 5 * 480 };
  assert.deepEqual(await asked(page), [
    ['select', 'T-3AST'],
    ['run', { command: 'rescheduleTask', input }],
  ]);
});

journey('what is done cannot be dragged, and says so', async page => {
  const from = await barOf(page, 'T-1LEX', '2026-03-04');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await asked(page), [['select', 'T-1LEX']]);
  const said = await page.evaluate(() => window.gantt.said.at(-1));
  assert.equal(said, 'This item is done: reopen it before moving it');
});

journey('everything can be edited by clicks alone', async page => {
  await rowOf(page, 'T-2PAR').locator('.gantt-name').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit dates' }).click();
  await asked(page);
  const popover = page.getByRole('dialog');
  await popover.getByRole('button', { name: 'One day more' }).click();
  await popover.getByRole('button', { name: 'One day of work less' }).click();
  await popover.getByLabel('Progress').fill('55');
  await popover.getByLabel('Progress').press('Tab');
  await popover.getByLabel('Status').selectOption('review');
  await page.evaluate(() => window.gantt.show());
  assert.ok(await popover.isVisible(), 'a new snapshot leaves the popover open');
  await popover.getByLabel('Duration').fill('soon');
  await popover.getByLabel('Duration').press('Tab');
  assert.match((await popover.getByRole('alert').textContent()) ?? '', /like 3d/);
  const id = 'T-2PAR';
  assert.deepEqual(await asked(page), [
    ['run', { command: 'rescheduleTask', input: { id, start: at('2026-03-10T08:00') } }],
    ['run', { command: 'rescheduleTask', input: { id, durationMinutes: 7 * 480 } }],
    ['run', { command: 'setProgress', input: { id, percent: 55 } }],
    ['run', { command: 'setStatus', input: { id, status: 'review' } }],
  ]);
  await page.keyboard.press('Escape');
  assert.equal(await popover.count(), 0);
});

journey('keys and clicks open, finish and reopen', async page => {
  await rowOf(page, 'T-2PAR').locator('.gantt-name').dblclick();
  await page.keyboard.press('c');
  await page.keyboard.press(' ');
  await rowOf(page, 'T-1LEX').locator('[data-part="check"]').click();
  await rowOf(page, 'T-1LEX').locator('[data-part="code"]').click();
  assert.deepEqual(await asked(page), [
    ['select', 'T-2PAR'],
    ['open', { id: 'T-2PAR', target: 'file', beside: false }],
    ['open', { id: 'T-2PAR', target: 'code', beside: true }],
    ['run', { command: 'completeItem', input: { id: 'T-2PAR' } }],
    ['select', 'T-1LEX'],
    ['run', { command: 'reopenItem', input: { id: 'T-1LEX' } }],
    ['open', { id: 'T-1LEX', target: 'code', beside: true }],
  ]);
});

journey('details say why a row stands there, and W asks for more', async page => {
  await rowOf(page, 'T-4FUZ').click();
  await asked(page);
  await page.keyboard.press('i');
  await page.locator('.gantt-tooltip dd', { hasText: 'Cannot start until T-2PAR' }).waitFor();
  await page.locator('.gantt-tooltip dd', { hasText: 'W lists all of it' }).waitFor();
  await page.keyboard.press('w');
  assert.deepEqual(await asked(page), [['pick', 'why', 'T-4FUZ']]);
});

journey('the filter keeps ancestors, counts and goes through the matches', async page => {
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('/');
  await page.keyboard.type('grace');
  await nextFrames(page);
  await checkRows(page, 3);
  assert.equal(await page.locator('.gantt-count').textContent(), '2 matches');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await nextFrames(page);
  assert.equal(await page.locator('.gantt-count').textContent(), '2 of 2');
  assert.equal(
    await page
      .locator('[aria-selected="true"]')
      .innerText()
      .then(t => t.includes('T-7REF')),
    true,
  );
  await page.evaluate(() => window.gantt.reveal('M-5REL'));
  await nextFrames(page);
  assert.equal(await page.locator('input[type="search"]').inputValue(), '');
});

journey('scroll, zoom, folds and filter come back after a restart', async page => {
  await rowOf(page, 'T-5SUM').locator('[data-part="twisty"]').click();
  await page.keyboard.press('+');
  await checkRows(page, 9);
  await nextFrames(page);
  const before = await page.evaluate(() => window.gantt.xOf(29_560_000));
  await page.evaluate(() => window.gantt.restart());
  await nextFrames(page);
  const behind = await page.evaluate(() => window.gantt.xOf(29_560_000));
  assert.ok(Math.abs(before - behind) < 2, `${before} and ${behind}`);
  await checkRows(page, 9);
});

journey('an empty plan invites to add a task, and a bare filter to clear it', async page => {
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await checkRows(page, 11);
  await page.evaluate(() => window.gantt.show([[], {}]));
  await page.getByRole('button', { name: 'Add a task', exact: true }).click();
  assert.deepEqual(await asked(page), [['pick', 'add', null]]);
});

journey('the first look has bars in it, also when today is elsewhere', async page => {
  const longAgo: RowSpec[] = [];
  for (let week = 0; week < 60; week += 1) {
    const start = new Date(Date.UTC(2024, 0, 1 + week * 14)).toISOString().slice(0, 10);
    longAgo.push({ id: `T-${week}`, start: `${start}T08:00`, finish: `${start}T16:00`, days: 1 });
  }
  await page.evaluate(() => window.gantt.beginAnew());
  await page.evaluate(rows => window.gantt.show([rows, { today: '2026-03-10' }]), longAgo);
  // Where the look went is remembered with the frame that shows it.
  await nextFrames(page);
  const x = await page.evaluate(first => window.gantt.xOf(first), at('2024-01-01T08:00'));
  const canvas = await page.locator('.gantt-canvas').boundingBox();
  assert.ok(canvas && x > canvas.x && x < canvas.x + canvas.width, String(x));
});

journey('a long plan begins with what is open: what is finished comes folded', async page => {
  const rows: RowSpec[] = [{ id: 'M-OLD', kind: 'group', status: 'done' }];
  const add = (parent: string, status: 'done' | 'doing'): void => {
    const dates = { start: '2026-03-09T08:00', finish: '2026-03-09T16:00', days: 1 };
    for (let at = 0; at < 40; at += 1)
      rows.push({ id: `${parent}-${at}`, parent, status, ...dates });
  };
  add('M-OLD', 'done');
  rows.push({ id: 'M-NEW', kind: 'group', status: 'todo' });
  add('M-NEW', 'doing');
  await page.evaluate(() => window.gantt.beginAnew());
  await page.evaluate(plan => window.gantt.show([plan, {}]), rows);
  await page.locator('[role="treegrid"][aria-rowcount="43"]').waitFor();
  await rowOf(page, 'M-OLD').locator('[data-part="twisty"]').click();
  await page.locator('[role="treegrid"][aria-rowcount="83"]').waitFor();
});

journey('a bar out of sight is pointed at, and is gone to by a click or a key', async page => {
  await page.evaluate(() => window.gantt.focus());
  const goAway = async (): Promise<void> => {
    await page.keyboard.press('g');
    await page.getByLabel('Date to go to').fill('2028-01-01');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await rowOf(page, 'T-2PAR').locator('.gantt-name').click();
  };
  const isSeen = async (): Promise<boolean> => {
    await nextFrames(page);
    const { x } = await barOf(page, 'T-2PAR', '2026-03-09T08:00');
    const canvas = await page.locator('.gantt-canvas').boundingBox();
    return canvas !== null && x > canvas.x && x < canvas.x + canvas.width;
  };
  await goAway();
  assert.equal(await isSeen(), false);
  await page.keyboard.press('b');
  assert.equal(await isSeen(), true);
  await goAway();
  const canvas = await page.locator('.gantt-canvas').boundingBox();
  const { y } = await barOf(page, 'T-2PAR', '2026-03-09T08:00');
  await page.mouse.click((canvas?.x ?? 0) + 10, y);
  assert.equal(await isSeen(), true);
});

journey('a zoom right after a jump keeps the middle, whenever the scroller reports', async page => {
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('t');
  await nextFrames(page);
  const middleOf = async (): Promise<number> => {
    const canvas = await page.locator('.gantt-canvas').boundingBox();
    const middle = (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2;
    const zero = await page.evaluate(() => window.gantt.xOf(0));
    const day = await page.evaluate(() => window.gantt.xOf(1440));
    return (middle - zero) / (day - zero);
  };
  const before = await middleOf();
  await page.keyboard.press('g');
  await page.getByLabel('Date to go to').fill('2026-05-20');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.evaluate(() => window.gantt.focus());
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        window.gantt.press('t');
        requestAnimationFrame(() => {
          window.gantt.press('-');
          setTimeout(resolve, 80);
        });
      }),
  );
  // The scroller reports with a frame, however long one takes.
  await nextFrames(page);
  const days = Math.abs((await middleOf()) - before);
  assert.ok(days < 1, `${days} days off`);
});

journey('signs are kept for problems; being overdue is told by the finish', async page => {
  const flagOf = (id: string): Promise<string> =>
    rowOf(page, id)
      .locator('.gantt-flag')
      .innerText()
      .then(text => text.trim());
  assert.equal(await flagOf('T-8CYC'), '!');
  assert.equal(await flagOf('T-6GUI'), '');
  assert.equal(await rowOf(page, 'T-6GUI').locator('.is-overdue').innerText(), '6 Mar');
});

journey('a column that was chosen and has no room says that it is scrolled away', async page => {
  const field = (title: string): ReturnType<Page['locator']> =>
    page.locator('.gantt-column-field', { hasText: title });
  await page.getByRole('button', { name: 'Columns' }).click();
  assert.match(await field('People').innerText(), /scrolled away/);
  assert.doesNotMatch(await field('Finish').innerText(), /scrolled away/);
  for (const title of ['Start', 'Length', 'Float', 'Done']) {
    await field(title).getByRole('checkbox').uncheck();
  }
  await page.getByRole('columnheader', { name: 'People' }).waitFor();
  assert.doesNotMatch(await page.getByRole('dialog').innerText(), /scrolled away/);
});

journey('dates with their years stand apart', async page => {
  const rows: RowSpec[] = [
    { id: 'T-1', start: '2024-03-21T08:00', finish: '2024-03-25T16:00', days: 3 },
  ];
  await page.evaluate(given => window.gantt.show([given, { today: '2026-03-10' }]), rows);
  const gapPx = await rowOf(page, 'T-1').evaluate(row => {
    const [start, finish] = [...row.querySelectorAll('.gantt-cell.is-number')].map(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    });
    return (finish?.left ?? 0) - (start?.right ?? 0);
  });
  assert.ok(gapPx >= 12, `${gapPx} px`);
});

journey('nothing that a machine can tell keeps anyone out', async page => {
  await page.addScriptTag({ path: path.resolve('node_modules/axe-core/axe.min.js') });
  await rowOf(page, 'T-2PAR').locator('.gantt-name').click();
  const check = (): Promise<unknown> => page.evaluate(() => window.gantt.findBarriers());
  assert.deepEqual(await check(), []);
  await page.keyboard.press('e');
  assert.deepEqual(await check(), []);
});

journey('the chart works at 400 pixels, and the table folds away by keys', async page => {
  await page.setViewportSize({ width: 400, height: 500 });
  await nextFrames(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(overflow <= 400, `${overflow} px wide`);
  const deep = Array.from({ length: 40 }, (_, level) => ({
    id: `T-${level}`,
    title: `Level ${level} of a deep tree`,
    ...(level > 0 ? { parent: `T-${level - 1}` } : {}),
  }));
  await page.evaluate(rows => window.gantt.show([rows]), deep);
  await nextFrames(page);
  const names = page.locator('.gantt-row').filter({ visible: true }).locator('.gantt-name');
  const widths = await names.evaluateAll(all => all.map(name => name.clientWidth));
  assert.ok(widths.length > 10 && widths.every(width => width >= 40), widths.join());
  await page.getByRole('separator').focus();
  await page.keyboard.press('Enter');
  await nextFrames(page);
  assert.equal((await page.locator('.gantt-grid').boundingBox())?.width, 0);
});
