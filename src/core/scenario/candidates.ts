import { compareNumber } from '../base/order.ts';
import type { PlainValue } from '../model/change.ts';
import { formatAssignment, type Assignment } from '../model/assignment.ts';
import { formatConstraint } from '../model/constraint.ts';
import { formatDependency, type Dependency } from '../model/dependency.ts';
import {
  durationFromMinutes,
  durationMinutes,
  formatDuration,
  formatEstimate,
  type Duration,
  type DurationScale,
} from '../model/duration.ts';
import { formatPlanDate } from '../model/instant.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import type { ChainStep, Reason } from '../schedule/explanation.ts';
import { computeTaskWork, expectedEffort } from '../schedule/taskWork.ts';

export type CandidateKind =
  | 'halve'
  | 'day-less'
  | 'optimistic'
  | 'no-lag'
  | 'no-constraint'
  | 'no-pin'
  | 'no-pause'
  | 'other-people'
  | 'full-share'
  | 'project-calendar';

/** One change that might bring a date earlier; whether it does is found by trying. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly id: string;
  readonly field: string;
  /** Undefined where the field is not there, or would not be. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly value: PlainValue;
  /** Minutes that it can gain at most, as far as that is known without trying. */
  readonly potential: number;
}

/**
 * What could be changed of everything that a chain hangs on, each change once: the largest of each
 * field first, then what else could be done with it.
 */
export function findCandidates(
  ctx: ExplainContext,
  steps: readonly ChainStep[],
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const step of steps) {
    if (step.isLate) continue;
    for (const candidate of candidatesOf(ctx, step)) {
      const key = changeText(candidate);
      if (!found.has(key)) found.set(key, candidate);
    }
  }
  const largestFirst = [...found.values()].sort((a, b) =>
    compareNumber(-a.potential, -b.potential),
  );
  const seen = new Set<string>();
  const others = largestFirst.filter(({ id, field, kind }) => {
    const key = `${id}.${field}`;
    const isFirst = kind === 'no-lag' || !seen.has(key);
    seen.add(key);
    return !isFirst;
  });
  const later = new Set(others);
  return [...largestFirst.filter(candidate => !later.has(candidate)), ...others];
}

/** The change as the command line takes it: `T-7KQ3.estimate=5d`. */
export function changeText({ id, field, after }: Candidate): string {
  return `${id}.${field}=${after ?? ''}`;
}

function candidatesOf(ctx: ExplainContext, step: ChainStep): readonly Candidate[] {
  const task = ctx.taskOf(step.id);
  return [
    ...(task && step.isDrivenByLength
      ? [...shorterLengths(ctx, task), ...fullShares(ctx, task, step), ...withoutPauses(task, step)]
      : []),
    ...[step.reason, ...step.others].flatMap(reason => looserReason(ctx, step.id, reason)),
    ...(task ? otherHours(ctx, task, step) : []),
  ];
}

/** Half of it, a day less of it, and the optimistic end of its estimate. */
function shorterLengths({ plan: { project } }: ExplainContext, task: Task): readonly Candidate[] {
  const scale = project.durationScale;
  const { id } = task;
  if (task.finished || task.status === 'done') return [];
  const work = computeTaskWork(task, project);
  if (task.started || task.remaining) {
    const before = task.remaining && formatEstimate(task.remaining);
    const minutes = work.remaining;
    const of = { id, field: 'remaining', before: before ?? lengthText(work, minutes, scale) };
    return shorter(of, { minutes, isElapsed: work.isElapsed, scale });
  }
  if (task.duration) {
    const of = { id, field: 'duration', before: formatDuration(task.duration) };
    return shorter(of, { minutes: work.duration, isElapsed: work.isElapsed, scale });
  }
  if (!task.estimate) {
    const of = { id, field: 'estimate', before: lengthText(work, work.duration, scale) };
    return shorter(of, { minutes: work.duration, isElapsed: false, scale });
  }
  const { optimistic } = task.estimate;
  const { isElapsed } = optimistic;
  const minutes = expectedEffort(task.estimate, scale);
  const of = { id, field: 'estimate', before: formatEstimate(task.estimate) };
  const best = durationMinutes(optimistic, scale);
  const text = formatDuration(optimistic);
  const luck: Candidate = {
    ...of,
    kind: 'optimistic',
    after: text,
    value: text,
    potential: minutes - best,
  };
  return [...(best < minutes ? [luck] : []), ...shorter(of, { minutes, isElapsed, scale })];
}

