import type { DurationScale } from '../model/duration.ts';
import type { Forecast, NextAction } from './forecast.ts';
import type { Bounds } from './sampleMean.ts';

const most = 6;

/** So many of them are no responses, where there are any. */
const mostOthers = 2;

/**
 * The best things to do next. First the responses that bring the finish nearer: those that cost nothing in
 * the end by the working minutes that they buy, and then the others by what they buy for their money. Then
 * responses that save nothing but money, by how much; then what nobody has an answer to yet, by the minutes
 * at stake: estimates by how far the worst tenth of them puts the finish off, and threats without a
 * response by what they add.
 */
export function findNextActions(
  { mitigations, tornado, risks }: Pick<Forecast, 'mitigations' | 'tornado' | 'risks'>,
  { minutesPerDay }: DurationScale,
): readonly NextAction[] {
  const least = minutesPerDay / 4;
  const responses = mitigations
    .filter(({ isUnderWay }) => !isUnderWay)
    .map(({ id, title, minutes, meanMinutes, net, costs, savesBounds }): NextAction => {
      const [low, high] = savesBounds;
      const netBounds: Bounds = [low - costs, high - costs];
      return { kind: 'mitigate', id, title, ...larger(minutes, meanMinutes), net, netBounds };
    })
    .filter(({ minutes, net }) => minutes >= least || net > 0)
    .map(action => (action.minutes >= least ? action : { ...action, minutes: 0 }))
    .toSorted((a, b) => boughtBy(b) - boughtBy(a) || byStake(a, b));
  const answered = new Set(mitigations.map(({ id }) => id));
  const others: NextAction[] = [];
  for (const { kind, id, title, worst } of tornado) {
    if (kind !== 'task') continue;
    others.push({ kind: 'narrow', id, title, minutes: worst, isAverage: true, ...noMoney });
  }
  for (const { id, title, kind, minutes, meanMinutes } of risks) {
    if (answered.has(id) || kind !== 'threat') continue;
    others.push({ kind: 'watch', id, title, ...larger(minutes, meanMinutes), ...noMoney });
  }
  const open = others.filter(({ minutes }) => minutes >= least).toSorted(byStake);
  const first = responses.slice(0, most - Math.min(mostOthers, open.length));
  return [...first, ...open].slice(0, most);
}

/** Minutes for each hundredth that a response costs in the end; no number is higher than of one that costs none. */
function boughtBy({ minutes, net }: NextAction): number {
  if (minutes === 0) return 0;
  return net < 0 ? minutes / -net : Number.MAX_VALUE;
}

function byStake(a: NextAction, b: NextAction): number {
  return b.minutes - a.minutes || b.net - a.net || (a.id < b.id ? -1 : 1);
}

const noMoney = { net: 0, netBounds: [0, 0] } as const;

/** What a risk does to the date that is asked for, or on average where that is more. */
function larger(minutes: number, mean: number): Pick<NextAction, 'minutes' | 'isAverage'> {
  return { minutes: Math.max(minutes, mean), isAverage: mean > minutes };
}
