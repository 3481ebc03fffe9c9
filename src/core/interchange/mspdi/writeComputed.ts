import type { ItemDates } from '../../schedule/schedule.ts';
import { mspdiDate } from './mspdiText.ts';
import type { XmlText } from './xmlText.ts';

/** What was computed of an item; slack in tenths of a minute. Nothing for what has no dates. */
export function writeComputed(xml: XmlText, dates: ItemDates | undefined): void {
  if (!dates) return;
  xml.leaf('Critical', dates.isCritical);
  xml.leaf('EarlyStart', mspdiDate(dates.earlyStart));
  xml.leaf('EarlyFinish', mspdiDate(dates.earlyFinish));
  xml.leaf('LateStart', mspdiDate(dates.lateStart));
  xml.leaf('LateFinish', mspdiDate(dates.lateFinish));
  xml.leaf('FreeSlack', Math.round(dates.freeFloat * 10));
  xml.leaf('TotalSlack', Math.round(dates.totalFloat * 10));
}