function lengthText(
  { isElapsed }: { readonly isElapsed: boolean },
  minutes: number,
  scale: DurationScale,
): string {
  return formatDuration(durationOf(minutes, isElapsed, scale));
}

function durationOf(minutes: number, isElapsed: boolean, scale: DurationScale): Duration {
  if (!isElapsed) {
    // Hours with one digit read better than many minutes.
    const isTold = minutes > 60 && minutes % 6 === 0;
    const plain = durationFromMinutes(minutes, scale);
    return plain.unit === 'm' && isTold ? { ...plain, value: minutes / 60, unit: 'h' } : plain;
  }
  return minutes % 720 === 0
    ? { value: minutes / 1440, unit: 'd', isElapsed }
    : { value: minutes, unit: 'm', isElapsed };
}

function shorter(
  of: Pick<Candidate, 'id' | 'field' | 'before'>,
  length: { readonly minutes: number; readonly isElapsed: boolean; readonly scale: DurationScale },
): readonly Candidate[] {
  const { minutes, isElapsed, scale } = length;
  const day = isElapsed ? 1440 : scale.minutesPerDay;
  const make = (kind: CandidateKind, left: number): Candidate => {
    const text = lengthText(length, left, scale);
    return { ...of, kind, after: text, value: text, potential: minutes - left };
  };
  // Half of an odd length is told to the half hour, where it is long enough for that.
  const step = minutes >= 120 ? 30 : 1;
  const half = Math.round(minutes / 2 / step) * step;
  const found: Candidate[] = [];
  if (minutes > 1 && half < minutes) found.push(make('halve', half));
  if (minutes > day && minutes - day !== half) found.push(make('day-less', minutes - day));
  return found;
}

function looserReason(ctx: ExplainContext, id: string, reason: Reason): readonly Candidate[] {
  switch (reason.kind) {
    case 'dependency':
      return withoutLag(ctx, reason.holder, reason.dependency);
    case 'constraint': {
      if (reason.against) return [];
      const before = formatConstraint(reason.constraint);
      return [without('no-constraint', reason.holder, 'constraint', before)];
    }
    case 'pinned':
      return [without('no-pin', id, 'pinned', formatPlanDate(reason.date))];
    case 'successor':
    case 'deadline':
    case 'limit':
    case 'project-finish':
      return asSoonAsPossible(ctx, id);
    default:
      return [];
  }
}

/** Worth trying before all else: how much it would gain is not known. */
const unknownPotential = Infinity;

function without(kind: CandidateKind, id: string, field: string, before: string): Candidate {
  return {
    kind,
    id,
    field,
    before,
    after: undefined,
    value: null,
    potential: unknownPotential,
  };
}

/** [SPLIT-1] In one go. */
function withoutPauses({ id, split }: Task, { pauses }: ChainStep): readonly Candidate[] {
  if (pauses.length === 0) return [];
  return [without('no-pause', id, 'split', split.map(formatDuration).join(', '))];
}

/** [CON-8] [PRJ-7] What is as late as possible is tried as soon as possible. */
function asSoonAsPossible(ctx: ExplainContext, id: string): readonly Candidate[] {
  const task = ctx.taskOf(id);
  if (!task || ctx.isSummary(id)) return [];
  const before = task.constraint && formatConstraint(task.constraint);
  const kind = 'no-constraint';
  const after = 'ASAP';
  return [
    { kind, id, field: 'constraint', before, after, value: after, potential: unknownPotential },
  ];
}

