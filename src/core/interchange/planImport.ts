import { ok, refused, type Result } from '../base/result.ts';
import type { Change, PlainValue } from '../model/change.ts';
import { newId } from '../model/ids.ts';
import { itemsOf, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { changedTaskFields, type ReferenceContext } from './changedTaskFields.ts';
import { dependencyTexts } from './dependencyTexts.ts';
import type { ImportedPlan, ImportedTask } from './importedPlan.ts';
import { planProjectImport } from './planProjectImport.ts';

/** Where an import goes. */
export interface ImportTarget {
  readonly plan: Plan;
  /** Ids that are taken although the plan does not show them. */
  readonly takenIds: ReadonlySet<string>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface ChangedItem {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
}

/** What an import would do, and the changes that do it. Nothing is ever removed by an import. */
export interface ImportOutcome {
  readonly changes: readonly Change[];
  readonly added: readonly { readonly id: string; readonly title: string }[];
  readonly changed: readonly ChangedItem[];
  /** Ids of tasks that the file says the same of as the plan. */
  readonly unchanged: readonly string[];
  /** Tasks that came from this program and are no longer in the file. */
  readonly missing: readonly { readonly id: string; readonly title: string }[];
  /** Fields of the project file that change, as dotted paths. */
  readonly projectFields: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Matches imported tasks with those of the plan by `origin`: new ones are added, known ones get
 * the fields that differ, and what the plan knows beyond the import stays as it is.
 */
export function planImport(
  imported: ImportedPlan,
  target: ImportTarget,
): Result<ImportOutcome, Problem> {
  const { plan } = target;
  const program = programOf(imported.origin);
  const known = new Map<string, Task>();
  for (const task of plan.tasks.values()) {
    if (task.origin?.startsWith(program)) known.set(task.origin, task);
  }
  const foreign = otherOrigin(imported, plan, known);
  if (foreign !== undefined) return refused(mixed(imported.origin, foreign));
  const idOf = drawIds(imported.tasks, known, target);
  const project = planProjectImport(imported, plan);
  const tasks = planTasks(imported, { known, idOf, program, plan });
  const missing = [...known.values()].filter(({ origin = '' }) => !idOf.has(origin));
  return ok({
    ...tasks,
    changes: [...project.changes, ...tasks.changes],
    missing: missing.map(({ id, title }) => ({ id, title })),
    projectFields: project.fields,
    problems: [...imported.problems, ...project.problems],
  });
}

interface TaskMatch extends ReferenceContext {
  /** The plan's tasks by origin. */
  readonly known: ReadonlyMap<string, Task>;
}

function planTasks(
  imported: ImportedPlan,
  match: TaskMatch,
): Pick<ImportOutcome, 'changes' | 'added' | 'changed' | 'unchanged'> {
  const added: { id: string; title: string }[] = [];
  const changed: ChangedItem[] = [];
  const unchanged: string[] = [];
  const changes: Change[] = [];
  for (const task of imported.tasks) {
    const id = match.idOf.get(task.origin) ?? '';
    const present = match.known.get(task.origin);
    if (!present) {
      added.push({ id, title: task.title });
      changes.push({ kind: 'add', id, fields: newFields(task, match.idOf) });
      continue;
    }
    const fields = changedTaskFields(present, task, match);
    if (fields.size === 0) unchanged.push(id);
    else changed.push({ id, title: task.title, fields: [...fields.keys()] });
    for (const [field, value] of fields) changes.push({ kind: 'set', id, field: [field], value });
  }
  return { changes, added, changed, unchanged };
}

/** `mspdi:` of `mspdi:Bridge`. */
function programOf(origin: string): string {
  return origin.slice(0, origin.indexOf(':') + 1);
}

/** The origin of another project of the same program whose tasks an import would overwrite. */
function otherOrigin(
  imported: ImportedPlan,
  plan: Plan,
  known: ReadonlyMap<string, Task>,
): string | undefined {
  const { origin } = plan.project;
  if (origin === undefined || origin === imported.origin) return undefined;
  if (!origin.startsWith(programOf(imported.origin))) return undefined;
  return imported.tasks.some(task => known.has(task.origin)) ? origin : undefined;
}

function mixed(origin: string, present: string): Problem {
  return createProblem(
    'command-refused',
    `The plan was imported from ${present} and its tasks would be overwritten by ${origin}; import it into a folder of its own, or set origin in project.yaml to ${origin} if it is the same project under another name`,
    { file: 'project.yaml', field: ['origin'] },
  );
}

function drawIds(
  tasks: readonly ImportedTask[],
  known: ReadonlyMap<string, Task>,
  { plan, takenIds, random }: ImportTarget,
): ReadonlyMap<string, string> {
  const taken = new Set(takenIds);
  for (const item of itemsOf(plan)) taken.add(item.id);
  const idOf = new Map<string, string>();
  for (const { origin } of tasks) {
    const id = known.get(origin)?.id ?? newId('task', taken, random);
    taken.add(id);
    idOf.set(origin, id);
  }
  return idOf;
}

function newFields(
  task: ImportedTask,
  idOf: ReadonlyMap<string, string>,
): Readonly<Record<string, PlainValue>> {
  const parent = task.parent === undefined ? undefined : idOf.get(task.parent);
  const dependsOn = dependencyTexts(task, idOf);
  return {
    title: task.title,
    ...task.fields,
    ...(parent === undefined ? {} : { parent }),
    ...(dependsOn.length === 0 ? {} : { dependsOn }),
    origin: task.origin,
  };
}
