import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames, restInPage } from '../../support/nextFrames.ts';
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
  await nextFrames(page);
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

journey(
  'the overview stands below a long plan, and its frame is moved by keys and pointer',
  async page => {
    const frame = page.getByRole('slider', { name: /^Overview/ });
    assert.equal(await frame.filter({ visible: true }).count(), 0);
    await page.evaluate(() => {
      const rows = Array.from({ length: 200 }, (_, row) => ({
        id: `T-${row}`,
        start: `2026-${String(3 + (row % 8)).padStart(2, '0')}-02T08:00`,
        finish: `2026-${String(3 + (row % 8)).padStart(2, '0')}-20T16:00`,
      }));
      window.gantt.show([rows, { today: '2026-03-10' }]);
    });
    await frame.waitFor();
    const box = async (): Promise<{ x: number; y: number; width: number; height: number }> => {
      await nextFrames(page);
      const found = await frame.boundingBox();
      assert.ok(found);
      return found;
    };
    const before = await box();
    await frame.focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowRight');
    const keyed = await box();
    assert.ok(keyed.y > before.y && keyed.x > before.x);
    await page.locator('.gantt-overview-frame[aria-valuetext*="of 200"]').waitFor();
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    assert.deepEqual(await page.evaluate(() => window.gantt.findBarriers()), []);
    const strip = await page.locator('.gantt-overview').boundingBox();
    assert.ok(strip);
    await page.mouse.click(strip.x + strip.width * 0.7, strip.y + strip.height - 8);
    const clicked = await box();
    assert.ok(Math.abs(clicked.x + clicked.width / 2 - strip.x - strip.width * 0.7) < 4);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width * 0.5, strip.y + 12, { steps: 4 });
    assert.ok((await box()).x < clicked.x);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    assert.ok(Math.abs((await box()).x - clicked.x) < 2);
    await page.evaluate(() => window.gantt.focus());
    await page.keyboard.press('o');
    await frame.waitFor({ state: 'hidden' });
  },
);

journey('while the chart scrolls the overview is not painted anew', async page => {
  await page.evaluate(() => {
    const rows = Array.from({ length: 200 }, (_, row) => ({
      id: `T-${row}`,
      start: '2026-03-02T08:00',
      finish: '2026-09-20T16:00',
    }));
    window.gantt.show([rows, { today: '2026-03-10' }]);
  });
  await restInPage(page, 400);
  const paints = await page.evaluate(async () => {
    let count = 0;
    const canvas = document.querySelector('.gantt-overview canvas');
    // Every painting gives the canvas its size anew.
    const observer = new MutationObserver(records => (count += records.length));
    if (canvas) observer.observe(canvas, { attributes: true });
    const scroller = document.querySelector('.gantt-scroller');
    for (let step = 1; step < 20; step += 1) {
      scroller?.scrollTo(step * 10, step * 20);
      await new Promise(requestAnimationFrame);
    }
    await new Promise(resolve => setTimeout(resolve, 300));
    return count;
  });
  assert.equal(paints, 0);
  assert.equal(await page.locator('.gantt-overview canvas').count(), 1);
});

journey('every tool is in sight at 400 pixels', async page => {
  await page.evaluate(() => window.gantt.showHeld());
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('h');
  await page.setViewportSize({ width: 400, height: 700 });
  await nextFrames(page);
  const rights = await page
    .locator('.gantt-toolbar button:visible')
    .evaluateAll(tools => tools.map(tool => tool.getBoundingClientRect().right));
  assert.ok(rights.length > 10);
  assert.deepEqual(
    rights.filter(right => right > 400),
    [],
  );
});

journey('at 400 pixels what is rarely wanted stands in a menu', async page => {
  await page.setViewportSize({ width: 400, height: 700 });
  await page.getByRole('button', { name: 'More tools' }).click();
  const item = page.getByRole('menuitemcheckbox', { name: /^Hide done and dropped work/ });
  assert.equal(await item.getAttribute('aria-checked'), 'false');
  await item.click();
  assert.equal(await lastSaid(page), '2 done or dropped hidden');
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name: /^Fold everything/ }).waitFor();
});

journey('constraints and what really happened come and go by key and by menu', async page => {
  await page.evaluate(() => window.gantt.focus());
  await said(page);
  await page.keyboard.press('k');
  assert.equal(await lastSaid(page), 'Constraints are hidden');
  await page.keyboard.press('x');
  assert.equal(await lastSaid(page), 'What really happened is hidden');
  await page.evaluate(() => window.gantt.restart());
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('Shift+V');
  const item = page.getByRole('menuitemcheckbox', { name: 'What really happened' });
  assert.equal(await item.getAttribute('aria-checked'), 'false');
  await item.click();
  assert.equal(await lastSaid(page), 'What really happened is shown');
  await page.keyboard.press('Shift+V');
  await page.getByRole('menuitemcheckbox', { name: 'Constraints' }).click();
  assert.equal(await lastSaid(page), 'Constraints are shown');
});