function withoutLag(
  ctx: ExplainContext,
  holder: string,
  dependency: Dependency,
): readonly Candidate[] {
  const task = ctx.taskOf(holder);
  const minutes = lagMinutes(ctx, dependency);
  if (!task || minutes <= 0) return [];
  const loosened = task.dependsOn.map(each =>
    each === dependency ? { ...each, lag: undefined } : each,
  );
  const value = loosened.map(formatDependency);
  return [
    {
      kind: 'no-lag',
      id: holder,
      field: 'dependsOn',
      before: formatDependency(dependency),
      after: value.join(', '),
      value,
      potential: minutes,
    },
  ];
}

function lagMinutes({ plan, schedule }: ExplainContext, { lag, predecessor }: Dependency): number {
  if (!lag) return 0;
  if (lag.kind === 'duration') return durationMinutes(lag.duration, plan.project.durationScale);
  const length = schedule.datesOf(predecessor)?.durationMinutes ?? 0;
  return Math.round((length * lag.percent) / 100);
}

/** [DUR-2] Everybody at 100%, where shares make the work longer. */
function fullShares(
  { plan: { project } }: ExplainContext,
  { id, assignees }: Task,
  { partTime }: ChainStep,
): readonly Candidate[] {
  if (!partTime || assignees.every(({ units }) => units >= 1)) return [];
  const full = assignees.map(({ person, units }) => ({ person, units: Math.max(1, units) }));
  const total = full.reduce(
    (sum, { person, units }) => sum + Math.min(units, project.people.get(person)?.units ?? units),
    0,
  );
  const value = full.map(formatAssignment);
  return [
    {
      kind: 'full-share',
      id,
      field: 'assignees',
      before: assignees.map(formatAssignment).join(', '),
      after: value.join(', '),
      value,
      potential: partTime.length - partTime.effort / total,
    },
  ];
}

/** What somebody else would gain who is not away, or the hours of the project. */
function otherHours(
  { plan: { project } }: ExplainContext,
  task: Task,
  { wait, lagWait, stretch }: ChainStep,
): readonly Candidate[] {
  return [stretch, wait, lagWait].flatMap(held => {
    const cause = held?.cause;
    if (cause?.kind === 'calendar') {
      return [without('project-calendar', task.id, 'calendar', cause.key)];
    }
    return cause?.kind === 'person' ? otherPeople(project, task, cause.people) : [];
  });
}

/** How many others are tried in the place of those who are away. */
const mostOthers = 3;

/**
 * Somebody who is always there where that leaves the effort the same, or else other people of the
 * project, each with the share of the one in whose place they come.
 */
function otherPeople(
  project: Project,
  { id, duration, assignees }: Task,
  away: readonly string[],
): readonly Candidate[] {
  const shareOf = ({ person, units }: Assignment): number =>
    Math.min(units, project.people.get(person)?.units ?? units);
  const before = assignees.map(formatAssignment).join(', ');
  // Without people, one does the work: the same effort only where one was assigned in full.
  const units = assignees.reduce((sum, each) => sum + shareOf(each), 0);
  if (duration !== undefined || units === 1) {
    const names = assignees.map(({ person }) => person).join(', ');
    return [without('other-people', id, 'assignees', names)];
  }
  const [first, ...rest] = assignees.filter(({ person }) => away.includes(person));
  // Of several who are away, replacing one alone would gain nothing.
  if (!first || rest.length > 0) return [];
  const share = shareOf(first);
  const others = [...project.people].filter(
    ([key, person]) => person.units >= share && !assignees.some(each => each.person === key),
  );
  return others.slice(0, mostOthers).map(([person]) => {
    const value = assignees
      .map(each => (each === first ? { person, units: share } : each))
      .map(formatAssignment);
    const edit = { id, field: 'assignees', before, after: value.join(', '), value };
    return { ...edit, kind: 'other-people', potential: unknownPotential };
  });
}
