// Bundles the tests that need no editor, found by pattern, and runs them with Node's test runner.
// `node test/unit.mjs` runs all of them; further arguments choose files by a part of their path.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findEmpty, formBatches } from './support/testBatches.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Folders of test/ whose files are no unit tests. */
const otherFolders = ['bench', 'editor', 'fixtures', 'golden'];

/** Every unit test file, relative to the root, in a fixed order. */
export function findUnitTests(filters = []) {
  const tops = readdirSync(path.join(root, 'test'), { withFileTypes: true });
  const found = tops.flatMap(entry => {
    if (entry.isDirectory() && otherFolders.includes(entry.name)) return [];
    return entry.isDirectory()
      ? findFiles(`test/${entry.name}`, '.test.ts')
      : [`test/${entry.name}`];
  });
  return choose(
    found.filter(file => file.endsWith('.test.ts')),
    filters,
  );
}

/** Those of them that reckon with dates and open no page; every page is in a zone of its own. */
export function findDateTests(filters = []) {
  const tests = findUnitTests(filters.length > 0 ? filters : ['test/core/', 'test/webview/gantt/']);
  return tests
    .filter(file => !sameInAnyZone.includes(file))
    .filter(file => !opensPage.test(readFileSync(path.join(root, file), 'utf8')));
}

/**
 * Long tests that hold one answer of the product against another over many drawn plans. Both answers are made in the same zone and would err alike; that dates are right
 * in another zone is held by the tests that write the dates down, and these all run there.
 */
export const sameInAnyZone = [
  'test/core/format/editTextFuzz.test.ts',
  'test/core/merge/mergeFuzz.test.ts',
  'test/core/schedule/explainProperties.test.ts',
  'test/core/schedule/followedCircles.test.ts',
  'test/core/schedule/relinkTasks.test.ts',
  'test/core/schedule/rewriteLinks.test.ts',
  'test/core/schedule/scheduler.test.ts',
  'test/core/schedule/withGrid.test.ts',
];

/** How a test comes by a page in a browser. */
const opensPage = /from '.*(chartPage|webviewPage)\.ts'/;

/** Every journey through the editor, likewise. */
export function findJourneys(filters = []) {
  return choose(findFiles('test/editor/journeys', '.journey.ts'), filters);
}

function choose(files, filters) {
  const chosen = files.filter(file => !filters.length || filters.some(part => file.includes(part)));
  return chosen.sort();
}

function findFiles(folder, ending) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true })
    .map(file => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter(file => file.endsWith(ending));
}

/** The scripts that launch things find their place by their own address, so they stay where they are. */
const launchScriptsStay = {
  name: 'launch-scripts-stay',
  setup(build) {
    build.onResolve({ filter: /\/(launch\/\w+|unit)\.mjs$/ }, ({ path: file, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};

const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  plugins: [launchScriptsStay],
  sourcemap: 'inline',
  // Node needs the places, not the text; it reads the whole map whenever a test starts.
  sourcesContent: false,
  logLevel: 'error',
};

/** Bundles files of test/ one to one into `out` and answers with the bundles' paths. */
export async function bundleFiles(files, out) {
  const { build } = await import('esbuild');
  writeFileSync(path.join(out, 'package.json'), '{"type":"module"}');
  await build({ ...bundleOptions, entryPoints: files, outdir: out, outbase: 'test' });
  return files.map(file => path.join(out, file.slice('test/'.length).replace(/\.ts$/, '.js')));
}

/** Bundles each batch of test files into one file of `out`; answers with the bundles' paths. */
async function bundleBatches(batches, out) {
  const { build } = await import('esbuild');
  writeFileSync(path.join(out, 'package.json'), '{"type":"module"}');
  const bundles = batches.map((_, i) => path.join(out, `batch-${i + 1}.js`));
  const builds = batches.map((files, i) => {
    const contents = files.map(file => `import './${file}';`).join('\n');
    const stdin = { contents, resolveDir: root };
    return build({ ...bundleOptions, stdin, outfile: bundles[i] });
  });
  await Promise.all(builds);
  return bundles;
}

/** A folder for bundles of this run alone, inside the project so that packages are found. */
export function makeBuildFolder(name) {
  mkdirSync(path.join(root, '.test-build'), { recursive: true });
  return mkdtempSync(path.join(root, '.test-build', `${name}-`));
}

/**
 * Runs test files; answers with the true counts. `print` gets the output as it comes. A batch is a
 * process; `concurrency` is how many of them run at once, undefined for Node's own choice.
 */
export async function runTestFiles(
  files,
  { env = {}, print, batches = formBatches(files, root), concurrency },
) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const out = makeBuildFolder('unit');
  try {
    const bundles = await bundleBatches(batches, out);
    const countFile = path.join(out, 'count.json');
    const reporter = pathToFileURL(path.join(root, 'test', 'support', 'countTests.mjs')).href;
    const args = [
      ...['--enable-source-maps', '--test'],
      ...(concurrency === undefined ? [] : [`--test-concurrency=${concurrency}`]),
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${countFile}`],
    ];
    const child = spawn(process.execPath, [...args, ...bundles], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout.on('data', print);
    child.stderr.on('data', print);
    const status = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return readCounts({ countFile, status, files }, print);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** A runner that died without a count, or with a bad status that no test explains, is a failure. */
function readCounts({ countFile, status, files }, print) {
  const text = existsSync(countFile) ? readFileSync(countFile, 'utf8') : '';
  if (text === '') {
    print('The test runner ended without a result\n');
    return { passed: 0, failed: 1 };
  }
  const { passed, failed, seen } = JSON.parse(text);
  const empty = findEmpty(files, seen, root);
  for (const file of empty) print(`No test of ${file} was run\n`);
  const failures = failed + empty.length;
  return { passed, failed: status !== 0 && failures === 0 ? 1 : failures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = findUnitTests(process.argv.slice(2));
  if (files.length === 0) console.error('No test file has that in its path');
  const counts = await runTestFiles(files, { print: chunk => process.stdout.write(chunk) });
  process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
}
