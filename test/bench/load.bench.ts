// Parses the files of a plan, from memory and from the disk, beside the bare `yaml` package.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import { parsePlanFile } from '../../src/core/format/parsePlanFile.ts';
import { readPlainTree } from '../../src/core/format/plainTree.ts';
import { bundleChild, outputOf } from '../support/bundledChild.ts';
import { medianMs, type Benchmark, type Measurement } from './benchmark.ts';
import { generatePlan } from './generatePlan.ts';

const sizes = [1000, 10_000];

export const benchmark: Benchmark = {
  name: 'load',
  run: async () => {
    const measured: Measurement[] = [];
    const perFile: number[] = [];
    for (const size of sizes) {
      const files = generatePlan({ tasks: size });
      const times = await measure(files);
      perFile.push((times.memory / files.size) * 1000);
      measured.push(...describe(size, files, times));
    }
    const [small = Number.NaN, large = Number.NaN] = perFile;
    return [
      ...measured,
      { name: 'growth of the time a file, from 1,000 to 10,000', value: large / small, unit: '×' },
    ];
  },
};

/** How often a process is started anew to open the plan. */
const starts = 5;

interface Times {
  /** A plan opened by a process that has done nothing else yet, and looked at again by it. */
  readonly open: number;
  readonly again: number;
  /** The same by a process that finds what another one parsed. */
  readonly warm: number;
  /** The least that a warm start has to do, by a process of its own: each file asked for its time, and JSON read. */
  readonly bare: number;
  readonly memory: number;
  readonly disk: number;
  readonly yaml: number;
}

async function measure(files: ReadonlyMap<string, string>): Promise<Times> {
  const encoded = [...files].map(([file, text]) => [file, encodeUtf8(text)] as const);
  const folder = writeFolder(files);
  try {
    return {
      memory: await medianMs(() => encoded.map(([file, bytes]) => parsePlanFile(file, bytes)), 3),
      disk: await medianMs(() => readFolder(path.join(folder, '.project')), 3),
      ...(await openAnew(folder)),
      yaml: await medianMs(() => [...files.values()].map(text => parseDocument(text)), 3),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface OpenTimes {
  readonly open: number;
  readonly again: number;
}

const trustedAfterMs = 2500;

/** The medians of several starts. */
async function startOften(start: () => Promise<OpenTimes>): Promise<OpenTimes> {
  const times: OpenTimes[] = [];
  for (let i = 0; i < starts; i++) times.push(await start());
  const middle = (of: keyof OpenTimes): number =>
    times.map(time => time[of]).sort((a, b) => a - b)[Math.floor(starts / 2)] ?? Number.NaN;
  return { open: middle('open'), again: middle('again') };
}

async function openAnew(folder: string): Promise<OpenTimes & Pick<Times, 'warm' | 'bare'>> {
  const child = await bundleChild('test/bench/openOnce.ts');
  try {
    const start = async (...args: readonly string[]): Promise<OpenTimes> => {
      const told: unknown = JSON.parse(await outputOf(child.start([folder, ...args])));
      const fields = new Map(Object.entries(typeof told === 'object' && told ? told : {}));
      return { open: Number(fields.get('open')), again: Number(fields.get('again')) };
    };
    const cold = await startOften(() => start());
    // Files that were written a moment ago are not trusted.
    await wait(trustedAfterMs);
    const storage = path.join(folder, 'parsed');
    await start(storage);
    const warm = await startOften(() => start(storage));
    return { ...cold, warm: warm.open, bare: await openBare(folder) };
  } finally {
    child.remove();
  }
}

async function openBare(folder: string): Promise<number> {
  const root = path.join(folder, '.project');
  const values = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const inside = path.relative(root, file).split(path.sep).join('/');
      return parsePlanFile(inside, readFileSync(file)).value;
    });
  const parsed = path.join(folder, 'values.json');
  writeFileSync(parsed, JSON.stringify(values));
  const child = await bundleChild('test/bench/openBare.ts');
  try {
    const start = async (): Promise<OpenTimes> => {
      const open = Number(await outputOf(child.start([root, parsed])));
      return { open, again: 0 };
    };
    return (await startOften(start)).open;
  } finally {
    child.remove();
  }
}

function writeFolder(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-load-'));
  const root = path.join(folder, '.project');
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return folder;
}

function readFolder(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.relative(folder, file).split(path.sep).join('/');
    if (parsePlanFile(inside, readFileSync(file)).value !== undefined) count++;
  }
  return count;
}

function describe(
  size: number,
  files: ReadonlyMap<string, string>,
  times: Times,
): readonly Measurement[] {
  const texts = [...files.values()];
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const plain = texts.filter(text => readPlainTree(text) !== undefined).length;
  const name = `${size} tasks`;
  return [
    { name: `${name}: mean file`, value: bytes / files.size, unit: 'B' },
    { name: `${name}: files for the quick reader`, value: (plain / files.size) * 100, unit: '%' },
    { name: `${name}: parsed from memory`, value: times.memory, unit: 'ms' },
    { name: `${name}: read and parsed from disk`, value: times.disk, unit: 'ms' },
    { name: `${name}: opened by a new process`, value: times.open, unit: 'ms' },
    { name: `${name}: opened with what another parsed`, value: times.warm, unit: 'ms' },
    { name: `${name}: bare lstat of each file, and JSON`, value: times.bare, unit: 'ms' },
    { name: `${name}: warm against bare`, value: times.warm / times.bare, unit: '×' },
    { name: `${name}: warm against cold`, value: times.warm / times.open, unit: '×' },
    { name: `${name}: looked at again`, value: times.again, unit: 'ms' },
    { name: `${name}: bare yaml.parseDocument`, value: times.yaml, unit: 'ms' },
    { name: `${name}: against yaml`, value: times.memory / times.yaml, unit: '×' },
  ];
}
