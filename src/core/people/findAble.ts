import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { canDo } from '../model/canDo.ts';
import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { replacedTasks, Workload, type LoadChanges } from '../schedule/workload.ts';

/** Somebody who can do a task, and what comes of it. */
export interface AblePerson {
  readonly person: string;
  readonly name: string;
  /** When the task would be done. */
  readonly finish: Instant;
  /** When the plan would end. */
  readonly planFinish: Instant;
  /** Minutes on days of the task on which the person would have more work than time. */
  readonly over: number;
}

/**
 * Who has the skills of a task and is here: those first who would have time for it, then who is done
 * first. A task that names no skills can be done by those who share one with the people that it has,
 * or by anybody where these have none.
 *
 * @param schedule of a plan that might be; it is asked once for each candidate, and once for the plan as it is
 */
export function findAble(
  plan: Plan,
  task: Task,
  schedule: (plan: Plan) => Schedule,
): readonly AblePerson[] {
  const found: AblePerson[] = [];
  const before = { plan, schedule: schedule(plan) };
  const workload = new Workload(plan, before.schedule);
  for (const person of plan.project.people.values()) {
    if (!canDo(plan, task, person)) continue;
    const assignees = [{ person: person.key, units: 1 }];
    const tasks = new Map(plan.tasks).set(task.id, { ...task, assignees });
    const tried = { ...plan, tasks };
    const after = schedule(tried);
    const dates = after.datesOf(task.id);
    if (!dates) continue;
    const replaced = replacedTasks(before, { plan: tried, schedule: after });
    const changes = workload.changesBy(replaced);
    const over = overDuring(workload, { person: person.key, dates, changes });
    const { key, name } = person;
    found.push({ person: key, name, finish: dates.finish, planFinish: after.finish, over });
  }
  return found.sort(byTime);
}

const byTime = compareBy<AblePerson>(
  (a, b) => compareNumber(a.over > 0 ? 1 : 0, b.over > 0 ? 1 : 0),
  (a, b) => compareNumber(a.planFinish, b.planFinish),
  (a, b) => compareNumber(a.finish, b.finish),
  (a, b) => compareNumber(a.over, b.over),
  (a, b) => compareText(a.person, b.person),
);

function overDuring(
  workload: Workload,
  {
    person,
    dates: { start, finish },
    changes,
  }: {
    readonly person: string;
    readonly dates: { readonly start: Instant; readonly finish: Instant };
    readonly changes: LoadChanges;
  },
): number {
  let over = 0;
  for (let day = dayOf(start); day * minutesPerDay < finish; day++)
    over += workload.overOn(person, day, changes);
  return Math.round(over);
}
