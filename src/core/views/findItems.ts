import { assertNever } from '../base/assertNever.ts';
import type { Instant } from '../model/instant.ts';
import { itemsOf, type Item, type Plan } from '../model/plan.ts';
import { isLive } from '../model/risk.ts';
import { isClosed, type Task } from '../model/task.ts';
import { hasEnded } from '../model/milestone.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { ItemQuery, QueryField, QueryFlag } from './itemQuery.ts';
import { computeOutline } from './outline.ts';

export interface FindContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** This moment on the plan's zone-less line. */
  readonly now: Instant;
}

/** The items that a query means: milestones and tasks as in the outline, then the other kinds by id. */
export function findItems(ctx: FindContext, query: ItemQuery): readonly Item[] {
  const outlined: readonly Item[] = computeOutline(ctx.plan, ctx.schedule).lines.map(
    line => line.item,
  );
  const others = [...itemsOf(ctx.plan)].filter(
    item => item.kind !== 'task' && item.kind !== 'milestone',
  );
  return [...outlined, ...others].filter(item => isMeant(item, query, ctx));
}

function isMeant(item: Item, query: ItemQuery, ctx: FindContext): boolean {
  return (
    query.words.every(word => searchText(item).includes(word)) &&
    query.filters.every(({ field, values }) => {
      const own = valuesOf(item, field, ctx.plan).map(value => value.toLowerCase());
      if (own.length === 0) return values.includes('none');
      return values.some(value => own.some(each => isHit(field, each, value)));
    }) &&
    [...query.flags].every(flag => hasFlag(item, flag, ctx))
  );
}

/** Ids may be shortened and origins go by their beginning; everything else is meant whole. */
function isHit(field: QueryField, own: string, value: string): boolean {
  const isPrefix = field === 'milestone' || field === 'parent' || field === 'origin';
  return isPrefix ? own.startsWith(value) : own === value;
}

function searchText(item: Item): string {
  const more = 'description' in item ? item.description : undefined;
  return `${item.id}\n${item.title}\n${more ?? ''}`.toLowerCase();
}

/** What the item has in the field; empty when it has nothing there. */
function valuesOf(item: Item, field: QueryField, plan: Plan): readonly string[] {
  const present = (value: string | undefined): readonly string[] =>
    value === undefined ? [] : [value];
  switch (field) {
    case 'kind':
      return [item.kind];
    case 'status':
      return [statusOf(item)];
    case 'assignee':
      return peopleOf(item);
    case 'milestone':
      return item.kind === 'task' ? present(milestoneOf(plan, item)) : [];
    case 'parent':
      return item.kind === 'task' ? present(item.parent) : [];
    case 'priority':
      return item.kind === 'task' ? present(item.priority) : [];
    case 'type':
      return 'type' in item ? present(item.type) : [];
    case 'tag':
      return 'tags' in item ? item.tags : [];
    case 'category':
      return item.kind === 'risk' ? present(item.category) : [];
    case 'origin':
      return present(item.origin);
    default:
      return assertNever(field);
  }
}

/** The word for how far an item of any kind is. */
export function statusOf(item: Item): string {
  switch (item.kind) {
    case 'task':
    case 'risk':
    case 'decision':
      return item.status;
    case 'milestone':
      return item.isDropped ? 'dropped' : item.reached ? 'reached' : 'planned';
    case 'note':
      return item.type;
    default:
      return assertNever(item);
  }
}

/** The people that an item names, by key. */
export function peopleOf(item: Item): readonly string[] {
  switch (item.kind) {
    case 'task':
      return item.assignees.map(assignment => assignment.person);
    case 'milestone':
    case 'risk':
      return item.owner === undefined ? [] : [item.owner];
    case 'decision':
      return item.deciders;
    case 'note':
      return item.participants;
    default:
      return assertNever(item);
  }
}

/** The task's milestone, or the one of the nearest summary above it that has one. */
function milestoneOf(plan: Plan, task: Task): string | undefined {
  const seen = new Set<string>();
  let at: Task | undefined = task;
  while (at && !seen.has(at.id)) {
    if (at.milestone !== undefined) return at.milestone;
    seen.add(at.id);
    at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
  }
  return undefined;
}

function hasFlag(item: Item, flag: QueryFlag, { schedule, now }: FindContext): boolean {
  const dates = schedule.datesOf(item.id);
  switch (flag) {
    case 'open':
      return isOpen(item);
    case 'critical':
      return dates?.isCritical ?? false;
    case 'overdue':
      return isOpen(item) && (overdueAt(item, dates?.finish) ?? Infinity) <= now;
    case 'late': {
      const promised = promisedAt(item);
      return dates !== undefined && promised !== undefined && dates.finish > promised;
    }
    case 'undated':
      return (item.kind === 'task' || item.kind === 'milestone') && !dates && isOpen(item);
    default:
      return assertNever(flag);
  }
}

function isOpen(item: Item): boolean {
  switch (item.kind) {
    case 'task':
      return !isClosed(item);
    case 'milestone':
      return !hasEnded(item);
    case 'risk':
      return isLive(item);
    case 'decision':
      return item.status === 'proposed';
    case 'note':
      return item.actions.some(action => !action.isDone);
    default:
      return assertNever(item);
  }
}

/** When an open item should have been done: a task by plan, a milestone and a review by promise. */
function overdueAt(item: Item, finish: Instant | undefined): Instant | undefined {
  if (item.kind === 'task') return finish;
  if (item.kind === 'risk') return item.reviewBy && endOf(item.reviewBy);
  return promisedAt(item);
}

function promisedAt(item: Item): Instant | undefined {
  if (item.kind === 'task') return item.deadline && endOf(item.deadline);
  return item.kind === 'milestone' && item.due ? endOf(item.due) : undefined;
}

/** A day without a time is over at its midnight. */
function endOf({ at, hasTime }: { readonly at: Instant; readonly hasTime: boolean }): Instant {
  return hasTime ? at : at + 1440;
}
