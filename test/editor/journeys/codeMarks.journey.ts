import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPlan, type PlanJourney } from './openPlan.ts';
import { until } from './until.ts';

const code = 'src/signIn.ts';

function lineWith(page: Page, text: string): Locator {
  return page.locator('.view-line', { hasText: text });
}

/** How high the marks of one look stand beside the lines. */
async function marksOf(page: Page, look: 'linked' | 'drifted'): Promise<readonly number[]> {
  const tops = await page.locator('.editor-instance .glyph-margin-widgets > *').evaluateAll(
    (elements, name) =>
      elements.flatMap(each => {
        const isMark = getComputedStyle(each).backgroundImage.includes(`gutter-${name}`);
        return isMark ? [each.getBoundingClientRect().top] : [];
      }),
    look,
  );
  return tops.sort((a, b) => a - b);
}

/** Whether a mark stands beside the line with a text. */
async function isMarked(page: Page, text: string, look: 'linked' | 'drifted'): Promise<boolean> {
  const place = await lineWith(page, text).first().boundingBox();
  const tops = await marksOf(page, look);
  return place !== null && tops.some(top => Math.abs(top - place.y) < place.height / 2);
}

function annotate(journey: PlanJourney, level: string): void {
  mkdirSync(path.join(journey.folder, '.vscode'), { recursive: true });
  journey.writeText('.vscode/settings.json', `{ "gantry.annotations": "${level}" }\n`);
}

test('linked code has marks that stay at their lines while somebody types', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  await journey.openFile(code);
  await until('A mark at the function', () => isMarked(page, 'export function signIn', 'linked'));
  await until('A mark at the file', () => isMarked(page, 'export interface Session', 'linked'));
  assert.equal((await marksOf(page, 'linked')).length, 2);
  assert.equal((await marksOf(page, 'drifted')).length, 0);

  await page.keyboard.press('Control+End');
  await lineWith(page, 'export interface Session').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('readonly since: string;');
  await lineWith(page, 'readonly since: string;').waitFor();
  await until('The mark beside its line', () => isMarked(page, 'export function signIn', 'linked'));
  await page.keyboard.press('Control+Z');
});

test('in full, the items stand above linked code and behind the current line; off, nothing does', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  annotate(journey, 'full');
  await journey.openFile(code);
  const lens = page.locator('.codelens-decoration', { hasText: 'T-7KQ3' });
  await lens.waitFor();
  await lineWith(page, 'return { person }').click();
  const behind = page.locator('.view-line', { hasText: 'return { person }' }).locator('span');
  await until('The words behind the line', () =>
    behind.evaluateAll(spans =>
      spans.some(span => getComputedStyle(span, '::after').content.includes('T-7KQ3')),
    ),
  );
  await lens.getByRole('button', { name: /T-7KQ3/ }).click();
  await lineWith(page, 'The door of the whole product').waitFor();
  await page.getByRole('tab', { name: /^T-7KQ3\.yaml/, selected: true }).waitFor();
  await page.keyboard.press('Control+W');
  await lens.waitFor();

  annotate(journey, 'off');
  await lens.waitFor({ state: 'detached' });
  await until('No mark', async () => (await marksOf(page, 'linked')).length === 0);
});

test('the explorer tells which files critical tasks and open risks are about', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  await journey.runCommand('View: Show Explorer');
  await page.locator('.explorer-folders-view').getByRole('treeitem', { name: /^src/ }).click();
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'signIn.ts' });
  await until('The letters at the file', () =>
    row
      .locator('.monaco-icon-label')
      .evaluateAll(labels =>
        labels.some(label => getComputedStyle(label, '::after').content === '"R"'),
      ),
  );
});

test('a link whose code has changed is marked as drifted, and the review brings it to its guess', async t => {
  const journey = await openPlan(t, 'small-team');
  const { page } = journey;
  const task = '.project/tasks/T-C5DE.yaml';
  const anchor = [
    'code:',
    '  - path: src/pages.ts',
    '    line: 2',
    '    quote: "  return first.concat(second, third);"',
    '',
  ];
  journey.writeText(task, `${journey.readText(task).trimEnd()}\n${anchor.join('\n')}`);
  const text = 'export function all(first, second) {\n  return first.concat(second);\n}\n';
  journey.writeText('src/pages.ts', text);
  await journey.openFile('src/pages.ts');
  await until('The mark at the guess', () => isMarked(page, 'first.concat', 'drifted'));

  await journey.runCommand('Gantry: Review Code Links');
  const list = page.locator('.quick-input-list .monaco-list-row');
  const line = list.filter({ hasText: 'T-C5DE' });
  await line.waitFor();
  await line.getByText('return first.concat(second, third);').waitFor();
  await line.click();
  await list.filter({ hasText: 'Link to src/pages.ts:2' }).click();
  await until('The link is mended', () =>
    journey.readText(task).includes('return first.concat(second);'),
  );
  await until('The mark is certain', () => isMarked(page, 'first.concat', 'linked'));
});
