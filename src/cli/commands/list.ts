import { ok } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import type { Item } from '../../core/model/plan.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { findItems, peopleOf, statusOf } from '../../core/views/findItems.ts';
import { parseItemQuery, type ItemQuery } from '../../core/views/itemQuery.ts';
import { errorsOf } from '../brokenFiles.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { listText } from '../listText.ts';
import { readPlan, todayOf } from '../openPlan.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const query = parseItemQuery(words.join(' '));
  if (!query.ok) return cannotRun(query.error);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const schedule = computeSchedule(snapshot.plan, { today: todayOf(ctx) });
  const found = findItems({ plan: snapshot.plan, schedule, now: ctx.host.now() }, query.value);
  return ok({
    kind: 'list',
    data: { items: found.map(item => itemData(item, schedule)) },
    text: found.length === 0 ? nothingText(query.value) : listText(found, schedule, ctx),
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
    ...(dates ? plainDates(dates, schedule.calendar) : {}),
  };
}

/** An empty plan and a query that finds nothing are two things. */
function nothingText(query: ItemQuery): string {
  return query.length === 0 ? 'The plan has no items yet\n' : 'Nothing fits\n';
}
