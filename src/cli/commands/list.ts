import { ok, refused, type Result } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import type { Item } from '../../core/model/plan.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
import type { Project } from '../../core/model/project.ts';
import { chartSorts, parseSort, type ViewSort } from '../../core/model/savedView.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { findItems, peopleOf, statusOf } from '../../core/views/findItems.ts';
import { parseItemQuery, type ItemQuery } from '../../core/views/itemQuery.ts';
import { sortItems } from '../../core/views/sortItems.ts';
import { errorsOf } from '../brokenFiles.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { listText } from '../listText.ts';
import { readPlan, todayOf } from '../openPlan.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const asked = parseItemQuery(words.join(' '));
  if (!asked.ok) return cannotRun(asked.error);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const view = values['view'];
  const kept = view === undefined ? ok(nothingKept) : readView(snapshot.plan.project, view);
  if (!kept.ok) return cannotRun(kept.error);
  const sort = readSort(values['sort'], kept.value.sort);
  if (!sort.ok) return cannotRun(sort.error);
  const query = ok([...kept.value.query, ...asked.value]);
  const schedule = computeSchedule(snapshot.plan, { today: todayOf(ctx) });
  const { plan } = snapshot;
  const unsorted = findItems({ plan, schedule, now: ctx.host.now() }, query.value);
  const found = sort.value ? sortItems(unsorted, { plan, schedule }, sort.value) : unsorted;
  return ok({
    kind: 'list',
    data: { items: found.map(item => itemData(item, schedule)) },
    text: found.length === 0 ? nothingText(query.value) : listText(found, schedule, ctx),
    problems: errorsOf(snapshot.problems),
    folder,
  });
}

/** What is asked for by a view of the project. */
interface Kept {
  readonly query: ItemQuery;
  /** Undefined for the plan's own order, as in a view of the register. */
  readonly sort: ViewSort | undefined;
}

const nothingKept: Kept = { query: [], sort: undefined };

function readView({ views }: Project, name: string): Result<Kept, Problem> {
  const view =
    views.find(each => each.name === name) ??
    views.find(each => each.name.toLowerCase() === name.toLowerCase());
  if (view) {
    const query = parseItemQuery(view.filter);
    if (!query.ok) return query;
    return ok({ query: query.value, sort: view.surface === 'chart' ? view.sort : undefined });
  }
  const known = views.map(each => `"${each.name}"`).join(', ');
  const hint = known === '' ? 'project.yaml has no views yet' : `there are ${known}`;
  return refused(createProblem('command-refused', `No view is called "${name}"; ${hint}`));
}

/** What is asked for wins over what the view keeps. */
function readSort(
  text: string | undefined,
  kept: ViewSort | undefined,
): Result<ViewSort | undefined, Problem> {
  if (text === undefined) return ok(kept);
  const sort = parseSort(text, chartSorts);
  if (sort) return ok(sort);
  const known = chartSorts.join(', ');
  const message = `Nothing is sorted by "${text}"; sort by one of ${known}, with a minus for the highest first`;
  return refused(createProblem('command-refused', message));
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
