import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { asked, journey, rowOf } from './support/chartPage.ts';

/** The id of the row that has the keyboard; empty where no row has it. */
async function stands(page: Page): Promise<string> {
  await nextFrames(page);
  return page.evaluate(() => {
    const row = document.activeElement?.closest('.gantt-row');
    return row?.querySelector('.gantt-id')?.textContent ?? '';
  });
}

const standOn = (page: Page, id: string): Promise<void> =>
  rowOf(page, id).filter({ visible: true }).locator('.gantt-name').click();

journey('folding everything leaves the keyboard on what holds its row', async page => {
  await standOn(page, 'T-7REF');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.equal(await stands(page), 'T-5SUM');
  await page.keyboard.press('ArrowDown');
  assert.equal(await stands(page), 'M-5REL');
});

journey('hiding done work leaves the keyboard on its row, or on the next one', async page => {
  await standOn(page, 'T-7REF');
  await page.keyboard.press('h');
  assert.equal(await stands(page), 'T-7REF');
  await page.keyboard.press('h');
  await standOn(page, 'T-1LEX');
  await page.keyboard.press('h');
  assert.equal(await stands(page), 'T-2PAR');
});

journey('work that vanishes because it is done hands the keyboard on', async page => {
  const show = (done: readonly string[]): Promise<void> =>
    page.evaluate(closed => {
      const times = { start: '2026-03-02T08:00', finish: '2026-03-02T16:00', days: 1 };
      const rows = ['T-1', 'T-2', 'T-3'].map(id => ({
        ...times,
        id,
        status: closed.includes(id) ? ('done' as const) : ('todo' as const),
      }));
      window.gantt.show([rows]);
    }, done);
  await show([]);
  await standOn(page, 'T-2');
  await page.keyboard.press('h');
  await show(['T-2']);
  assert.equal(await stands(page), 'T-3');
});

journey(
  'what a filter or a fold hides is not meant by what is done with the others',
  async page => {
    await standOn(page, 'T-2PAR');
    await rowOf(page, 'T-3AST')
      .locator('.gantt-name')
      .click({ modifiers: ['ControlOrMeta'] });
    await rowOf(page, 'T-4FUZ')
      .locator('.gantt-name')
      .click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('/');
    await page.keyboard.type('critical');
    await nextFrames(page);
    await page.evaluate(() => window.gantt.focus());
    await asked(page);
    await page.keyboard.press('Delete');
    assert.deepEqual(await asked(page), [['pick', 'remove', 'T-4FUZ', 'T-2PAR']]);
  },
);

journey('where a filter hides what lies between, rows are not moved and not folded', async page => {
  await standOn(page, 'T-7REF');
  await page.keyboard.press('/');
  await page.keyboard.type('grammar');
  await nextFrames(page);
  await standOn(page, 'T-7REF');
  await asked(page);
  const last = (): Promise<string | undefined> => page.evaluate(() => window.gantt.said.at(-1));
  for (const key of ['Alt+ArrowUp', '>', '<']) {
    await page.keyboard.press(key);
    assert.match((await last()) ?? '', /Rows are filtered/, key);
  }
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await stands(page), 'T-5SUM');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.match((await last()) ?? '', /stays unfolded/);
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await nextFrames(page);
  assert.equal(await rowOf(page, 'T-7REF').filter({ visible: true }).count(), 1);
});

journey('what clears the filter or shows done work gives the keyboard to the rows', async page => {
  await standOn(page, 'T-2PAR');
  await page.keyboard.press('/');
  await page.keyboard.type('nothinglikeit');
  await nextFrames(page);
  await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
  assert.notEqual(await stands(page), '');
});

journey('a selection across groups holds their items, and no heading', async page => {
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('combobox', { name: /Group/ }).selectOption('assignees');
  await page.keyboard.press('Escape');
  await standOn(page, 'T-4FUZ');
  await page
    .locator('.gantt-row')
    .filter({ hasText: 'T-6GUI', visible: true })
    .locator('.gantt-name')
    .click({ modifiers: ['Shift'] });
  const ids = await page.locator('.gantt-row[aria-selected="true"] .gantt-id').allInnerTexts();
  assert.ok(ids.length >= 2 && ids.every(id => id.startsWith('T-')), ids.join());
});
