import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { asked, journey, rowOf } from './support/chartPage.ts';

async function titles(page: Page): Promise<readonly string[]> {
  await nextFrames(page);
  const heads = page.locator('.gantt-grid-head .gantt-cell');
  return (await heads.allInnerTexts()).map(text => text.trim());
}

async function ids(page: Page): Promise<readonly string[]> {
  await nextFrames(page);
  const rows = page.locator('.gantt-row:visible');
  const found = await rows.evaluateAll(elements =>
    elements.map(element => [
      Number(element.getAttribute('aria-rowindex')),
      element.querySelector('.gantt-id')?.textContent ?? '',
    ]),
  );
  return found.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, id]) => String(id));
}

journey(
  'a press on a head sorts, a second turns it round, a third gives the order back',
  async page => {
    const own = await ids(page);
    const head = page.getByRole('columnheader', { name: 'Finish' });
    await head.click();
    await page.locator('[aria-sort=ascending]').waitFor();
    const up = await ids(page);
    assert.notDeepEqual(up, own);
    assert.deepEqual([...up].sort(), [...own].sort());
    await head.click();
    await page.locator('[aria-sort=descending]').waitFor();
    assert.notDeepEqual(await ids(page), up);
    await rowOf(page, 'T-3AST').locator('.gantt-name').click();
    await page.keyboard.press('Alt+ArrowUp');
    assert.match(
      (await page.evaluate(() => window.gantt.said)).at(-1) ?? '',
      /sorted by Finish: go back to the plan's own order/,
    );
    await head.click();
    await page.locator('[aria-sort]').waitFor({ state: 'detached' });
    assert.deepEqual(await ids(page), own);
  },
);

journey(
  'columns are dragged to another place and to another width, and shown and moved by clicks',
  async page => {
    const before = await titles(page);
    const boxOf = async (
      name: string,
    ): Promise<{ x: number; y: number; width: number; height: number }> => {
      const box = await page.getByRole('columnheader', { name }).boundingBox();
      assert.ok(box);
      return box;
    };
    const [start, finish] = [await boxOf('Start'), await boxOf('Finish')];
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(finish.x + finish.width / 2, finish.y + finish.height / 2, { steps: 4 });
    await page.mouse.up();
    const moved = await titles(page);
    assert.ok(moved.indexOf('Finish') < moved.indexOf('Start'), moved.join());
    assert.deepEqual([...moved].sort(), [...before].sort());
    const wide = await boxOf('Finish');
    await page.mouse.move(wide.x + 2, wide.y + wide.height / 2);
    await page.mouse.down();
    await page.mouse.move(wide.x - 18, wide.y + wide.height / 2, { steps: 4 });
    await page.mouse.up();
    await nextFrames(page);
    assert.equal(Math.round((await boxOf('Finish')).width - wide.width), 20);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Status' }).check();
    await page.getByRole('button', { name: 'Move the column Status to the right' }).click();
    const shown = await titles(page);
    assert.ok(shown.includes('Status'), shown.join());
  },
);

journey(
  'a double click edits a cell, Tab goes on to the next, and a refusal stays at its field',
  async page => {
    await rowOf(page, 'T-3AST').locator('.gantt-name').click();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByLabel('Start', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Waits for' }).check();
    await page.keyboard.press('Escape');
    await asked(page);
    const heads = await titles(page);
    const cell = rowOf(page, 'T-3AST').locator('.gantt-cell').nth(heads.indexOf('Waits for'));
    await cell.dblclick();
    const field = page.getByRole('textbox', { name: 'Waits for' });
    await field.fill('parser, T-2PAR SS+2d');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: '“parser” is no link' }).waitFor();
    await field.fill('T-2PAR SS+2d');
    await field.press('Enter');
    await field.waitFor({ state: 'detached' });
    const fields = { dependsOn: ['T-2PAR SS+2d'] };
    const sent = await asked(page);
    assert.deepEqual(sent, [['run', { command: 'setFields', input: { id: 'T-3AST', fields } }]]);
  },
);

journey(
  'a filter that cannot be understood says why and leaves the rows as they are',
  async page => {
    const own = await ids(page);
    const filter = page.getByRole('searchbox');
    await filter.fill('size<2');
    await page.getByText('Nothing can be compared by "size"').waitFor();
    assert.deepEqual(await ids(page), own);
    await filter.fill('kind:milestone');
    await nextFrames(page);
    const found = await ids(page);
    assert.ok(found.length > 0 && found.every(id => id.startsWith('M-')), found.join());
  },
);

journey('how the plan is looked at is kept as a view in the project file', async page => {
  await page.getByRole('searchbox').fill('open');
  await page.getByRole('columnheader', { name: 'Finish' }).click();
  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('button', { name: 'Keep as view' }).click();
  await page.getByRole('alert').filter({ hasText: 'Give the view a name' }).waitFor();
  await page.getByLabel('Name of the view').fill('Open work');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the view').waitFor({ state: 'detached' });
  const columns = ['start', 'finish', 'length', 'float', 'variance', 'progress', 'assignees'];
  const views = [{ name: 'Open work', filter: 'open', sort: 'finish', columns }];
  assert.deepEqual(await asked(page), [
    ['run', { command: 'setFields', input: { id: 'project', fields: { views } } }],
  ]);
});

journey('rows are gathered under headings, of which nothing is asked of the host', async page => {
  const own = await ids(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Group by').selectOption('assignees');
  await page.keyboard.press('Escape');
  await nextFrames(page);
  const heading = page.locator('.gantt-row.is-heading').first();
  await heading.waitFor();
  await asked(page);
  await heading.locator('.gantt-name').click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('l');
  assert.deepEqual(await asked(page), [['select', null]]);
  assert.match((await page.evaluate(() => window.gantt.said)).join('\n'), /heading over rows/);
  const grouped = await ids(page);
  assert.ok(
    grouped.filter(id => id !== '').every(id => own.includes(id)),
    grouped.join(),
  );
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Group by').selectOption('');
  await page.keyboard.press('Escape');
  assert.deepEqual(await ids(page), own);
});

journey('the head of the titles sorts by them', async page => {
  const head = page.getByRole('columnheader', { name: 'Task' });
  await head.click();
  await page.locator('[role=columnheader][aria-sort=ascending]', { hasText: 'Task' }).waitFor();
  const found = await page.evaluate(() => window.gantt.said.at(-1));
  assert.equal(found, 'Rows are sorted by Task, the lowest first');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  assert.equal(await page.getByLabel('Sort by').inputValue(), 'title');
});

journey('columns without room are reached by keys, by clicks and by editing on', async page => {
  await page.setViewportSize({ width: 700, height: 600 });
  await nextFrames(page);
  const first = await titles(page);
  assert.ok(!first.includes('People'), first.join());
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('Control+ArrowRight');
  const second = await titles(page);
  assert.notDeepEqual(second, first);
  assert.equal(second[0], 'Task', 'the title stays in sight');
  assert.match((await page.evaluate(() => window.gantt.said)).at(-1) ?? '', /^Columns in sight: /);
  const on = page.getByRole('button', { name: /^Scroll right/ });
  while ((await on.getAttribute('aria-disabled')) === 'false') await on.click();
  assert.ok((await titles(page)).includes('People'));
  await page.getByRole('button', { name: /^Scroll left/ }).click();
  await rowOf(page, 'T-3AST').locator('.gantt-name').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Title' }).waitFor();
  for (let cell = 0; cell < 6; cell += 1) await page.keyboard.press('Tab');
  await nextFrames(page);
  assert.equal((await page.locator('.inline-input').count()) <= 1, true);
  await page.keyboard.press('Escape');
});
