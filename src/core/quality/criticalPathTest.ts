import { minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { createExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import { findLogicalPlace } from '../schedule/explainTask.ts';
import type { End, Reason } from '../schedule/explanation.ts';
import { endOfPredecessor } from '../schedule/findBounds.ts';
import { isScheduledBack } from '../schedule/projectStart.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import type { Reviewed, ReviewedTask } from './reviewedPlan.ts';

/**
 * How long the critical path is delayed for the test, in days. The practice takes 600; 100 are as
 * telling, and stay within the years that are planned.
 */
const delayDays = 100;

/** What came of the test. */
export interface CriticalPathTest {
  /** The task that was made longer. */
  readonly task: string;
  /** The share of the delay that arrived at the end of the project that gives way. */
  readonly arrived: number;
  /** True where the plan is scheduled back from its finish, so that its start gives way. */
  readonly isAtStart: boolean;
}

/**
 * Makes the first open critical task of those that drive the finish 100 days longer and looks how
 * much of that arrives at what the project ends with: less than all of it means that the path is
 * broken or held by dates. That the delayed work itself becomes the end is no arrival, so the tasks that were last before are looked at
 * and not the finish of the project. Unlike point 12 of the assessment (DCMA-EA PAM 200.1, 2012), which
 * knows only plans with a start, the last open critical task is delayed where a plan is scheduled back
 * from its finish ([PRJ-7]), and what it began with has to begin earlier; the finish is looked at
 * besides, since what a date holds, and what waits for it, is late for it.
 *
 * @returns undefined where no critical task that drives the finish is still to be begun
 */
export function testCriticalPath(reviewed: Reviewed, today: Instant): CriticalPathTest | undefined {
  const { plan, schedule, open } = reviewed;
  const isAtStart = isScheduledBack(plan.project);
  const driving = isAtStart ? undefined : findDriving(reviewed, today);
  const [delayed] = open
    .filter(({ task }) => driving?.has(task.id) !== false)
    .filter(({ dates }) => dates.isCritical && dates.totalFloat <= 0)
    .filter(({ task, dates }) => dates.durationMinutes > 0 && !task.started)
    .sort((a, b) => (isAtStart ? b.dates.finish - a.dates.finish : a.dates.start - b.dates.start));
  if (!delayed) return undefined;
  const { task, dates } = delayed;
  const delay = delayDays * (dates.isElapsed ? minutesPerDay : reviewed.dayMinutes);
  const after = createScheduler()(lengthen(plan, delayed, delay), { today });
  const calendar = schedule.calendarOf(task.id);
  const between = (from: Instant, to: Instant): number =>
    dates.isElapsed ? to - from : calendar.workBetween(from, to);
  const last = findEnds(reviewed, 'finish');
  const later = between(lastFinish(schedule, last), lastFinish(after, last));
  const first = isAtStart ? findEnds(reviewed, 'start') : [];
  const earlier = isAtStart ? between(firstStart(after, first), firstStart(schedule, first)) : 0;
  return { task: task.id, arrived: Math.max(0, Math.min(1, (later + earlier) / delay)), isAtStart };
}

/**
 * What the project ends with, and what drives that. Where a date holds a task, the path goes on with
 * what would drive it without the date: that a delay does not get past it is for the test to find.
 */
function findDriving(reviewed: Reviewed, today: Instant): ReadonlySet<string> {
  const ctx = createExplainContext(reviewed.plan, reviewed.schedule, { today });
  const found = new Set<string>();
  const asked = new Set<string>();
  const open: Place[] = findEnds(reviewed, 'finish').map(id => ({ id, end: 'finish' }));
  for (let place = open.pop(); place; place = open.pop()) {
    const key = `${place.id} ${place.end}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const explanation = explainDates(ctx, place.id, place.end);
    const steps = explanation.kind === 'dated' ? explanation.steps : [];
    for (const { id } of steps) found.add(id);
    const last = steps.at(-1);
    if (last?.reason.kind === 'constraint' || last?.reason.kind === 'pinned') {
      const task = ctx.isSummary(last.id) ? undefined : ctx.taskOf(last.id);
      open.push(...((task && findLogicalPlace(ctx, task)?.reasons) ?? []).flatMap(placeOf));
    }
  }
  return found;
}

interface Place {
  readonly id: string;
  readonly end: End;
}

function placeOf(reason: Reason): readonly Place[] {
  if (reason.kind !== 'dependency') return [];
  const { dependency } = reason;
  return [{ id: dependency.predecessor, end: endOfPredecessor(dependency) }];
}

/** What the project begins or ends with; a night or a day off in between makes no difference. */
function findEnds(
  { tasks, schedule: { calendar } }: Reviewed,
  end: 'start' | 'finish',
): readonly string[] {
  let outer = end === 'start' ? Infinity : -Infinity;
  for (const { dates } of tasks) {
    outer = end === 'start' ? Math.min(outer, dates.start) : Math.max(outer, dates.finish);
  }
  return tasks
    .filter(({ dates }) =>
      end === 'start'
        ? calendar.workBetween(outer, dates.start) <= 0
        : calendar.workBetween(dates.finish, outer) <= 0,
    )
    .map(({ task }) => task.id);
}

function lastFinish(schedule: Schedule, ids: readonly string[]): Instant {
  return ids.reduce((last, id) => Math.max(last, schedule.datesOf(id)?.finish ?? last), -Infinity);
}

function firstStart(schedule: Schedule, ids: readonly string[]): Instant {
  return ids.reduce((first, id) => Math.min(first, schedule.datesOf(id)?.start ?? first), Infinity);
}

function lengthen(plan: Plan, { task, dates }: ReviewedTask, delay: number): Plan {
  const value = dates.durationMinutes + delay;
  const longer = {
    ...task,
    estimate: undefined,
    split: [],
    duration: { value, unit: 'm', isElapsed: dates.isElapsed },
  } as const;
  return { ...plan, tasks: new Map(plan.tasks).set(task.id, longer) };
}
