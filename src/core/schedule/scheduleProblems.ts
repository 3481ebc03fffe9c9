import type { Calendar } from '../calendar/calendar.ts';
import { pathOfId } from '../model/ids.ts';
import {
  formatDay,
  formatInstant,
  formatPlanDate,
  type Instant,
  type PlanDate,
} from '../model/instant.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { formatConstraint, type Constraint } from '../model/constraint.ts';
import type { Task } from '../model/task.ts';
import { checkProgress, type Report } from './checkProgress.ts';
import { checkStart } from './checkStart.ts';
import { finishMoment, isBefore, startMoment } from './dateMeaning.ts';
import { findDuplicateDependencies } from './duplicateDependencies.ts';
import { hasBegun } from './hasBegun.ts';
import { compareInPlan, type Outline } from './outline.ts';
import { statusMoment } from './projectStart.ts';
import type { ItemDates, Schedule } from './schedule.ts';

/** What is wrong with dates, and with each task on its own. */
export interface ScheduleProblems {
  readonly problems: readonly Problem[];
  /** By the index of the task, of those that have any. It goes over to the next ones. */
  readonly byTask: Map<number, readonly Problem[]>;
  readonly ofTasks: readonly Problem[];
  /** The same of milestones, by their ids. */
  readonly byMilestone: Map<string, readonly Problem[]>;
  /** What the problems of every task hang on. */
  readonly basis: ProblemBasis;
}

/**
 * What the computed dates say about a task or milestone that its own file cannot.
 *
 * @param kept the problems before a change, and the nodes whose values or dates it reached
 */
export function findScheduleProblems(
  plan: Plan,
  scheduled: DatedPlan,
  kept?: {
    readonly before: ScheduleProblems;
    readonly touched: Iterable<number>;
  },
): ScheduleProblems {
  const { outline, schedule, statusDay, unplaced } = scheduled;
  const { start } = plan.project;
  // Only where something starts before the project are the dates of every task looked at.
  const isAnyEarly = start !== undefined && schedule.start < start.at;
  const statusAt = findMovingStatus(plan.project, scheduled);
  const basis = { start, statusDay, statusAt, isAnyEarly, unplaced };
  const known = kept && isSameBasis(kept.before.basis, basis) ? kept : undefined;
  const byTask = known?.before.byTask ?? new Map<number, readonly Problem[]>();
  let isSame = known !== undefined;
  for (const index of known?.touched ?? outline.tasks.keys()) {
    if (index >= outline.tasks.length) continue;
    const found = findTaskProblems(index, scheduled, basis);
    if (found.length === 0 && !byTask.has(index)) continue;
    isSame = false;
    if (found.length > 0) byTask.set(index, found);
    else byTask.delete(index);
  }
  const ofTasks = known && isSame ? known.before.ofTasks : listByTask(outline, byTask);
  const byMilestone = known?.before.byMilestone ?? new Map<string, readonly Problem[]>();
  for (const milestone of known ? findTouched(plan, scheduled, known) : plan.milestones.values()) {
    const found = milestone.isDropped ? none : checkMilestone(milestone, scheduled, start);
    if (found.length > 0) byMilestone.set(milestone.id, found);
    else byMilestone.delete(milestone.id);
  }
  const others = [...findLateProject(plan, scheduled), ...listByMilestone(plan, byMilestone)];
  return { problems: [...ofTasks, ...others], byTask, ofTasks, byMilestone, basis };
}

/** The milestones among the nodes that a change reached. */
function* findTouched(
  { milestones }: Plan,
  { outline, ids }: DatedPlan,
  { touched }: { readonly touched: Iterable<number> },
): Iterable<Milestone> {
  for (const node of touched) {
    const milestone = node < outline.room ? undefined : milestones.get(ids[node] ?? '');
    if (milestone) yield milestone;
  }
}

/** In the order of the plan. */
function listByMilestone(
  { milestones }: Plan,
  byMilestone: ReadonlyMap<string, readonly Problem[]>,
): readonly Problem[] {
  if (byMilestone.size === 0) return none;
  return [...milestones.keys()].flatMap(id => byMilestone.get(id) ?? none);
}

