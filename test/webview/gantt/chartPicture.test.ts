import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { asked, journey, rowOf } from './support/chartPage.ts';

const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.gantt.said.splice(0));

const lastSaid = async (page: Page): Promise<string> => (await said(page)).at(-1) ?? '';

journey('a baseline comes with its column, by key, and with a choice among several', async page => {
  const head = page.getByRole('columnheader', { name: 'Variance' });
  const tool = page.getByRole('button', { name: 'Show the baseline (V)' });
  assert.equal((await head.count()) + (await tool.filter({ visible: true }).count()), 0);
  await page.setViewportSize({ width: 1700, height: 600 });
  await page.evaluate(() => window.gantt.showHeld());
  await head.waitFor();
  const cell = rowOf(page, 'T-2PAR').locator('.gantt-cell', { hasText: '+3d' });
  assert.equal(await cell.count(), 1);
  await page.evaluate(() => window.gantt.focus());
  await said(page);
  await page.keyboard.press('v');
  await head.waitFor({ state: 'detached' });
  assert.equal(await lastSaid(page), 'No baseline is shown');
  assert.equal(await tool.getAttribute('aria-pressed'), 'false');
  await page.keyboard.press('Shift+V');
  await page.getByRole('menuitemradio', { name: 'Against First' }).click();
  await head.waitFor();
  assert.equal(await rowOf(page, 'T-1LEX').locator('.gantt-cell', { hasText: 'new' }).count(), 1);
  await page.evaluate(() => window.gantt.restart());
  await page.evaluate(() => window.gantt.showHeld());
  assert.equal(await rowOf(page, 'T-1LEX').locator('.gantt-cell', { hasText: 'new' }).count(), 1);
});

journey('what drives the selection is told, and only when it is asked for', async page => {
  await rowOf(page, 'T-2PAR').locator('.gantt-name').click();
  await said(page);
  await page.keyboard.press('d');
  await nextFrames(page);
  assert.equal(await lastSaid(page), '1 item drives Parser with error recovery; it drives 2 items');
  await page.keyboard.press('d');
  await nextFrames(page);
  assert.equal(await lastSaid(page), 'Everything is shown alike');
});

journey(
  'done work is hidden by a key and counted, and comes back when it is looked for',
  async page => {
    await page.evaluate(() => window.gantt.focus());
    await page.keyboard.press('h');
    await rowOf(page, 'T-1LEX').first().waitFor({ state: 'hidden' });
    assert.equal(await lastSaid(page), '2 done or dropped hidden');
    assert.equal(await page.locator('.gantt-hidden-count').innerText(), '2 hidden');
    await page.evaluate(() => window.gantt.reveal('T-9OLD'));
    await rowOf(page, 'T-9OLD').waitFor();
    assert.equal(await page.locator('.gantt-hidden-count').innerText(), '');
  },
);

journey('the header goes round its styles by a key, and the choice is kept', async page => {
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('r');
  assert.equal(await lastSaid(page), 'Header: week numbers');
  await page.keyboard.press('r');
  assert.equal(await lastSaid(page), 'Header: days and weeks of the project');
  await page.evaluate(() => window.gantt.restart());
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('Shift+V');
  const chosen = page.getByRole('menuitemradio', { name: /days and weeks of the project/ });
  assert.equal(await chosen.getAttribute('aria-checked'), 'true');
});

journey('the view menu exports by way of the editor', async page => {
  await page.getByRole('button', { name: /^View:/ }).click();
  await page.getByRole('menuitem', { name: 'Export as PNG…' }).click();
  assert.deepEqual(await asked(page), [['pick', 'png', null]]);
});

journey('the view menu has no barriers', async page => {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  await page.evaluate(() => window.gantt.showHeld());
  await page.getByRole('button', { name: /^View:/ }).click();
  assert.deepEqual(await page.evaluate(() => window.gantt.findBarriers()), []);
});
