import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../../src/node/makeFolder.ts';

test('a folder is made with those above it, and refused where one cannot be', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-folder-'));
  try {
    makeFolder(path.join(folder, 'a/b/c'));
    makeFolder(path.join(folder, 'a/b/c'));
    assert.ok(statSync(path.join(folder, 'a/b/c')).isDirectory());
    writeFileSync(path.join(folder, 'file'), '');
    assert.throws(() => makeFolder(path.join(folder, 'file')));
    assert.throws(() => makeFolder(path.join(folder, 'file/a')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test(
  'where the system makes no folders there is an end of it',
  {
    skip: process.platform !== 'linux',
  },
  () => {
    assert.throws(() => makeFolder('/proc/nope/a/b'));
  },
);
