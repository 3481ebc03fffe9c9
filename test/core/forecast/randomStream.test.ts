import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillUniforms, mixCounter, streamKey } from '../../../src/core/forecast/randomStream.ts';

test('the generator gives the numbers that its authors publish', () => {
  // Threefry-2x32 with 20 rounds, from the known answers of the Random123 library.
  const known: readonly (readonly number[])[] = [
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [-1, -1, -1, -1, 0x1cb996fc, 0xbb002be7],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
  ];
  const out = new Uint32Array(2);
  for (const [a = 0, b = 0, first = 0, second = 0, ...expected] of known) {
    mixCounter({ first: first | 0, second: second | 0 }, [a, b], out);
    assert.deepEqual([...out], expected);
  }
});

test('a number hangs on the seed, the id, the purpose and the iteration, and on nothing else', () => {
  const draw = (seed: number, id: string, purpose: string, from = 0): readonly number[] => {
    const out = new Float64Array(6);
    fillUniforms(streamKey(seed, id, purpose), from, out);
    return [...out];
  };
  const all = draw(1, 'T-AAAA', 'estimate');
  assert.deepEqual(all, draw(1, 'T-AAAA', 'estimate'));
  assert.deepEqual(all.slice(2), draw(1, 'T-AAAA', 'estimate', 2).slice(0, 4));
  for (const other of [
    draw(2, 'T-AAAA', 'estimate'),
    draw(1 + 2 ** 40, 'T-AAAA', 'estimate'),
    draw(1, 'T-AAAB', 'estimate'),
    draw(1, 'T-AAAA', 'event'),
  ]) {
    assert.ok(other.every((value, i) => value !== all[i]));
  }
});

test('numbers are evenly spread, and those of two items go their own ways', () => {
  const [a, b] = [new Float64Array(20_000), new Float64Array(20_000)];
  fillUniforms(streamKey(1, 'T-AAAA', 'estimate'), 0, a);
  fillUniforms(streamKey(1, 'T-AAAB', 'estimate'), 0, b);
  const bins = new Array<number>(20).fill(0);
  let together = 0;
  a.forEach((value, i) => {
    assert.ok(value > 0 && value < 1);
    const bin = Math.floor(value * 20);
    bins[bin] = (bins[bin] ?? 0) + 1;
    together += (value - 0.5) * ((b[i] ?? 0) - 0.5) * 12;
  });
  // Chi-square of 19 degrees of freedom: above 43.8 once in a thousand times.
  const chi = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  assert.ok(chi < 43.8, `chi-square ${chi}`);
  assert.ok(Math.abs(together / 20_000) < 4 / Math.sqrt(20_000));
});
