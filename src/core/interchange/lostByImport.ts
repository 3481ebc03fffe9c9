import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ImportedTask } from './importedPlan.ts';

/** How many tasks are named one by one. */
const mostNamed = 3;

/**
 * What somebody who imports a file should know of the tasks that the plan has: that progress is
 * taken back, as by an older file, and that descriptions stay which the file does not have.
 *
 * @param known the plan's tasks by origin
 * @param changed the ids of those that the import changes
 */
export function tellKeptAndLost(
  imported: readonly ImportedTask[],
  known: ReadonlyMap<string, Task>,
  changed: ReadonlySet<string>,
): readonly Problem[] {
  const met = imported.flatMap(task => {
    const present = known.get(task.origin);
    return present ? [{ present, fields: task.fields }] : [];
  });
  const reset = met.filter(
    ({ present, fields }) => changed.has(present.id) && isTakenBack(present, fields),
  );
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
