import { compareNumber, compareText } from '../base/order.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates, Schedule } from '../schedule/schedule.ts';

/** One line of the outline: a milestone or a task, with its depth and the line it hangs under. */
export interface OutlineLine {
  readonly item: Task | Milestone;
  /** Undefined for what the schedule could not place. */
  readonly dates: ItemDates | undefined;
  /** 0 for the outermost lines. */
  readonly level: number;
  /** Index of the line it hangs under, or -1. */
  readonly parent: number;
  readonly hasChildren: boolean;
}

/** The lines of a plan from top to bottom; what hangs under a line follows it. */
export interface PlanOutline {
  readonly lines: readonly OutlineLine[];
  /** The index of an item's line. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Computes the outlines of one plan's snapshots, one after the other. */
export type Outliner = (plan: Plan, schedule: Schedule) => PlanOutline;

/** Keeps the last outline: as long as every line stays where it is, only lines that changed are new. */
export function createOutliner(): Outliner {
  let known: PlanOutline | undefined;
  return (plan, schedule) => {
    known = (known && followOutline(known, plan, schedule)) ?? computeOutline(plan, schedule);
    return known;
  };
}

/** Undefined where a line came, went or stands elsewhere. */
function followOutline(
  { lines: before, rowOf }: PlanOutline,
  plan: Plan,
  schedule: Schedule,
): PlanOutline | undefined {
  if (before.length !== plan.tasks.size + plan.milestones.size) return undefined;
  const lines: OutlineLine[] = [];
  // The last line of each level above and at the line at hand.
  const elder: OutlineLine[] = [];
  for (const line of before) {
    const { level, parent, hasChildren } = line;
    const { id } = line.item;
    const item = plan.tasks.get(id) ?? plan.milestones.get(id);
    if (!item || !hasSamePlace(line.item, item)) return undefined;
    const dates = schedule.datesOf(id);
    const isSame = item === line.item && dates === line.dates;
    const now = isSame ? line : { item, dates, level, parent, hasChildren };
    const last = elder[level];
    // A milestone and a task may stand side by side, each in an order of its own.
    const isSibling = last?.parent === parent && last.item.kind === item.kind;
    if (isSibling && bySiblingOrder(last, now) > 0) return undefined;
    elder[level] = now;
    lines.push(now);
  }
  return { lines, rowOf };
}

function hasSamePlace(a: Task | Milestone, b: Task | Milestone): boolean {
  if (a === b) return true;
  if (a.kind !== 'task' || b.kind !== 'task') return a.kind === b.kind;
  return a.parent === b.parent && a.milestone === b.milestone;
}

/**
 * The plan as people read it: milestones with their tasks, then the tasks without a milestone,
 * sub-tasks under their summary. Siblings stand by rank, then by start date, then by id. Tasks
 * whose parents form a circle hang at the top, so that nothing is hidden.
 */
export function computeOutline(plan: Plan, schedule: Schedule): PlanOutline {
  const place = (item: Task | Milestone): Placed => ({ item, dates: schedule.datesOf(item.id) });
  const children = groupChildren(plan, place);
  const lines: OutlineLine[] = [];
  const rowOf = new Map<string, number>();
  const visit = (roots: readonly Placed[]): void => {
    const stack = [{ placed: roots, level: 0, parent: -1, next: 0 }];
    for (let group = stack.at(-1); group; group = stack.at(-1)) {
      const placed = group.placed[group.next++];
      if (!placed) stack.pop();
      else if (!rowOf.has(placed.item.id)) {
        const { item, dates } = placed;
        const { level, parent } = group;
        const below = children.get(item.id);
        const row = lines.length;
        rowOf.set(item.id, row);
        // Spreading `placed` instead takes a hundred times as long.
        lines.push({ item, dates, level, parent, hasChildren: below !== undefined });
        if (below) stack.push({ placed: below, level: level + 1, parent: row, next: 0 });
      }
    }
  };
  visit([...plan.milestones.values()].map(place).sort(bySiblingOrder));
  visit(children.get('') ?? []);
  if (lines.length < plan.milestones.size + plan.tasks.size) {
    const unseen = [...plan.tasks.values()].filter(task => !rowOf.has(task.id));
    visit(unseen.map(place).sort(bySiblingOrder));
  }
  return { lines, rowOf };
}

type Placed = Pick<OutlineLine, 'item' | 'dates'>;

/** Tasks in order by what they hang under: a parent task, else a milestone, else nothing (`''`). */
function groupChildren(
  plan: Plan,
  place: (task: Task) => Placed,
): ReadonlyMap<string, readonly Placed[]> {
  const children = new Map<string, Placed[]>();
  for (const task of plan.tasks.values()) {
    const key =
      task.parent !== undefined && plan.tasks.has(task.parent)
        ? task.parent
        : task.milestone !== undefined && plan.milestones.has(task.milestone)
          ? task.milestone
          : '';
    const group = children.get(key);
    if (group) group.push(place(task));
    else children.set(key, [place(task)]);
  }
  for (const group of children.values()) group.sort(bySiblingOrder);
  return children;
}

function bySiblingOrder(a: Placed, b: Placed): number {
  return (
    compareNumber(a.item.rank, b.item.rank) ||
    compareNumber(a.dates?.start, b.dates?.start) ||
    compareText(a.item.id, b.item.id)
  );
}
