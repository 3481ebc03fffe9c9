import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ScheduleOptions } from './buildNetwork.ts';
import { isPromiseMissed } from './promises.ts';
import type { ItemDates, Schedule } from './schedule.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { Workload, type Overload } from './workload.ts';
import { applyTaskEdit, editLength, editStart } from './taskEdits.ts';

/** A bar that is about to be moved, resized or both. */
export interface BarEdit {
  readonly id: string;
  readonly start?: Instant;
  /** Minutes of its calendar; elapsed ones where its duration is elapsed. */
  readonly durationMinutes?: number;
}

/** An item that an edit gives other dates. */
export interface PreviewedItem {
  readonly id: string;
  readonly before: ItemDates;
  readonly after: ItemDates;
}

/** What edits of bars would do to a plan. */
export interface EditPreview {
  /** In the order of the ids; the edited ones among them, where they move. */
  readonly moved: readonly PreviewedItem[];
  readonly finish: { readonly before: Instant; readonly after: Instant };
  /** Items with a deadline, or due, that is kept now and would not be; and the other way round. */
  readonly newlyMissed: readonly string[];
  readonly newlyMet: readonly string[];
  /** People who get more work on some days than they give the project on them. */
  readonly overloaded: readonly Overload[];
}

/** Tells what edits would do, over and over, as a gesture goes on. */
export type Previewer = (edits: readonly BarEdit[]) => EditPreview;

/**
 * An engine for the gestures on one plan: each preview follows the edits from the one before it.
 * The tasks are changed as the command that a gesture ends with changes them. Nothing is written.
 *
 * @param scheduler one that may hold an earlier state of the plan; it is the previewer's from now on
 */
export function createPreviewer(
  plan: Plan,
  options: ScheduleOptions,
  scheduler: Scheduler = createScheduler(),
): Previewer {
  const before = scheduler(plan, options);
  const drawn = new EditedTasks(plan.tasks);
  const workload = new Workload(plan, before);
  return edits => {
    const tasks = drawn.with(edits.flatMap(edit => editTask(plan, before, edit) ?? []));
    const edited = { ...plan, tasks };
    const preview = compare(
      { plan, schedule: before },
      { plan: edited, schedule: scheduler(edited, options) },
    );
    return { ...preview, overloaded: workload.findOverloads(preview.moved) };
  };
}

/** The tasks of a plan with edits; copying ten thousand for every step would be most of its time. */
class EditedTasks {
  readonly #known: ReadonlyMap<string, Task>;
  readonly #tasks: Map<string, Task>;
  #edited: readonly Task[] = [];

  constructor(known: ReadonlyMap<string, Task>) {
    this.#known = known;
    this.#tasks = new Map(known);
  }

  /** Good until the next call. */
  with(edited: readonly Task[]): ReadonlyMap<string, Task> {
    for (const { id } of this.#edited) {
      const task = this.#known.get(id);
      if (task) this.#tasks.set(id, task);
    }
    for (const task of edited) this.#tasks.set(task.id, task);
    this.#edited = edited;
    return this.#tasks;
  }
}

/** Undefined for what has no bar of its own, and for what a command would refuse. */
function editTask(
  plan: Plan,
  schedule: Schedule,
  { id, start, durationMinutes }: BarEdit,
): Task | undefined {
  const item = plan.tasks.get(id);
  const dates = schedule.datesOf(id);
  if (!item || !dates) return undefined;
  const bar = { item, dates, calendar: schedule.calendarOf(id) };
  let task = item;
  if (durationMinutes !== undefined && durationMinutes !== dates.durationMinutes) {
    const edit = editLength(bar, durationMinutes, plan.project.durationScale);
    if (!edit) return undefined;
    task = applyTaskEdit(task, edit);
  }
  if (start !== undefined && start !== dates.start) {
    const edit = editStart(bar, start, durationMinutes ?? dates.durationMinutes);
    if (!edit) return undefined;
    task = applyTaskEdit(task, edit);
  }
  return task;
}

interface Scheduled {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

/** What no edit reaches keeps its very dates, and where that is known is not even looked at. */
function compare(before: Scheduled, after: Scheduled): Omit<EditPreview, 'overloaded'> {
  const moved: PreviewedItem[] = [];
  const newlyMissed: string[] = [];
  const newlyMet: string[] = [];
  const changed = before.schedule.changedUntil(after.schedule);
  for (const id of changed ? [...changed].sort() : after.schedule.ids) {
    const old = before.schedule.datesOf(id);
    const now = after.schedule.datesOf(id);
    if (!old || !now || old === now) continue;
    if (old.start !== now.start || old.finish !== now.finish) {
      moved.push({ id, before: old, after: now });
    }
    if (old.finish === now.finish) continue;
    const wasMissed = isPromiseMissed(before.plan, before.schedule, id);
    const isMissed = isPromiseMissed(after.plan, after.schedule, id);
    if (isMissed && !wasMissed) newlyMissed.push(id);
    if (wasMissed && !isMissed) newlyMet.push(id);
  }
  const finish = { before: before.schedule.finish, after: after.schedule.finish };
  return { moved, finish, newlyMissed, newlyMet };
}
