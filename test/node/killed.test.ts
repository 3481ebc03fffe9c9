import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { seededRandom } from '../support/seededRandom.ts';

const rounds = Number(process.env['GANTRY_KILLS'] ?? 40);
const names = ['tasks/T-AAAA.yaml', 'tasks/T-BBBB.yaml', 'project.yaml'];
let folder = '';

before(async () => {
  folder = mkdtempSync(path.join(process.cwd(), '.test-build', 'killed-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  await build({
    absWorkingDir: process.cwd(),
    entryPoints: { writer: 'test/node/endlessWriter.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('a process that is killed while it writes leaves whole files, and nobody waits for its lock', async () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'gantry-killed-'));
  const random = seededRandom(5);
  try {
    mkdirSync(path.join(workspace, '.project', 'tasks'), { recursive: true });
    for (const name of names) writeFileSync(path.join(workspace, '.project', name), versionOf(0));
    for (let round = 1; round <= rounds; round += 1) {
      await writeUntilKilled(workspace, random() * 25);
      for (const name of names) {
        const text = readFileSync(path.join(workspace, '.project', name), 'utf8');
        const count = Number(/^count: (\d+)$/m.exec(text)?.[1]);
        assert.equal(text, versionOf(count), `round ${round}, ${name}`);
      }
      const files = createNodeFiles(workspace, '.project');
      const bytes = await files.read(names[0] ?? '');
      // A lock that were still held would be waited for in vain, and nothing written.
      const isWritten = await files.write(names[0] ?? '', Buffer.from(versionOf(round)), bytes);
      assert.ok(isWritten, `round ${round}: the lock is held by nobody`);
    }
    const seen = readdirSync(path.join(workspace, '.project'), { recursive: true }).map(String);
    const items = seen
      .filter(name => name.endsWith('.yaml'))
      .map(name => name.replaceAll('\\', '/'));
    assert.deepEqual(items.sort(), [...names].sort());
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});

/** A file of which any part is told from the whole. */
function versionOf(count: number): string {
  return `title: A task\ncount: ${count}\n${`# ${count}\n`.repeat(2000)}end: ${count}\n`;
}

/** Killed a random while after its first write. */
function writeUntilKilled(workspace: string, ms: number): Promise<void> {
  const args = [path.join(folder, 'writer.js'), workspace, ...names];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
