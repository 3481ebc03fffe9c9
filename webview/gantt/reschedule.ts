import { dependencyTypes } from '../../src/core/model/dependency.ts';
import { dayOf, formatDay, minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import { rowFlag, rowKind } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import { clockTime, lastDayOf, shortDay, spokenDay, spokenDays, yearOf } from './dateText.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { pausedMinutes } from './pausedWork.ts';
import { hasFlag, isMilestoneItem, isPoint, statusOf } from './rowText.ts';
import type { WorkingTime } from './workingTime.ts';

/** Where a row lies, or would lie. */
export interface Placement {
  readonly start: Instant;
  readonly finish: Instant;
  /** Working minutes. */
  readonly durationMinutes: number;
}

/** What gestures snap to. */
export type Grain = 'hour' | 'day';

/** A row taken in hand, with all that the gesture needs; it outlives the snapshot it came from. */
export interface Held {
  readonly id: string;
  readonly title: string;
  readonly isPoint: boolean;
  /** A milestone of the plan keeps a promise (`due`), where a task keeps a start. */
  readonly isPromise: boolean;
  readonly from: Placement;
  /** Its flags as it was taken: whether a constraint or a pin holds it. */
  readonly flags: number;
  /** Working minutes between start and finish in which it pauses. */
  readonly pausedMinutes: number;
  readonly workingTime: WorkingTime;
  readonly minutesPerWorkday: number;
  readonly presentYear: number;
}

/** Why a row cannot be moved by hand, or undefined when it can. */
export function whyFixed(plan: LoadedPlan, row: number): string | undefined {
  const { view } = plan;
  const kind = numberAt(view.rows.kind, row);
  if (!plan.canEdit) return 'This plan cannot be written';
  if (kind === rowKind.heading) return 'A heading follows its rows: move those instead';
  if (hasFlag(view, row, rowFlag.readOnly)) return 'The file of this item cannot be written';
  if (hasFlag(view, row, rowFlag.undated)) return 'This item has no dates to move';
  if (kind === rowKind.summary)
    return 'A summary follows its tasks: move all of them by its bar, or each by itself';
  if (statusOf(view, row) === 'done') return 'This item is done: reopen it before moving it';
  return undefined;
}

export function holdRow(plan: LoadedPlan, row: number): Held {
  const { view } = plan;
  const isPromise = isMilestoneItem(view, row);
  const due = numberAt(view.rows.deadline, row);
  const finish = numberAt(view.rows.finish, row);
  const at = isPromise && !Number.isNaN(due) ? due : finish;
  return {
    id: textAt(view.rows.id, row),
    title: textAt(view.rows.title, row),
    isPoint: isPromise || isPoint(view, row),
    isPromise,
    from: isPromise
      ? { start: at, finish: at, durationMinutes: 0 }
      : {
          start: numberAt(view.rows.start, row),
          finish,
          durationMinutes: numberAt(view.rows.durationMinutes, row) || 0,
        },
    flags: numberAt(view.rows.flags, row),
    pausedMinutes: pausedMinutes(view, row, plan.workingTime),
    workingTime: plan.workingTime,
    minutesPerWorkday: view.durationScale.minutesPerDay,
    presentYear: yearOf(view.today),
  };
}

/** True where the item lies elsewhere than when it was taken, or is held otherwise. */
export function hasChanged(held: Held, plan: LoadedPlan): boolean {
  const row = plan.rowOf(held.id);
  if (row === undefined) return true;
  const { from, flags } = holdRow(plan, row);
  const isHeldAlike = ((flags ^ held.flags) & (rowFlag.constrained | rowFlag.readOnly)) === 0;
  const isSamePlace =
    from.start === held.from.start &&
    from.finish === held.from.finish &&
    from.durationMinutes === held.from.durationMinutes;
  return !isHeldAlike || !isSamePlace;
}

/**
 * True for a row that lies where a link puts it that comes from one of these rows, with no slack
 * between and no date of its own.
 */
export function followsOneOf(
  { view, workingTime, linksInto }: LoadedPlan,
  row: number,
  rows: ReadonlySet<number>,
): boolean {
  if (hasFlag(view, row, rowFlag.constrained) || isMilestoneItem(view, row)) return false;
  const { links } = view;
  return linksInto(row).some(link => {
    const from = numberAt(links.from, link);
    if (!rows.has(from)) return false;
    const type = dependencyTypes[numberAt(links.type, link)] ?? 'FS';
    const leaving = numberAt(type.startsWith('F') ? view.rows.finish : view.rows.start, from);
    const arriving = numberAt(type.endsWith('S') ? view.rows.start : view.rows.finish, row);
    return textAt(links.lag, link) !== '' || workingTime.workBetween(leaving, arriving) === 0;
  });
}

/** Moves by minutes of the clock, then to the nearest working time in the same direction. */
export function movedBy(held: Held, minutes: number, grain: Grain): Placement {
  const { from, workingTime } = held;
  const unit = grain === 'hour' ? 60 : minutesPerDay;
  const steps = Math.round(minutes / unit);
  if (steps === 0) return from;
  const target = from.start + steps * unit;
  if (held.isPromise) return promiseAt(workingTime, target, steps);
  const start = steps > 0 ? workingTime.nextWork(target) : earlierWork(held, target, grain);
  return {
    ...from,
    start,
    finish: workingTime.addWork(start, from.durationMinutes + held.pausedMinutes),
  };
}

/** Ends at an instant of the clock, in whole hours or days of work, one at the least. */
export function endedAt(held: Held, finish: Instant, grain: Grain): Placement {
  const { from, workingTime } = held;
  return resizedTo(held, workingTime.workBetween(from.start, finish) - held.pausedMinutes, grain);
}

/** Grows or shrinks by hours or days of work. */
export function resizedBy(held: Held, steps: number, grain: Grain): Placement {
  const unit = unitOf(held, grain);
  return resizedTo(held, held.from.durationMinutes + steps * unit, grain);
}

/** Undefined when nothing has changed. */
export function rescheduleIntent(held: Held, to: Placement): Intent | undefined {
  const { from, id } = held;
  const isMoved = to.start !== from.start;
  const isResized = to.durationMinutes !== from.durationMinutes;
  if (!isMoved && !isResized) return undefined;
  if (held.isPromise) {
    return { command: 'setFields', input: { id, fields: { due: formatDay(promiseDay(to)) } } };
  }
  return {
    command: 'rescheduleTask',
    input: {
      id,
      ...(isMoved ? { start: to.start } : {}),
      ...(isResized ? { durationMinutes: to.durationMinutes } : {}),
    },
  };
}

/** What the words for a placement are made with. */
export type Described = Pick<
  Held,
  'title' | 'isPoint' | 'isPromise' | 'minutesPerWorkday' | 'presentYear'
>;

/** `9 Mar – 20 Mar · 10d`, with the time of day when hours matter. */
export function placementText(held: Omit<Described, 'title'>, to: Placement, grain: Grain): string {
  const year = held.presentYear;
  if (held.isPromise) return `Due ${shortDay(dayOf(promiseDay(to)), year)}`;
  const clock = (at: Instant): string => (grain === 'hour' ? ` ${clockTime(at)}` : '');
  const start = `${shortDay(dayOf(to.start), year)}${clock(to.start)}`;
  if (held.isPoint) return start;
  const finish = `${shortDay(lastDayOf(to.finish), year)}${clock(to.finish)}`;
  const days = Math.round((to.durationMinutes / held.minutesPerWorkday) * 100) / 100;
  return `${start} – ${finish} · ${days}d`;
}

/** `Parser, 9 March to 20 March, 10 days`, for the ear. */
export function spokenPlacement(held: Described, to: Placement): string {
  const year = held.presentYear;
  if (held.isPromise) return `${held.title}, due ${spokenDay(dayOf(promiseDay(to)), year)}`;
  const start = spokenDay(dayOf(to.start), year);
  if (held.isPoint) return `${held.title}, ${start}`;
  const finish = spokenDay(lastDayOf(to.finish), year);
  const length = spokenDays(to.durationMinutes, held.minutesPerWorkday);
  return `${held.title}, ${start} to ${finish}, ${length}`;
}

/** A due date holds until the end of its day, so midnight belongs to the day before. */
function promiseDay(to: Placement): Instant {
  return lastDayOf(to.finish) * minutesPerDay;
}

/** Nobody keeps a promise on a day without work: the next such day in the direction is skipped. */
function promiseAt(workingTime: WorkingTime, target: Instant, steps: number): Placement {
  const midnight = lastDayOf(target) * minutesPerDay;
  const hasWork = workingTime.workBetween(midnight, midnight + minutesPerDay) > 0;
  const other = steps > 0 ? workingTime.nextWork(target) : workingTime.previousWork(target);
  const at = hasWork ? target : other;
  return { start: at, finish: at, durationMinutes: 0 };
}

/** On days without work, the same time of day on the working day before. */
function earlierWork({ from, workingTime }: Held, target: Instant, grain: Grain): Instant {
  if (workingTime.nextWork(target) === target) return target;
  const end = workingTime.previousWork(target);
  if (grain === 'hour') return workingTime.nextWork(end - 60);
  const timeOfDay = from.start - dayOf(from.start) * minutesPerDay;
  const sameTime = lastDayOf(end) * minutesPerDay + timeOfDay;
  return workingTime.nextWork(Math.min(sameTime, end - 1));
}

function resizedTo(held: Held, minutes: number, grain: Grain): Placement {
  const { from, workingTime } = held;
  const unit = unitOf(held, grain);
  const rounded = Math.max(unit, Math.round(minutes / unit) * unit);
  const isBelowUnit = from.durationMinutes < unit && rounded === unit && minutes < unit;
  const durationMinutes = isBelowUnit ? from.durationMinutes : rounded;
  const finish = workingTime.addWork(from.start, durationMinutes + held.pausedMinutes);
  return { ...from, durationMinutes, finish };
}

function unitOf(held: Held, grain: Grain): number {
  return grain === 'hour' ? 60 : held.minutesPerWorkday;
}
