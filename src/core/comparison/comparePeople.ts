import { compareText } from '../base/order.ts';
import { isSameTeam, type Assignment } from '../model/assignment.ts';
import type { Plan } from '../model/plan.ts';
import { overInSteps } from '../people/computeLoad.ts';
import type { ScheduledPlan } from '../scenario/compareSchedules.ts';

/** A task that others do now, or with another share of their time. */
export interface AssignmentChange {
  readonly id: string;
  readonly title: string;
  readonly before: readonly Assignment[];
  readonly after: readonly Assignment[];
}

/** Tasks of both plans whose people are others. */
export function compareAssignments(before: Plan, after: Plan): readonly AssignmentChange[] {
  return [...after.tasks.values()].flatMap(({ id, title, assignees }) => {
    const old = before.tasks.get(id)?.assignees;
    if (!old || isSameTeam(old, assignees)) return [];
    return [{ id, title, before: old, after: assignees }];
  });
}

/** Minutes of work beyond the time that somebody gives. */
export interface OverloadChange {
  readonly person: string;
  readonly before: number;
  readonly after: number;
}

/** Who has more, or less, of too much to do than before; by key. */
export function* overloadsInSteps(
  before: ScheduledPlan,
  after: ScheduledPlan,
): Generator<undefined, readonly OverloadChange[]> {
  const old = yield* overInSteps(before.plan, before.schedule);
  const now = yield* overInSteps(after.plan, after.schedule);
  const people = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return people.flatMap(person => {
    const change = { person, before: old.get(person) ?? 0, after: now.get(person) ?? 0 };
    return change.before === change.after ? [] : [change];
  });
}
