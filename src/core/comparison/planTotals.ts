import { compareText } from '../base/order.ts';
import { durationMinutes } from '../model/duration.ts';
import { findDropped } from '../model/findDropped.ts';
import type { Money } from '../model/money.ts';
import { expectedInSteps, type MoneyOptions } from '../money/computeMoney.ts';
import type { Plan } from '../model/plan.ts';
import { isLive } from '../model/risk.ts';
import type { Task } from '../model/task.ts';
import { exposureOf } from '../risks/exposure.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { workPartsOf } from '../schedule/taskEffort.ts';
import { computeTaskWork, expectedEffort, unitsOf } from '../schedule/taskWork.ts';
import { Workload } from '../schedule/workload.ts';

/** Sums by currency, in hundredths. Amounts without a currency go by the empty text. */
export type MoneySums = ReadonlyMap<string, number>;

/** What a plan comes to. */
export interface PlanTotals {
  /** Effort of all work that is not dropped, in minutes. */
  readonly effort: number;
  readonly tasks: number;
  readonly doneTasks: number;
  /** Effort by person, in minutes; the empty text for what nobody is assigned to. By key. */
  readonly people: ReadonlyMap<string, number>;
  /** Costs of tasks and of the responses to risks. */
  readonly cost: MoneySums;
  /** What the project may cost. */
  readonly budget: MoneySums;
  /** What it will cost at the rate of the work so far (EAC), with the hours of people. */
  readonly expected: MoneySums;
  /** Money held back for risks that may still happen. */
  readonly reserve: MoneySums;
  readonly liveRisks: number;
  /** Of what may still happen, as rated now: working minutes and hundredths, gains below zero. */
  readonly exposureMinutes: number;
  readonly exposureHundredths: number;
}

export function* totalsInSteps(
  plan: Plan,
  schedule: Schedule,
  options: MoneyOptions,
): Generator<undefined, PlanTotals> {
  const { project } = plan;
  const people = new Map<string, number>();
  const cost = new Map<string, number>();
  const reserve = new Map<string, number>();
  const counts = { effort: 0, tasks: 0, doneTasks: 0 };
  const workload = new Workload(plan, schedule, []);
  let looked = 0;
  for (const task of plan.tasks.values()) {
    if (++looked % stepSize === 0) yield;
    if (findDropped(plan, task.id) !== undefined) continue;
    addMoney(cost, task.cost, project.currency);
    if (schedule.datesOf(task.id)?.kind === 'summary') continue;
    const effort = effortOf(task, plan);
    counts.effort += effort;
    counts.tasks += 1;
    if (computeTaskWork(task, project).isDone) counts.doneTasks += 1;
    for (const [person, share] of sharesOf(task, plan, workload)) {
      people.set(person, (people.get(person) ?? 0) + Math.round(effort * share));
    }
  }
  yield;
  const expected = yield* expectedCost(plan, schedule, options);
  yield;
  const risks = [...plan.risks.values()].filter(isLive);
  const exposures = risks.map(risk => exposureOf(risk, project));
  for (const risk of risks) {
    addMoney(cost, risk.response.cost, project.currency);
    addMoney(reserve, risk.reserve, project.currency);
  }
  return {
    ...counts,
    people: new Map([...people].sort(([a], [b]) => compareText(a, b))),
    cost,
    budget: budgetOf(plan),
    expected,
    reserve,
    liveRisks: risks.length,
    exposureMinutes: exposures.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    exposureHundredths: exposures.reduce((sum, { hundredths }) => sum + (hundredths ?? 0), 0),
  };
}

/** So many tasks are looked at in a step. */
const stepSize = 256;

function budgetOf({ project }: Plan): MoneySums {
  const budget = new Map<string, number>();
  addMoney(budget, project.money?.budget, project.currency);
  return budget;
}

/** Before anything is earned, what it is planned to cost. */
function* expectedCost(
  plan: Plan,
  schedule: Schedule,
  options: MoneyOptions,
): Generator<undefined, MoneySums> {
  const { expected: own, others } = yield* expectedInSteps(plan, schedule, options);
  const { currency } = plan.project;
  const sums = new Map(others.map(each => [each.currency, each.hundredths] as const));
  addMoney(sums, { hundredths: own, currency: undefined }, currency);
  return sums;
}

/** [DUR-2] The estimate, or what a fixed length makes of the people who share it; in minutes. */
export function effortOf(task: Task, { project }: Plan): number {
  const scale = project.durationScale;
  if (task.estimate) return expectedEffort(task.estimate, scale);
  const { duration, isElapsed, isGiven } = computeTaskWork(task, project);
  if (isElapsed || !isGiven) return 0;
  const length = task.duration ? Math.max(0, durationMinutes(task.duration, scale)) : duration;
  const units = task.assignees.reduce((sum, given) => sum + unitsOf(given, project), 0);
  return Math.round(length * (units > 0 ? units : 1));
}

/** Each person's part of the work, by who works while it is done. */
function sharesOf(
  task: Task,
  plan: Plan,
  workload: Workload,
): readonly (readonly [string, number])[] {
  const { parts, whole } = workPartsOf(plan, task, workload);
  return whole > 0 ? [...parts].map(([person, part]) => [person, part / whole]) : [['', 1]];
}

function addMoney(
  sums: Map<string, number>,
  amount: Money | undefined,
  own: string | undefined,
): void {
  if (!amount) return;
  const currency = amount.currency ?? own ?? '';
  sums.set(currency, (sums.get(currency) ?? 0) + amount.hundredths);
}
