import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { Instant } from '../model/instant.ts';
import type { MovedDate, MovedItem } from '../scenario/compareSchedules.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';
import type { PlanComparison } from './comparePlans.ts';

/** From when to when something runs. */
export interface BarSpan {
  readonly start: Instant;
  readonly finish: Instant;
}

/** A line of the picture of a comparison: where something was and where it is. */
export interface ComparisonBar {
  /** Empty for the project. */
  readonly id: string;
  readonly title: string;
  readonly isPoint: boolean;
  /** Undefined for what is new. */
  readonly before: BarSpan | undefined;
  /** Undefined for what is gone. */
  readonly after: BarSpan | undefined;
  /** Working minutes of its finish; more is later. */
  readonly minutes: number;
}

/** The project first, then milestones, then what moved, came and went, the earliest first. */
export function barsOfComparison(comparison: PlanComparison): readonly ComparisonBar[] {
  const { schedule, before, after, added, removed } = comparison;
  const fresh = added.flatMap(item => aloneBar(item, after.schedule, 'after'));
  const gone = removed.flatMap(item => aloneBar(item, before.schedule, 'before'));
  return orderBars(
    { before: before.schedule.start, after: after.schedule.start, finish: schedule.finish },
    [
      ...schedule.milestones.map(moved => movedBar(moved, true)),
      ...schedule.tasks.map(moved => movedBar(moved, false)),
      ...fresh,
      ...gone,
    ],
  );
}

/** Lines in the order in which they are drawn, under that of the project; none where nothing differs. */
export function orderBars(
  project: { readonly before: Instant; readonly after: Instant; readonly finish: MovedDate },
  bars: readonly ComparisonBar[],
): readonly ComparisonBar[] {
  const { finish } = project;
  if (bars.length === 0 && finish.before === finish.after) return [];
  const all: ComparisonBar = {
    id: '',
    title: '',
    isPoint: false,
    before: { start: project.before, finish: finish.before },
    after: { start: project.after, finish: finish.after },
    minutes: finish.minutes,
  };
  return [all, ...[...bars].sort(byPlace)];
}

const byPlace = compareBy<ComparisonBar>(
  (a, b) => compareNumber(a.isPoint ? 0 : 1, b.isPoint ? 0 : 1),
  (a, b) => compareNumber((a.after ?? a.before)?.start, (b.after ?? b.before)?.start),
  (a, b) => compareText(a.id, b.id),
);

export function movedBar({ id, title, start, finish }: MovedItem, isPoint: boolean): ComparisonBar {
  return {
    id,
    title,
    isPoint,
    before: { start: start.before, finish: finish.before },
    after: { start: start.after, finish: finish.after },
    minutes: finish.minutes,
  };
}

/** What is in one of the plans alone. */
function aloneBar(
  { id, title }: { readonly id: string; readonly title: string },
  schedule: Schedule,
  side: 'before' | 'after',
): readonly ComparisonBar[] {
  const dates = schedule.datesOf(id);
  if (!dates || dates.kind === 'summary') return [];
  const none = { before: undefined, after: undefined };
  const span = spanOf(dates);
  return [{ id, title, isPoint: dates.kind === 'milestone', minutes: 0, ...none, [side]: span }];
}

function spanOf({ start, finish }: ItemDates): BarSpan {
  return { start, finish };
}
