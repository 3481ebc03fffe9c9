import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { pageSize } from '../../../webview/gantt/tablePage.ts';
import { smallTargets, violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';
import { buildView, snapshotOf } from './support/buildView.ts';
import { buildHeldSample } from './support/samplePlan.ts';

const bench = new WebviewBench();
after(() => bench.dispose());

const view = {
  surface: 'chart' as const,
  name: 'Late work',
  filter: 'late',
  sort: undefined,
  group: undefined,
  columns: undefined,
};
const snapshot = snapshotOf({ ...buildHeldSample(), views: [view] });

/** Each way of looking at the chart: how one comes there, and what is there then. */
const surfaces: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the chart with a baseline and its overview': async page => {
    await page.locator('.gantt-row', { hasText: 'T-2PAR' }).locator('.gantt-name').click();
  },
  'the chart with a filter': async page => {
    await page.getByRole('searchbox').fill('parser');
    await page.locator('[role="treegrid"][aria-description]').waitFor();
  },
  'the columns': async page => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the views': async page => {
    await page.getByRole('button', { name: 'Views that the plan keeps' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the view menu': async page => {
    await page.getByRole('button', { name: /^View:/ }).click();
    await page.getByRole('menu').waitFor();
  },
  'the grouped chart': async page => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Group by').selectOption('status');
    await page.keyboard.press('Escape');
    await page.locator('.gantt-row.is-heading').first().waitFor();
  },
  'the editor of a cell': async page => {
    await page
      .locator('.gantt-row', { hasText: 'T-2PAR' })
      .locator('.gantt-cell')
      .nth(1)
      .dblclick();
    await page.locator('.inline-editor input').first().waitFor();
  },
  'the popover of a task': async page => {
    await page.locator('.gantt-row', { hasText: 'T-2PAR' }).locator('.gantt-name').click();
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor();
  },
  'keys and signs': async page => {
    await page.getByRole('button', { name: 'Keys and signs (?)' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the table': async page => {
    await openTable(page);
  },
  'the table of dependencies': async page => {
    await openTable(page);
    await page.getByRole('button', { name: 'Dependencies (3) of Parser' }).click();
    await page.getByRole('cell', { name: 'This starts after it is finished' }).waitFor();
  },
};

async function openTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^View:/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Plan as a table' }).click();
  await page.getByRole('table').waitFor();
}

test('axe finds nothing wrong with any part of the chart in any theme', async () => {
  const found: string[] = [];
  for (const [name, goThere] of Object.entries(surfaces)) {
    const panel = await bench.open({ snapshot });
    await goThere(panel.page);
    const small = await smallTargets(panel.page);
    const all = [...small, ...(await violationsInThemes(panel)), ...panel.failures];
    found.push(...all.map(each => `${name}: ${each}`));
    await panel.close();
  }
  assert.deepEqual(found, []);
});

for (const [width, height] of [
  [400, 700],
  [640, 400],
] as const) {
  test(`at ${width} by ${height} pixels no part of the chart is out of reach`, async () => {
    const found: string[] = [];
    for (const [name, goThere] of Object.entries(surfaces)) {
      const panel = await bench.open({ snapshot, width, height });
      await goThere(panel.page);
      const all = await outOfReach(panel.page);
      found.push(...all.map(each => `${name}: ${each}`));
      await panel.close();
    }
    assert.deepEqual(found, []);
  });
}

/** What stands outside of the window, or is wider than its place and cannot be scrolled to. */
async function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'html, .shell, .gantt, .plain-table, .plain-table-tools, .popover, .popover > *',
      ),
    ]
      .filter(el => {
        const { left, right, top, bottom } = el.getBoundingClientRect();
        const isOut = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
        return isOut || el.scrollWidth > el.clientWidth + 1;
      })
      .map(el => `${el.className} of ${el.scrollWidth} by ${el.scrollHeight} px`),
  );
}

test('the filter is told with the grid, and marks the words that it found', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  await page.getByRole('searchbox').fill('parser');
  await page.locator('[role="treegrid"][aria-description*="rows match “parser”"]').waitFor();
  assert.equal(await page.locator('.gantt-row.is-match').count(), 0, 'all of them match');
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get('gantt-match') ?? [])].map(range =>
      range instanceof Range ? range.toString() : '',
    ),
  );
  assert.deepEqual([...new Set(marked.map(text => text.toLowerCase()))], ['parser']);
  await page.getByRole('searchbox').fill('');
  await page.locator('[role="treegrid"]:not([aria-description])').waitFor();
  assert.equal(await page.evaluate(() => CSS.highlights.has('gantt-match')), false);
  await panel.close();
});

test('the table is reached by a key, goes to the chart and back, and keeps the keyboard', async () => {
  const panel = await bench.open({ snapshot });
  const { page } = panel;
  await page.locator('.gantt-row', { hasText: 'T-3AST' }).locator('.gantt-name').click();
  await page.keyboard.press('Shift+T');
  await page.locator('.plain-table-scroller:focus').waitFor();
  assert.equal(await page.locator('tr[aria-current]').locator('th code').textContent(), 'T-3AST');
  assert.equal(await page.getByRole('treegrid').count(), 0, 'of the chart nothing is read twice');
  await page.getByRole('button', { name: 'Open the file of Lexer' }).click();
  assert.deepEqual(panel.requests.findLast(({ name }) => name === 'open')?.params, {
    id: 'T-1LEX',
    target: 'file',
    beside: true,
  });
  await page.getByRole('button', { name: 'Dependencies (3) of Parser' }).click();
  await page.getByRole('cell', { name: 'This starts after it is finished' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-key="T-2PAR links"]:focus').waitFor();
  await page.getByRole('searchbox').fill('lexer');
  await page.locator('caption', { hasText: '1 row matches “lexer”' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.plain-table-scroller:focus').waitFor();
  await page.getByRole('button', { name: 'Show in the chart: Lexer' }).click();
  await page.locator('.gantt-row:focus', { hasText: 'T-1LEX' }).waitFor();
  assert.equal(await page.getByRole('table').count(), 0);
  assert.deepEqual(panel.failures, []);
  await panel.close();
});

test('a plan of ten thousand rows is turned over page by page', async () => {
  const specs = Array.from({ length: 10_000 }, (_, place) => ({ id: `T-${10_000 + place}` }));
  const panel = await bench.open({ snapshot: snapshotOf(buildView(specs)) });
  const { page } = panel;
  await openTable(page);
  assert.equal(await page.locator('.plain-table tbody tr').count(), pageSize);
  assert.equal(await page.getByRole('table').getAttribute('aria-rowcount'), '10001');
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.locator('.plain-table th', { hasText: `T-${10_000 + pageSize}` }).waitFor();
  await page.getByRole('spinbutton').fill(String(10_000 / pageSize));
  await page.keyboard.press('Enter');
  await page.locator('.plain-table th', { hasText: 'T-19999' }).waitFor();
  assert.equal(await page.locator('.status-text').textContent(), 'rows 9,951 to 10,000 of 10,000');
  assert.equal(
    await page.getByRole('button', { name: 'Next page' }).getAttribute('aria-disabled'),
    'true',
  );
  await panel.close();
});
