import { assertNever } from '../base/assertNever.ts';
import { formatConstraint } from '../model/constraint.ts';
import { formatDependency } from '../model/dependency.ts';
import {
  dayOf,
  formatDay,
  formatPlanDate,
  minutesPerDay,
  type Instant,
  type PlanDate,
} from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import { finishMoment, startMoment } from '../schedule/dateMeaning.ts';
import { findConflicts, type Conflict } from '../schedule/explainConflicts.ts';
import { createExplainContext, type ExplainContext } from '../schedule/explainContext.ts';
import { findFreePlace } from '../schedule/explainTask.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { tellInWorkingTime } from '../schedule/tellInWorkingTime.ts';
import { findNewProblems } from './compareSchedules.ts';
import type { TriedPlan } from './findGains.ts';
import { planEdits, type ScenarioEdit } from './scenario.ts';
import { nameItem } from './tellReason.ts';

/** What a way out says of one item; null takes the field out. */
interface WayEdit extends ScenarioEdit {
  readonly fields: Readonly<Record<string, string | readonly string[] | null>>;
}

/** An edit that was tried and ends a conflict. */
export interface WayOut {
  readonly says: string;
  readonly edits: readonly WayEdit[];
  /** What would be wrong with the plan then and is not now. */
  readonly newProblems: readonly Problem[];
}

/** A conflict with the edits that end it. */
export interface ExplainedConflict {
  readonly conflict: Conflict;
  readonly ways: readonly WayOut[];
}

/** How many conflicts of one chain are looked into; those after them are told without edits. */
const mostConflicts = 6;

/**
 * [WHY-6] For each conflict the edits that end it: the date moved to where the plan puts the item, the
 * date taken out, the dependencies taken out. Each is tried by scheduling the plan with it, and only
 * what ends the conflict is kept.
 */
export function findWaysOut(
  tried: TriedPlan,
  ctx: ExplainContext,
  conflicts: readonly Conflict[],
): readonly ExplainedConflict[] {
  return conflicts.map((conflict, i) => {
    if (i >= mostConflicts) return { conflict, ways: [] };
    const ways = draftWays(ctx, conflict).flatMap(draft => tryWay(tried, conflict, draft) ?? []);
    if (ways.length > 0 || conflict.kind !== 'float-negative') return { conflict, ways };
    const together = movePromises(tried, ctx, conflict);
    return { conflict, ways: together ? [together] : [] };
  });
}

/** How many promises are moved together at most. */
const mostPromises = 6;

