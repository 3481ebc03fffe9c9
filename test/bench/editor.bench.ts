// The way of a plan through a real VS Code: the steps inside of the extension host, and what a
// person waits for, as seen in the page.
//   node test/bench/run.mjs editor [TASKS …]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { rowOf } from '../editor/journeys/chartPage.ts';
import { runSession } from '../editor/launch/editorTests.mjs';
import { findWebview, openWorkbench, runCommand } from '../editor/launch/openWorkbench.mjs';
import type { Workbench } from '../editor/launch/openWorkbench.mjs';
import type { Benchmark, Measurement } from './benchmark.ts';
import { generatePlan } from './generatePlan.ts';
import { momentsOfChange, scrollFrames } from './panelTimes.ts';

const rounds = 7;
const scrolledFrames = 180;

export const benchmark: Benchmark = {
  name: 'Plan in the editor',
  run: async args => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const sizes = args.map(Number).filter(Number.isInteger);
    const measurements: Measurement[] = [];
    for (const tasks of sizes.length > 0 ? sizes : [1000, 10_000]) {
      const found = await measurePlan(tasks);
      measurements.push(...found.map(each => ({ ...each, name: `${tasks} tasks, ${each.name}` })));
    }
    return measurements;
  },
};

/** A plan on the disk, with a task that can be made longer. */
interface Place {
  readonly folder: string;
  readonly id: string;
  readonly file: string;
}

async function measurePlan(tasks: number): Promise<readonly Measurement[]> {
  const place = writePlan(tasks);
  const extension = process.cwd();
  const host = await measureHost(place);
  const prepare = spyOnPaints;
  const bench = await openWorkbench({ folder: place.folder, extension, prepare });
  try {
    const firstRow = await openPanel(bench);
    const panel = await findWebview(bench.page);
    const firstPaint = (await readPaints(panel))[0] ?? Number.NaN;
    await showTask(panel, place.id);
    const edits = await measureEdits(bench, panel, place.id);
    const saves = await measureSaves(panel, place);
    const paints = (await readPaints(panel)).slice(1);
    const frames = await scrollFrames(panel, scrolledFrames, 120);
    return [
      ...host,
      { name: 'command to first row', value: firstRow, unit: 'ms' },
      { name: 'first snapshot to its frame', value: firstPaint, unit: 'ms' },
      ...spread('later snapshot to its frame', paints),
      ...spread('key released to chart repainted', edits),
      ...spread('file written outside to chart repainted', saves),
      ...spread('time between frames while scrolling', frames),
    ];
  } finally {
    await bench.close();
    rmSync(place.folder, { recursive: true, force: true });
  }
}

function writePlan(tasks: number): Place {
  const runs = path.resolve('.vscode-test', 'runs');
  mkdirSync(runs, { recursive: true });
  const folder = mkdtempSync(path.join(runs, 'bench-'));
  const files = generatePlan({ tasks });
  for (const [file, text] of files) {
    const target = path.join(folder, '.project', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const [file] =
    [...files].find(([, text]) => /^status: todo$/m.test(text) && /^estimate: \dd$/m.test(text)) ??
    [];
  if (file === undefined) throw new Error('The plan has no task that can be made longer');
  return { folder, file: path.join(folder, '.project', file), id: path.basename(file, '.yaml') };
}

async function openPanel({ page }: Workbench): Promise<number> {
  const startedAt = performance.now();
  await runCommand(page, 'Gantry: Open Gantt Chart');
  const panel = await findWebview(page);
  await panel.locator('.gantt-row:visible').first().waitFor({ timeout: 120_000 });
  const ms = performance.now() - startedAt;
  // The trees and the list of problems follow the picture.
  await page.waitForTimeout(5000);
  return ms;
}

/** Goes to a task with nothing filtered out, so that the chart stays as long as it is. */
async function showTask(panel: Frame, id: string): Promise<void> {
  await panel.getByRole('button', { name: 'Show only what matches' }).click();
  const filter = panel.getByLabel('Filter by words, fields and comparisons');
  await filter.fill(id);
  await filter.press('Enter');
  // Beside the pencil, which would open the popover.
  await rowOf(panel, id)
    .locator('.gantt-name')
    .click({ position: { x: 8, y: 8 } });
}

async function measureEdits({ page }: Workbench, panel: Frame, id: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const moments = momentsOfChange(panel, { id, isByKey: true });
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const { keyUp, changed } = await moments;
    times.push(changed - keyUp);
    await page.waitForTimeout(1000);
  }
  return times;
}

async function measureSaves(panel: Frame, { file, id }: Place): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const moments = momentsOfChange(panel, { id, isByKey: false });
    const text = readFileSync(file, 'utf8').replace(/^title: .*/m, `title: Written ${round} times`);
    const writtenAt = performance.timeOrigin + performance.now();
    writeFileSync(file, text);
    times.push((await moments).changed - writtenAt);
    await panel.page().waitForTimeout(1000);
  }
  return times;
}

/** Notes in each page what the panel says of its painting, before the editor takes the message. */
async function spyOnPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const paints: number[] = [];
    let acquire: (() => { postMessage(message: unknown): void }) | undefined;
    Object.defineProperty(window, 'paints', { value: paints });
    Object.defineProperty(window, 'acquireVsCodeApi', {
      set: (given: typeof acquire) => {
        acquire = given;
      },
      get: () => () => {
        const api = acquire?.();
        return {
          ...api,
          postMessage: (message: { name?: string; params?: { ms?: number } }) => {
            if (message.name === 'painted') paints.push(message.params?.ms ?? Number.NaN);
            api?.postMessage(message);
          },
        };
      },
    });
  });
}

/** What the spy has seen so far, in milliseconds from the snapshot to the end of its frame. */
function readPaints(panel: Frame): Promise<readonly number[]> {
  return panel.evaluate(() => {
    const paints: unknown = Reflect.get(window, 'paints');
    return Array.isArray(paints) ? paints.map(Number) : [];
  });
}

/** The steps inside of the extension host, in a session of their own. */
async function measureHost({ folder, file }: Place): Promise<readonly Measurement[]> {
  const report = `${folder}.json`;
  const { results } = await runSession({
    name: 'bench-plan',
    fixture: folder,
    settings: {},
    isRestricted: false,
    env: { GANTRY_BENCH: report, GANTRY_BENCH_FILE: path.relative(folder, file) },
    files: ['test/bench/inEditor/planTimes.ts'],
  });
  const failure = results.find(result => result.error !== undefined);
  if (failure !== undefined) throw new Error(`${failure.name}: ${failure.error}`);
  const entries: unknown = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  return Array.isArray(entries) ? summarise(entries) : [];
}

/** The middle of each kind of entry. */
function summarise(entries: readonly Measurement[]): readonly Measurement[] {
  return [...new Set(entries.map(({ name }) => name))].map(name => {
    const times = entries.filter(entry => entry.name === name).map(({ value }) => value);
    return { name: `host: ${name}`, value: quantile(times, 0.5), unit: 'ms' };
  });
}

function spread(name: string, times: readonly number[]): readonly Measurement[] {
  return [
    { name: `${name}, middle`, value: quantile(times, 0.5), unit: 'ms' },
    { name: `${name}, 95 of 100`, value: quantile(times, 0.95), unit: 'ms' },
    { name: `${name}, worst`, value: Math.max(...times), unit: 'ms' },
  ];
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
