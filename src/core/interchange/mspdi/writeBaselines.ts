import type { ExportContext } from './exportContext.ts';
import { mspdiDate, mspdiDuration } from './mspdiText.ts';

/** Where an item stood in each of the baselines. */
export function writeBaselines({ xml, schedule, baselines }: ExportContext, id: string): void {
  const calendar = schedule.calendarOf(id);
  for (const [number, { items }] of baselines) {
    const stood = items.get(id);
    if (!stood) continue;
    xml.open('Baseline');
    xml.leaves({
      Number: number,
      Start: mspdiDate(stood.start),
      Finish: mspdiDate(stood.finish),
      Duration: mspdiDuration(calendar.workBetween(stood.start, stood.finish)),
      DurationFormat: 7,
    });
    xml.close('Baseline');
  }
}
