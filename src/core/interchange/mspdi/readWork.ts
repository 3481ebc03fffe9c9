import type { PlainValue } from '../../model/change.ts';
import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { formatMoney } from '../../model/money.ts';
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
): Readonly<Record<string, PlainValue>> {
  const cost = Math.round(numberOf(element, 'FixedCost') ?? 0);
  const costField =
    cost > 0 ? { cost: formatMoney({ hundredths: cost, currency: undefined }) } : {};
  if (ctx.isSummary) return costField;
  const work = minutesOf(element, 'Work');
  const spent = minutesOf(element, 'ActualWork');
  const isOwn = work > 0 && work !== minutesOf(element, 'Duration');
  return {
    ...(isOwn ? { estimate: formatDuration(lengthInUnit(work, hours, ctx.scale)) } : {}),
    ...(spent > 0 ? { spent: formatDuration(lengthInUnit(spent, hours, ctx.scale)) } : {}),
    ...costField,
  };
}

function minutesOf(element: XmlElement, name: string): number {
  return Math.round(parseIsoMinutes(textOf(element, name) ?? '') ?? 0);
}
