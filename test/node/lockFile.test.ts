import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { withLock } from '../../src/node/lockFile.ts';

test('a lock is waited for, and one that a crash left behind is taken away', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const target = path.join(folder, 'a.yaml');
    writeFileSync(lock, '');
    let isFree = false;
    setTimeout(() => {
      isFree = true;
      rmSync(lock);
    }, 40);
    assert.equal(await withLock(target, () => isFree), true);
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
    assert.equal(await withLock(target, () => 'done'), 'done');
    await assert.rejects(
      withLock(target, () => {
        throw new Error('inside');
      }),
      /inside/,
    );
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
