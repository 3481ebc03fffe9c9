import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { GanttView } from '../../../src/core/views/ganttView.ts';
import { ChartModel } from '../../../webview/gantt/chartModel.ts';
import { columnKeys, defaultColumnChoices, fitColumns } from '../../../webview/gantt/columns.ts';
import { shorten } from '../../../webview/gantt/gridPicture.ts';
import { paintPicture } from '../../../webview/gantt/paintPicture.ts';
import { createInk, type Palette } from '../../../webview/gantt/palette.ts';
import { layoutPicture, type ChartPicture } from '../../../webview/gantt/picture.ts';
import { SvgRecorder } from '../../../webview/gantt/svgRecorder.ts';
import { defaultGanttUi, type GanttUi } from '../../../webview/gantt/uiState.ts';
import { buildBigView } from './support/bigView.ts';
import { buildView, snapshotOf } from './support/buildView.ts';
import { buildHeldSample } from './support/samplePlan.ts';

const measure = (text: string): number => text.length * 6;

/** Colours by the names that they have in the style sheet. */
const palette: Palette = {
  ink: createInk(name => `ink-${name}`),
  font: '12px sans-serif',
  strongFont: '600 12px sans-serif',
  isHighContrast: false,
};

function pictureOf(
  view: GanttView,
  extent: 'whole' | 'shown',
  options: { readonly gridPx?: number; readonly ui?: Partial<GanttUi> } = {},
): ChartPicture | undefined {
  const { gridPx = 480, ui = {} } = options;
  const model = new ChartModel({ ...defaultGanttUi, pxPerDay: 12, ...ui }, () => undefined);
  model.show(snapshotOf(view));
  model.resize(640, 140);
  const columns = gridPx === 0 ? [] : fitColumns(defaultColumnChoices, columnKeys, gridPx);
  const table = { columns, widthPx: gridPx };
  return layoutPicture(model, table, { extent, path: undefined, measure });
}

function svgOf(picture: ChartPicture | undefined): string {
  assert.ok(picture);
  const recorder = new SvgRecorder(palette.font, measure);
  paintPicture({ ctx: recorder, palette, ratio: 1 }, picture);
  const { widthPx, heightPx, scene } = picture;
  return recorder.toSvg({ widthPx, heightPx, title: scene.view.name });
}

