import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { formatAssignment } from '../model/assignment.ts';
import { canDo } from '../model/canDo.ts';
import type { PlainValue } from '../model/change.ts';
import { formatDay, minutesPerDay } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Person } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import { planEdits, type ScenarioEdit } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { replacedTasks, Workload, type LoadChanges } from '../schedule/workload.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { OverloadStretch } from './computeLoad.ts';

export const reliefKinds = ['move', 'reassign', 'split', 'drop'] as const;
export type ReliefKind = (typeof reliefKinds)[number];

/** A way out of an overload that was tried by scheduling the plan with it. */
export interface Relief {
  readonly kind: ReliefKind;
  readonly task: string;
  /** What would be written. */
  readonly edit: ScenarioEdit;
  /** Who would do the task instead. */
  readonly person: string | undefined;
  /** Minutes too much that would be left of the stretch, and what everybody has too much in all. */
  readonly left: number;
  readonly overInAll: number;
  /** Working minutes by which the plan would end later; negative for earlier. */
  readonly later: number;
}

/** So many tasks of a stretch, and people for each of them, are tried. */
const [mostTasks, mostPeople] = [6, 5];

interface Overloaded {
  readonly snapshot: Snapshot;
  readonly person: string;
  readonly stretch: OverloadStretch;
}

/**
 * Ways out of an overload that leave less of it and make nothing worse: the task begins after it, or
 * pauses meanwhile, or somebody with the skill does it, or nobody. The one that costs the plan the
 * least time comes first; work is dropped last.
 */
export function findReliefs(
  { snapshot, person, stretch }: Overloaded,
  schedule: (plan: Plan) => Schedule,
): readonly Relief[] {
  const before = schedule(snapshot.plan);
  const workload = new Workload(snapshot.plan, before);
  const overBefore = Math.round(workload.overInAll());
  const found: Relief[] = [];
  for (const id of stretch.tasks.slice(0, mostTasks)) {
    const task = snapshot.plan.tasks.get(id);
    if (!task || task.started) continue;
    const drafts = draftsFor(snapshot.plan, task, { person, stretch, before, workload });
    for (const { kind, fields, to } of drafts) {
      const edit = { id, fields };
      const tried = planEdits(snapshot, [edit]);
      if (!tried.ok) continue;
      const after = schedule(tried.value.plan);
      const changes = workload.changesBy(
        replacedTasks(
          { plan: snapshot.plan, schedule: before },
          { plan: tried.value.plan, schedule: after },
        ),
      );
      const left = overIn(workload, { person, stretch, changes });
      const inAll = Math.round(workload.overInAll() + workload.overBy(changes));
      if (left >= stretch.over || inAll >= overBefore) continue;
      const later = before.calendar.workBetween(before.finish, after.finish);
      found.push({ kind, task: id, edit, person: to, left, overInAll: inAll, later });
    }
  }
  return found.sort(byCost);
}

const byCost = compareBy<Relief>(
  (a, b) => compareNumber(a.kind === 'drop' ? 1 : 0, b.kind === 'drop' ? 1 : 0),
  (a, b) => compareNumber(Math.max(0, a.later), Math.max(0, b.later)),
  (a, b) => compareNumber(a.overInAll, b.overInAll),
  (a, b) => compareNumber(reliefKinds.indexOf(a.kind), reliefKinds.indexOf(b.kind)),
  (a, b) => compareText(a.task, b.task),
  (a, b) => compareText(a.person ?? '', b.person ?? ''),
);

interface Draft {
  readonly kind: ReliefKind;
  readonly fields: Readonly<Record<string, PlainValue>>;
  readonly to?: string | undefined;
}

function draftsFor(
  plan: Plan,
  task: Task,
  {
    person,
    stretch,
    before,
    workload,
  }: {
    readonly person: string;
    readonly stretch: OverloadStretch;
    readonly before: Schedule;
    readonly workload: Workload;
  },
): readonly Draft[] {
  const drafts: Draft[] = [{ kind: 'drop', fields: { status: 'dropped' } }];
  const dates = before.datesOf(task.id);
  const kind = task.constraint?.kind ?? 'ASAP';
  if ((kind === 'ASAP' || kind === 'SNET') && !task.pinned) {
    const after = formatDay((stretch.lastDay + 1) * minutesPerDay);
    drafts.push({ kind: 'move', fields: { constraint: `SNET ${after}` } });
  }
  const split = dates && splitAround(task, stretch, { before, dates });
  if (split) drafts.push({ kind: 'split', fields: { split } });
  const others = [...plan.project.people.values()].filter(
    each =>
      each.key !== person &&
      canDo(plan, task, each) &&
      !task.assignees.some(present => present.person === each.key),
  );
  const free = dates ? others.sort(byFreeTime(workload, dates)) : others;
  for (const { key } of free.slice(0, mostPeople)) {
    const assignees = task.assignees.map(each =>
      formatAssignment(each.person === person ? { ...each, person: key } : each),
    );
    drafts.push({ kind: 'reassign', fields: { assignees }, to: key });
  }
  return drafts;
}

/** The work before the stretch, and a pause as long as it; undefined where it begins within. */
function splitAround(
  task: Task,
  { firstDay, lastDay }: OverloadStretch,
  {
    before,
    dates,
  }: {
    readonly before: Schedule;
    readonly dates: { readonly start: number; readonly finish: number };
  },
): readonly string[] | undefined {
  const [from, to] = [firstDay * minutesPerDay, (lastDay + 1) * minutesPerDay];
  if (task.split.length > 0 || task.duration?.isElapsed === true || dates.start >= from) return;
  const calendar = before.calendarOf(task.id);
  const done = calendar.workBetween(dates.start, from);
  const pause = calendar.workBetween(from, to);
  return done > 0 && pause > 0 ? [`${done}m`, `${pause}m`] : undefined;
}

function overIn(
  workload: Workload,
  {
    person,
    stretch: { firstDay, lastDay },
    changes,
  }: {
    readonly person: string;
    readonly stretch: OverloadStretch;
    readonly changes: LoadChanges;
  },
): number {
  let over = 0;
  for (let day = firstDay; day <= lastDay; day++) over += workload.overOn(person, day, changes);
  return Math.round(over);
}

/** Who has the most time on the days of a task first. */
function byFreeTime(
  workload: Workload,
  dates: { readonly start: number; readonly finish: number },
): (a: Person, b: Person) => number {
  const known = new Map<string, number>();
  const freeOf = ({ key }: Person): number => {
    const free = known.get(key) ?? workload.freeDuring(key, dates);
    known.set(key, free);
    return free;
  };
  return compareBy<Person>(
    (a, b) => compareNumber(freeOf(b), freeOf(a)),
    (a, b) => compareText(a.key, b.key),
  );
}
