import { civilDate, dayNumber, dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { AgreedWork } from '../model/baseline.ts';
import type { Money } from '../model/money.ts';
import type { CostRhythm, ProjectCost, Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { durationOf, effortOf, sharesOf, workPartsOf } from '../schedule/taskEffort.ts';
import { Workload } from '../schedule/workload.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import { shareOf, wholeShare } from './amounts.ts';

/** Something that the plan costs, spread evenly over its time. Amounts are whole hundredths. */
export interface CostLine {
  /** The task that it is for; undefined for a cost of the project. */
  readonly task: string | undefined;
  readonly title: string;
  readonly kind: 'people' | 'task' | 'project';
  readonly category: string | undefined;
  readonly milestone: string | undefined;
  /** Undefined where neither the amount nor the project names one. */
  readonly currency: string | undefined;
  readonly hundredths: number;
  /** When it is planned to be spent; both the same for what is paid at once. */
  readonly from: Instant;
  readonly to: Instant;
  /** How much of it is earned, of {@link wholeShare}; undefined for what is earned by time. */
  readonly earned: number | undefined;
  /** What the work of people has cost by the hours that were told; undefined where none were. */
  readonly spent: number | undefined;
}

/** More dates of one recurring cost are a slip of the pen. */
const mostDates = 2000;

/** Everything that the plan costs: hours at their rates, costs of tasks, costs of the project. */
export function findCosts(plan: Plan, schedule: Schedule, known: KnownCosts): readonly CostLine[] {
  return [...costsOf(plan, schedule, known)];
}

export interface KnownCosts {
  readonly rates: Rates;
  /** What tasks were agreed to take, at the rates of now; all others cost what they are planned to. */
  readonly agreed?: ReadonlyMap<string, AgreedWork> | undefined;
}

/** The same, one by one. */
export function* costsOf(
  plan: Plan,
  schedule: Schedule,
  { rates, agreed }: KnownCosts,
): Generator<CostLine, void> {
  const workload = new Workload(plan, schedule, []);
  for (const task of plan.tasks.values()) {
    const dates = schedule.datesOf(task.id);
    if (task.status === 'dropped' || !dates || dates.kind === 'summary') continue;
    const { project } = plan;
    const common = {
      task: task.id,
      title: task.title,
      milestone: milestoneOfTask(plan, task.id),
      from: dates.start,
      to: dates.finish,
      earned: Math.round(doneOf(task, dates.progress) * wholeShare),
    };
    const work = agreed?.get(task.id);
    const people = costOfPeople(plan, task, { rates, work, workload });
    for (const [currency, { hundredths, spent }] of people) {
      const kind = 'people';
      yield { ...common, kind, category: kind, currency, hundredths, spent };
    }
    const fixed = work ? work.cost : task.cost;
    if (fixed) {
      const { hundredths, currency = project.currency } = fixed;
      const category = task.type ?? 'task';
      yield { ...common, kind: 'task', category, currency, hundredths, spent: undefined };
    }
  }
  for (const cost of plan.project.money?.costs ?? []) yield* spread(cost, plan, schedule);
}

/** As somebody told it; whole minutes of it, as the schedule has it, where what is left was told. */
function doneOf({ status, finished, remaining, progress }: Task, scheduled: number): number {
  if (status === 'done' || finished) return 1;
  return remaining ? scheduled : Math.min(1, Math.max(0, progress ?? scheduled));
}

/** What belongs to no task is earned when it falls due. */
export function earnedOf({ hundredths, earned, from }: CostLine, at: Instant): number {
  if (earned === undefined) return from <= at ? hundredths : 0;
  return shareOf(hundredths, earned, wholeShare);
}

interface PeopleCost {
  readonly hundredths: number;
  readonly spent: number | undefined;
}

/** What the hours of a task cost, by currency, planned and told. Work without people costs nothing. */
function costOfPeople(
  plan: Plan,
  task: Task,
  {
    rates,
    work,
    workload,
  }: {
    readonly rates: Rates;
    readonly work: AgreedWork | undefined;
    readonly workload: Workload;
  },
): ReadonlyMap<string | undefined, PeopleCost> {
  const costs = new Map<string | undefined, PeopleCost>();
  const add = (person: string, costOf: (rate: number) => PeopleCost): void => {
    const rate = rateOf(plan, rates, person);
    if (!rate) return;
    const currency = rate.currency ?? plan.project.currency;
    const known = costs.get(currency) ?? { hundredths: 0, spent: undefined };
    const { hundredths, spent } = costOf(rate.hundredths);
    const told = spent === undefined ? known.spent : (known.spent ?? 0) + spent;
    costs.set(currency, { hundredths: known.hundredths + hundredths, spent: told });
  };
  for (const [person, minutes] of work?.effort ?? [])
    add(person, rate => ({ hundredths: shareOf(rate, minutes, 60), spent: undefined }));
  const { total } = sharesOf(plan, task);
  if (total <= 0) return costs;
  const effort = work ? 0 : effortOf(plan, task, total);
  const told = task.spent && durationOf(plan, task.spent);
  const { parts, whole } = workPartsOf(plan, task, workload);
  const done = [...parts.values()].reduce((sum, part) => sum + part, 0);
  for (const [person, part] of parts) {
    add(person, rate => ({
      hundredths: shareOf(rate, effort * part, 60 * whole),
      spent: told === undefined ? undefined : shareOf(rate, told * part, 60 * done),
    }));
  }
  return costs;
}

/** What an hour of somebody costs: their own rate, that of the private file, that of the project. */
export function rateOf(plan: Plan, rates: Rates, person: string): Money | undefined {
  return rates.byPerson.get(person) ?? rates.hourRate ?? plan.project.money?.hourRate;
}

/** When costs of the project fall due that go on until it ends, in its own currency, whenever that is. */
export function recurringCosts(
  { project }: Plan,
  { start }: Schedule,
): readonly { readonly at: Instant; readonly hundredths: number }[] {
  return (project.money?.costs ?? []).flatMap(({ amount, every, on, until }) => {
    const isOwn = (amount.currency ?? project.currency) === project.currency;
    if (every === undefined || until || !isOwn) return [];
    const { hundredths } = amount;
    return Array.from({ length: mostDates }, (_, time) => ({
      at: stepDate(on?.at ?? start, every, time),
      hundredths,
    }));
  });
}

/** A cost of the project on each of the days on which it falls due. */
function spread(cost: ProjectCost, { project }: Plan, schedule: Schedule): readonly CostLine[] {
  const first = cost.on?.at ?? schedule.start;
  const last = cost.until ? cost.until.at + minutesPerDay - 1 : schedule.finish;
  const { hundredths, currency = project.currency } = cost.amount;
  const { title, category, milestone } = cost;
  const lineAt = (at: Instant): CostLine => ({
    task: undefined,
    title,
    kind: 'project',
    category: category ?? 'project',
    milestone,
    currency,
    hundredths,
    from: at,
    to: at,
    earned: undefined,
    spent: undefined,
  });
  if (cost.every === undefined) return [lineAt(first)];
  const lines: CostLine[] = [];
  for (let time = 0; time < mostDates; time++) {
    const at = stepDate(first, cost.every, time);
    if (at > last) break;
    lines.push(lineAt(at));
  }
  return lines;
}

const months: Readonly<Record<Exclude<CostRhythm, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/** The same day of a later month, or its last where that month is shorter. */
function stepDate(first: Instant, every: CostRhythm, times: number): Instant {
  if (every === 'week') return first + times * 7 * minutesPerDay;
  const { year, month, day } = civilDate(dayOf(first));
  const count = year * 12 + (month - 1) + times * months[every];
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const nextMonth = dayNumber(toYear + Math.floor(toMonth / 12), (toMonth % 12) + 1, 1);
  const length = nextMonth - dayNumber(toYear, toMonth, 1);
  return dayNumber(toYear, toMonth, Math.min(day, length)) * minutesPerDay;
}
