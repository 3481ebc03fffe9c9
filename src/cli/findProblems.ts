import type { Problem } from '../core/model/problem.ts';
import { checkQuality, findBeyond, longestNaming } from '../core/quality/checkQuality.ts';
import { measureQuality } from '../core/quality/measureQuality.ts';
import { noteItem, type NoteContext } from '../core/quality/noteItem.ts';
import type { QualityMeasure } from '../core/quality/quality.ts';
import { checkRegister } from '../core/risks/checkRegister.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import { joinProblems } from '../core/store/joinProblems.ts';
import { checkSavedViews } from '../core/views/lostNames.ts';
import { findWorkProblems } from './findWorkProblems.ts';
import type { CliContext } from './cliCommand.ts';
import { findRepositoryProblems } from './findCodeProblems.ts';
import { locateProblems } from './locateProblems.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { probeFolder } from './probeFolder.ts';

export interface Findings {
  readonly problems: readonly Problem[];
  /** What was measured of the schedule, whether it keeps its limits or not. */
  readonly quality: readonly QualityMeasure[];
}

/** Everything that can be found wrong with a plan: folder, files, schedule, risks, links to code. */
export async function findProblems(read: ReadPlan, ctx: CliContext): Promise<Findings> {
  const { snapshot, folder } = read;
  const state = await probeFolder(ctx, folder);
  const { plan } = snapshot;
  const today = todayOf(ctx);
  const schedule = computeSchedule(plan, { today });
  const quality = measureQuality(plan, schedule, today);
  const found = [
    ...(state.problem ? [state.problem] : []),
    ...joinProblems(snapshot.problems, [
      ...schedule.problems,
      ...checkRegister(plan, today),
      ...(await findWorkProblems(read, schedule, ctx)),
      ...checkSavedViews(plan),
      ...checkQuality(quality, plan.project),
      ...noteNamed(quality, { plan, schedule, today }),
    ]),
    ...(await findRepositoryProblems(read, ctx)),
  ];
  return { problems: locateProblems(found, snapshot), quality };
}

/**
 * The items that a finding about the whole names are told at the field to mend, where there is one.
 * Where nobody has been given any work yet, the finding says it all.
 */
function noteNamed(measures: readonly QualityMeasure[], at: NoteContext): readonly Problem[] {
  const telling = findBeyond(measures).filter(
    ({ key, found, of }) => key !== 'people' || found < of,
  );
  return telling.flatMap(measure =>
    measure.items
      .slice(0, longestNaming)
      .flatMap(id => noteItem(measure, id, at))
      .filter(({ code }) => code !== 'quality-item'),
  );
}
