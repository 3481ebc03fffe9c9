import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ChangedItem } from './changedMilestones.ts';
import type { ImportedTask } from './importedPlan.ts';
import { keptFields } from './keptFields.ts';
import { plainTask } from './plainItem.ts';

/** How many tasks are named one by one. */
const mostNamed = 3;

/** What an import meets in the plan. */
interface MetTasks {
  /** The plan's tasks by origin. */
  readonly known: ReadonlyMap<string, Task>;
  /** The same as they would come back unchanged. */
  readonly echoes: ReadonlyMap<string, ImportedTask>;
  readonly changed: readonly ChangedItem[];
}

/** Fields of a task that say how far it is. */
const progressFields = ['status', 'started', 'finished', 'progress', 'remaining'];

/**
 * What somebody who imports a file should know of the tasks that the plan has: that progress is
 * taken back, as by an older file, and that values stay which the file does not have.
 */
export function tellKeptAndLost(
  imported: readonly ImportedTask[],
  { known, echoes, changed }: MetTasks,
): readonly Problem[] {
  const met = imported.flatMap(task => {
    const present = known.get(task.origin);
    if (!present) return [];
    const sent = echoes.get(task.origin)?.fields ?? plainTask(present);
    return [{ present, fields: task.fields, stays: keptFields(sent, task.fields) }];
  });
  const moved = new Set(
    changed
      .filter(({ fields }) => fields.some(field => progressFields.includes(field)))
      .map(({ id }) => id),
  );
  const reset = met.filter(
    ({ present, fields }) => moved.has(present.id) && isTakenBack(present, fields),
  );
  const staying = met.filter(({ stays }) => stays.length > 0);
  const names = [...new Set(staying.flatMap(({ stays }) => stays))].join(', ');
  const kept = met.filter(
    ({ present, fields }) =>
      present.description !== undefined && fields['description'] === undefined,
  );
  return [
    ...told(
      reset,
      count =>
        `${count === 1 ? '1 task is' : `${count} tasks are`} further in the plan than in the file, which the plan follows all the same`,
    ),
    ...told(
      staying,
      count =>
        `${count === 1 ? '1 task has' : `${count} tasks have`} values that the file has none of (${names}), and ${count === 1 ? 'keeps' : 'keep'} them`,
    ),
    ...told(
      kept,
      count =>
        `${count === 1 ? '1 task has a description' : `${count} tasks have descriptions`} and no notes in the file, and ${count === 1 ? 'keeps it' : 'keep them'}`,
    ),
  ];
}

/** True where the plan says that a task was begun or done and the file does not. */
function isTakenBack(present: Task, fields: ImportedTask['fields']): boolean {
  const { status } = fields;
  if (status === 'done' || status === 'dropped') return false;
  if (present.status === 'done') return true;
  if (present.started !== undefined && fields['started'] === undefined) return true;
  if (fields['remaining'] !== undefined) return false;
  const { progress } = fields;
  const share = typeof progress === 'string' ? Number.parseFloat(progress) / 100 : 0;
  return (present.progress ?? 0) > share;
}

function told(
  tasks: readonly { readonly present: Task }[],
  sentence: (count: number) => string,
): readonly Problem[] {
  if (tasks.length === 0) return [];
  const ids = tasks.map(({ present }) => present.id);
  const shown = ids.slice(0, mostNamed).join(', ');
  const rest = ids.length - mostNamed;
  const list = rest > 0 ? `${shown} and ${rest} more` : shown;
  return [createProblem('import-partial', `${sentence(ids.length)}: ${list}`, { items: [...ids] })];
}
