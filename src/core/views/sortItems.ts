import { assertNever } from '../base/assertNever.ts';
import { compareNumber, compareText } from '../base/order.ts';
import { formatDependency } from '../model/dependency.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { ChartSortColumn, ViewSort } from '../model/savedView.ts';
import { taskStatuses } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { dueOf, isOpen, milestoneOf, peopleOf, statusOf } from './findItems.ts';
import { varianceOf } from './ganttBaselines.ts';

interface SortContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

/**
 * Items by a column of the chart, as the chart sorts siblings: what has no value comes last,
 * whichever way, and what is equal stays in the order in which it was given.
 */
export function sortItems(
  items: readonly Item[],
  ctx: SortContext,
  { column, isDescending }: ViewSort,
): readonly Item[] {
  const sign = isDescending ? -1 : 1;
  const keyed = items.map(item => ({ item, key: keyOf(item, column, ctx) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'string' || typeof b === 'string') return sign * compareText(`${a}`, `${b}`);
    return sign * compareNumber(a, b);
  });
  return keyed.map(({ item }) => item);
}

/** Undefined for what an item does not have. */
function keyOf(
  item: Item,
  column: ChartSortColumn,
  { plan, schedule }: SortContext,
): number | string | undefined {
  const dates = schedule.datesOf(item.id);
  switch (column) {
    case 'title':
      return wordsOf(item.title);
    case 'status':
      return item.kind === 'task' ? taskStatuses.indexOf(item.status) : milestoneStatus(item);
    case 'start':
      return dates?.start;
    case 'finish':
      return dates?.finish;
    case 'length':
    case 'estimate':
      return dates?.durationMinutes;
    case 'due':
      return dueOf(item)?.at;
    case 'float':
      return dates && isOpen(item) ? dates.totalFloat : undefined;
    case 'variance':
      return varianceOf(plan, schedule, item.id);
    case 'progress':
      return dates?.progress;
    case 'predecessors':
      return wordsOf(item.kind === 'task' ? item.dependsOn.map(formatDependency).join(', ') : '');
    case 'assignees':
      return wordsOf(peopleOf(item).join(', '));
    case 'milestone':
      return milestoneWords(item, plan);
    case 'tags':
      return wordsOf('tags' in item ? item.tags.join(', ') : '');
    default:
      return assertNever(column);
  }
}

/** A milestone stands where the chart shows it: reached with what is done, planned with what is not. */
function milestoneStatus(item: Item): number | undefined {
  if (item.kind !== 'milestone') return undefined;
  const status = statusOf(item);
  if (status === 'dropped') return taskStatuses.indexOf('dropped');
  return taskStatuses.indexOf(status === 'reached' ? 'done' : 'todo');
}

function milestoneWords(item: Item, plan: Plan): string | undefined {
  const id = item.kind === 'task' ? milestoneOf(plan, item) : undefined;
  return id === undefined ? undefined : wordsOf(plan.milestones.get(id)?.title ?? id);
}

/** Upper and lower case are one; no words are no value. */
function wordsOf(text: string): string | undefined {
  return text === '' ? undefined : text.toLowerCase();
}
