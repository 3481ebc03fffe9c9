import type { Plan } from '../model/plan.ts';
import { durationMinutes } from '../model/duration.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';
import { placeOfShare } from './sampleQuantiles.ts';
import { isRange } from './taskSpread.ts';

/** How long tasks took, as shares of what was estimated. */
export interface RatioSummary {
  readonly count: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** How many of the tasks with a range ended inside it, and how many such tasks there are. */
  readonly inside: number;
  readonly ranged: number;
}

export interface CalibrationGroup extends RatioSummary {
  readonly by: 'person' | 'tag' | 'size';
  readonly name: string;
}

/** What the finished tasks of a project say of its estimates. */
export interface Calibration extends RatioSummary {
  /** What each task took as a share of its estimate, in rising order. */
  readonly ratios: readonly number[];
  /** Groups of enough tasks; people first, then tags, then sizes. */
  readonly groups: readonly CalibrationGroup[];
}

interface FinishedTask {
  readonly task: Task;
  readonly ratio: number;
  readonly planned: number;
  /** Undefined for an estimate that is no range. */
  readonly isInside: boolean | undefined;
}

/** Fewer tasks than these say nothing of how well a project estimates. */
const fewest = 5;
const fewestInGroup = 3;

/**
 * Compares what tasks took with what was estimated: the work of `spent` where it is told, else the
 * working time from start to finish. Undefined while too few tasks are finished.
 */
export function calibrate(plan: Plan, schedule: Schedule): Calibration | undefined {
  const finished = [...plan.tasks.values()].flatMap(task => readFinished(task, plan, schedule));
  if (finished.length < fewest) return undefined;
  return { ...summarize(finished), ratios: ratiosOf(finished), groups: groupsOf(finished, plan) };
}

/** Nothing for a task that was not estimated, or whose start or finish nobody told. */
function readFinished(task: Task, plan: Plan, schedule: Schedule): readonly FinishedTask[] {
  const { estimate, started, finished, spent } = task;
  if (!estimate || task.duration || !started || !finished || estimate.optimistic.isElapsed) {
    return [];
  }
  const { project } = plan;
  const scale = project.durationScale;
  const dates = schedule.datesOf(task.id);
  if (!dates || dates.kind !== 'task') return [];
  const planned = computeTaskWork({ ...task, progress: undefined, remaining: undefined }, project);
  if (planned.duration <= 0) return [];
  const effort = (part: Task['spent']): number => (part ? durationMinutes(part, scale) : 0);
  const likely =
    effort(estimate.likely) || (effort(estimate.optimistic) + effort(estimate.pessimistic)) / 2;
  const ratio = spent
    ? effort(spent) / Math.max(1, likely)
    : schedule.calendarOf(task.id).workBetween(dates.start, dates.finish) / planned.duration;
  const low = effort(estimate.optimistic) / Math.max(1, likely);
  const high = effort(estimate.pessimistic) / Math.max(1, likely);
  const isInside = isRange(estimate) ? ratio >= low && ratio <= high : undefined;
  return [{ task, ratio, planned: planned.duration, isInside }];
}

function summarize(tasks: readonly FinishedTask[]): RatioSummary {
  const sorted = ratiosOf(tasks);
  const at = (share: number): number => sorted[placeOfShare(share, sorted.length)] ?? 1;
  return {
    count: tasks.length,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    inside: tasks.filter(({ isInside }) => isInside === true).length,
    ranged: tasks.filter(({ isInside }) => isInside !== undefined).length,
  };
}

function ratiosOf(tasks: readonly FinishedTask[]): readonly number[] {
  return tasks.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
}

function groupsOf(
  finished: readonly FinishedTask[],
  { project }: Plan,
): readonly CalibrationGroup[] {
  const { minutesPerDay, minutesPerWeek } = project.durationScale;
  const sizeOf = ({ planned }: FinishedTask): string => {
    if (planned <= minutesPerDay) return 'up to a day';
    return planned <= minutesPerWeek ? 'up to a week' : 'more than a week';
  };
  return [
    ...group('person', finished, ({ task }) => task.assignees.map(({ person }) => person)),
    ...group('tag', finished, ({ task }) => task.tags),
    ...group('size', finished, each => [sizeOf(each)]),
  ];
}

function group(
  by: CalibrationGroup['by'],
  finished: readonly FinishedTask[],
  namesOf: (task: FinishedTask) => readonly string[],
): readonly CalibrationGroup[] {
  const groups = new Map<string, FinishedTask[]>();
  for (const each of finished) {
    for (const name of new Set(namesOf(each))) {
      const known = groups.get(name);
      if (known) known.push(each);
      else groups.set(name, [each]);
    }
  }
  return [...groups]
    .filter(([, tasks]) => tasks.length >= fewestInGroup)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tasks]) => ({ by, name, ...summarize(tasks) }));
}
