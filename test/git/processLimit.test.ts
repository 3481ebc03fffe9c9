import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '../../src/git/processLimit.ts';

test('no more than two work at once, in the order in which they came, also after a failure', async () => {
  const started: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const works = [0, 1, 2, 3, 4].map(number =>
    inTurn(async () => {
      started.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>(resolve => ends.push(resolve));
      running -= 1;
      if (number === 1) throw new Error('failed');
      return number;
    }).catch(() => -1),
  );
  for (let ended = 0; ended < works.length; ended += 1) {
    while (ends.length <= ended) await Promise.resolve();
    ends[ended]?.();
  }
  assert.deepEqual(await Promise.all(works), [0, -1, 2, 3, 4]);
  assert.deepEqual(started, [0, 1, 2, 3, 4]);
  assert.equal(most, 2);
});
