import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../core/base/result.ts';
import { minutesPerDay, type Instant } from '../core/model/instant.ts';
import { createProblem } from '../core/model/problem.ts';
import { otherFolder } from '../core/store/planFolder.ts';
import { loadPlan } from '../core/store/loadPlan.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { createNodeFiles } from '../node/nodeFiles.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';

/** Where the plan of a workspace folder is. */
export interface PlanPlace {
  /** Relative to the workspace folder. */
  readonly folder: string;
  readonly files: ProjectFiles;
}

export interface ReadPlan extends PlanPlace {
  readonly snapshot: Snapshot;
}

export interface EditedPlan extends PlanPlace {
  readonly store: ProjectStore;
}

/** The names that are looked for, in this order, when none is given. */
const folderNames: readonly string[] = ['.project', otherFolder];

/** The plan folder's name: the one asked for, or the first that is a folder, or the usual one. */
function planFolderName(ctx: CliContext): string {
  if (ctx.folderName !== undefined) return trimSlashes(ctx.folderName);
  const found = folderNames.find(name => isFolder(path.join(ctx.workspace, name)));
  return found ?? folderNames[0] ?? '.project';
}

function trimSlashes(name: string): string {
  return name.replace(/\\/g, '/').replace(/^(?:\.\/)+|\/+$/g, '');
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The plan as it is on the disk, for commands that only look. */
export async function readPlan(ctx: CliContext): Promise<Result<ReadPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const snapshot = await loadPlan(place.value.files);
  if (!snapshot.exists) return absent(snapshot, ctx, place.value.folder);
  return ok({ ...place.value, snapshot });
}

/** The plan with the store that writes to it. */
export async function editPlan(ctx: CliContext): Promise<Result<EditedPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const store = await ProjectStore.open(place.value.files);
  if (!store.snapshot.exists) return absent(store.snapshot, ctx, place.value.folder);
  return ok({ ...place.value, store });
}

/** The files of the plan folder, whether it is there or not. */
export function placeOf(ctx: CliContext): Result<PlanPlace, CliFailure> {
  if (!existsSync(ctx.workspace)) {
    return cannotRun(
      createProblem('command-refused', `There is no folder ${ctx.workspace}; -C must name one`),
    );
  }
  const folder = planFolderName(ctx);
  return ok({ folder, files: createNodeFiles(ctx.workspace, folder) });
}

/** A folder that is there and cannot be used says why; otherwise there is none yet. */
function absent(
  { problems }: Snapshot,
  ctx: CliContext,
  folder: string,
): Result<never, CliFailure> {
  const known = problems.find(problem => problem.code !== 'folder-missing');
  if (known) return cannotRun(known, folder);
  const message = `There is no plan folder ${folder} in ${ctx.workspace}`;
  return cannotRun({ ...createProblem('folder-missing', message), severity: 'error' });
}

/** Midnight of today. */
export function todayOf({ host }: CliContext): Instant {
  const now = host.now();
  return now - (((now % minutesPerDay) + minutesPerDay) % minutesPerDay);
}
