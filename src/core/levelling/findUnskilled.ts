import { missingSkills } from '../model/missingSkills.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** Open work that is not with people who can do it, by ids in the order of the plan. */
export interface UnskilledWork {
  /** Needs skills and has nobody, and no time could be kept for it: nobody can do it, or has the time. */
  readonly withoutAnybody: readonly string[];
  /** Is given to people of whom none has a skill that it needs. */
  readonly withoutSkill: readonly string[];
}

/**
 * Levelling gives work to nobody: what it could not count, or should not have, is told beside it.
 *
 * @param kept work for which somebody's time is kept
 */
export function findUnskilled(
  plan: Plan,
  schedule: Schedule,
  kept: ReadonlySet<string>,
): UnskilledWork {
  const work = [...plan.tasks.values()].filter(
    task =>
      !isClosed(task) &&
      !kept.has(task.id) &&
      schedule.datesOf(task.id)?.kind === 'task' &&
      missingSkills(plan, task).length > 0,
  );
  const ids = (hasNobody: boolean): readonly string[] =>
    work.filter(task => (task.assignees.length === 0) === hasNobody).map(({ id }) => id);
  return { withoutAnybody: ids(true), withoutSkill: ids(false) };
}

/** So many tasks are named. */
const mostNamed = 5;

/** One sentence each; none where all is well. */
export function tellUnskilled({ withoutAnybody, withoutSkill }: UnskilledWork): readonly string[] {
  const tell = (ids: readonly string[], one: string, many: string): readonly string[] => {
    if (ids.length === 0) return [];
    const named = ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ', …' : '');
    return [`${ids.length === 1 ? `1 task ${one}` : `${ids.length} tasks ${many}`}: ${named}`];
  };
  return [
    ...tell(
      withoutAnybody,
      'has nobody, and nobody with its skills has time for it then',
      'have nobody, and nobody with their skills has time for them then',
    ),
    ...tell(
      withoutSkill,
      'needs a skill that none of its people has; assign it to whoever can',
      'need a skill that none of their people has; assign them to whoever can',
    ),
  ];
}
