import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { checkQuality } from '../core/quality/checkQuality.ts';
import { measureQuality } from '../core/quality/measureQuality.ts';
import type { QualityMeasure } from '../core/quality/quality.ts';
import { checkRegister } from '../core/risks/checkRegister.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import { joinProblems } from '../core/store/joinProblems.ts';
import { checkCode } from './checkCode.ts';
import type { CliContext } from './cliCommand.ts';
import { locateProblems } from './locateProblems.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { probeFolder } from './probeFolder.ts';

export interface Findings {
  readonly problems: readonly Problem[];
  /** What was measured of the schedule, whether it keeps its limits or not. */
  readonly quality: readonly QualityMeasure[];
}

/** Everything that can be found wrong with a plan: folder, files, schedule, risks, links to code. */
export async function findProblems(
  { snapshot, folder }: ReadPlan,
  ctx: CliContext,
): Promise<Findings> {
  const state = await probeFolder(ctx, folder);
  const { plan } = snapshot;
  const today = todayOf(ctx);
  const schedule = computeSchedule(plan, { today });
  const quality = measureQuality(plan, schedule, today);
  const exists = (file: string): boolean => existsSync(path.join(ctx.workspace, file));
  const found = [
    ...(state.problem ? [state.problem] : []),
    ...joinProblems(snapshot.problems, [
      ...schedule.problems,
      ...checkRegister(plan, today),
      ...checkQuality(quality, plan.project),
    ]),
    ...checkCode(snapshot.plan, exists),
  ];
  return { problems: locateProblems(found, snapshot), quality };
}