function listByTask(
  outline: Outline,
  byTask: ReadonlyMap<number, readonly Problem[]>,
): readonly Problem[] {
  return [...byTask]
    .sort(([a], [b]) => compareInPlan(outline, a, b))
    .flatMap(([, problems]) => problems);
}

/** [ACT-10] The moment before which nothing begins; a status date that was given moves work all the same. */
function findMovingStatus(
  { statusDate, movesOpenWork }: Project,
  { statusDay, schedule }: DatedPlan,
): Instant | undefined {
  const isMoving = movesOpenWork || !isSameDate(statusDay, statusDate);
  return isMoving ? statusMoment(statusDay, schedule.calendar) : undefined;
}

interface ProblemBasis {
  readonly start: PlanDate | undefined;
  readonly statusDay: PlanDate | undefined;
  /** Undefined where it moves nothing. */
  readonly statusAt: Instant | undefined;
  readonly isAnyEarly: boolean;
  readonly unplaced: UnplacedItems;
}

function isSameBasis(a: ProblemBasis, b: ProblemBasis): boolean {
  return (
    isSameDate(a.start, b.start) &&
    isSameDate(a.statusDay, b.statusDay) &&
    a.statusAt === b.statusAt &&
    a.isAnyEarly === b.isAnyEarly &&
    a.unplaced === b.unplaced
  );
}

function isSameDate(a: PlanDate | undefined, b: PlanDate | undefined): boolean {
  return a?.at === b?.at && a?.hasTime === b?.hasTime;
}

/** What most tasks have. */
const none: readonly Problem[] = [];

function findTaskProblems(
  index: number,
  { outline, schedule, isConflict, unplaced }: DatedPlan,
  { start, statusDay, statusAt, isAnyEarly }: ProblemBasis,
): readonly Problem[] {
  const task = outline.tasks[index];
  if (!task) return none;
  const problems: Problem[] = [];
  if (task.dependsOn.length > 1) problems.push(...findDuplicateDependencies(task));
  if (unplaced.items.size > 0) checkPredecessors(task, unplaced, problems);
  if (!isAnyEarly && isPlain(task)) return problems.length > 0 ? problems : none;
  const report = reporter(problems, task);
  const dates = schedule.datesOf(task.id);
  checkProgress(task, statusDay, report);
  const hasConflict = isConflict(index);
  // A constraint that pulls a task before the project is told as a conflict.
  if (start) checkStart(task, start, hasConflict ? undefined : dates, report);
  if (!dates) return problems;
  checkParts(task, dates, report);
  checkEstimate(task, dates, report);
  checkPromises(task, dates, schedule, report);
  if (task.pinned) checkPin(task.pinned, hasConflict, report);
  else {
    const isOverdue = hasConflict && liesBefore(dates, statusAt, schedule.calendarOf(task.id));
    const status = isOverdue ? statusDay : undefined;
    checkConstraint(task, dates, { schedule, hasConflict, status }, report);
  }
  return problems;
}

/** What was to be placed and could not be. */
export interface UnplacedItems {
  readonly items: ReadonlySet<string>;
  /** What circles are named by; summaries among it keep the dates of their other parts. */
  readonly inCircle: ReadonlySet<string>;
}

/** A schedule and the tasks that it was made from. */
export interface DatedPlan {
  readonly outline: Outline;
  /** The item of each node; tasks come first. */
  readonly ids: readonly string[];
  /** True when the task was held against what it depends on. */
  readonly isConflict: (task: number) => boolean;
  readonly schedule: Pick<Schedule, 'start' | 'finish' | 'calendar' | 'datesOf' | 'calendarOf'>;
  readonly statusDay: PlanDate | undefined;
  readonly unplaced: UnplacedItems;
}

