import { arePlainEqual, isPlainMap, ownValue, type PlainMap } from '../format/plainValue.ts';
import { projectId, type PlainValue } from '../model/change.ts';
import type { ItemKind } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { Rates } from '../model/moneyRules.ts';
import { itemOf, itemsOf, type Item, type Plan } from '../model/plan.ts';
import { schedulesInSteps, type ScheduleComparison } from '../scenario/compareSchedules.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { fileOfId, rawFieldsOf } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { compareFloats, type FloatChange } from './compareFloats.ts';
import {
  compareAssignments,
  overloadsInSteps,
  type AssignmentChange,
  type OverloadChange,
} from './comparePeople.ts';
import { compareExposures, type ExposureChange } from './compareRisks.ts';
import { totalsInSteps, type PlanTotals } from './planTotals.ts';

/** A plan folder with the schedule of its plan. */
export interface PlanVersion {
  readonly snapshot: Snapshot;
  readonly schedule: Schedule;
}

/** A field of a file that differs; undefined where the file has none. */
export interface FieldChange {
  /** Dotted: `current.probability`. */
  readonly field: string;
  readonly before: PlainValue | undefined;
  readonly after: PlainValue | undefined;
}

export interface ChangedItem {
  readonly id: string;
  readonly kind: ItemKind | 'project';
  readonly title: string;
  /** In the order of the later file; never empty. */
  readonly fields: readonly FieldChange[];
}

/** What one version of a plan says otherwise than an earlier one. Lists are in the order of the ids. */
export interface PlanComparison {
  readonly before: PlanVersion;
  readonly after: PlanVersion;
  readonly schedule: ScheduleComparison;
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Under another id than before. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly changed: readonly ChangedItem[];
  readonly floats: readonly FloatChange[];
  readonly assignments: readonly AssignmentChange[];
  readonly overloads: readonly OverloadChange[];
  readonly exposures: readonly ExposureChange[];
  readonly totals: { readonly before: PlanTotals; readonly after: PlanTotals };
}

/** By what both versions are reckoned. */
export interface ComparisonOptions {
  /** What hours cost; for what is shown to others, none. */
  readonly rates: Rates;
  /** The day of the figures of money. */
  readonly at: Instant;
}

/** So many items are looked at in a step. */
const stepSize = 256;

/** What a version says otherwise, with a step after each part that takes its time. */
export function* comparePlansInSteps(
  before: PlanVersion,
  after: PlanVersion,
  options: ComparisonOptions,
): Generator<undefined, PlanComparison> {
  const [old, now] = [before.snapshot.plan, after.snapshot.plan];
  const scheduled = [
    { plan: old, schedule: before.schedule },
    { plan: now, schedule: after.schedule },
  ] as const;
  const renamed = findRenamed(old, now);
  const from = new Set(renamed.map(each => each.from));
  const to = new Set(renamed.map(each => each.to));
  yield* readDates(before.schedule);
  yield* readDates(after.schedule);
  const schedule = yield* schedulesInSteps(...scheduled);
  yield;
  const changed = yield* findChanged(before.snapshot, after.snapshot);
  const floats = compareFloats(...scheduled);
  yield;
  const overloads = yield* overloadsInSteps(...scheduled);
  yield;
  const oldTotals = yield* totalsInSteps(old, before.schedule, options);
  const newTotals = yield* totalsInSteps(now, after.schedule, options);
  yield;
  const added = [...itemsOf(now)].filter(({ id }) => !itemOf(old, id) && !to.has(id));
  yield;
  const removed = [...itemsOf(old)].filter(({ id }) => !itemOf(now, id) && !from.has(id));
  yield;
  const assignments = compareAssignments(old, now);
  yield;
  return {
    before,
    after,
    schedule,
    added,
    removed,
    renamed,
    changed,
    floats,
    assignments,
    overloads,
    exposures: compareExposures(old, now),
    totals: { before: oldTotals, after: newTotals },
  };
}

/** Dates are made when they are asked for the first time. */
function* readDates(schedule: Schedule): Generator<undefined, void> {
  for (const [place, id] of schedule.ids.entries()) {
    schedule.datesOf(id);
    if (place % stepSize === 0) yield;
  }
}

function findRenamed(old: Plan, now: Plan): PlanComparison['renamed'] {
  return [...itemsOf(now)].flatMap(({ id, formerIds }) => {
    const from = itemOf(old, id) ? undefined : formerIds.find(each => itemOf(old, each));
    return from === undefined || itemOf(now, from) ? [] : [{ from, to: id }];
  });
}

function* findChanged(
  before: Snapshot,
  after: Snapshot,
): Generator<undefined, readonly ChangedItem[]> {
  const items = [...itemsOf(after.plan)]
    .filter(({ id }) => itemOf(before.plan, id))
    .map(({ id, kind, title }) => ({ id, kind, title }));
  const project = { id: projectId, kind: 'project', title: after.plan.project.name } as const;
  const found: ChangedItem[] = [];
  for (const [place, item] of [project, ...items].entries()) {
    const fields = changedFields(before, after, item.id);
    if (fields.length > 0) found.push({ ...item, fields });
    if (place % stepSize === 0) yield;
  }
  return found;
}

/** Of values alone: another order of the fields, comments and another way of writing are no change. */
function changedFields(before: Snapshot, after: Snapshot, id: string): readonly FieldChange[] {
  if (fileOfId(before, id)?.text === fileOfId(after, id)?.text) return [];
  return changesIn(rawFieldsOf(before, id), rawFieldsOf(after, id), '');
}

/** Each field of its own where both are maps: `current.probability`. */
function changesIn(old: PlainMap, now: PlainMap, path: string): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return keys.flatMap((key): readonly FieldChange[] => {
    const [before, after] = [ownValue(old, key), ownValue(now, key)];
    const field = `${path}${key}`;
    if (isPlainMap(before) && isPlainMap(after)) return changesIn(before, after, `${field}.`);
    return areEqual(before, after) ? [] : [{ field, before, after }];
  });
}

function areEqual(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return arePlainEqual(a, b);
}
