// What the editor waits for: reading the extension's code and `activate`, as the editor itself
// reports them for a folder with a plan; and how large the bundles are.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runSession } from '../editor/launch/editorTests.mjs';
import { bundleSizes } from '../support/bundleSizes.mjs';
import type { Benchmark, Measurement } from './benchmark.ts';

const sessions = 3;

export const benchmark: Benchmark = {
  name: 'Activation and bundles',
  run: async () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return [...measureBundles(), ...(await measureActivation())];
  },
};

async function measureActivation(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-bench-'));
  const rows: (readonly number[])[] = [];
  try {
    for (let session = 0; session < sessions; session++) {
      rows.push(await reportedTimes(path.join(folder, `${session}.json`)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return ['load the code', 'return from activate', 'end of activation'].map((name, column) => ({
    name,
    value: middle(rows.map(row => row[column] ?? Number.NaN)),
    unit: 'ms',
  }));
}

async function reportedTimes(file: string): Promise<readonly number[]> {
  const { results } = await runSession({
    name: 'bench-activation',
    fixture: 'small-team',
    settings: {},
    isRestricted: false,
    env: { GANTRY_BENCH: file },
    files: ['test/bench/inEditor/activationTimes.ts'],
  });
  const failure = results.find(result => result.error !== undefined);
  if (failure !== undefined) throw new Error(`${failure.name}: ${failure.error}`);
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(value) ? value.map(Number) : [];
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measureBundles(): readonly Measurement[] {
  const text = readFileSync(path.resolve('.test-build', 'outputs.json'), 'utf8');
  const outputs: unknown = JSON.parse(text);
  if (typeof outputs !== 'object' || outputs === null) return [];
  return bundleSizes({ ...outputs }).flatMap(({ file, atOnce, inAll }) => [
    { name: `${file}, loaded at once`, value: atOnce / 1000, unit: 'kB' },
    ...(inAll > atOnce
      ? [{ name: `${file}, with all that it may need`, value: inAll / 1000, unit: 'kB' }]
      : []),
  ]);
}
