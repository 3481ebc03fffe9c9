import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { canDo } from '../model/canDo.ts';
import type { PlainValue } from '../model/change.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { isClosed, type Task } from '../model/task.ts';
import { exposureOf } from '../risks/exposure.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { createScheduler } from '../schedule/scheduler.ts';
import { replacedTasks, Workload, type LoadChanges } from '../schedule/workload.ts';
import { findCosts, rateOf } from './planCosts.ts';

/** A way to spend less that was tried by scheduling the plan with it. */
export interface Cut {
  readonly kind: 'drop' | 'reassign';
  readonly task: string;
  /** Who would do it instead. */
  readonly person: string | undefined;
  /** What would be written. */
  readonly fields: Readonly<Record<string, PlainValue>>;
  /** Hundredths of the project's currency. */
  readonly saves: number;
  /** Working minutes by which the plan would end later; negative for earlier. */
  readonly later: number;
  /** Risks that the task was to answer, and what they would weigh more without it. */
  readonly risks: readonly string[];
  readonly riskMinutes: number;
  readonly riskHundredths: number;
  /** Open tasks that wait for it. */
  readonly followers: number;
}

/** So many tasks, the dearest first, and people for each of them, are tried; so many are offered. */
const [mostTasks, mostTried, mostPeople, mostCuts] = [15, 8, 3, 10];

/**
 * Where money could be saved: work that could be dropped, or be done by somebody who can, has the
 * time and costs less. What costs the fewest days comes first, then what leaves the least risk, then
 * what saves most.
 */
export function findCuts(plan: Plan, rates: Rates, options: ScheduleOptions): readonly Cut[] {
  const scheduler = createScheduler();
  const schedule = (tried: Plan): Schedule => scheduler(tried, options);
  const before = schedule(plan);
  const total = costOf(plan, before, rates);
  const workload = new Workload(plan, before);
  const byTask = new Map<string, number>();
  for (const { task, hundredths, currency } of findCosts(plan, before, { rates })) {
    if (task === undefined || currency !== plan.project.currency) continue;
    byTask.set(task, (byTask.get(task) ?? 0) + hundredths);
  }
  const dearest = [...byTask]
    .filter(([id, cost]) => cost > 0 && canCut(plan.tasks.get(id)))
    .sort(([a, costA], [b, costB]) => costB - costA || compareText(a, b))
    .slice(0, mostTasks);
  const found: Cut[] = [];
  for (const [id] of dearest) {
    const task = plan.tasks.get(id);
    if (!task) continue;
    let people = 0;
    for (const draft of draftsFor(plan, rates, { task, before, workload })) {
      if (draft.kind === 'reassign' && people === mostPeople) continue;
      const tasks = new Map(plan.tasks).set(id, { ...task, ...draft.change });
      const tried = { ...plan, tasks };
      const after = schedule(tried);
      const saves = total - costOf(tried, after, rates);
      if (saves <= 0) continue;
      const changes = workload.changesBy(
        replacedTasks({ plan, schedule: before }, { plan: tried, schedule: after }),
      );
      if (draft.person !== undefined && crowds(workload, changes, draft.person)) continue;
      if (draft.kind === 'reassign') people += 1;
      const later = before.calendar.workBetween(before.finish, after.finish);
      const left = draft.kind === 'drop' ? leftBehind(plan, task) : nothingLeft;
      found.push({ ...draft, task: id, saves, later, ...left });
    }
  }
  return found.sort(byPrice).slice(0, mostCuts);
}

const byPrice = compareBy<Cut>(
  (a, b) => compareNumber(Math.max(0, a.later), Math.max(0, b.later)),
  (a, b) => compareNumber(a.riskMinutes, b.riskMinutes),
  (a, b) => compareNumber(a.riskHundredths, b.riskHundredths),
  (a, b) => compareNumber(a.risks.length, b.risks.length),
  (a, b) => compareNumber(a.followers, b.followers),
  (a, b) => compareNumber(b.saves, a.saves),
  (a, b) => compareText(a.task, b.task),
  (a, b) => compareText(a.person ?? '', b.person ?? ''),
);

