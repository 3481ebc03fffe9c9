// Measures; asserts nothing. Finds test/bench/*.bench.ts, bundles each and runs it in a process of
// its own, one after the other:
//   node test/bench/run.mjs                 all
//   node test/bench/run.mjs NAME [ARG …]    those with NAME in their file name, with arguments
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installProjectPackages } from '../editor/launch/projectPackages.mjs';
import { bundleFiles, makeBuildFolder } from '../unit.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));

/** Runs one bundle and writes its measurements beside it; the parent prints them. */
async function runOne(bundle, args) {
  const { benchmark } = await import(pathToFileURL(bundle).href);
  const measurements = await benchmark.run(args);
  writeFileSync(`${bundle}.json`, JSON.stringify({ name: benchmark.name, measurements }));
}

async function runAll([name = '', ...args]) {
  await installProjectPackages();
  const files = readdirSync(here)
    .filter(file => file.endsWith('.bench.ts') && file.includes(name))
    .sort();
  if (files.length === 0) {
    const known = readdirSync(here).filter(file => file.endsWith('.bench.ts'));
    const names = known.map(file => file.replace('.bench.ts', '')).join(', ');
    console.error(`No benchmark has "${name}" in its name; there are ${names}`);
    process.exitCode = 1;
    return;
  }
  console.log(describeMachine());
  const out = makeBuildFolder('bench');
  let failed = 0;
  try {
    for (const bundle of await bundleFiles(
      files.map(file => `test/bench/${file}`),
      out,
    )) {
      const status = await run(bundle, args);
      if (status === 0 && existsSync(`${bundle}.json`)) print(`${bundle}.json`);
      else failed += 1;
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  if (failed > 0) console.error(`${failed} of ${files.length} benchmarks did not end well`);
  return failed > 0 ? 1 : 0;
}

async function run(bundle, args) {
  const script = fileURLToPath(import.meta.url);
  const flags = ['--expose-gc', '--enable-source-maps', '--max-old-space-size=8192'];
  const child = spawn(process.execPath, [...flags, script, '--one', bundle, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function print(file) {
  const { name, measurements } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`\n${name}`);
  const width = Math.max(...measurements.map(one => one.name.length), 10);
  for (const { name: what, value, unit } of measurements) {
    const shown = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
    console.log(`  ${what.padEnd(width)}  ${shown.padStart(9)} ${unit}`);
  }
}

function describeMachine() {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const model = cpus[0]?.model.trim() ?? 'unknown processor';
  return `${cpus.length} × ${model}, ${memory} GB, ${os.type()} ${os.arch()}, Node ${process.versions.node}`;
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--one') {
  await runOne(rest[0], rest.slice(1)).catch(error => {
    console.error(error.stack);
    process.exitCode = 1;
  });
} else process.exitCode = await runAll(process.argv.slice(2));
