import type { CalendarPeriod } from '../../model/project.ts';

/** Resolves overlaps, weekday by weekday: the earlier in the list wins. The answer is in order. */
export function layPeriods(periods: readonly CalendarPeriod[]): readonly CalendarPeriod[] {
  const inOrder = [...periods].sort((a, b) => a.fromDay - b.fromDay);
  const isApart = inOrder.every(({ fromDay }, i) => fromDay > (inOrder[i - 1]?.toDay ?? -Infinity));
  if (isApart) return inOrder;
  const starts = periods.flatMap(({ fromDay, toDay }) => [fromDay, toDay + 1]);
  const cuts = [...new Set(starts)].sort((a, b) => a - b);
  return cuts.flatMap((fromDay, i) => {
    const held = periods.filter(each => each.fromDay <= fromDay && each.toDay >= fromDay);
    const week = [0, 1, 2, 3, 4, 5, 6].map(day =>
      held.map(each => each.week[day]).find(shifts => shifts !== undefined),
    );
    const toDay = (cuts[i + 1] ?? fromDay) - 1;
    return held.length === 0 ? [] : [{ title: held[0]?.title, fromDay, toDay, week }];
  });
}
