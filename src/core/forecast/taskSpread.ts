import {
  durationMinutes,
  estimatePoints,
  exactEstimate,
  type Duration,
  type Estimate,
} from '../model/duration.ts';
import { defaultForecastRules, type ForecastRules } from '../model/forecastRules.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';
import { isFixed, lognormalMiddle, type Distribution } from './distribution.ts';

/**
 * How long a task may take, in minutes as its length is counted: as a whole and from its beginning, or
 * what is left of it where that is stated as a range.
 */
export interface TaskSpread {
  readonly distribution: Distribution;
  /** What the schedule plans with for the same. */
  readonly planned: number;
}

/** What the project says of its forecast, or what holds where it says nothing. */
export function rulesOf(project: Project): ForecastRules {
  return project.forecast ?? defaultForecastRules;
}

/**
 * The spread of an open task; undefined for one whose length is certain: it is done, its length is
 * fixed by `duration`, or its estimate is a single value and the project gives such no spread. What is
 * left of it as a range holds before all of these.
 */
export function spreadOfTask(task: Task, project: Project): TaskSpread | undefined {
  if (task.remaining && isRange(task.remaining)) return spreadOfRest(task, task.remaining, project);
  const whole = withoutProgress(task);
  const planned = computeTaskWork(whole, project).duration;
  if (task.duration || computeTaskWork(task, project).isDone || planned === 0) return undefined;
  const distribution = distributionOfTask(whole, planned, project);
  return isFixed(distribution) ? undefined : { distribution, planned };
}

function spreadOfRest(task: Task, rest: Estimate, project: Project): TaskSpread | undefined {
  const { isDone, remaining: planned } = computeTaskWork(task, project);
  if (isDone) return undefined;
  const scale = project.durationScale;
  const distribution = inPoints(task, rest, project, of => durationMinutes(of, scale));
  return isFixed(distribution) ? undefined : { distribution, planned };
}

/** The points of a range, each as long as is told, in the shape of the task or the project. */
function inPoints(
  { distribution: own }: Task,
  { optimistic, likely, pessimistic }: Estimate,
  project: Project,
  lengthOf: (point: Duration) => number,
): Distribution {
  const { threePoints, twoPoints } = rulesOf(project);
  const [low, high] = [lengthOf(optimistic), lengthOf(pessimistic)];
  return likely
    ? inOrder(own ?? threePoints, [low, lengthOf(likely), high])
    : inTwo(own ?? twoPoints, low, high);
}

/** True for an estimate that is a range. */
export function isRange(estimate: Estimate): boolean {
  return estimatePoints(estimate) > 1;
}

function distributionOfTask(task: Task, planned: number, project: Project): Distribution {
  const { estimate } = task;
  if (!estimate || !isRange(estimate)) {
    const { spread, threePoints } = rulesOf(project);
    const { low, high } = spread ?? { low: 1, high: 1 };
    return inOrder(task.distribution ?? threePoints, [planned * low, planned, planned * high]);
  }
  const lengthOf = (point: Duration): number => {
    return computeTaskWork({ ...task, estimate: exactEstimate(point) }, project).duration;
  };
  return inPoints(task, estimate, project, lengthOf);
}

/** A range without a mode. */
export function inTwo(shape: Distribution['shape'], low: number, high: number): Distribution {
  const likely = shape === 'lognormal' ? lognormalMiddle(low, high) : (low + high) / 2;
  return inOrder(shape, [low, likely, high]);
}

/** Points that fall are put in order, so that nothing is drawn from a range that is none. */
export function inOrder(
  shape: Distribution['shape'],
  points: readonly [number, number, number],
): Distribution {
  const [low = 0, likely = 0, high = 0] = points.toSorted((a, b) => a - b);
  return { shape, low, likely, high };
}

/** A task as it was before anything of it was done. */
export function withoutProgress(task: Task): Task {
  return {
    ...task,
    status: 'todo',
    started: undefined,
    finished: undefined,
    progress: undefined,
    remaining: undefined,
  };
}
