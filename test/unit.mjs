// Bundles the tests that need no editor, found by pattern, and runs them with Node's test runner.
// `node test/unit.mjs` runs all of them; further arguments choose files by a part of their path.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const places = ['base', 'core', 'protocol', 'node', 'git', 'cli', 'webview', 'support'];

/** Every unit test file, relative to the root, in a fixed order. */
export function findUnitTests(filters = []) {
  const found = [];
  const visit = folder => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const child = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(child);
      else if (entry.name.endsWith('.test.ts')) found.push(child);
    }
  };
  for (const entry of readdirSync(path.join(root, 'test'), { withFileTypes: true })) {
    if (entry.isDirectory() && places.includes(entry.name)) visit(`test/${entry.name}`);
    else if (entry.name.endsWith('.test.ts')) found.push(`test/${entry.name}`);
  }
  return found.sort().filter(file => !filters.length || filters.some(part => file.includes(part)));
}

/** Bundles the given test files one to one and answers with the bundles' paths. */
export async function bundleTests(files) {
  const { build } = await import('esbuild');
  const out = path.join(root, '.test-build', filterName(files));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'package.json'), '{"type":"module"}');
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: out,
    outbase: 'test',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return files.map(file => path.join(out, file.slice('test/'.length).replace(/\.ts$/, '.js')));
}

/** A folder of its own for each choice of files, so that two runs at once do not disturb each other. */
function filterName(files) {
  return `unit-${process.pid}-${files.length}`;
}

/** Runs the bundles; answers with the exit code. */
export function runTests(bundles, env = {}) {
  const run = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--test', '--test-reporter=spec', ...bundles],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  );
  return run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = findUnitTests(process.argv.slice(2));
  const bundles = await bundleTests(files);
  const status = runTests(bundles);
  rmSync(path.join(root, '.test-build', filterName(files)), { recursive: true, force: true });
  process.exit(status);
}
