import { formatDay } from '../core/model/instant.ts';
import type { Item } from '../core/model/plan.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { peopleOf, statusOf } from '../core/views/findItems.ts';
import type { CliContext } from './cliCommand.ts';
import { lastDayText } from './dateText.ts';
import { plural } from './printProblems.ts';
import { formatTable } from './textTable.ts';

/** Items for people: one line each, then how many they are. */
export function listText(
  items: readonly Item[],
  schedule: Schedule,
  { paint, table }: CliContext,
): string {
  const rows = items.map(item => ({ item, dates: schedule.datesOf(item.id) }));
  const text = formatTable(
    rows,
    [
      { title: 'id', text: ({ item }) => item.id },
      { title: 'kind', text: ({ item }) => item.kind },
      { title: 'title', text: ({ item }) => item.title, isFlexible: true },
      { title: 'status', text: ({ item }) => statusOf(item) },
      { title: 'start', text: ({ dates }) => (dates ? formatDay(dates.start) : '') },
      {
        title: 'finish',
        text: ({ dates }) => (dates ? lastDayText(dates.start, dates.finish) : ''),
      },
      { title: 'people', text: ({ item }) => peopleOf(item).join(', ') },
      {
        title: '',
        text: ({ dates }) => (dates?.isCritical ? 'critical' : ''),
        paint: text => paint.yellow(text),
      },
    ],
    table,
  );
  return `${text}\n${plural(items.length, 'item')}\n`;
}
