import { compareText } from '../base/order.ts';
import type { Instant } from '../model/instant.ts';
import { oldestFirst, type Baseline } from '../model/baseline.ts';
import { kindOfId } from '../model/ids.ts';
import type { Booking, Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { drawCurve, type CurvePoint } from './costCurve.ts';
import { computeEarnedValue, expectedAtCompletion, type EarnedValue } from './earnedValue.ts';
import { findLeftOut, type LeftOut } from './findLeftOut.ts';
import { costsOf, earnedOf, findCosts, type CostLine } from './planCosts.ts';

/** A part of the plan with what it may cost and what it does. Hundredths of the project's currency. */
export interface PartCost {
  readonly key: string;
  readonly budget: number | undefined;
  readonly planned: number;
  readonly earned: number;
}

export interface MoneyView {
  readonly currency: string | undefined;
  /** The day of the figures. */
  readonly at: Instant;
  readonly baseline: string | undefined;
  readonly budget: number | undefined;
  readonly contingency: number | undefined;
  readonly managementReserve: number | undefined;
  readonly figures: EarnedValue;
  /** Planned, earned and spent at the end of each week. */
  readonly curve: readonly CurvePoint[];
  readonly milestones: readonly PartCost[];
  readonly categories: readonly PartCost[];
  /** Tasks that have a budget, with their parts. */
  readonly components: readonly PartCost[];
  /** What the plan costs in other currencies; it is in none of the figures. */
  readonly others: readonly { readonly currency: string; readonly hundredths: number }[];
  /** Budgets, reserves and payments in other currencies; they are in none of the figures either. */
  readonly leftOut: readonly LeftOut[];
  /** What the plan costs as it is now, whatever was agreed. */
  readonly planned: number;
  /** What the figures count although the baseline does not know it, or not although it does. */
  readonly notAgreed: readonly string[];
  readonly lines: readonly CostLine[];
}

export interface MoneyOptions {
  readonly rates: Rates;
  /** The day of the figures: the status date, or today. */
  readonly at: Instant;
  /** What the plan is held against; undefined for the newest there is. */
  readonly baseline?: Baseline | undefined;
}

/** What the plan costs, has cost and will cost. Amounts in other currencies than its own stay apart. */
export function computeMoney(plan: Plan, schedule: Schedule, options: MoneyOptions): MoneyView {
  const { project } = plan;
  const rules = project.money;
  const { currency } = project;
  const isOwn = isOwnOf(plan);
  const { rates } = options;
  const all = findCosts(plan, schedule, { rates });
  const lines = all.filter(line => isOwn(line.currency));
  const baseline = options.baseline ?? oldestFirst(plan.baselines).at(-1);
  const agreed = baseline?.work;
  const held = agreed ? findCosts(plan, schedule, { rates, agreed }) : all;
  const input = {
    lines: held.filter(line => isOwn(line.currency)),
    booked: bookedBy(plan, options.at),
    at: options.at,
    start: schedule.start,
    calendar: schedule.calendar,
    baseline: baseline?.items,
  };
  const own = (amount: { hundredths: number; currency: string | undefined } | undefined) =>
    amount && isOwn(amount.currency) ? amount.hundredths : undefined;
  const budgets = new Map((rules?.budgets ?? []).map(each => [each.part, own(each.amount)]));
  return {
    currency,
    at: options.at,
    baseline: baseline?.name,
    budget: own(rules?.budget),
    contingency: own(rules?.contingency),
    managementReserve: own(rules?.managementReserve),
    figures: computeEarnedValue(input),
    curve: drawCurve(input, schedule),
    ...partCosts(plan, { lines, budgets, at: options.at }),
    others: sumOthers(all.filter(line => !isOwn(line.currency))),
    leftOut: findLeftOut(project),
    planned: lines.reduce((sum, { hundredths }) => sum + hundredths, 0),
    notAgreed: tellNotAgreed(plan, lines, baseline),
    lines,
  };
}

/**
 * What the plan will have cost at the rate of the work so far, or is planned to where nothing was
 * earned yet, and what it costs in other currencies: the same as all of its money tells, with a step
 * after each part of the work.
 */
export function* expectedInSteps(
  plan: Plan,
  schedule: Schedule,
  { rates, at }: Omit<MoneyOptions, 'baseline'>,
): Generator<undefined, Pick<MoneyView, 'others'> & { readonly expected: number }> {
  const isOwn = isOwnOf(plan);
  const all: CostLine[] = [];
  const agreed = oldestFirst(plan.baselines).at(-1)?.work;
  for (const line of costsOf(plan, schedule, { rates, agreed })) {
    if (all.push(line) % stepSize === 0) yield;
  }
  yield;
  const lines = all.filter(line => isOwn(line.currency));
  const expected = expectedAtCompletion({ lines, at, booked: bookedBy(plan, at) });
  return { expected, others: sumOthers(all.filter(line => !isOwn(line.currency))) };
}

/** So many costs are found in a step. */
const stepSize = 256;

function isOwnOf({ project }: Plan): (currency: string | undefined) => boolean {
  return other => (other ?? project.currency) === project.currency;
}

/** Payments in the plan's own currency up to a moment. */
function bookedBy(plan: Plan, at: Instant): readonly Booking[] {
  const isOwn = isOwnOf(plan);
  return (plan.project.money?.booked ?? []).filter(
    ({ amount, on }) => isOwn(amount.currency) && (on?.at ?? -Infinity) <= at,
  );
}

/** Parts with what they cost; what may cost something is told of before anything costs it. */
function partCosts(
  plan: Plan,
  given: {
    readonly lines: readonly CostLine[];
    readonly budgets: ReadonlyMap<string, number | undefined>;
    readonly at: Instant;
  },
): Pick<MoneyView, 'milestones' | 'categories' | 'components'> {
  const { milestones, tasks } = plan;
  const parts = [...given.budgets.keys()];
  const groups = (
    keyOf: (line: CostLine) => string | undefined,
    isPlanned: (key: string) => boolean,
  ): readonly PartCost[] => groupCosts({ ...given, keyOf, planned: parts.filter(isPlanned) });
  return {
    milestones: groups(
      ({ milestone }) => milestone,
      key => milestones.has(key),
    ),
    categories: groups(
      ({ category }) => category,
      key => kindOfId(key) === undefined,
    ),
    components: parts
      .filter(key => tasks.has(key))
      .flatMap(key =>
        groups(
          ({ task }) => (isPart(plan, task, key) ? key : undefined),
          each => each === key,
        ),
      ),
  };
}

function tellNotAgreed(
  { tasks }: Plan,
  lines: readonly CostLine[],
  baseline: Baseline | undefined,
): readonly string[] {
  const work = baseline?.work;
  if (!work) return [];
  const costing = new Set(lines.flatMap(({ task }) => (task === undefined ? [] : [task])));
  const added = [...costing].filter(id => !work.has(id)).length;
  const gone = [...work.keys()].filter(id => (tasks.get(id)?.status ?? 'dropped') === 'dropped');
  const counted = (count: number): string => `${count} task${count === 1 ? '' : 's'}`;
  return [
    ...(added === 0
      ? []
      : [
          `What ${counted(added)} cost was not agreed in ${baseline.name}; it counts as planned now`,
        ]),
    ...(gone.length === 0
      ? []
      : [
          `${counted(gone.length)} of ${baseline.name} dropped or gone since; no figure counts them`,
        ]),
  ];
}

/** By the name of its file, or else by the name that was given to it: the newest that has it. */
export function findBaseline({ baselines }: Plan, name: string): Baseline | undefined {
  const wanted = name.trim().toLowerCase();
  return (
    baselines.get(name) ??
    oldestFirst(baselines).findLast(({ title }) => title?.trim().toLowerCase() === wanted)
  );
}

function isPart(plan: Plan, task: string | undefined, summary: string): boolean {
  const seen = new Set<string>();
  for (let at = task; at !== undefined && !seen.has(at); at = plan.tasks.get(at)?.parent) {
    if (at === summary) return true;
    seen.add(at);
  }
  return false;
}

function groupCosts({
  lines,
  keyOf,
  budgets,
  planned,
  at,
}: {
  readonly lines: readonly CostLine[];
  readonly keyOf: (line: CostLine) => string | undefined;
  readonly budgets: ReadonlyMap<string, number | undefined>;
  readonly planned: readonly string[];
  readonly at: Instant;
}): readonly PartCost[] {
  const found = new Map<string, CostLine[]>(planned.map(key => [key, []]));
  for (const line of lines) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(line);
    else found.set(key, [line]);
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, group]) => ({
      key,
      budget: budgets.get(key),
      planned: group.reduce((sum, { hundredths }) => sum + hundredths, 0),
      earned: group.reduce((sum, line) => sum + earnedOf(line, at), 0),
    }));
}

function sumOthers(lines: readonly CostLine[]): MoneyView['others'] {
  const sums = new Map<string, number>();
  for (const { currency = '', hundredths } of lines)
    sums.set(currency, (sums.get(currency) ?? 0) + hundredths);
  return [...sums]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, hundredths]) => ({ currency, hundredths }));
}
