import type { Instant } from '../model/instant.ts';
import { noRates, type Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { wholeShare } from '../money/amounts.ts';
import { findCosts, recurringCosts, type CostLine } from '../money/planCosts.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { plannedEffort } from '../schedule/taskEffort.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';
import type { ForecastNote } from './forecastNote.ts';
import type { LengthNode } from './lengthNodes.ts';
import { isOwnMoney } from './riskEvent.ts';
import { withoutProgress } from './taskSpread.ts';

/** What the work of a plan costs, and how that hangs on its lengths and its finish. */
export interface WorkCosts {
  /** Hundredths of the project's currency with every length as planned; what was told as spent counts. */
  readonly planned: number;
  /** By place in the lengths, hundredths for each minute that the task takes longer. */
  readonly perMinute: Float64Array;
  /**
   * Costs that fall due again and again until the project ends: when each does, and what as many of them
   * as its place says come to beyond those until the planned finish.
   */
  readonly recurring: { readonly at: Float64Array; readonly sum: Float64Array };
  /** True where hours of people cost something. */
  readonly hasRates: boolean;
  /** Minutes of people with every length as planned, and by place for each minute of length. */
  readonly plannedEffort: number;
  readonly effortPerMinute: Float64Array;
  readonly notes: readonly ForecastNote[];
}

/**
 * The costs as money counts them: hours at their rates, costs of tasks, costs of the project. People stay
 * on a task for as long as it takes, so that what it takes longer costs their hours too.
 *
 * @param known.schedule of the plan, with every length as planned
 */
export function findWorkCosts(
  plan: Plan,
  known: {
    readonly schedule: Schedule;
    readonly lengths: readonly LengthNode[];
    readonly rates: Rates | undefined;
  },
): WorkCosts {
  const { schedule, lengths, rates = noRates } = known;
  const { project } = plan;
  const lines = findCosts(plan, schedule, { rates });
  const isOwn = ({ currency = project.currency }: CostLine): boolean =>
    currency === project.currency;
  const own = lines.filter(isOwn);
  const people = new Map(own.flatMap(line => (line.kind === 'people' ? [[line.task, line]] : [])));
  const perMinute = new Float64Array(lengths.length);
  const effortPerMinute = new Float64Array(lengths.length);
  lengths.forEach(({ id }, place) => {
    const task = plan.tasks.get(id);
    const minutes = task ? computeTaskWork(withoutProgress(task), project).duration : 0;
    if (!task || minutes === 0) return;
    perMinute[place] = (people.get(id)?.hundredths ?? 0) / minutes;
    effortPerMinute[place] = plannedEffort(plan, task) / minutes;
  });
  return {
    planned: own.reduce((sum, line) => sum + line.hundredths + toldBeyond(line), 0),
    perMinute,
    recurring: sumRecurring(recurringCosts(plan, schedule), schedule.finish),
    hasRates: people.size > 0,
    plannedEffort: sumEffort(plan, schedule),
    effortPerMinute,
    notes: noteForeign(
      plan,
      lines.filter(line => !isOwn(line)),
    ),
  };
}

/** What people were told to have spent beyond what was planned for the part that is done. */
function toldBeyond({ spent, hundredths, earned = 0 }: CostLine): number {
  return spent === undefined ? 0 : spent - Math.round((hundredths * earned) / wholeShare);
}

function sumRecurring(
  dues: readonly { readonly at: Instant; readonly hundredths: number }[],
  plannedFinish: Instant,
): WorkCosts['recurring'] {
  const sorted = dues.toSorted((a, b) => a.at - b.at);
  const sum = new Float64Array(sorted.length + 1);
  const planned = sorted.reduce(
    (all, { at, hundredths }) => (at <= plannedFinish ? all + hundredths : all),
    0,
  );
  sum[0] = -planned;
  sorted.forEach(({ hundredths }, place) => {
    sum[place + 1] = (sum[place] ?? 0) + hundredths;
  });
  return { at: Float64Array.from(sorted, ({ at }) => at), sum };
}

function sumEffort(plan: Plan, schedule: Schedule): number {
  let sum = 0;
  for (const task of plan.tasks.values()) {
    const kind = schedule.datesOf(task.id)?.kind;
    if (kind !== undefined && kind !== 'summary' && task.status !== 'dropped') {
      sum += plannedEffort(plan, task);
    }
  }
  return sum;
}

/** What recurring costs come to beyond the planned finish, where the project ends at a moment. */
export function recurringBeyond({ recurring }: WorkCosts, finish: Instant): number {
  const { at, sum } = recurring;
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= finish) low = middle + 1;
    else high = middle;
  }
  return sum[low] ?? 0;
}

function noteForeign(plan: Plan, lines: readonly CostLine[]): readonly ForecastNote[] {
  const foreign = new Set(lines.map(({ task, title }) => task ?? title));
  for (const { id, current, response } of plan.risks.values()) {
    const cost = current?.impact.cost;
    const amounts = [cost && 'low' in cost ? cost.low : undefined, response.cost];
    if (amounts.some(amount => amount && !isOwnMoney(amount, plan.project))) foreign.add(id);
  }
  if (foreign.size === 0) return [];
  const own = plan.project.currency ?? 'the currency of the project, which names none';
  const items = [...foreign];
  const message = `The amounts of ${items.join(', ')} are not in ${own}, so they are left out`;
  return [{ code: 'other-currency', message, items }];
}
