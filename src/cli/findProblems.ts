import type { Problem } from '../core/model/problem.ts';
import { checkRegister } from '../core/risks/checkRegister.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import { joinProblems } from '../core/store/joinProblems.ts';
import { checkCode } from './checkCode.ts';
import { createCodeLook } from './codeLook.ts';
import type { CliContext } from './cliCommand.ts';
import { locateProblems } from './locateProblems.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { probeFolder } from './probeFolder.ts';

/** Everything that can be found wrong with a plan: folder, files, schedule, risks, links to code. */
export async function findProblems(
  { snapshot, folder }: ReadPlan,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  const state = await probeFolder(ctx, folder);
  const found = [
    ...(state.problem ? [state.problem] : []),
    ...joinProblems(snapshot.problems, [
      ...computeSchedule(snapshot.plan, { today: todayOf(ctx) }).problems,
      ...checkRegister(snapshot.plan, todayOf(ctx)),
    ]),
    ...checkCode(snapshot.plan, createCodeLook(ctx.workspace)),
  ];
  return locateProblems(found, snapshot);
}
