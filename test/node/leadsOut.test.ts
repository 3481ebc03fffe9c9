import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createDiskCode } from '../../src/cli/diskCode.ts';
import { leadsOut } from '../../src/node/leadsOut.ts';

test('links are followed within a folder and not out of it', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'gantry-links-'));
  try {
    const folder = path.join(place, 'root');
    mkdirSync(path.join(folder, 'src'), { recursive: true });
    mkdirSync(path.join(place, 'other'));
    writeFileSync(path.join(place, 'other', 'secret.ts'), 'secret');
    writeFileSync(path.join(folder, 'src', '..a.ts'), 'own');
    symlinkSync('src', path.join(folder, 'within'));
    symlinkSync('../other', path.join(folder, 'beyond'));
    symlinkSync('nowhere', path.join(folder, 'broken'));
    symlinkSync('root', path.join(place, 'alias'));
    const files = ['src/..a.ts', 'within/..a.ts', 'beyond/secret.ts', 'broken', '', 'beyond'];
    const expected = [false, false, true, true, false, true];
    for (const root of [folder, path.join(place, 'alias')]) {
      assert.deepEqual(
        files.map(file => leadsOut(root, file)),
        expected,
      );
      const code = createDiskCode(root);
      assert.deepEqual(await Promise.all(files.slice(0, 4).map(file => code.read(file))), [
        'own',
        'own',
        undefined,
        undefined,
      ]);
      assert.equal(await code.exists('beyond/secret.ts'), false);
    }
  } finally {
    rmSync(place, { recursive: true });
  }
});
