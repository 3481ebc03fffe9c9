import { dayOf, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { plannedWork } from '../model/plannedWork.ts';
import { actualFinishMoment } from '../schedule/dateMeaning.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';

/** One iteration (sprint). Lengths are working minutes of the tasks. */
export interface Iteration {
  /** From 1. */
  readonly number: number;
  /** Counted from 1970-01-01; the last belongs to it. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly doneTasks: number;
  readonly doneMinutes: number;
  /** Open tasks that the schedule finishes in it; none for one that is over. */
  readonly openTasks: number;
  readonly openMinutes: number;
}

export interface IterationsView {
  /** Those that are over and the present one, the oldest first, then the next. */
  readonly iterations: readonly Iteration[];
  /** The place of the present one in them; undefined before the first. */
  readonly present: number | undefined;
  /** Minutes done in an iteration, on average over the last three that are over; undefined before one is. */
  readonly velocity: number | undefined;
  /** How many more iterations the open work takes at that velocity; undefined where none can be told. */
  readonly left: number | undefined;
}

/** So many are told, up to the next. */
const mostIterations = 26;
const velocityOf = 3;

/**
 * What was done in each iteration, and what the schedule has in the present and the next one. A task
 * belongs to the iteration in which it was finished or will be; undefined where the project has none.
 *
 * @param at the end of the day that is told of
 */
export function computeIterations(
  plan: Plan,
  schedule: Schedule,
  at: Instant,
): IterationsView | undefined {
  const rules = plan.project.iterations;
  if (!rules) return undefined;
  const length = rules.weeks * 7;
  const origin = dayOf(rules.start.at);
  const placeOf = (day: number): number => Math.floor((day - origin) / length);
  const now = placeOf(dayOf(at - 1));
  const done = new Map<number, Sum>();
  const open = new Map<number, Sum>();
  let left = 0;
  for (const { finish, minutes, isDone } of works(plan, schedule)) {
    if (!isDone) left += minutes;
    if (finish === undefined) continue;
    const place = placeOf(dayOf(finish - 1));
    // What should have been finished before is work of the present one.
    if (isDone) add(done, place, minutes);
    else add(open, Math.max(place, now), minutes);
  }
  const first = Math.max(0, now - mostIterations + 2);
  const iterations = Array.from({ length: Math.max(0, now + 2 - first) }, (_, i): Iteration => {
    const place = first + i;
    const firstDay = origin + place * length;
    const { tasks: doneTasks, minutes: doneMinutes } = done.get(place) ?? nothing;
    const { tasks: openTasks, minutes: openMinutes } = open.get(place) ?? nothing;
    const days = { number: place + 1, firstDay, lastDay: firstDay + length - 1 };
    return { ...days, doneTasks, doneMinutes, openTasks, openMinutes };
  });
  const over = iterations.filter(({ number }) => number <= now).slice(-velocityOf);
  const sum = over.reduce((all, { doneMinutes }) => all + doneMinutes, 0);
  const velocity = over.length === 0 ? undefined : sum / over.length;
  return {
    iterations,
    present: now < 0 ? undefined : now - first,
    velocity,
    left: velocity ? left / velocity : undefined,
  };
}

interface Sum {
  readonly tasks: number;
  readonly minutes: number;
}

const nothing: Sum = { tasks: 0, minutes: 0 };

function add(sums: Map<number, Sum>, place: number, minutes: number): void {
  const known = sums.get(place) ?? nothing;
  sums.set(place, { tasks: known.tasks + 1, minutes: known.minutes + minutes });
}

interface Work {
  readonly minutes: number;
  readonly isDone: boolean;
  /** When it was finished, or will be; undefined for what is done at a time that nobody told. */
  readonly finish: Instant | undefined;
}

function works(plan: Plan, schedule: Schedule): readonly Work[] {
  return plannedWork(plan).map(task => {
    const isDone = task.status === 'done';
    const { duration, remaining } = computeTaskWork(task, plan.project);
    const actual = task.finished && actualFinishMoment(task.finished, schedule.calendarOf(task.id));
    return {
      minutes: isDone ? duration : remaining,
      isDone,
      finish: isDone ? actual : schedule.datesOf(task.id)?.finish,
    };
  });
}
