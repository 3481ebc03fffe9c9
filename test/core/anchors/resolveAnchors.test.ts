import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodePast } from '../../../src/core/anchors/codePast.ts';
import { resolveAnchors } from '../../../src/core/anchors/resolveAnchors.ts';
import type { Anchor } from '../../../src/core/model/anchor.ts';
import { anchorIn, forgotten, memoryCode } from './memoryCode.ts';

const before = [
  'export function readLength(text: string): number {',
  '  const [count, unit] = splitLength(text);',
  '  if (unit === undefined) return Number.NaN;',
  '  return count * minutesOf(unit);',
  '}',
  '',
  'export function writeLength(minutes: number): string {',
  '  if (minutes === 0) return "0m";',
  '  return `${minutes}m`;',
  '}',
  '',
].join('\n');

/** `state path:line evidence`, with a question mark for a guess. */
async function tell(
  anchor: Anchor,
  files: Readonly<Record<string, string>>,
  past: CodePast = forgotten,
): Promise<string> {
  const [now] = await resolveAnchors([anchor], memoryCode(files), past);
  assert.ok(now);
  const { place, guess } = now;
  const at = place ?? guess;
  const where = at ? `${at.path}:${at.line ?? ''}${place ? '' : '?'}` : 'nowhere';
  return `${now.state} ${where} ${now.evidence}`;
}

test('text that stands where it stood is fresh, and further down it has moved', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  assert.equal(await tell(anchor, { 'a.ts': before }), 'fresh a.ts:4 quote');
  assert.equal(await tell(anchor, { 'a.ts': `// New\n${before}` }), 'moved a.ts:5 quote');
});

test('line ends and blanks at the end make no difference', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  const dos = before.replaceAll('\n', '  \r\n');
  assert.equal(await tell(anchor, { 'a.ts': dos }), 'fresh a.ts:4 quote');
});

test('a line with other words has drifted, and the guess is not its place', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  const after = before.replace('count * minutesOf(unit)', 'count * minutesOf(unit, calendar)');
  assert.equal(await tell(anchor, { 'a.ts': after }), 'drifted a.ts:4? none');
});

test('a quote of several lines bears a small change in one of them', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 2, endLine: 4 });
  const after = `\n${before.replace('Number.NaN', 'Number.nan')}`;
  assert.equal(await tell(anchor, { 'a.ts': after }), 'moved a.ts:3 similar');
});

test('text that was only indented anew is found', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  const after = before.replaceAll(/^ {2}/gm, '\t\t');
  assert.equal(await tell(anchor, { 'a.ts': after }), 'fresh a.ts:4 similar');
});

test('one of several equal places is nobody’s', async () => {
  const twice = `${before}${before}`;
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  assert.match(await tell(anchor, { 'a.ts': `//\n${twice}` }), /^drifted .*\? none$/);
});

test('a bracket is not taken for another one', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 5 });
  const after = before.split('\n').slice(5).join('\n');
  assert.match(await tell(anchor, { 'a.ts': after }), /^drifted/);
});

test('a few words that are all of a file stand there, and are told as gone once they are not', async () => {
  const anchor = anchorIn('go\n', { path: 'a.ts', line: 1 });
  assert.equal(await tell(anchor, { 'a.ts': 'go\n' }), 'fresh a.ts:1 quote');
  assert.match(await tell(anchor, { 'a.ts': 'go\nback\n' }), /^drifted/);
  assert.match(await tell(anchor, { 'a.ts': 'stay\n' }), /^drifted/);
});

test('without file and text it is lost', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 4 });
  assert.equal(await tell(anchor, {}), 'lost nowhere none');
});

test('a whole file and a folder are there or not', async () => {
  const bare = { line: undefined, endLine: undefined, symbol: undefined, quote: undefined };
  const whole = {
    ...bare,
    before: undefined,
    after: undefined,
    prints: undefined,
    commit: undefined,
  };
  assert.equal(await tell({ ...whole, path: 'a.ts' }, { 'a.ts': '' }), 'fresh a.ts: path');
  assert.equal(await tell({ ...whole, path: 'src/' }, { 'src/a.ts': '' }), 'fresh src/: path');
  assert.equal(await tell({ ...whole, path: 'src/' }, { 'a.ts': '' }), 'lost nowhere none');
});

test('a line without its text is taken at its word, as far as the file goes', async () => {
  const anchor = { ...anchorIn('', { path: 'a.ts', line: 3 }), quote: undefined };
  assert.equal(await tell(anchor, { 'a.ts': before }), 'fresh a.ts:3 line');
  assert.equal(await tell(anchor, { 'a.ts': 'one\ntwo\n' }), 'drifted nowhere none');
});

test('a symbol is found by its name, when it is one alone', async () => {
  const anchor = {
    ...anchorIn(before, { path: 'a.ts', line: 7, endLine: 10 }),
    symbol: 'writeLength',
  };
  const after = before.replace('(minutes: number)', '(minutes: number, unit: Unit)');
  const changed = after.replace('if (minutes === 0) return "0m";', '');
  assert.equal(await tell(anchor, { 'a.ts': `//\n//\n${changed}` }), 'moved a.ts:9 symbol');
  assert.match(await tell(anchor, { 'a.ts': `${changed}${changed}` }), /^drifted/);
});

const twins = [
  'test("reads a length", () => {',
  '  const plan = openPlan();',
  '  const found = plan.read("length");',
  '  assert.equal(found.count, 3);',
  '});',
  '',
  'test("reads a date", () => {',
  '  const plan = openPlan();',
  '  const found = plan.read("length");',
  '  assert.equal(found.count, 3);',
  '  assert.equal(found.day, 4);',
  '});',
  '',
];

test('what is left is the twin when its surroundings are those of the other one', async () => {
  const rest = `${twins.slice(6).join('\n')}\n`;
  const anchor = anchorIn(twins.join('\n'), { path: 'a.ts', line: 2, endLine: 4 });
  assert.match(await tell(anchor, { 'a.ts': rest }), /^drifted a\.ts:2\? none$/);
  assert.match(await tell(anchor, { 'a.ts': `//\n//\n${rest}` }), /^drifted a\.ts:4\? none$/);
});

test('without its commit a range is where most of its lines follow its quote', async () => {
  const anchor = anchorIn(before, { path: 'a.ts', line: 1, endLine: 10 });
  assert.equal(await tell(anchor, { 'a.ts': `//\n${before}` }), 'moved a.ts:2 quote');
  const shorter = `${before.split('\n').slice(0, 3).join('\n')}\n`;
  const other = 'export const other = "something else";\n'.repeat(6);
  assert.match(await tell(anchor, { 'a.ts': `${shorter}${other}` }), /^drifted a\.ts:1\? none$/);
  const bare = {
    ...anchorIn(before.repeat(2), { path: 'a.ts', line: 1, endLine: 20 }),
    prints: undefined,
  };
  assert.match(await tell(bare, { 'a.ts': before.repeat(2) }), /^drifted a\.ts:1\? none$/);
});
