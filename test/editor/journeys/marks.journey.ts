import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlan } from './openPlan.ts';
import { until } from './until.ts';

test('marks stand right after another program has rewritten a file that is open', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  await journey.openFile('T-C5DE.yaml');
  await page.locator('.view-line', { hasText: 'constraint' }).waitFor();
  const file = '.project/tasks/T-C5DE.yaml';
  const lines = ['title: Index', 'estimate: 3d', 'status: dooing', 'priority: urgent', 'x: 1'];
  const texts = [
    lines.join('\n'),
    ['# One line', '# and another', ...lines].join('\n'),
    ['# Only one', ...lines, ''].join('\n'),
  ];
  for (const text of texts) {
    journey.writeText(file, text);
    await page.locator('.view-line', { hasText: lines.at(-1) ?? '' }).waitFor();
    const line = page.locator('.view-line', { hasText: 'dooing' });
    await until('The mark under its line', async () => {
      const marked = await page
        .locator('.squiggly-error')
        .first()
        .boundingBox({ timeout: 1000 })
        .catch(() => null);
      const place = await line.boundingBox();
      return marked !== null && place !== null && Math.abs(marked.y - place.y) < place.height / 2;
    });
    assert.equal(journey.readText(file), text);
  }
});
