import { compareText } from '../base/order.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Instant } from '../model/instant.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { plannedValue } from './earnedValue.ts';
import { findCosts, type CostLine } from './planCosts.ts';

/** By how much an item differs from where it stood; working minutes, more is later. */
export interface ItemVariance {
  readonly id: string;
  readonly title: string;
  readonly kind: 'task' | 'summary' | 'milestone';
  readonly start: number;
  readonly finish: number;
}

/** How the tasks of one person moved. */
export interface PersonVariance {
  readonly person: string;
  readonly tasks: number;
  readonly later: number;
  /** The most that one of them is later, in working minutes. */
  readonly most: number;
}

/** What the plan says otherwise than when a baseline was taken. */
export interface BaselineVariance {
  readonly name: string;
  readonly title: string | undefined;
  readonly reason: string | undefined;
  /** Of the last finish of all items, in working minutes. */
  readonly finish: number;
  /** Items that moved, the most delayed first. */
  readonly moved: readonly ItemVariance[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly people: readonly PersonVariance[];
  /** What was to be spent by the day by the baseline, less what is to be by the plan; hundredths. */
  readonly plannedValue: number;
}

/** @param at the day by which planned values are compared */
export function compareBaseline(
  plan: Plan,
  schedule: Schedule,
  {
    baseline,
    at,
    rates,
  }: { readonly baseline: Baseline; readonly at: Instant; readonly rates: Rates },
): BaselineVariance {
  const { calendar } = schedule;
  const moved: ItemVariance[] = [];
  let agreedFinish = schedule.start;
  for (const [id, agreed] of baseline.items) {
    agreedFinish = Math.max(agreedFinish, agreed.finish);
    const dates = schedule.datesOf(id);
    const item = itemOf(plan, id);
    if (!dates || !item) continue;
    const start = calendar.workBetween(agreed.start, dates.start);
    const finish = calendar.workBetween(agreed.finish, dates.finish);
    if (start === 0 && finish === 0) continue;
    moved.push({ id, title: item.title, kind: dates.kind, start, finish });
  }
  moved.sort((a, b) => b.finish - a.finish || b.start - a.start || compareText(a.id, b.id));
  const input = { booked: [], at, start: schedule.start, calendar };
  const linesOf = (agreed: Baseline['work']): readonly CostLine[] =>
    findCosts(plan, schedule, { rates, agreed }).filter(
      ({ currency }) => currency === plan.project.currency,
    );
  return {
    name: baseline.name,
    title: baseline.title,
    reason: baseline.reason,
    finish: calendar.workBetween(agreedFinish, schedule.finish),
    moved,
    added: schedule.ids.filter(id => !baseline.items.has(id)),
    gone: [...baseline.items.keys()].filter(id => !schedule.datesOf(id)).sort(compareText),
    people: comparePeople(plan, moved),
    plannedValue:
      plannedValue({ ...input, lines: linesOf(baseline.work), baseline: baseline.items }, at) -
      plannedValue({ ...input, lines: linesOf(undefined), baseline: undefined }, at),
  };
}

function comparePeople(plan: Plan, moved: readonly ItemVariance[]): readonly PersonVariance[] {
  const found = new Map<string, { tasks: number; later: number; most: number }>();
  for (const { id, finish } of moved) {
    const people = plan.tasks.get(id)?.assignees.map(({ person }) => person) ?? [];
    for (const person of new Set(people)) {
      const sum = found.get(person) ?? { tasks: 0, later: 0, most: 0 };
      found.set(person, {
        tasks: sum.tasks + 1,
        later: sum.later + (finish > 0 ? 1 : 0),
        most: Math.max(sum.most, finish),
      });
    }
  }
  return [...found]
    .map(([person, sum]) => ({ person, ...sum }))
    .sort((a, b) => b.most - a.most || compareText(a.person, b.person));
}