/** Compares with the golden file; GANTRY_UPDATE_GOLDEN=1 writes it, outside of CI. */
function checkGolden(name: string, actual: string): void {
  const file = path.resolve('test/golden/gantt', name);
  if (process.env['GANTRY_UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) {
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} is missing; write it with GANTRY_UPDATE_GOLDEN=1`);
  assert.equal(actual, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

const at = (text: string): number => Date.parse(`${text}T00:00Z`) / 60_000;

test('a picture of the whole plan is what it was', () => {
  checkGolden('picture.svg', svgOf(pictureOf(buildHeldSample(), 'whole')));
});

test('a picture of what is in sight has the rows and the time of the window, and no more', () => {
  const ui = { leftAt: at('2026-03-09'), pxPerDay: 20 };
  const picture = pictureOf(buildHeldSample(), 'shown', { ui });
  assert.deepEqual([picture?.widthPx, picture?.heightPx], [480 + 640, 48 + 140]);
  const svg = svgOf(picture);
  assert.match(svg, />Lexer</);
  assert.doesNotMatch(svg, />First release</);
});

test('the whole has every row that is not folded away, and the table only where it is shown', () => {
  const folded = svgOf(pictureOf(buildHeldSample(), 'whole', { ui: { folded: ['M-4XK2'] } }));
  assert.doesNotMatch(folded, />Lexer</);
  assert.match(folded, />First release</);
  const alone = pictureOf(buildHeldSample(), 'whole', { gridPx: 0 });
  assert.deepEqual(alone?.grid, { widthPx: 0, head: [], texts: [] });
  assert.doesNotMatch(svgOf(alone), />Variance</);
});

test('a plan of any length stays a picture that programs can open', () => {
  const days = (count: number): string =>
    new Date(Date.UTC(2026, 0, 5 + count)).toISOString().slice(0, 10);
  const rows = [{ id: 'T-1', start: days(0), finish: days(9000) }];
  const picture = pictureOf(buildView(rows), 'whole', { ui: { pxPerDay: 60 } });
  assert.ok(picture && picture.widthPx < 17_500);
  assert.equal(pictureOf(buildView([]), 'whole'), undefined);
  const big = pictureOf(buildBigView(2000), 'whole');
  assert.equal(big?.heightPx, 48 + 2000 * 28);
});

test('hostile words of a plan are nothing but text in its picture', () => {
  const title = '</text><script>alert("1")</script><a href=\'x\'>&amp;';
  const rows = [
    { id: 'T-1', title, assignees: '"><script>', start: '2026-03-02', finish: '2026-03-06' },
    { id: 'T-2', title: '<svg onload=x>', flags: ['hasProblem'] as const },
  ];
  const svg = svgOf(pictureOf({ ...buildView(rows), name: title }, 'whole'));
  assert.doesNotMatch(svg, /<(script|a|svg onload)\b/);
  assert.match(svg, /&lt;\/text&gt;&lt;script&gt;alert\(&quot;1&quot;\)/);
});

test('a text without room ends in dots, and never in half a character', () => {
  assert.equal(shorten('Lexer', 30, measure), 'Lexer');
  assert.equal(shorten('Lexer and more', 42, measure), 'Lexer…');
  assert.equal(shorten('\u{1F469}\u{1F469}\u{1F469}', 30, measure), '\u{1F469}\u{1F469}…');
  assert.equal(shorten('Lexer', 3, measure), '');
  assert.ok(shorten('x'.repeat(10_000), 1e9, measure).length <= 401);
});

test('a picture shows what holds tasks by hand and what really happened', () => {
  const day = { start: '2026-03-02T08:00', finish: '2026-03-06T16:00', days: 5 };
  const actual = { from: '2026-03-02T08:00', to: '2026-03-04T16:00' };
  const plain = svgOf(pictureOf(buildView([{ ...day, id: 'T-1' }]), 'whole'));
  const marked = svgOf(
    pictureOf(
      buildView([{ ...day, id: 'T-1', constraint: 'MSO 2026-03-02T08:00', actual }]),
      'whole',
    ),
  );
  for (const ink of ['ink-constraint', 'ink-actual']) {
    assert.deepEqual([plain.includes(ink), marked.includes(ink)], [false, true], ink);
  }
});

test('titles of forty levels stand in their own column of a picture', () => {
  const rows = Array.from({ length: 40 }, (_, level) => ({
    id: `T-${level}`,
    title: `Level ${level} of many`,
    ...(level > 0 ? { parent: `T-${level - 1}` } : {}),
  }));
  const grid = pictureOf(buildView(rows), 'whole')?.grid;
  const titles = grid?.texts.filter(({ text }) => text.startsWith('Lev')) ?? [];
  assert.equal(titles.length, 40);
  assert.ok(titles.every(({ x }) => x < 180));
});

test('a picture of groups has their headings, and no id that is none of the plan', () => {
  const view = buildView([
    { id: 'T-1', assignees: 'ada' },
    { id: 'T-2', assignees: 'bob' },
  ]);
  const grid = pictureOf(view, 'whole', { ui: { group: 'assignees' } })?.grid;
  const texts = grid?.texts.map(({ text }) => text) ?? [];
  assert.ok(texts.includes('T-1') && texts.some(text => text.endsWith('(1)')), texts.join());
  assert.ok(!texts.some(text => text.includes('group:')), texts.join());
});

test('marks stacked on the letters of a title end with its row', () => {
  const stacked = `Zalgo${'\u0301'.repeat(60)}`;
  const view = buildView([
    { id: 'T-1AAA', title: stacked, start: '2026-03-02', finish: '2026-03-04' },
    { id: 'T-2BBB', title: 'Under it', start: '2026-03-02', finish: '2026-03-04' },
  ]);
  const svg = svgOf(pictureOf(view, 'whole'));
  const boxes = [...svg.matchAll(/<clipPath[^>]*><path d="([^"]*)"/g)].map(found => found[1] ?? '');
  const plain = svgOf(pictureOf(buildView([{ id: 'T-2BBB', title: 'Under it' }]), 'whole'));
  assert.equal(boxes.length, [...plain.matchAll(/<clipPath/g)].length + 2, boxes.join('; '));
});

test('the head by which rows are sorted bears the arrow of the table', () => {
  const sorted = (column: 'title' | 'finish', isDescending: boolean): string =>
    svgOf(pictureOf(buildHeldSample(), 'whole', { ui: { sort: { column, isDescending } } }));
  assert.match(sorted('title', false), />Task ↑</);
  assert.match(sorted('finish', true), />Finish ↓</);
  assert.doesNotMatch(svgOf(pictureOf(buildHeldSample(), 'whole')), /[↑↓]/);
});

test('late, overdue and critical cells have the colours of the table', () => {
  const dates = { start: '2026-03-02', finish: '2026-03-04' };
  const view = buildView([
    { id: 'T-1AAA', ...dates, flags: ['late'] },
    { id: 'T-2BBB', ...dates, flags: ['overdue'] },
    { id: 'T-3CCC', ...dates, flags: ['critical'] },
  ]);
  const svg = svgOf(pictureOf(view, 'whole'));
  for (const ink of ['missed-text', 'overdue', 'critical-text']) {
    assert.ok(svg.includes(`fill="ink-${ink}"`), ink);
  }
});
