import type { Constraint } from '../model/constraint.ts';
import type { Task } from '../model/task.ts';
import { isBinding } from './isBinding.ts';
import { liesInPast, type Reviewed, type ReviewedTask } from './reviewedPlan.ts';

/**
 * Open tasks that nothing comes before, or nothing after: they can drift unnoticed. Every plan begins
 * with something and ends with something, so that the first of the ones may lack what comes before it,
 * and the last of the others what comes after. Unlike in point 1 of DCMA-EA PAM 200.1, a link of its
 * summary serves a task, and so does the milestone that it is for, as the schedule heeds both.
 */
export function withoutLogic({ plan, tasks, open, followed }: Reviewed): readonly string[] {
  const isLinked = (task: Task): boolean => {
    let at: Task | undefined = task;
    for (let depth = 0; at && depth <= plan.tasks.size; depth++) {
      if (at.dependsOn.some(link => isBinding(plan, link))) return true;
      at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
    }
    return false;
  };
  const isFollowed = ({ task }: ReviewedTask): boolean => followed.has(task.id);
  const loose = tasks.filter(({ task }) => !isLinked(task));
  const unfollowed = tasks.filter(each => !isFollowed(each));
  const isLoose = new Set(loose);
  const linked = unfollowed.filter(each => !isLoose.has(each));
  const begins = firstOf(loose.filter(isFollowed)) ?? firstOf(loose);
  const ends = lastOf(linked) ?? lastOf(unfollowed);
  const found = new Set([
    ...loose.filter(each => each !== begins),
    ...unfollowed.filter(each => each !== ends),
  ]);
  return idsOf(open.filter(each => found.has(each)));
}

function firstOf(tasks: readonly ReviewedTask[]): ReviewedTask | undefined {
  return tasks.reduce<ReviewedTask | undefined>(
    (first, each) => (first && first.dates.start <= each.dates.start ? first : each),
    undefined,
  );
}

function lastOf(tasks: readonly ReviewedTask[]): ReviewedTask | undefined {
  return tasks.reduce<ReviewedTask | undefined>(
    (last, each) => (last && last.dates.finish > each.dates.finish ? last : each),
    undefined,
  );
}

/**
 * Held by a fixed date, so that they do not move with what they wait for. To the four constraints of
 * point 5 of DCMA-EA PAM 200.1 come pins, which hold as hard.
 */
export function heldByDates({ open }: Reviewed): readonly string[] {
  const isHeld = ({ constraint, pinned }: Task): boolean =>
    pinned !== undefined || (constraint !== undefined && isHardConstraint(constraint));
  return idsOf(open.filter(({ task }) => isHeld(task)));
}

/** True for one that holds a task against what it waits for. */
export function isHardConstraint({ kind }: Constraint): boolean {
  return kind === 'MSO' || kind === 'MFO' || kind === 'SNLT' || kind === 'FNLT';
}

export function withHighFloat({ open, longFrom }: Reviewed): readonly string[] {
  return idsOf(open.filter(({ dates }) => dates.totalFloat > longFrom));
}

export function withNegativeFloat({ open }: Reviewed): readonly string[] {
  return idsOf(open.filter(({ dates }) => dates.totalFloat < 0));
}

/**
 * Longer than a few weeks as they are planned today, and not as in the baseline, by which point 8 of
 * DCMA-EA PAM 200.1 goes: a plan without a baseline is to be judged too.
 */
export function longOnes({ open, longFrom }: Reviewed): readonly string[] {
  return idsOf(open.filter(({ workMinutes }) => workMinutes > longFrom));
}

/** Open work that is planned in the past, and work that is said to have been done in the future. */
export function onTheWrongSide({ tasks, now, openFrom }: Reviewed): readonly string[] {
  return idsOf(
    tasks.filter(each => {
      const begun = each.task.started?.at ?? -Infinity;
      const ended = each.task.finished?.at ?? -Infinity;
      return begun > now || ended > now || liesInPast(each, openFrom);
    }),
  );
}

/** True of work of a day and more that somebody has to do: a wait by the clock needs nobody. */
export function needsPeople(
  { dates, workMinutes }: ReviewedTask,
  { dayMinutes }: Pick<Reviewed, 'dayMinutes'>,
): boolean {
  return workMinutes >= dayMinutes && !dates.isElapsed;
}

/**
 * Work of a day and more that nobody has been given. A cost, which serves as well in point 10 of
 * DCMA-EA PAM 200.1, is not enough here, as it does not say who does the work.
 */
export function withoutPeople(reviewed: Reviewed): readonly string[] {
  return idsOf(
    reviewed.open.filter(each => needsPeople(each, reviewed) && each.task.assignees.length === 0),
  );
}

function idsOf(found: readonly ReviewedTask[]): readonly string[] {
  return found.map(({ task }) => task.id);
}