/** True for a task that says nothing that its dates could contradict. */
function isPlain(task: Task): boolean {
  const isEstimated = task.duration !== undefined || task.estimate !== undefined;
  const hasDates = task.constraint ?? task.deadline ?? task.started ?? task.finished ?? task.pinned;
  const hasProgress = task.progress !== undefined || task.remaining !== undefined;
  return isEstimated && hasDates === undefined && !hasProgress && task.status !== 'done';
}

function reporter(problems: Problem[], item: Task | Milestone): Report {
  const file = pathOfId(item.id);
  return (code, field, says) => {
    const message = `${item.id} "${item.title}" ${says}`;
    problems.push(createProblem(code, message, { file, field: [field], items: [item.id] }));
  };
}

/** What follows a circle is placed as if it did not, and has to be told apart from what is free. */
function checkPredecessors(
  task: Task,
  { items, inCircle }: UnplacedItems,
  problems: Problem[],
): void {
  // What ties it into a circle is told with the circle.
  if (items.has(task.id) || inCircle.has(task.id)) return;
  for (const [place, { predecessor }] of task.dependsOn.entries()) {
    if (!items.has(predecessor)) continue;
    const message = `${task.id} "${task.title}" depends on ${predecessor}, which has no dates, and is placed without it; mend ${predecessor} first`;
    const at = { file: pathOfId(task.id), field: ['dependsOn', place] };
    problems.push(
      createProblem('predecessor-undated', message, { ...at, items: [task.id, predecessor] }),
    );
  }
}

/** [ACT-7] A summary is done when its parts are. */
function checkParts({ status }: Task, { kind, progress }: ItemDates, report: Report): void {
  if (kind !== 'summary' || status !== 'done' || progress === 1) return;
  report(
    'progress-mismatch',
    'status',
    'is done although parts of it are open; complete these, or set the status to doing',
  );
}

function checkEstimate(task: Task, dates: ItemDates, report: Report): void {
  if (task.duration || task.estimate || task.finished || dates.kind === 'summary') return;
  report(
    'estimate-missing',
    'estimate',
    `has neither estimate nor duration and counts as one day; estimate it`,
  );
}

function checkPromises(
  task: Task,
  dates: ItemDates,
  { calendarOf }: Pick<Schedule, 'calendarOf'>,
  report: Report,
): void {
  if (!task.deadline || task.status === 'done' || task.finished) return;
  if (dates.finish <= finishMoment(task.deadline, calendarOf(task.id))) return;
  report(
    'deadline-missed',
    'deadline',
    `finishes on ${formatInstant(dates.finish)}, after its deadline ${formatDay(task.deadline.at)}; pull it earlier or move the deadline`,
  );
}

/** [ACT-3] True of work that has not started and is held before the status date. */
function liesBefore(
  { start, progress }: ItemDates,
  statusAt: Instant | undefined,
  calendar: Calendar,
): boolean {
  return statusAt !== undefined && progress === 0 && calendar.workBetween(start, statusAt) > 0;
}

interface HeldDate {
  readonly schedule: Pick<Schedule, 'calendarOf'>;
  readonly hasConflict: boolean;
  /** The status date, where the task is held before it. */
  readonly status: PlanDate | undefined;
}

function checkConstraint(
  task: Task,
  dates: ItemDates,
  { schedule, hasConflict, status }: HeldDate,
  report: Report,
): void {
  const { constraint } = task;
  if (!constraint || !('date' in constraint) || task.finished) return;
  const calendar = schedule.calendarOf(task.id);
  if (!hasConflict && hasBegun(task, dates)) {
    checkLimit(constraint, dates, calendar, report);
    return;
  }
  const isBroken = breaks(constraint.kind, dates, {
    start: startMoment(constraint.date, calendar),
    finish: finishMoment(constraint.date, calendar),
  });
  if (!hasConflict && !isBroken) return;
  const written = formatConstraint(constraint);
  const says = !hasConflict
    ? `cannot keep ${written}; move the date or give it to its parts`
    : status
      ? `is held at ${written}, which puts it before the status date ${formatDay(status.at)} although it has not started; say when it started, or move the date`
      : task.dependsOn.length > 0
        ? `is held at ${written} although what it depends on ends later; move the date or the dependency`
        : `is held at ${written}, earlier than the project or its summary allows; move the date`;
  report('constraint-conflict', 'constraint', says);
}

