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
    entryPoints: { writer: 'test/node/endlessWriter.ts', maker: 'test/node/endlessMaker.ts' },
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
      await runUntilKilled(['writer.js', workspace, ...names], random() * 25);
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

test('a process that is killed while it freezes reports leaves each of them whole or not there', async () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'gantry-killed-'));
  const random = seededRandom(6);
  try {
    const reports = path.join(workspace, '.project', 'reports');
    mkdirSync(path.dirname(reports), { recursive: true });
    writeFileSync(path.join(workspace, '.project', 'project.yaml'), 'name: Demo\n');
    for (let round = 1; round <= rounds; round += 1) {
      await runUntilKilled(['maker.js', workspace, String(round * 100_000)], random() * 25);
      const made = readdirSync(reports).filter(name => name.endsWith('.md'));
      assert.ok(made.length > 0);
      for (const name of made) {
        const count = Number(name.replace('.md', ''));
        const text = readFileSync(path.join(reports, name), 'utf8');
        const whole = `# Report ${count}\n${`- ${count}\n`.repeat(2000)}end: ${count}\n`;
        assert.equal(text, whole, `round ${round}, ${name}`);
        rmSync(path.join(reports, name));
      }
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});

/** A file of which any part is told from the whole. */
function versionOf(count: number): string {
  return `title: A task\ncount: ${count}\n${`# ${count}\n`.repeat(2000)}end: ${count}\n`;
}

/** Killed a random while after its first write. */
function runUntilKilled(
  [program, ...words]: readonly [string, ...string[]],
  ms: number,
): Promise<void> {
  const args = [path.join(folder, program), ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