/** What has begun has been paid for in part, and people have put themselves into it. */
function canCut(task: Task | undefined): boolean {
  return (
    task !== undefined && !isClosed(task) && task.started === undefined && task.status === 'todo'
  );
}

/** True where somebody has more to do than time with it, or all together have more of that. */
function crowds(workload: Workload, changes: LoadChanges, person: string): boolean {
  const own = new Map([[person, changes.get(person) ?? new Map<number, number>()]]);
  return workload.overBy(own) > 0 || workload.overBy(changes) > 0;
}

function costOf(plan: Plan, schedule: Schedule, rates: Rates): number {
  return findCosts(plan, schedule, { rates })
    .filter(({ currency }) => currency === plan.project.currency)
    .reduce((sum, { hundredths }) => sum + hundredths, 0);
}

interface Draft extends Pick<Cut, 'kind' | 'person' | 'fields'> {
  readonly change: Partial<Task>;
}

function draftsFor(
  plan: Plan,
  rates: Rates,
  {
    task,
    before,
    workload,
  }: { readonly task: Task; readonly before: Schedule; readonly workload: Workload },
): readonly Draft[] {
  const dates = before.datesOf(task.id);
  const isFree = (person: string): boolean =>
    dates !== undefined && workload.freeDuring(person, dates) > 0;

  const drop: Draft = {
    kind: 'drop',
    person: undefined,
    fields: { status: 'dropped' },
    change: { status: 'dropped' },
  };
  const [only, ...others] = task.assignees;
  if (!only || others.length > 0) return [drop];
  const present = rateOf(plan, rates, only.person);
  const cheaper = [...plan.project.people.values()]
    .filter(person => person.key !== only.person && canDo(plan, task, person))
    .map(({ key }) => ({ key, rate: rateOf(plan, rates, key) }))
    .filter(
      ({ rate }) =>
        rate !== undefined &&
        present !== undefined &&
        rate.currency === present.currency &&
        rate.hundredths < present.hundredths,
    )
    .filter(({ key }) => isFree(key))
    .sort((a, b) => (a.rate?.hundredths ?? 0) - (b.rate?.hundredths ?? 0))
    .slice(0, mostTried);
  return [
    ...cheaper.map(({ key }): Draft => ({
      kind: 'reassign',
      person: key,
      fields: { assignees: [key] },
      change: { assignees: [{ person: key, units: 1 }] },
    })),
    drop,
  ];
}

type Left = Pick<Cut, 'risks' | 'riskMinutes' | 'riskHundredths' | 'followers'>;

const nothingLeft: Left = { risks: [], riskMinutes: 0, riskHundredths: 0, followers: 0 };

/** Risks stay as they are now that would have become smaller by the task. */
function leftBehind(plan: Plan, { id }: Task): Left {
  const risks = [...plan.risks.values()].filter(
    risk => isLive(risk) && risk.response.tasks.includes(id),
  );
  const grows = (risk: Risk, of: 'minutes' | 'hundredths'): number => {
    const [now, then] = [
      exposureOf(risk, plan.project),
      exposureOf(risk, plan.project, 'residual'),
    ];
    return Math.max(0, (now[of] ?? 0) - (then[of] ?? now[of] ?? 0));
  };
  return {
    risks: risks.map(risk => risk.id),
    riskMinutes: risks.reduce((sum, risk) => sum + grows(risk, 'minutes'), 0),
    riskHundredths: risks.reduce((sum, risk) => sum + grows(risk, 'hundredths'), 0),
    followers: [...plan.tasks.values()].filter(
      task => !isClosed(task) && task.dependsOn.some(({ predecessor }) => predecessor === id),
    ).length,
  };
}
