import { formatDependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { NetworkFrame } from './networkFrame.ts';
import { copyNodeTable, fillTask } from './nodeTable.ts';
import { isScheduledBack } from './projectStart.ts';

/**
 * The frame with some tasks told anew. Undefined where one of them stands in another place than
 * before, or where that cannot be known from the tasks alone; then the frame has to be built.
 */
export function updateFrame(
  frame: NetworkFrame,
  plan: Plan,
  changed: readonly { readonly before: Task; readonly after: Task }[],
): NetworkFrame | undefined {
  const { outline, calendars } = frame;
  // Problems of the structure name titles, and a share of a length hangs on another task.
  if (frame.problems.length > 0 || frame.hasSharesOfLengths) return undefined;
  const tasks = outline.tasks.slice();
  const table = copyNodeTable(frame.table);
  const isFromFinish = isScheduledBack(plan.project);
  for (const { before, after } of changed) {
    const node = outline.indexOf.get(after.id);
    if (!hasSamePlace(before, after)) return undefined;
    if (node === undefined) continue;
    if (outline.isSummary[node] === 1) return undefined;
    tasks[node] = after;
    fillTask(table, node, after, {
      project: plan.project,
      calendars,
      isSummary: false,
      isFromFinish,
    });
  }
  return { ...frame, outline: { ...outline, tasks }, table };
}

/** True when both hang, wait and work in the same way. */
function hasSamePlace(a: Task, b: Task): boolean {
  return (
    a.parent === b.parent &&
    a.milestone === b.milestone &&
    a.rank === b.rank &&
    (a.status === 'dropped') === (b.status === 'dropped') &&
    a.calendar === b.calendar &&
    a.keepsPeopleHours === b.keepsPeopleHours &&
    isSameList(a.assignees, b.assignees, ({ person }) => person) &&
    isSameList(a.dependsOn, b.dependsOn, formatDependency)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], textOf: (value: T) => string): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((value, i) => {
        const other = b[i];
        return other !== undefined && textOf(value) === textOf(other);
      }))
  );
}
