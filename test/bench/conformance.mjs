// Imports every Microsoft Project file of a folder, schedules it, and compares the dates and floats
// with those that the file carries, task by task.
//   node test/bench/conformance.mjs DIR            one line a file: how many values differ
//   node test/bench/conformance.mjs DIR PART       every difference in files whose name holds PART
//   node test/bench/conformance.mjs DIR --fail     the exit code is 1 when anything differs
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [folder, ...more] = process.argv.slice(2);
const part = more.find(argument => !argument.startsWith('--'));
const isStrict = more.includes('--fail');

if (folder === undefined || !existsSync(folder)) {
  console.error('Name a folder with Microsoft Project XML files; it is not there');
  process.exit(2);
}

const { scheduleMspdi } = await loadRunner();
let differing = 0;
let unequal = 0;
const rows = [];
for (const file of findXml(folder)) {
  const name = path.relative(folder, file).split(path.sep).join('/');
  const result = await scheduleMspdi(readFileSync(file, 'utf8'), name);
  rows.push({ name, ...countDifferences(result.differences), tasks: result.tasks });
  differing += result.differences.length;
  unequal += new Set(result.differences.map(({ uid }) => uid)).size;
  if (part !== undefined && name.includes(part)) printDifferences(name, result);
}
console.table(rows.map(({ name, tasks, ...counts }) => ({ file: name, tasks, ...counts })));
const tasks = rows.reduce((sum, row) => sum + row.tasks, 0);
console.log(
  `${tasks - unequal} of ${tasks} tasks are equal in every field; ${differing} values differ`,
);
process.exitCode = isStrict && differing > 0 ? 1 : 0;

function findXml(place) {
  return readdirSync(place)
    .sort()
    .flatMap(name => {
      const child = path.join(place, name);
      if (statSync(child).isDirectory()) return findXml(child);
      return name.endsWith('.xml') ? [child] : [];
    });
}

function countDifferences(differences) {
  const fields = [
    'start',
    'finish',
    'earlyStart',
    'earlyFinish',
    'lateStart',
    'lateFinish',
    'totalFloat',
    'freeFloat',
    'critical',
  ];
  return Object.fromEntries(
    fields.map(field => [field, differences.filter(each => each.field === field).length]),
  );
}

function printDifferences(name, { differences, problems }) {
  console.log(`\n${name}`);
  for (const problem of problems) console.log(`  ${problem}`);
  for (const { uid, title, field, expected, actual } of differences) {
    console.log(`  ${uid.padStart(5)} ${title}: ${field} is ${actual}, the file says ${expected}`);
  }
}

async function loadRunner() {
  const out = path.join(root, '.test-build', `conformance-${process.pid}`);
  mkdirSync(out, { recursive: true });
  const outfile = path.join(out, 'scheduleMspdi.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/scheduleMspdi.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
