import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { formatMoney } from '../../model/money.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import type { Losses } from './losses.ts';
import { isTooLong, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

const hours = { unit: 'h', isElapsed: false } as const;

/**
 * The effort where it is not the duration, the work already done, and the fixed cost, which the
 * file counts in hundredths. A summary's are sums and are not carried over.
 */
export function readWork(
  element: XmlElement,
  ctx: { readonly isSummary: boolean; readonly scale: DurationScale; readonly losses: Losses },
): PlainFields {
  const cost = readCost(element, ctx.losses);
  const fields = {
    cost: cost > 0 ? formatMoney({ hundredths: cost, currency: undefined }) : undefined,
  };
  if (ctx.isSummary) return withoutGaps(fields);
  const work = minutesOf(element, 'Work', ctx);
  const spent = minutesOf(element, 'ActualWork', ctx);
  const inHours = (minutes: number): string =>
    formatDuration(lengthInUnit(minutes, hours, ctx.scale));
  const duration = Math.round(parseIsoMinutes(textOf(element, 'Duration') ?? '') ?? 0);
  return withoutGaps({
    estimate: work > 0 && work !== duration ? inHours(work) : undefined,
    spent: spent > 0 ? inHours(spent) : undefined,
    ...fields,
  });
}

/** Hundredths, 0 where there is none, or none to keep. */
function readCost(element: XmlElement, losses: Losses): number {
  if (textOf(element, 'FixedCost') === undefined) return 0;
  const cost = Math.round(numberOf(element, 'FixedCost') ?? -1);
  if (cost >= 0 && Number.isSafeInteger(cost)) return cost;
  losses.tell('costUnread', element);
  return 0;
}

/** 0 where there is none, or none to keep. */
function minutesOf(
  element: XmlElement,
  name: string,
  { scale, losses }: { readonly scale: DurationScale; readonly losses: Losses },
): number {
  const text = textOf(element, name);
  if (text === undefined) return 0;
  const minutes = Math.round(parseIsoMinutes(text) ?? -1);
  if (minutes >= 0 && !isTooLong(lengthInUnit(minutes, hours, scale))) return minutes;
  losses.tell('work', element);
  return 0;
}
