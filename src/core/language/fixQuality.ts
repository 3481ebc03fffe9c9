import type { PlainValue } from '../model/change.ts';
import type { Constraint } from '../model/constraint.ts';
import { formatDependency, parseDependency } from '../model/dependency.ts';
import {
  formatDay,
  formatPlanDate,
  minutesPerDay,
  type Instant,
  type PlanDate,
} from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { textAt, type Fix, type FixContext } from './fix.ts';

/** As many people are offered for a task that has nobody. */
const mostPeople = 6;

/** What to put into which field; undefined takes the field out. */
type Values = Readonly<Record<string, PlainValue | undefined>>;

/** The ways out of what a measure of quality found at a task. */
export function fixQuality(problem: Problem, ctx: FixContext): readonly Fix[] {
  const task = ctx.plan.tasks.get(problem.items[0] ?? '');
  if (!task) return [];
  switch (problem.code) {
    case 'quality-lead':
      return fixLead(task, ctx);
    case 'quality-fixed-date':
      return ctx.field?.[0] === 'pinned' ? fixPin(task) : fixConstraint(task, ctx);
    case 'quality-wrong-side':
      return fixWrongSide(task, ctx);
    case 'quality-people':
      return offerPeople(task, ctx);
    default:
      return [];
  }
}

/** The ways out of a finding about the plan as a whole, which stands in the project file. */
export function fixMeasure({ field = [] }: Problem, ctx: FixContext): readonly Fix[] {
  const [, key] = field;
  if (typeof key !== 'string') return [];
  const fixes: Fix[] = [];
  if (key === 'criticalPathLength') fixes.push(...moveFinish(ctx));
  if (key === 'invalidDates') fixes.push(...setStatusDate(ctx));
  const edits = [{ kind: 'append', field: ['quality', 'ignore'], value: key }] as const;
  const title = `Leave "${key}" out of what is measured`;
  return [...fixes, { kind: 'edit', title, edits, isSilencing: true }];
}

/** Promises the finish that the plan has. Where it is scheduled back from that promise, nothing. */
export function moveFinish({ plan, schedule, kind }: FixContext): readonly Fix[] {
  if (kind !== 'project' || !plan.project.start || !plan.project.finish) return [];
  const day = formatDay(Math.max(schedule.start, schedule.finish - 1));
  return [edit(`Move the finish to ${day}`, { finish: day })];
}

function setStatusDate({ plan, today }: FixContext): readonly Fix[] {
  if (plan.project.statusDate) return [];
  const day = formatDay(today - 1);
  const edits = [{ kind: 'set', field: ['statusDate'], value: day }] as const;
  const title = `Set the status date to ${day}: what is open moves after it`;
  return [{ kind: 'project', title, edits }];
}

function edit(title: string, values: Values): Fix {
  const edits = Object.entries(values).map(
    ([key, value]) => ({ kind: 'set', field: [key], value }) as const,
  );
  return { kind: 'edit', title, edits };
}

/** The dependency without its lead, or none where the task has that one besides. */
function fixLead(task: Task, { field, text, range }: FixContext): readonly Fix[] {
  const link = parseDependency(textAt(text, range));
  if (!field || !link?.lag) return [];
  const plain = formatDependency({ ...link, lag: undefined });
  const isThere = task.dependsOn.some(other => formatDependency(other) === plain);
  const value = isThere ? undefined : plain;
  const title = isThere ? `Take it out: ${plain} is there too` : `Take the lead out: ${plain}`;
  return [{ kind: 'edit', title, edits: [{ kind: 'set', field, value }] }];
}

function fixPin({ pinned, constraint, started }: Task): readonly Fix[] {
  if (!pinned) return [];
  const out = edit('Take the pin out', { pinned: undefined });
  if (started || (constraint && constraint.kind !== 'ASAP')) return [out];
  const soft = `SNET ${formatPlanDate(pinned)}`;
  const values = { constraint: soft, pinned: undefined };
  return [edit(`Begin no earlier: ${soft}`, values), out];
}

