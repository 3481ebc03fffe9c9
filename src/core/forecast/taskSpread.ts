import { estimatePoints, type Duration, type Estimate } from '../model/duration.ts';
import { defaultForecastRules, type ForecastRules } from '../model/forecastRules.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';
import { isFixed, lognormalMiddle, type Distribution } from './distribution.ts';

/** How long a task may take, as a whole and from its beginning: minutes, as its length is counted. */
export interface TaskSpread {
  readonly distribution: Distribution;
  /** The length that the schedule plans with. */
  readonly planned: number;
}

/** What the project says of its forecast, or what holds where it says nothing. */
export function rulesOf(project: Project): ForecastRules {
  return project.forecast ?? defaultForecastRules;
}

/**
 * The spread of an open task; undefined for one whose length is certain: it is done, its length is
 * fixed by `duration`, or its estimate is a single value and the project gives such no spread.
 */
export function spreadOfTask(task: Task, project: Project): TaskSpread | undefined {
  const rules = rulesOf(project);
  const whole = withoutProgress(task);
  const planned = computeTaskWork(whole, project).duration;
  if (task.duration || computeTaskWork(task, project).isDone || planned === 0) return undefined;
  const distribution = distributionOfTask(whole, planned, { project, rules });
  return isFixed(distribution) ? undefined : { distribution, planned };
}

/** True for an estimate that is a range. */
export function isRange(estimate: Estimate): boolean {
  return estimatePoints(estimate) > 1;
}

function distributionOfTask(
  task: Task,
  planned: number,
  { project, rules }: { readonly project: Project; readonly rules: ForecastRules },
): Distribution {
  const { estimate } = task;
  const threePoints = task.distribution ?? rules.threePoints;
  if (!estimate || !isRange(estimate)) {
    const { low, high } = rules.spread ?? { low: 1, high: 1 };
    return inOrder(threePoints, [planned * low, planned, planned * high]);
  }
  const lengthOf = (point: Duration): number => {
    const single = { optimistic: point, likely: point, pessimistic: point };
    return computeTaskWork({ ...task, estimate: single }, project).duration;
  };
  const low = lengthOf(estimate.optimistic);
  const high = lengthOf(estimate.pessimistic);
  return estimate.likely
    ? inOrder(threePoints, [low, lengthOf(estimate.likely), high])
    : inTwo(task.distribution ?? rules.twoPoints, low, high);
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
