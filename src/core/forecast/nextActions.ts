import type { DurationScale } from '../model/duration.ts';
import type { Forecast, NextAction } from './forecast.ts';

const most = 6;

/**
 * The best things to do next, by the working minutes that are at stake: responses by what they buy,
 * estimates by how far the worst tenth of them puts the finish off, and threats without a response by
 * what they add.
 */
export function findNextActions(
  { mitigations, tornado, risks }: Pick<Forecast, 'mitigations' | 'tornado' | 'risks'>,
  { minutesPerDay }: DurationScale,
): readonly NextAction[] {
  const least = minutesPerDay / 4;
  const answered = new Set(mitigations.map(({ id }) => id));
  const actions: NextAction[] = [];
  for (const { id, title, minutes, meanMinutes, isUnderWay } of mitigations) {
    if (isUnderWay) continue;
    actions.push({ kind: 'mitigate', id, title, minutes: Math.max(minutes, meanMinutes) });
  }
  for (const { kind, id, title, worst } of tornado) {
    if (kind === 'task') actions.push({ kind: 'narrow', id, title, minutes: worst });
  }
  for (const { id, title, kind, minutes, meanMinutes } of risks) {
    if (answered.has(id) || kind !== 'threat') continue;
    actions.push({ kind: 'watch', id, title, minutes: Math.max(minutes, meanMinutes) });
  }
  return actions
    .filter(({ minutes }) => minutes >= least)
    .toSorted((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