/** Where several promises press on an item, all of them are moved, each as the one before leaves it. */
function movePromises(
  tried: TriedPlan,
  ctx: ExplainContext,
  conflict: Extract<Conflict, { kind: 'float-negative' }>,
): WayOut | undefined {
  const { snapshot, schedule, options } = tried;
  const moves = new Map<string, Draft>();
  let [at, pressing]: [ExplainContext, Conflict | undefined] = [ctx, conflict];
  for (let round = 0; pressing && round < mostPromises; round++) {
    const [draft] = draftWays(at, pressing);
    const [edit] = draft?.edits ?? [];
    if (!draft || !edit) return undefined;
    moves.set(`${edit.id} ${Object.keys(edit.fields).join()}`, draft);
    const all = {
      says: [...moves.values()]
        .map(({ says }, i) =>
          i === 0 ? says : `and ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
        )
        .join(', '),
      edits: [...moves.values()].flatMap(({ edits }) => edits),
    };
    const way = tryWay(tried, conflict, all);
    if (way) return way;
    const scenario = planEdits(snapshot, all.edits);
    if (!scenario.ok) return undefined;
    const { plan } = scenario.value;
    at = createExplainContext(plan, schedule(plan, options), options);
    pressing = findConflicts(at, conflict.id, []).find(({ kind }) => kind === conflict.kind);
  }
  return undefined;
}

/** The edit as the command line takes it: `T-7KQ3.deadline=2026-03-06`. */
export function editTexts({ edits }: WayOut): readonly string[] {
  return edits.flatMap(({ id, fields }) =>
    Object.entries(fields).map(([field, value]) => `${id}.${field}=${valueText(value)}`),
  );
}

function valueText(value: string | readonly string[] | null): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

type Draft = Pick<WayOut, 'says' | 'edits'>;

function tryWay(
  { snapshot, before, schedule, options }: TriedPlan,
  conflict: Conflict,
  draft: Draft,
): WayOut | undefined {
  const scenario = planEdits(snapshot, draft.edits);
  if (!scenario.ok) return undefined;
  const after = schedule(scenario.value.plan, options);
  if (!isEnded(conflict, after)) return undefined;
  return { ...draft, newProblems: findNewProblems(before, after) };
}

function isEnded(conflict: Conflict, after: Schedule): boolean {
  const { id } = conflict;
  const dates = after.datesOf(id);
  if (!dates) return false;
  if (conflict.kind === 'float-negative') {
    return tellInWorkingTime(dates, after.calendarOf(id)).totalFloat >= 0;
  }
  const { code } = conflict.problem;
  return !after.problems.some(problem => problem.code === code && problem.items[0] === id);
}

function draftWays(ctx: ExplainContext, conflict: Conflict): readonly Draft[] {
  switch (conflict.kind) {
    case 'against-logic':
      return [...moveHeldDate(ctx, conflict.id, 'it'), ...takeLinksOut(ctx, conflict)];
    case 'promise-missed':
      return conflict.problem.code === 'constraint-conflict'
        ? moveHeldDate(ctx, conflict.id, 'it')
        : movePromise(ctx, conflict.id, 'it');
    case 'float-negative': {
      const { promise } = conflict;
      if (promise.kind !== 'deadline' && promise.kind !== 'limit') return [];
      const { holder } = promise;
      const name = holder === conflict.id ? 'it' : nameItem(ctx, holder);
      return promise.kind === 'deadline'
        ? movePromise(ctx, holder, name)
        : moveHeldDate(ctx, holder, name);
    }
    default:
      return assertNever(conflict);
  }
}

/** A deadline, or the due date of a milestone, on the day on which the item is finished. */
function movePromise(ctx: ExplainContext, id: string, name: string): readonly Draft[] {
  const dates = ctx.schedule.datesOf(id);
  if (!dates) return [];
  const isMilestone = ctx.plan.milestones.has(id);
  const day = formatDay(Math.max(dates.start, dates.finish - 1));
  const of = name === 'it' ? '' : ` of ${name}`;
  const fields = isMilestone ? { due: day } : { deadline: day };
  const says = `Move the ${isMilestone ? 'due date' : 'deadline'}${of} to ${day}`;
  return [{ says, edits: [{ id, fields }] }];
}

/** A pin or constraint moved to where logic puts the task, or taken out. */
function moveHeldDate(ctx: ExplainContext, id: string, name: string): readonly Draft[] {
  const task = ctx.taskOf(id);
  if (!task) return [];
  const { constraint, pinned } = task;
  const field = pinned ? 'pinned' : 'constraint';
  const word = `${pinned ? 'pin' : 'constraint'}${name === 'it' ? '' : ` of ${name}`}`;
  const out: Draft = { says: `Take the ${word} out`, edits: [{ id, fields: { [field]: null } }] };
  const place = ctx.isSummary(id) ? undefined : findFreePlace(ctx, task);
  if (!place) return [out];
  if (pinned) {
    const day = formatPlanDate(dateOf(ctx, id, place.start, false));
    return [{ says: `Move the ${word} to ${day}`, edits: [{ id, fields: { pinned: day } }] }, out];
  }
  if (!constraint || !('date' in constraint)) return [out];
  const isOfFinish = constraint.kind.startsWith('F') || constraint.kind === 'MFO';
  const date = dateOf(ctx, id, isOfFinish ? place.finish : place.start, isOfFinish);
  const fields = { constraint: formatConstraint({ ...constraint, date }) };
  const says = `Move the ${word} to ${formatPlanDate(date)}`;
  return [{ says, edits: [{ id, fields }] }, out];
}

/** Everything that holds the item later taken out together: one of them alone would gain nothing. */
function takeLinksOut(
  ctx: ExplainContext,
  { drivers }: Extract<Conflict, { kind: 'against-logic' }>,
): readonly Draft[] {
  const edits = [...new Set(drivers.map(({ holder }) => holder))].flatMap(holder => {
    const gone = new Set(
      drivers.flatMap(driver => (driver.holder === holder ? [driver.dependency] : [])),
    );
    const left = (ctx.taskOf(holder)?.dependsOn ?? []).filter(link => !gone.has(link));
    const dependsOn = left.length === 0 ? null : left.map(formatDependency);
    return [{ id: holder, fields: { dependsOn } }];
  });
  if (edits.length === 0) return [];
  const names = [...new Set(drivers.map(({ dependency }) => dependency.predecessor))];
  const word = names.length === 1 ? 'dependency' : 'dependencies';
  const says = `Take the ${word} on ${names.map(id => nameItem(ctx, id)).join(' and ')} out`;
  return [{ says, edits }];
}

/** The date that means the moment, as it would be written into a file. */
function dateOf(
  { schedule }: ExplainContext,
  id: string,
  at: Instant,
  isOfFinish: boolean,
): PlanDate {
  const last = isOfFinish ? at - 1 : at;
  const day = { at: dayOf(last) * minutesPerDay, hasTime: false };
  const calendar = schedule.calendarOf(id);
  const meant = isOfFinish ? finishMoment(day, calendar) : startMoment(day, calendar);
  return meant === at ? day : { at, hasTime: true };
}
