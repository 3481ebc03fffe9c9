import { assertNever } from '../base/assertNever.ts';
import { dayOf, type Instant, type PlanDate } from '../model/instant.ts';
import { itemsOf, type Item, type Plan } from '../model/plan.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { isClosed, type Task } from '../model/task.ts';
import { hasEnded } from '../model/milestone.ts';
import { isAboveAppetite } from '../risks/appetite.ts';
import { reviewStatesOf } from '../model/reviewState.ts';
import { placeRating } from '../risks/score.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { lastDay } from './dayText.ts';
import type { ItemQuery, QueryField, QueryFlag } from './itemQuery.ts';
import { matchesQuery, type QueryFacts } from './matchQuery.ts';
import type { QueryMeasure } from './queryMeasures.ts';
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
  const scale = { today: ctx.now, durationScale: ctx.plan.project.durationScale };
  return [...outlined, ...others].filter(item => matchesQuery(query, factsOf(item, ctx), scale));
}

/** What a query can ask of an item of any kind. */
function factsOf(item: Item, ctx: FindContext): QueryFacts {
  return {
    text: searchText(item),
    valuesOf: field => valuesOf(item, field, ctx),
    measureOf: measure => measureOf(item, measure, ctx),
    hasFlag: flag => hasFlag(item, flag, ctx),
  };
}

function searchText(item: Item): string {
  const more = 'description' in item ? item.description : undefined;
  return `${item.id}\n${item.title}\n${more ?? ''}`.toLowerCase();
}

function measureOf(item: Item, measure: QueryMeasure, ctx: FindContext): number | undefined {
  const dates = ctx.schedule.datesOf(item.id);
  switch (measure) {
    case 'start':
      return dates && dayOf(dates.start);
    case 'finish':
      return dates && dayOf(lastDay(dates.start, dates.finish));
    case 'due': {
      const due = dueOf(item);
      return due && dayOf(due.at);
    }
    case 'review':
      return item.kind === 'risk' ? item.reviewBy && dayOf(item.reviewBy.at) : undefined;
    case 'length':
      return dates?.durationMinutes;
    case 'float':
      return dates && isOpen(item) ? dates.totalFloat : undefined;
    case 'progress':
      return dates?.progress;
    default:
      return assertNever(measure);
  }
}

export function dueOf(item: Item): PlanDate | undefined {
  if (item.kind === 'task') return item.deadline;
  if (item.kind === 'risk') return item.reviewBy;
  return item.kind === 'milestone' ? item.due : undefined;
}

/** What the item has in the field; undefined where its kind has no such field. */
function valuesOf(item: Item, field: QueryField, ctx: FindContext): readonly string[] | undefined {
  const { plan } = ctx;
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
      return item.kind === 'task' ? present(milestoneOf(plan, item)) : undefined;
    case 'parent':
      return item.kind === 'task' ? present(item.parent) : undefined;
    case 'priority':
      return item.kind === 'task' ? present(item.priority) : undefined;
    case 'type':
      return 'type' in item ? present(item.type) : undefined;
    case 'tag':
      return 'tags' in item ? item.tags : undefined;
    case 'code':
      return 'code' in item ? item.code.map(({ path }) => path) : undefined;
    case 'category':
      return item.kind === 'risk' ? present(item.category) : undefined;
    case 'response':
    case 'rating':
    case 'review':
      return item.kind === 'risk' ? riskValuesOf(item, field, ctx) : undefined;
    case 'origin':
      return present(item.origin);
    default:
      return assertNever(field);
  }
}

/** What only risks have: the strategy of the response, the band now, and what is true of the review. */
function riskValuesOf(
  risk: Risk,
  field: 'response' | 'rating' | 'review',
  { plan, now }: FindContext,
): readonly string[] {
  switch (field) {
    case 'response':
      return risk.response.strategy === undefined ? [] : [risk.response.strategy];
    case 'rating': {
      const { band } = placeRating(risk.current, plan.project);
      return band === undefined ? [] : [band];
    }
    case 'review':
      return reviewStatesOf({ reviewBy: risk.reviewBy?.at, isLive: isLive(risk) }, now);
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
export function milestoneOf(plan: Plan, task: Task): string | undefined {
  const seen = new Set<string>();
  let at: Task | undefined = task;
  while (at && !seen.has(at.id)) {
    if (at.milestone !== undefined) return at.milestone;
    seen.add(at.id);
    at = at.parent === undefined ? undefined : plan.tasks.get(at.parent);
  }
  return undefined;
}

function hasFlag(item: Item, flag: QueryFlag, { plan, schedule, now }: FindContext): boolean {
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
      return (dates?.finish ?? -Infinity) > (promised ?? Infinity) && isOpen(item);
    }
    case 'above-appetite':
      return item.kind === 'risk' && isAboveAppetite(item, plan.project);
    case 'undated':
      return (item.kind === 'task' || item.kind === 'milestone') && !dates && isOpen(item);
    default:
      return assertNever(flag);
  }
}

export function isOpen(item: Item): boolean {
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
