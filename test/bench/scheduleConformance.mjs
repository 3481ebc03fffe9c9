// Compares the schedule with the dates and floats that Microsoft Project, or a program that follows
// its rules, saved in files of its XML format, task by task and field by field:
//   node test/bench/scheduleConformance.mjs FOLDER [NAME] [--list]
// FOLDER is searched for .xml files with NAME in their path; --list names every task that differs.
// Each file goes the whole way: imported by the command line, scheduled by it, compared by origin.
// Needs a build (`npm run build`). Asserts nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const cli = path.join(root, 'dist', 'cli.js');
const dates = {
  start: 'Start',
  finish: 'Finish',
  earlyStart: 'EarlyStart',
  earlyFinish: 'EarlyFinish',
  lateStart: 'LateStart',
  lateFinish: 'LateFinish',
};
/** Of the format's codes for durations; 32 more stands for an estimated one. */
const elapsedFormats = new Set([4, 6, 8, 10, 12, 20]);
const floats = { totalFloat: 'TotalSlack', freeFloat: 'FreeSlack' };

function findFiles(folder, name) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => {
      const child = path.join(folder, entry.name);
      return entry.isDirectory() ? findFiles(child, name) : [child];
    })
    .filter(file => file.endsWith('.xml') && file.includes(name))
    .sort();
}

/** The fields of each task element, nested elements left out. */
function readSaved(file) {
  const tasks = readFileSync(file, 'utf8').split('<Tasks>')[1]?.split('</Tasks>')[0] ?? '';
  return tasks
    .split('</Task>')
    .slice(0, -1)
    .map(text => {
      const own = text.replace(/<(PredecessorLink|Baseline|TimephasedData)>[\s\S]*?<\/\1>/g, '');
      return Object.fromEntries(
        [...own.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]),
      );
    })
    .filter(task => task.IsNull !== '1' && task.UID !== '0' && task.OutlineLevel !== '0');
}

/** What the command line makes of a file, by origin. */
function schedule(file) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-conformance-'));
  const run = (...args) =>
    execFileSync(process.execPath, [cli, '-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    attempt(() => run('init'));
    attempt(() => run('import', file, '--from', 'mspdi'));
    const { data } = JSON.parse(attempt(() => run('schedule', '--format', 'json')));
    return new Map(data.tasks.map(task => [task.origin?.split(':').at(-1), task]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Findings end the command with 1 and are no failure; its output counts all the same. */
function attempt(command) {
  try {
    return command();
  } catch (failure) {
    if (failure.status === 1) return failure.stdout;
    throw failure;
  }
}

function differences(saved, own, hasFloats) {
  if (!own) return ['missing'];
  const found = [];
  for (const [field, name] of Object.entries(dates)) {
    const expected = saved[name]?.slice(0, 16);
    if (expected !== undefined && own[field] !== expected) {
      found.push(`${field} ${own[field]} not ${expected}`);
    }
  }
  // Project saves the floats of elapsed tasks in elapsed minutes; the command line tells working ones.
  if (!hasFloats || elapsedFormats.has(Number(saved.DurationFormat) % 32)) return found;
  for (const [field, name] of Object.entries(floats)) {
    const expected = Number(saved[name] ?? 0) / 10;
    if (Math.abs(own[field] - expected) > 0.5) found.push(`${field} ${own[field]} not ${expected}`);
  }
  return found;
}

function compare(file, isListing) {
  const saved = readSaved(file);
  const own = schedule(file);
  const hasFloats = saved.some(task => Number(task.TotalSlack ?? 0) !== 0);
  const differing = saved
    .map(task => [task, differences(task, own.get(task.UID), hasFloats)])
    .filter(([, found]) => found.length > 0);
  console.log(`${saved.length - differing.length}/${saved.length}  ${path.basename(file)}`);
  if (isListing) {
    for (const [task, found] of differing) console.log(`    ${task.UID}: ${found.join(', ')}`);
  }
  return { tasks: saved.length, equal: saved.length - differing.length };
}

const [folder, ...rest] = process.argv.slice(2);
const [name = ''] = rest.filter(word => !word.startsWith('--'));
if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error('Give a folder with files in the XML format of Microsoft Project');
  process.exit(2);
}
if (!existsSync(cli)) {
  console.error('Build first: npm run build');
  process.exit(2);
}
const results = findFiles(folder, name).map(file => compare(file, rest.includes('--list')));
const sum = field => results.reduce((total, result) => total + result[field], 0);
console.log(`${sum('equal')} of ${sum('tasks')} tasks are equal in every field`);
