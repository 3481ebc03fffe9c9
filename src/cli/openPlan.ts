import { ok, type Result } from '../core/base/result.ts';
import { minutesPerDay, type Instant } from '../core/model/instant.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { loadPlan } from '../core/store/loadPlan.ts';
import { projectPath } from '../core/store/planPath.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { placeOf, type PlanPlace } from './planPlace.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { probeFolder } from './probeFolder.ts';

export interface ReadPlan extends PlanPlace {
  readonly snapshot: Snapshot;
}

export interface EditedPlan extends PlanPlace {
  readonly store: ProjectStore;
}

/** The plan as it is on the disk, for commands that only look. */
export async function readPlan(ctx: CliContext): Promise<Result<ReadPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const snapshot = await loadPlan(place.value.files);
  const obstacle = await findObstacle(snapshot, ctx, place.value.folder);
  if (obstacle) return cannotRun(obstacle);
  return ok({ ...place.value, snapshot });
}

/** The plan with the store that writes to it. */
export async function editPlan(ctx: CliContext): Promise<Result<EditedPlan, CliFailure>> {
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const store = await ProjectStore.open(place.value.files);
  const obstacle = await findObstacle(store.snapshot, ctx, place.value.folder);
  if (obstacle) return cannotRun(obstacle);
  // Without a project file the folder may be that of another tool: nothing is written into that. What
  // git ignores would never reach anybody else.
  const { problem } = await probeFolder(ctx, place.value.folder);
  const isPlan = store.snapshot.files.has(projectPath);
  if (problem && (!isPlan || problem.code === 'folder-ignored')) {
    return cannotRun({ ...problem, severity: 'error', file: undefined });
  }
  const newer = newerFormat(store.snapshot);
  if (newer) return cannotRun(newer, place.value.folder);
  return ok({ ...place.value, store });
}

/** Why there is no plan to look at: a folder that cannot be used says it, otherwise there is none. */
async function findObstacle(
  { exists, files, problems }: Snapshot,
  ctx: CliContext,
  folder: string,
): Promise<Problem | undefined> {
  if (!exists) {
    const { problem } = await probeFolder(ctx, folder);
    if (problem?.code === 'folder-left-out') return problem;
    const message = `There is no plan folder ${folder} in ${ctx.workspace}`;
    return { ...createProblem('folder-missing', message), severity: 'error' };
  }
  if (files.size > 0) return undefined;
  return problems.find(({ file, severity }) => file === undefined && severity === 'error');
}

/** A plan of a newer format is read as far as it is understood, and not written at all. */
function newerFormat({ problems }: Snapshot): Problem | undefined {
  return problems.find(({ code, file }) => code === 'file-newer' && file === projectPath);
}

/** Midnight of today. */
export function todayOf({ host }: CliContext): Instant {
  const now = host.now();
  return now - (((now % minutesPerDay) + minutesPerDay) % minutesPerDay);
}
