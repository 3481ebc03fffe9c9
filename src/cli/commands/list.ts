import { ok } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { formatDay } from '../../core/model/instant.ts';
import type { Item } from '../../core/model/plan.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { findItems, peopleOf, statusOf } from '../../core/views/findItems.ts';
import { parseItemQuery } from '../../core/views/itemQuery.ts';
import { errorsOf } from '../brokenFiles.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { lastDayText } from '../dateText.ts';
import { readPlan } from '../openPlan.ts';
import { plural } from '../printProblems.ts';
import { formatTable } from '../textTable.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const query = parseItemQuery(words.join(' '));
  if (!query.ok) return cannotRun(query.error);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const schedule = computeSchedule(snapshot.plan);
  const found = findItems({ plan: snapshot.plan, schedule, now: ctx.host.now() }, query.value);
  return ok({
    kind: 'list',
    data: { items: found.map(item => itemData(item, schedule)) },
    text: ctx.format === 'text' ? listText(found, schedule, ctx) : '',
    problems: errorsOf(snapshot.problems),
    folder,
  });
}

function itemData(item: Item, schedule: Schedule): object {
  const dates = schedule.datesOf(item.id);
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    status: statusOf(item),
    people: peopleOf(item),
    milestone: item.kind === 'task' ? (item.milestone ?? null) : null,
    parent: item.kind === 'task' ? (item.parent ?? null) : null,
    ...(dates ? plainDates(dates) : {}),
  };
}

function listText(
  items: readonly Item[],
  schedule: Schedule,
  { paint, table }: CliContext,
): string {
  if (items.length === 0) return 'Nothing fits\n';
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
