// Everything that must be true, in one command. Installs what is missing, then runs the steps, two
// side by side, and ends with one line of true totals.
//   node test/run.mjs                  all
//   node test/run.mjs unit [PART …]    only that step, and of its tests only those with such a path
// Steps: types, lint, format, unit, zone (what reckons with dates, in another time zone), build,
// editor, journeys.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { findSessions, runSession } from './editor/launch/editorTests.mjs';
import { cacheRoot, projectRoot } from './editor/launch/installOnce.mjs';
import { installProjectPackages } from './editor/launch/projectPackages.mjs';
import { cut } from './support/testBatches.mjs';
import { findDateTests, findJourneys, findUnitTests, runTestFiles } from './unit.mjs';

const stepLimitMs = 25 * 60_000;
const [only, ...filters] = process.argv.slice(2);

/** Each step answers with its counts; `print` gathers what it has to say. */
const steps = {
  types: print => runTool(['typescript/bin/tsc', '-b'], print),
  lint: print =>
    runTool(['eslint/bin/eslint.js', '--config', '.config/eslint.config.mjs', '.'], print),
  format: print =>
    runTool(['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'], print),
  unit: print => runTestFiles(findUnitTests(filters), { env: { TZ: 'UTC' }, print }),
  zone: print =>
    runTestFiles(findDateTests(filters), { env: { TZ: 'America/Los_Angeles' }, print }),
  build: print => runScript(['esbuild.config.mjs'], print),
  editor: print => runEditorSessions(print),
  journeys: print => runJourneys(print),
};

/** In the order in which they begin: what is long or needed first, so that both hands end together. */
const order = ['build', 'unit', 'journeys', 'editor', 'lint', 'zone', 'types', 'format'];

/** What a step needs before it. */
const needs = { editor: ['build'], journeys: ['build'] };

async function runStep(name) {
  const startedAt = performance.now();
  const said = [];
  const print = chunk => said.push(chunk.toString());
  let counts;
  try {
    counts = await withLimit(steps[name](print));
  } catch (error) {
    print(`${error.stack}\n`);
    counts = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const hasFailed = counts.failed > 0;
  const isLoud = hasFailed || only !== undefined;
  const line = `${hasFailed ? '✖' : '✔'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`;
  console.log(isLoud ? `${said.join('').trimEnd()}\n${line}` : line);
  return counts;
}

/** Takes one step after the other, each when what it needs has ended. */
async function takeSteps() {
  for (;;) {
    const place = waiting.findIndex(name => (needs[name] ?? []).every(need => ended.has(need)));
    const [name] = place < 0 ? [] : waiting.splice(place, 1);
    if (name === undefined) {
      if (waiting.length === 0) return;
      // What it waits for is what the other hand is at.
      await underWay;
      continue;
    }
    const isBroken = (needs[name] ?? []).some(need => ended.get(need).failed > 0);
    if (isBroken) console.log(`✖ ${name}: not run, the build failed`);
    const running = isBroken ? Promise.resolve({ passed: 0, failed: 1 }) : runStep(name);
    underWay = running;
    ended.set(name, await running);
  }
}

async function withLimit(running) {
  let limit;
  const late = new Promise((_resolve, reject) => {
    const say = () => reject(new Error(`The step did not end in ${stepLimitMs / 60_000} minutes`));
    limit = setTimeout(say, stepLimitMs);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(limit);
  }
}

/** Runs a program of node_modules; as a check it is one test that passes or fails. */
function runTool([program, ...args], print) {
  return runScript([path.join('node_modules', program), ...args], print);
}

async function runScript(args, print) {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', print);
  child.stderr.on('data', print);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runEditorSessions(print) {
  const counts = { passed: 0, failed: 0 };
  for (const session of findSessions(filters)) {
    const { results, logs, folder } = await runSession(session, console.error);
    for (const { name, ms, error } of results) {
      counts[error === undefined ? 'passed' : 'failed'] += 1;
      if (error === undefined) print(`✔ ${name} (${ms} ms)\n`);
      else print(`✖ ${session.name}: ${name}\n${error.replace(/^/gm, '    ')}\n`);
    }
    if (logs !== undefined) print(`Logs are in ${logs}, the folder in ${folder}\n`);
  }
  return counts;
}

/** One window after the other beside another step; two rows of them where there is room for more. */
function runJourneys(print) {
  const files = findJourneys(filters);
  const concurrency = Math.min(availableParallelism() < 4 ? 1 : 2, files.length);
  return runTestFiles(files, { print, batches: cut(files, concurrency), concurrency });
}

function add(all) {
  const sum = { passed: 0, failed: 0 };
  for (const { passed, failed } of all) {
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

if (only !== undefined && !(only in steps)) {
  console.error(`There is no step "${only}"; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
await installProjectPackages();
rmSync(path.join(cacheRoot, 'logs'), { recursive: true, force: true });
const waiting = only === undefined ? [...order] : [...(needs[only] ?? []), only];
const ended = new Map();
let underWay;
// Two steps at a time: a machine with two cores has no room for more, and tests that starve fail.
await Promise.all([takeSteps(), takeSteps()]);
const { passed, failed } = add([...ended.values()]);
const ran = only === undefined || passed + failed > (needs[only]?.length ?? 0);
if (!ran) console.log('No test has that in its path');
console.log(`${passed} passed, ${ran ? failed : failed + 1} failed`);
process.exitCode = failed > 0 || !ran ? 1 : 0;
