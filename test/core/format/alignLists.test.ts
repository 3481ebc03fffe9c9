import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignLists } from '../../../src/core/format/alignLists.ts';
import { seededRandom } from '../../support/seededRandom.ts';

/** The steps in short: `=` keep, `-` remove, `~x` set, `+x` insert. */
function stepsOf(old: string, value: string): string {
  return alignLists(Array.from(old), Array.from(value))
    .map(step => {
      if (step.kind === 'keep') return '=';
      if (step.kind === 'remove') return '-';
      return `${step.kind === 'set' ? '~' : '+'}${JSON.stringify(step.value).replaceAll('"', '')}`;
    })
    .join('');
}

test('what stands in both lists in the same order is kept', () => {
  assert.equal(stepsOf('abc', 'abc'), '===');
  assert.equal(stepsOf('abc', 'ac'), '=-=');
  assert.equal(stepsOf('ac', 'abc'), '=+b=');
  assert.equal(stepsOf('efa', 'an'), '--=+n');
  assert.equal(stepsOf('abc', 'axc'), '=~x=');
  assert.equal(stepsOf('abcd', 'xbyd'), '~x=~y=');
  assert.equal(stepsOf('ab', 'ba'), '-=+a');
  assert.equal(stepsOf('a', 'xyz'), '~x+y+z');
});

test('the steps lead from one list to the other, and never through an empty one', () => {
  const random = seededRandom(7);
  const draw = (): string =>
    Array.from(
      { length: 1 + Math.floor(random() * 6) },
      () => 'abcd'[Math.floor(random() * 4)],
    ).join('');
  for (let round = 0; round < 2000; round++) {
    const [old, value] = [draw(), draw()];
    const list: unknown[] = Array.from(old);
    let place = 0;
    for (const step of alignLists(Array.from(old), Array.from(value))) {
      if (step.kind === 'remove') list.splice(place, 1);
      else if (step.kind === 'insert') list.splice(place++, 0, step.value);
      else if (step.kind === 'set') list[place++] = step.value;
      else place++;
      assert.ok(list.length > 0, `${old} to ${value}`);
    }
    assert.equal(list.join(''), value);
  }
});

test('long lists that have little in common are aligned at once', () => {
  const old = Array.from({ length: 5000 }, (_, i) => `a${i}`);
  const value = ['a0', ...Array.from({ length: 5000 }, (_, i) => `b${i}`), 'a4999'];
  const kinds = alignLists(old, value).map(({ kind }) => kind);
  assert.equal(kinds.filter(kind => kind === 'keep').length, 2);
});

test('of long lists what stands once in each is kept, wherever they differ', () => {
  const old = Array.from({ length: 20_000 }, (_, i) => `a${i}`);
  const value = ['new', ...old.filter((_, i) => i % 5000 !== 7), 'b', 'c'];
  value.splice(9000, 0, 'x', 'x');
  const steps = alignLists(old, value);
  assert.equal(steps.filter(({ kind }) => kind === 'keep').length, 19_996);
  let from = 0;
  const made = steps.flatMap(step => {
    if (step.kind === 'insert') return [step.value];
    from += 1;
    if (step.kind === 'remove') return [];
    return [step.kind === 'set' ? step.value : old[from - 1]];
  });
  assert.deepEqual(made, value);
});
