import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundleCli } from './bundledCli.ts';

const script = bundleCli();
let workspace = '';

before(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'gantry-bundle-'));
});

after(() => rmSync(workspace, { recursive: true, force: true }));

function runChild(...args: readonly string[]): {
  status: number | null;
  out: string;
  error: string;
} {
  const child = spawnSync(process.execPath, [script(), ...args], {
    cwd: workspace,
    encoding: 'utf8',
  });
  return { status: child.status, out: child.stdout, error: child.stderr };
}

test('the bundled file runs as a process, with its exit codes and streams', () => {
  const version = runChild('--version');
  assert.equal(version.status, 0);
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
  assert.equal(runChild('init', '--template', 'software').status, 0);
  const check = runChild('check', '--format', 'json');
  assert.deepEqual([check.status, check.error], [0, '']);
  assert.equal((JSON.parse(check.out) as { kind: string }).kind, 'check');
  const wrong = runChild('nothing');
  assert.deepEqual([wrong.status, wrong.out], [2, '']);
});

test('a reader that closes the pipe early is no failure', async () => {
  const args = [script(), 'help', 'list'];
  const child = spawn(process.execPath, args, {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  await new Promise(resolve => child.on('close', resolve));
  assert.equal(error, '');
});
