import assert from 'node:assert/strict';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { faultCodes, withFault } from '../support/diskFaults.ts';

async function inFolder(use: (workspace: string) => Promise<void>): Promise<void> {
  const workspace = fs.mkdtempSync(path.join(tmpdir(), 'gantry-faults-'));
  try {
    fs.mkdirSync(path.join(workspace, '.project', 'tasks'), { recursive: true });
    await use(workspace);
  } finally {
    fs.rmSync(workspace, { recursive: true, force: true });
  }
}

const name = 'tasks/T-AAAA.yaml';
const before = Buffer.from(`title: Before\n${'# old\n'.repeat(500)}`);
const after = Buffer.from(`title: After\n${'# new\n'.repeat(500)}`);

for (const code of faultCodes) {
  test(`${code} at any call leaves the old file or the new one, and the next write succeeds`, () =>
    inFolder(async workspace => {
      const target = path.join(workspace, '.project', name);
      for (let number = 1; ; number += 1) {
        fs.writeFileSync(target, before);
        const files = createNodeFiles(workspace, '.project');
        let isWritten: boolean | undefined;
        const { count, failure } = await withFault({ number, code }, async () => {
          isWritten = await files.write(name, after, before);
        });
        const found = fs.readFileSync(target);
        assert.ok(found.equals(before) || found.equals(after), `${code} at call ${number}`);
        if (isWritten === true) assert.ok(found.equals(after), `${code} at call ${number}: told`);
        if (isWritten === undefined) {
          assert.ok(failure instanceof Error, `${code} at call ${number}: silent`);
        }
        fs.writeFileSync(target, before);
        assert.equal(await files.write(name, after, before), true, `${code} after ${number}`);
        if (count < number) break;
      }
      const left = fs.readdirSync(path.join(workspace, '.project', 'tasks'));
      const strays = left.filter(entry => entry !== 'T-AAAA.yaml');
      assert.ok(strays.length <= 3, strays.join());
      assert.ok(strays.every(entry => entry.endsWith('.gantry-tmp')));
    }));

  test(`${code} at any call makes a new file whole or not at all`, () =>
    inFolder(async workspace => {
      const target = path.join(workspace, '.project', name);
      for (let number = 1; ; number += 1) {
        fs.rmSync(target, { force: true });
        const files = createNodeFiles(workspace, '.project');
        const { count } = await withFault({ number, code }, () =>
          files.write(name, after, undefined),
        );
        const isThere = fs.existsSync(target);
        if (isThere) assert.ok(fs.readFileSync(target).equals(after), `${code} at call ${number}`);
        if (count < number) {
          assert.ok(isThere);
          break;
        }
      }
    }));
}