/** [ACT-8] Of work that has begun, a limit of its finish alone can still be kept. */
function checkLimit(
  constraint: Extract<Constraint, { readonly date: PlanDate }>,
  { progress, finish }: ItemDates,
  calendar: Calendar,
  report: Report,
): void {
  const { kind, date } = constraint;
  if (progress === 1 || (kind !== 'FNLT' && kind !== 'MFO')) return;
  if (finish <= finishMoment(date, calendar)) return;
  report(
    'constraint-conflict',
    'constraint',
    `has begun and finishes on ${formatInstant(finish)}, after ${formatConstraint(constraint)}; shorten what is left or move the date`,
  );
}

/** [PIN-3] A task that a person put somewhere stands there, also before what it waits for. */
function checkPin(pinned: PlanDate, hasConflict: boolean, report: Report): void {
  if (!hasConflict) return;
  const at = formatPlanDate(pinned);
  report(
    'constraint-conflict',
    'pinned',
    `is pinned to ${at} although what it depends on ends later; take the pin out or move it`,
  );
}

/** [PRJ-9] With a start given, the stated finish is a promise of the project. */
function findLateProject(
  plan: Plan,
  { schedule, outline: { tasks }, statusDay }: DatedPlan,
): readonly Problem[] {
  const { start, finish } = plan.project;
  if (!finish) return [];
  const promised = finishMoment(finish, schedule.calendar);
  const place = { file: 'project.yaml', field: ['finish'] };
  if ((start || !statusDay) && schedule.finish > promised) {
    const message = `The project finishes on ${formatInstant(schedule.finish)}, after its stated finish ${formatDay(finish.at)}; pull the critical path earlier or move the finish`;
    return [createProblem('deadline-missed', message, place)];
  }
  // [PRJ-7] Scheduled back, work that waits for nothing lies before the finish all the same.
  const last = start || !statusDay ? promised : findLastEarly(tasks, schedule);
  if (last <= promised || !statusDay) return [];
  const message = `The project cannot finish by ${formatDay(finish.at)}: what is left to do on the status date ${formatDay(statusDay.at)} takes until ${formatInstant(last)}; move the finish or shorten what is left`;
  return [createProblem('deadline-missed', message, place)];
}

/** When the last task would be finished, were all as early as can be. */
function findLastEarly(
  tasks: readonly (Task | undefined)[],
  { datesOf }: Pick<Schedule, 'datesOf'>,
): Instant {
  return tasks.reduce(
    (last, task) => Math.max(last, (task && datesOf(task.id)?.earlyFinish) ?? last),
    -Infinity,
  );
}

function breaks(
  kind: string,
  dates: ItemDates,
  limit: { readonly start: Instant; readonly finish: Instant },
): boolean {
  if (kind === 'SNET') return dates.start < limit.start;
  if (kind === 'FNET') return dates.finish < limit.finish;
  if (kind === 'SNLT') return dates.start > limit.start;
  if (kind === 'FNLT') return dates.finish > limit.finish;
  return kind === 'MSO' ? dates.start !== limit.start : dates.finish !== limit.finish;
}

function checkMilestone(
  milestone: Milestone,
  { schedule }: DatedPlan,
  start: PlanDate | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reporter(problems, milestone);
  const { due, reached, id } = milestone;
  const dates = schedule.datesOf(id);
  if (start && due && isBefore(due, start)) {
    report(
      'date-before-start',
      'due',
      `is due ${formatDay(due.at)}, before the project starts on ${formatDay(start.at)}; move the date or the project's start`,
    );
  }
  if (due && !reached && dates && dates.finish > finishMoment(due, schedule.calendarOf(id))) {
    report(
      'milestone-late',
      'due',
      `is reached on ${formatInstant(dates.finish)}, after it is due on ${formatDay(due.at)}; pull its tasks earlier or move the date`,
    );
  }
  return problems;
}
