import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';
import { nextFrames } from '../../support/nextFrames.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { peopleView } from '../../support/peopleView.ts';
import { WebviewBench, type WebviewPage } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());

test('scrolling draws the lanes that come, and leaves those alone that are there', async () => {
  const panel = await openCrowd();
  const { page } = panel;
  await page.evaluate(() => {
    const rows = document.querySelector('.load-rows');
    if (!rows) return;
    new MutationObserver(changes => {
      const added = changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
      rows.setAttribute('data-added', String(Number(rows.getAttribute('data-added')) + added));
    }).observe(rows, { childList: true });
  });
  for (const by of [400, 400, -400]) {
    await page.locator('.load-grid').evaluate((grid, px) => grid.scrollBy(0, px), by);
    await nextFrames(page);
  }
  const added = Number(await page.locator('.load-rows').getAttribute('data-added'));
  assert.ok(added >= 10 && added <= 30, `${added} rows drawn for three times ten that came`);
  assert.equal(await placesInOrder(panel), true);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('a week that is chosen is marked in its lane alone, and what the plan says anew is drawn', async () => {
  const panel = await openCrowd();
  const { page } = panel;
  const first = page.locator('#load-0');
  await page.getByRole('grid', { name: 'Load by person' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.locator('#load-1[aria-selected="true"] .load-cursor').waitFor();
  assert.equal(await page.locator('.load-cursor').count(), 1);
  assert.equal(await first.getAttribute('aria-selected'), 'false');
  await page.getByRole('radio', { name: 'Team' }).click();
  await page.getByRole('grid', { name: 'Load by team' }).waitFor();
  assert.equal(await first.locator('.load-title').textContent(), 'press');
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

/** Forty people, of whom a window shows less than half. */
async function openCrowd(): Promise<WebviewPage> {
  const keys = Array.from({ length: 40 }, (_, place) => `p${place + 10}`);
  const plan = buildPlan({
    project: { people: buildPeople(Object.fromEntries(keys.map(key => [key, { team: 'press' }]))) },
    tasks: Object.fromEntries(
      keys.map((key, place) => [`T-00${place + 10}`, { duration: '3d', assignees: [key] }]),
    ),
  });
  const panel = await bench.open({
    snapshot: panelSnapshot({ tasks: 1, risks: 0 }),
    state: { version: 1, view: 'people', parts: { people: {} } },
    handlers: { people: () => ok({ people: peopleView(plan) }) },
    height: 700,
  });
  await panel.page.locator('.load-row').first().waitFor();
  return panel;
}

/** A reader goes by the order in the page. */
function placesInOrder({ page }: WebviewPage): Promise<boolean> {
  return page.evaluate(() => {
    const places = [...document.querySelectorAll('.load-row')].map(row =>
      Number(row.getAttribute('data-place')),
    );
    return places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  });
}