/** A date that holds the finish becomes a promise; one that holds the start, no earlier than that. */
function fixConstraint(task: Task, ctx: FixContext): readonly Fix[] {
  const { constraint, started } = task;
  if (!constraint || !('date' in constraint)) return [];
  const date = formatPlanDate(constraint.date);
  const soften = (kind: 'SNET' | 'FNET', says: string): Fix =>
    edit(`${says}: ${kind} ${date}`, { constraint: `${kind} ${date}` });
  switch (constraint.kind) {
    case 'MSO':
      if (started) return [edit('Take it out: work has begun', { constraint: undefined })];
      return [soften('SNET', 'Begin no earlier')];
    case 'SNLT':
      if (started) return [edit('Take it out: work has begun', { constraint: undefined })];
      return promise(task, finishIfBegun(task, constraint.date, ctx));
    case 'MFO':
      return [...promise(task, constraint.date), soften('FNET', 'Finish no earlier')];
    case 'FNLT':
      return promise(task, constraint.date);
    case 'SNET':
    case 'FNET':
      return [];
  }
}

/** A deadline in the place of the constraint; one that is there and as strict stays. */
function promise({ deadline }: Task, date: PlanDate): readonly Fix[] {
  if (deadline && endOf(deadline) <= endOf(date)) {
    const title = `Take it out: the deadline of ${formatPlanDate(deadline)} says as much`;
    return [edit(title, { constraint: undefined })];
  }
  const day = formatPlanDate(date);
  return [edit(`Make it a deadline: ${day}`, { deadline: day, constraint: undefined })];
}

/** When the task would be finished that begins on its latest day. */
function finishIfBegun(
  { id }: Task,
  date: Extract<Constraint, { readonly date: PlanDate }>['date'],
  { schedule }: FixContext,
): PlanDate {
  const dates = schedule.datesOf(id);
  const calendar = schedule.calendarOf(id);
  const start = calendar.nextWork(date.at);
  const length = dates?.durationMinutes ?? 0;
  const finish = dates?.isElapsed === true ? start + length : calendar.addWork(start, length);
  const last = Math.max(start, finish - 1);
  return { at: last - (last % minutesPerDay), hasTime: false };
}

function endOf({ at, hasTime }: PlanDate): number {
  return hasTime ? at : at + minutesPerDay;
}

function fixWrongSide(task: Task, ctx: FixContext): readonly Fix[] {
  const { statusDate } = ctx.plan.project;
  const now = statusDate ? endOf(statusDate) : ctx.today;
  const day = formatDay(now - 1);
  switch (ctx.field?.[0]) {
    case 'started':
      return [
        edit('Take it back: work has not begun', {
          status: undefined,
          started: undefined,
          finished: undefined,
          progress: undefined,
          remaining: undefined,
        }),
        edit(`Change to ${day}`, { started: day }),
      ];
    case 'finished':
      return [
        edit('Take it back: work goes on', {
          ...(task.status === 'done' ? { status: 'doing' } : {}),
          ...(task.progress === 1 ? { progress: undefined } : {}),
          finished: undefined,
        }),
        edit(`Change to ${day}`, { finished: day }),
      ];
    default:
      return fixOpenInPast(task, ctx, now);
  }
}

function fixOpenInPast(task: Task, ctx: FixContext, now: Instant): readonly Fix[] {
  const dates = ctx.schedule.datesOf(task.id);
  if (!dates) return [];
  const first = formatDay(dates.start);
  const last = formatDay(Math.max(dates.start, dates.finish - 1));
  const unpinned = task.pinned ? [edit('Take the pin out', { pinned: undefined })] : [];
  const moved = [...unpinned, ...setStatusDate(ctx)];
  if (dates.finish > now) {
    const begun = { status: 'doing', started: first };
    return [...moved, edit(`It began as planned, on ${first}`, begun)];
  }
  const done = edit(`It was done as planned, on ${last}`, {
    status: 'done',
    ...(task.started ? {} : { started: first }),
    finished: last,
    progress: undefined,
    remaining: undefined,
  });
  return [...moved, done];
}

/** Those who work beside the task first. */
function offerPeople({ parent, milestone }: Task, { plan }: FixContext): readonly Fix[] {
  const beside = new Set<string>();
  for (const other of plan.tasks.values()) {
    const isBeside = parent === undefined ? other.milestone === milestone : other.parent === parent;
    if (isBeside) for (const { person } of other.assignees) beside.add(person);
  }
  const active = [...plan.project.people.values()].filter(({ isActive }) => isActive);
  return [
    ...active.filter(({ key }) => beside.has(key)),
    ...active.filter(({ key }) => !beside.has(key)),
  ]
    .slice(0, mostPeople)
    .map(({ key, name }) => edit(`Assign ${name}`, { assignees: [key] }));
}
