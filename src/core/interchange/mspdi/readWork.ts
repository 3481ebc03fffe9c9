import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { formatMoney } from '../../model/money.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import { lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

const hours = { unit: 'h', isElapsed: false } as const;

/**
 * The effort where it is not the duration, the work already done, and the fixed cost, which the
 * file counts in hundredths. A summary's are sums and are not carried over.
 */
export function readWork(
  element: XmlElement,
  ctx: { readonly isSummary: boolean; readonly scale: DurationScale },
): PlainFields {
  const cost = Math.round(numberOf(element, 'FixedCost') ?? 0);
  const fields = {
    cost: cost > 0 ? formatMoney({ hundredths: cost, currency: undefined }) : undefined,
  };
  if (ctx.isSummary) return withoutGaps(fields);
  const work = minutesOf(element, 'Work');
  const spent = minutesOf(element, 'ActualWork');
  const inHours = (minutes: number): string =>
    formatDuration(lengthInUnit(minutes, hours, ctx.scale));
  return withoutGaps({
    estimate: work > 0 && work !== minutesOf(element, 'Duration') ? inHours(work) : undefined,
    spent: spent > 0 ? inHours(spent) : undefined,
    ...fields,
  });
}

function minutesOf(element: XmlElement, name: string): number {
  return Math.round(parseIsoMinutes(textOf(element, name) ?? '') ?? 0);
}
