import { findIdleChanges } from '../core/scenario/idleChanges.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { tryScenario } from '../core/scenario/tryScenario.ts';
import type { ScheduleOptions } from '../core/schedule/buildNetwork.ts';
import { createScheduler } from '../core/schedule/scheduler.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { withErrorsOf } from './brokenFiles.ts';
import type { CliAnswer, CliContext } from './cliCommand.ts';
import { locateProblems } from './locateProblems.ts';
import { scenarioText, triedChanges } from './scenarioText.ts';
import { plainComparison, scheduleData } from './scheduleData.ts';

/** Schedules what the plan would be, and tells what that changes. */
export function answerScenario(
  snapshot: Snapshot,
  { plan, edits }: Scenario,
  { options, ctx }: { readonly options: ScheduleOptions; readonly ctx: CliContext },
): Omit<CliAnswer, 'folder'> {
  const schedule = createScheduler();
  const before = { plan: snapshot.plan, schedule: schedule(snapshot.plan, options) };
  const after = tryScenario(before, plan, { schedule, options });
  const { comparison } = after;
  const tried = triedChanges(snapshot, edits);
  const notes = findIdleChanges(plan, edits);
  const isText = ctx.format === 'text';
  const problems = isText ? comparison.newProblems : after.schedule.problems;
  return {
    kind: 'schedule',
    data: {
      ...scheduleData(plan, after.schedule),
      scenario: { changes: tried, notes, ...plainComparison(plan, comparison) },
    },
    text: isText
      ? scenarioText(plan, { tried, notes, comparison, present: snapshot.plan }, ctx)
      : '',
    problems: locateProblems(withErrorsOf(snapshot.problems, problems), snapshot),
    findingsFrom: 'error',
  };
}
