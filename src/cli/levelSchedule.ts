import { ok, type Result } from '../core/base/result.ts';
import { resolveId } from '../core/commands/resolveId.ts';
import { levelPlan, type LevelledPlan } from '../core/levelling/levelPlan.ts';
import { formatInstant } from '../core/model/instant.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ScheduleOptions } from '../core/schedule/buildNetwork.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { withErrorsOf } from './brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from './cliCommand.ts';
import { editItems } from './editItems.ts';
import { levellingText } from './levellingText.ts';
import { locateProblems } from './locateProblems.ts';
import { scheduleData } from './scheduleData.ts';

interface ReadPlan {
  readonly snapshot: Snapshot;
  readonly folder: string;
  readonly options: ScheduleOptions;
}

/** `gantry schedule --level`: a preview, or with `--accept` what is written of it. */
export async function levelSchedule(
  { values, lists }: CliCall,
  ctx: CliContext,
  { snapshot, folder, options }: ReadPlan,
): Promise<CliResult> {
  if (lists['with'] !== undefined)
    return misused('--level tells of the plan as it is; leave --with out');
  const seed = values['seed'] === undefined ? 1 : Number(values['seed']);
  if (!Number.isSafeInteger(seed)) return misused('The seed is a whole number, such as --seed 1');
  const { accept } = values;
  if (accept !== undefined) {
    return editItems(ctx, 'levelTasks', present => {
      const ids = readIds(present, accept);
      if (!ids.ok) return ids;
      return ok({ moves: movesOf(levelPlan(present.plan, { ...options, seed }), ids.value) });
    });
  }
  const levelled = levelPlan(snapshot.plan, { ...options, seed });
  return ok({
    kind: 'schedule',
    data: { ...scheduleData(levelled.plan, levelled.after), levelling: levellingData(levelled) },
    text: ctx.format === 'text' ? levellingText(snapshot.plan, levelled, ctx) : '',
    problems: locateProblems(withErrorsOf(snapshot.problems, levelled.after.problems), snapshot),
    folder,
    findingsFrom: 'error',
  });
}

/** Undefined for all. */
function readIds(
  snapshot: Snapshot,
  text: string,
): Result<ReadonlySet<string> | undefined, Problem> {
  if (text === 'all') return ok(undefined);
  const ids = new Set<string>();
  for (const word of text.split(',')) {
    const id = resolveId(snapshot, word.trim());
    if (!id.ok) return id;
    ids.add(id.value);
  }
  return ok(ids);
}

/** What is written for the tasks that were accepted; what only follows needs nothing. */
function movesOf(
  { edits, after }: LevelledPlan,
  accepted: ReadonlySet<string> | undefined,
): readonly { readonly id: string; readonly start: number }[] {
  return [...edits.keys()].flatMap(id => {
    const start = after.datesOf(id)?.start;
    return start === undefined || accepted?.has(id) === false ? [] : [{ id, start }];
  });
}

/** What levelling did, with times as text. */
function levellingData(levelled: LevelledPlan): object {
  const { before, after, earliestFinish, moves, edits, crowded } = levelled;
  const { calendar } = before;
  return {
    finish: { before: formatInstant(before.finish), after: formatInstant(after.finish) },
    earliestFinish: formatInstant(earliestFinish),
    gapMinutes: Math.max(0, calendar.workBetween(earliestFinish, after.finish)),
    schedules: levelled.schedules,
    moves: moves.map(({ reason, start, finish, ...move }) => ({
      ...move,
      start: { before: formatInstant(start.before), after: formatInstant(start.after) },
      finish: { before: formatInstant(finish.before), after: formatInstant(finish.after) },
      isWritten: edits.has(move.id),
      reason: reason.kind === 'busy' ? { ...reason, until: formatInstant(reason.until) } : reason,
    })),
    crowded,
    kept: levelled.kept.map(({ from, to, ...work }) => ({
      ...work,
      from: formatInstant(from),
      to: formatInstant(to),
    })),
    unskilled: levelled.unskilled,
  };
}
