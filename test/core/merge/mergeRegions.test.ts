import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLines } from '../../../src/core/merge/mergeLines.ts';
import { mergeAsText } from '../../../src/core/merge/mergeAsText.ts';
import { mergeRegions } from '../../../src/core/merge/mergeRegions.ts';

const same = (count: number): string => '- a\n'.repeat(count);

test('changes of either side are taken between what all three share', () => {
  const sides = { base: 'a\nb\nc\nd\n', ours: 'a\nB\nc\nd\n', theirs: 'a\nb\nc\nD\n' };
  assert.deepEqual(mergeLines(sides), { text: 'a\nB\nc\nD\n', isClean: true });
  assert.deepEqual(mergeLines({ ...sides, theirs: 'a\nx\nc\nd\n' }).isClean, false);
});

test('what one side added to equal lines is merged, however many there are', () => {
  const base = same(30_000);
  const merged = mergeLines({ base, ours: `# first\n${base}`, theirs: base });
  assert.equal(merged.isClean, true);
  assert.equal(merged.text, `# first\n${base}`);
});

test('thousands of equal lines that both sides changed are a conflict, not a wait', () => {
  const regions = mergeRegions({
    base: `x\n${same(30_000)}y\n`,
    ours: `x\nours\n${same(20_000)}ours\ny\n`,
    theirs: `x\ntheirs\n${same(25_000)}theirs\ny\n`,
  });
  assert.deepEqual(
    regions.map(({ kind }) => kind),
    ['merged', 'conflict', 'merged'],
  );
  assert.deepEqual(regions[0], { kind: 'merged', lines: ['x\n'] });
  assert.deepEqual(regions[2], { kind: 'merged', lines: ['y\n'] });
});

test('a text merged with marks holds both sides whole', () => {
  const { text, isClean } = mergeAsText({ base: 'a\nb\n', ours: 'a\nc', theirs: 'a\nd\n' });
  assert.equal(isClean, false);
  assert.equal(text, 'a\n<<<<<<< ours\nc\n=======\nd\n>>>>>>> theirs\n');
});
