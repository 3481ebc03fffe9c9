import { ok } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import type { Item } from '../../core/model/plan.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { findItems, peopleOf, statusOf } from '../../core/views/findItems.ts';
import { parseItemQuery, type ItemQuery } from '../../core/views/itemQuery.ts';
import { sortItems } from '../../core/views/sortItems.ts';
import { errorsOf } from '../brokenFiles.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { nothingKept, readSort, readView, tellLost } from '../keptView.ts';
import { listText } from '../listText.ts';
import { readPlan, todayOf } from '../openPlan.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const asked = parseItemQuery(words.join(' '));
  if (!asked.ok) return cannotRun(asked.error);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const view = values['view'];
  const kept = view === undefined ? ok(nothingKept) : readView(plan.project, view);
  if (!kept.ok) return cannotRun(kept.error);
  const sort = readSort(values['sort'], kept.value.sort);
  if (!sort.ok) return cannotRun(sort.error);
  const query = [...kept.value.query, ...asked.value];
  const schedule = computeSchedule(plan, { today: todayOf(ctx) });
  const unsorted = findItems({ plan, schedule, now: ctx.host.now() }, query);
  const found = sort.value ? sortItems(unsorted, { plan, schedule }, sort.value) : unsorted;
  return ok({
    kind: 'list',
    data: { items: found.map(item => itemData(item, schedule)) },
    text: found.length === 0 ? nothingText(query) : listText(found, schedule, ctx),
    problems: [...errorsOf(snapshot.problems), ...tellLost(kept.value, plan)],
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

/** An empty plan and a query that finds nothing are two things. */
function nothingText(query: ItemQuery): string {
  return query.length === 0 ? 'The plan has no items yet\n' : 'Nothing fits\n';
}
