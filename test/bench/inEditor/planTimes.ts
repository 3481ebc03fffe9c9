// Runs in the extension host, on the plan that is open: how long each step from the files to the
// panel takes, and for how long the host answers nobody after an edit. Writes the numbers to the
// file that GANTRY_BENCH names.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from 'vscode';
import { createNodeFiles } from '../../../src/node/nodeFiles.ts';
import { createPause } from '../../../src/node/pause.ts';
import type { Log } from '../../../src/vscode/log.ts';
import { toPanelSnapshot } from '../../../src/vscode/panelSnapshot.ts';
import type { PlanPorts } from '../../../src/vscode/planPorts.ts';
import { PlanSet } from '../../../src/vscode/planSet.ts';
import { test } from '../../editor/support/editorTest.ts';
import { workspaceFolder } from '../../editor/support/workspace.ts';

const rounds = 5;
const times: { name: string; value: number; unit: string }[] = [];

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  fail: (doing, failure) => {
    throw new Error(doing, { cause: failure });
  },
  time: (doing, work) => {
    const from = performance.now();
    const note = (): void => add(doing.replace(/ of revision \d+$/, ''), performance.now() - from);
    const result = work();
    if (result instanceof Promise) void result.then(note, note);
    else note();
    return result;
  },
  show: () => undefined,
  dispose: () => undefined,
};

const ports: PlanPorts = {
  log,
  openDisk: ({ folder, folderName }) =>
    Promise.resolve({
      files: createNodeFiles(folder.fsPath, folderName),
      pause: createPause(),
    }),
  riskVersions: () => Promise.resolve(undefined),
  takenIds: () => Promise.resolve(new Set()),
  ignoredBy: () => Promise.resolve(undefined),
};

test('the steps from the files to the panel', async () => {
  const plans = new PlanSet(ports);
  await plans.loadAll();
  const loaded = plans.all[0]?.loaded;
  const file = path.join(workspaceFolder(), process.env['GANTRY_BENCH_FILE'] ?? '');
  const id = /[^/\\]+(?=\.yaml$)/.exec(file)?.[0] ?? '';
  if (!loaded) throw new Error('The plan was not read');
  const snapshot = toPanelSnapshot(loaded);
  loaded.views().tree();
  loaded.views().status();
  add(
    'snapshot of the panel as a message',
    timeOf(() => structuredClone(snapshot)),
  );
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    const title = `Edited ${round} times`;
    const input = { id, fields: { title } };
    const done = await loaded.run({ command: 'setFields', input });
    if (!done.ok) throw new Error(done.error.message);
    add('edit of one field to the new plan', performance.now() - from);
    add(
      'new plan to the snapshot of the panel',
      timeOf(() => toPanelSnapshot(loaded)),
    );
  }
  plans.dispose();
  await commands.executeCommand('gantry.openGantt');
  await pause(6000);
  for (let round = 0; round < rounds; round++) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^title: .*/m, `title: Written ${round} times`));
    add('longest silence of the host after a save', await longestSilence(2000));
  }
  writeFileSync(process.env['GANTRY_BENCH'] ?? '', JSON.stringify(times));
});

function add(name: string, value: number): void {
  times.push({ name, value, unit: 'ms' });
}

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** The longest time in which no timer came to its turn. */
async function longestSilence(forMs: number): Promise<number> {
  const end = performance.now() + forMs;
  let last = performance.now();
  let longest = 0;
  while (last < end) {
    await pause(1);
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
