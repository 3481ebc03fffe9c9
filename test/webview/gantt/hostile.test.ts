import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { journey, rowOf } from './support/chartPage.ts';

const day = { start: '2026-03-02T08:00', finish: '2026-03-06T16:00', days: 5 };

/** How many elements the page has. */
const countElements = (page: Page): Promise<number> => page.locator('*').count();

journey('a plan of no tasks and a plan of one are shown, and asked to fit', async page => {
  await page.evaluate(() => window.gantt.show([[]]));
  await page.locator('.gantt-empty').waitFor();
  await page.getByRole('button', { name: 'Show the whole plan (0)' }).click();
  await page.evaluate(one => window.gantt.show([[one]]), { ...day, id: 'T-ONE' });
  await page.locator('.gantt-empty').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Show the whole plan (0)' }).click();
  assert.equal(await page.locator('.gantt-row:visible').count(), 1);
});

journey('of a hundred thousand tasks the page holds those in sight, also the last', async page => {
  await page.evaluate(spec => {
    const rows = Array.from({ length: 100_000 }, (_, place) => ({ ...spec, id: `T-${place}` }));
    window.gantt.show([rows]);
  }, day);
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('End');
  await page.locator('.gantt-row:focus', { hasText: 'T-99999' }).waitFor();
  assert.ok((await countElements(page)) < 1200);
  await page.keyboard.press('Home');
  await page.locator('.gantt-row:focus[aria-rowindex="2"]').waitFor();
});

journey('dates ten years apart lie in one chart, at every zoom', async page => {
  await page.evaluate(
    spec =>
      window.gantt.show([
        [
          { ...spec, id: 'T-OLD', start: '2016-03-02T08:00', finish: '2016-03-04T16:00' },
          { ...spec, id: 'T-FAR', start: '2026-03-02T08:00', finish: '2036-03-06T16:00' },
        ],
      ]),
    day,
  );
  await page.evaluate(() => window.gantt.focus());
  await page.keyboard.press('0');
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('+');
  await nextFrames(page);
  const width = await page.locator('.gantt-content').evaluate(content => content.clientWidth);
  assert.ok(width < 17_000_000, `${width} px`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('b');
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('-');
  await nextFrames(page);
  assert.ok(await rowOf(page, 'T-FAR').isVisible());
});

journey('text of every script and any markup is text, and keeps its row in shape', async page => {
  const titles = [
    'محلل مع استرداد الأخطاء (v2)',
    'מנתח תחביר',
    `Zalgo${'\u0301\u0316'.repeat(400)}`,
    '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(200),
    '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>',
    '\u202Eevil\u202C and \u2066isolated',
    'x'.repeat(10_000),
  ];
  await page.evaluate(
    ([spec, texts]) => {
      const rows = texts.map((title, place) => ({
        ...spec,
        id: `T-${place}`,
        title,
        assignees: title,
        tags: [title],
        milestone: title,
      }));
      window.gantt.show([rows]);
    },
    [day, titles] as const,
  );
  await page.evaluate(() => window.gantt.focus());
  for (let place = 0; place < titles.length; place += 1) {
    const row = rowOf(page, `T-${place}`);
    assert.equal(await row.locator('.gantt-name').textContent(), titles[place]);
    const box = await row.boundingBox();
    assert.ok(box && box.height <= 28.5, `row ${place} is ${box?.height} px high`);
    await page.keyboard.press('i');
    const tooltip = await page.locator('.gantt-tooltip').boundingBox();
    assert.ok(tooltip && tooltip.width < 640 && tooltip.height < 600, `tooltip of row ${place}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await page.locator('.gantt img, .gantt script').count(), 0);
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
  const bidi = await rowOf(page, 'T-0')
    .locator('.gantt-name')
    .evaluate(name => getComputedStyle(name).unicodeBidi);
  assert.ok(['isolate', 'plaintext', 'isolate-override'].includes(bidi), bidi);
});

journey('with reduced motion nothing moves by itself', async page => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(element => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const isLong = transitionDuration.split(',').some(text => Number.parseFloat(text) > 0.05);
        return isLong || animationName !== 'none' || scrollBehavior === 'smooth';
      }).length,
  );
  assert.equal(moving, 0);
});
