// A second set of plans over the open folder, beside the extension's own, to look inside of it.
import { type Uri } from 'vscode';
import { noteWords } from '../../../src/core/source/sourceIds.ts';
import { openGitRepository } from '../../../src/git/gitRepository.ts';
import { placeInside } from '../../../src/node/leadsOut.ts';
import { createNodeFiles } from '../../../src/node/nodeFiles.ts';
import type { Log } from '../../../src/vscode/log.ts';
import type { LoadedPlan } from '../../../src/vscode/loadedPlan.ts';
import type { OpenPlan } from '../../../src/vscode/openPlan.ts';
import type { PlanPorts } from '../../../src/vscode/planPorts.ts';
import { PlanSet } from '../../../src/vscode/planSet.ts';

export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  fail: (doing, failure) => {
    throw new Error(doing, { cause: failure });
  },
  time: (_doing, work) => work(),
  show: () => undefined,
  dispose: () => undefined,
};

const ports: PlanPorts = {
  log: quietLog,
  openDisk: ({ folder, folderName }: { readonly folder: Uri; readonly folderName: string }) =>
    Promise.resolve({
      files: createNodeFiles(folder.fsPath, folderName),
      pause: () => undefined,
    }),
  takenIds: () => Promise.resolve(new Set()),
  riskVersions: () => Promise.resolve(undefined),
  placeInside: ({ fsPath }, path) => Promise.resolve(placeInside(fsPath, path)),
  ignoredBy: () => Promise.resolve(undefined),
  findNotes: async ({ folder, folderName }, paths, signal) => {
    const repository = await openGitRepository(folder.fsPath);
    return repository?.findWords({ words: noteWords, paths, except: folderName }, signal);
  },
  commits: async ({ folder }) => {
    const nothing = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
    return (await openGitRepository(folder.fsPath))?.commits(nothing);
  },
  change: async ({ folder }, range) => (await openGitRepository(folder.fsPath))?.change(range),
  codePast: async ({ folder }, signal) => {
    const repository = await openGitRepository(folder.fsPath);
    const head = await repository?.headCommit();
    return repository && head !== undefined
      ? { head, code: repository.codePast(signal) }
      : undefined;
  },
};

export interface OwnPlan {
  readonly plans: PlanSet;
  readonly plan: OpenPlan;
  readonly loaded: LoadedPlan;
}

/** Runs a test with the plan of the open folder, read anew. */
export async function withPlan(body: (own: OwnPlan) => Promise<void> | void): Promise<void> {
  const plans = new PlanSet(ports);
  try {
    await plans.loadAll();
    const [plan] = plans.all;
    if (!plan?.loaded) throw new Error('The plan of the open folder was not read');
    await body({ plans, plan, loaded: plan.loaded });
  } finally {
    plans.dispose();
  }
}
