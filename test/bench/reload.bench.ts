// What a checkout that changes 2,000 of 10,000 files costs whoever follows the plan: from the end of
// git's work to the snapshot that shows all of it, and how many snapshots there were on the way.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { createPause } from '../../src/node/pause.ts';
import { systemTimer } from '../../src/node/timer.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { generatePlan } from './generatePlan.ts';

const tasks = 10_000;
const changed = 2000;
const rounds = 6;

export const benchmark: Benchmark = { name: 'reload', run: measure };

async function measure(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-reload-'));
  try {
    layBranches(folder);
    const store = await openStore(folder);
    const times: { readonly git: number; readonly after: number; readonly snapshots: number }[] =
      [];
    for (let round = 0; round < rounds; round++) {
      times.push(await follow(store, folder, round % 2 === 0 ? 'other' : 'main'));
    }
    store.dispose();
    const middle = (of: 'git' | 'after' | 'snapshots'): number =>
      times.map(time => time[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
    const name = `checkout of ${changed} of ${tasks} tasks`;
    return [
      { name: `${name}: git's own time`, value: middle('git'), unit: 'ms' },
      { name: `${name}: from its end to the snapshot`, value: middle('after'), unit: 'ms' },
      { name: `${name}: snapshots`, value: middle('snapshots'), unit: '1' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two branches that differ in the titles of many tasks. */
function layBranches(folder: string): void {
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
    execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' });
  };
  const files = generatePlan({ tasks });
  const write = (file: string, text: string): void => {
    const place = path.join(folder, '.project', file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  };
  for (const [file, text] of files) write(file, text);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'main');
  git('checkout', '-qb', 'other');
  const paths = [...files.keys()].filter(file => file.startsWith('tasks/')).slice(0, changed);
  for (const file of paths)
    write(file, (files.get(file) ?? '').replace(/^title: ('?)/, 'title: $1Other '));
  git('commit', '-qam', 'other');
  git('checkout', '-q', 'main');
}

async function openStore(folder: string): Promise<ProjectStore> {
  const repository = await openGitRepository(folder);
  return ProjectStore.open(createNodeFiles(folder, '.project'), {
    after: systemTimer,
    pause: createPause(),
    witness: async files => (await repository?.knownFiles('.project', files)) ?? new Set(),
  });
}

async function follow(
  store: ProjectStore,
  folder: string,
  branch: string,
): Promise<{ readonly git: number; readonly after: number; readonly snapshots: number }> {
  const wanted = branch === 'other' ? changed : 0;
  let snapshots = 0;
  const alive = setInterval(() => undefined, 1000);
  try {
    const followed = new Promise<number>(resolve => {
      const listening = store.onDidChange(({ plan }) => {
        snapshots++;
        const marked = [...plan.tasks.values()].filter(({ title }) => title.startsWith('Other '));
        if (marked.length !== wanted) return;
        listening.dispose();
        resolve(performance.now());
      });
    });
    const startedAt = performance.now();
    await once(spawn('git', ['-C', folder, 'checkout', '-q', branch]), 'close');
    const endedAt = performance.now();
    const git = endedAt - startedAt;
    return { git, after: (await followed) - endedAt, snapshots };
  } finally {
    clearInterval(alive);
  }
}
