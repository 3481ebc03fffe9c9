import type { DurationScale } from '../model/duration.ts';
import type { Forecast, NextAction } from './forecast.ts';
import type { Bounds } from './sampleMean.ts';

const most = 6;

/**
 * The best things to do next, by the working minutes that are at stake: responses by what they buy,
 * estimates by how far the worst tenth of them puts the finish off, and threats without a response by
 * what they add. Behind them come responses that save nothing but money, by how much.
 */
export function findNextActions(
  { mitigations, tornado, risks }: Pick<Forecast, 'mitigations' | 'tornado' | 'risks'>,
  { minutesPerDay }: DurationScale,
): readonly NextAction[] {
  const least = minutesPerDay / 4;
  const answered = new Set(mitigations.map(({ id }) => id));
  const actions: NextAction[] = [];
  for (const { id, title, minutes, meanMinutes, net, isUnderWay, ...bought } of mitigations) {
    if (isUnderWay) continue;
    const [low, high] = bought.savesBounds;
    const netBounds: Bounds = [low - bought.costs, high - bought.costs];
    const time = larger(minutes, meanMinutes);
    actions.push({ kind: 'mitigate', id, title, ...time, net, netBounds });
  }
  for (const { kind, id, title, worst } of tornado) {
    if (kind !== 'task') continue;
    actions.push({ kind: 'narrow', id, title, minutes: worst, isAverage: true, ...noMoney });
  }
  for (const { id, title, kind, minutes, meanMinutes } of risks) {
    if (answered.has(id) || kind !== 'threat') continue;
    actions.push({ kind: 'watch', id, title, ...larger(minutes, meanMinutes), ...noMoney });
  }
  return actions
    .filter(({ minutes, net }) => minutes >= least || net > 0)
    .map(action => (action.minutes >= least ? action : { ...action, minutes: 0 }))
    .toSorted((a, b) => b.minutes - a.minutes || b.net - a.net || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

const noMoney = { net: 0, netBounds: [0, 0] } as const;

/** What a risk does to the date that is asked for, or on average where that is more. */
function larger(minutes: number, mean: number): Pick<NextAction, 'minutes' | 'isAverage'> {
  return { minutes: Math.max(minutes, mean), isAverage: mean > minutes };
}
