import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withProgressLine } from '../../src/cli/progressLine.ts';
import type { CliHost } from '../../src/cli/host.ts';

/** What is written while a work tells its share at moments in milliseconds. */
async function writtenBy(
  host: Partial<CliHost>,
  told: readonly (readonly [atMs: number, share: number])[],
): Promise<readonly string[]> {
  const written: string[] = [];
  let now = 0;
  const whole: Pick<CliHost, 'isErrorTerminal' | 'environment' | 'milliseconds' | 'writeError'> = {
    isErrorTerminal: true,
    environment: {},
    milliseconds: () => now,
    writeError: text => void written.push(text),
    ...host,
  };
  const answer = await withProgressLine('Working', { host: whole }, tell => {
    for (const [atMs, share] of told) {
      now = atMs;
      tell(share);
    }
    return Promise.resolve(42);
  });
  assert.equal(answer, 42);
  return written;
}

test('a long work says how far it is, not too often, and its line goes away', async () => {
  const told = [
    [10, 0.01],
    [1200, 0.1],
    [1250, 0.2],
    [1400, 0.3],
    [9000, 1],
  ] as const;
  assert.deepEqual(await writtenBy({}, told), [
    '\rWorking… 10%',
    '\rWorking… 30%',
    '\rWorking… 99%',
    '\r\u001b[K',
  ]);
});

test('a short work says nothing, nor does one that nobody watches', async () => {
  assert.deepEqual(await writtenBy({}, [[900, 0.9]]), []);
  const late = [[5000, 0.5]] as const;
  assert.deepEqual(await writtenBy({ isErrorTerminal: false }, late), []);
  assert.deepEqual(await writtenBy({ environment: { TERM: 'dumb' } }, late), []);
});
