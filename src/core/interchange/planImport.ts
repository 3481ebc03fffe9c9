import { ok, refused, type Result } from '../base/result.ts';
import type { Change, PlainValue } from '../model/change.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ChangedItem } from './changedMilestones.ts';
import { changedTaskFields, type ReferenceContext } from './changedTaskFields.ts';
import { dependencyTexts } from './dependencyTexts.ts';
import { drawIds } from './drawIds.ts';
import { changedMilestones } from './changedMilestones.ts';
import type { ImportedPlan, ImportedTask } from './importedPlan.ts';
import { parentsInOrder } from './keptOrder.ts';
import type { PlanEcho } from './planEcho.ts';
import { tellKeptAndLost } from './lostByImport.ts';
import { programOf, refuseOverwriting } from './overwrittenProject.ts';
import { findOverwritten, type OverwrittenValue } from './overwrittenValues.ts';
import { plainTask } from './plainItem.ts';
import { planBaselines } from './planBaselines.ts';
import { planProjectImport } from './planProjectImport.ts';

/** Where an import goes. */
export interface ImportTarget {
  readonly plan: Plan;
  /** Ids that are taken although the plan does not show them. */
  readonly takenIds: ReadonlySet<string>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Of the plan in the program that the import comes from, to find what went there and came back. */
  readonly echo?: PlanEcho | undefined;
  /** The file is taken for the plan's own project, whatever its tasks are called. */
  readonly isSameProject?: boolean;
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
  /** The names of baselines that are new or stand otherwise now. */
  readonly baselines: readonly string[];
  /** Fields of the project file that change, as dotted paths. */
  readonly projectFields: readonly string[];
  /** What the plan has and loses, of tasks, milestones and the project. */
  readonly overwritten: readonly OverwrittenValue[];
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
  const own = findOwn(imported, target);
  for (const [origin, task] of own.tasks) known.set(origin, task);
  const overwriting = target.isSameProject !== true && refuseOverwriting(imported, plan, known);
  if (overwriting) return refused(overwriting);
  const others = imported.tasks.filter(({ origin }) => !own.milestones.has(origin));
  const idOf = new Map([
    ...drawIds(others, known, target),
    ...Array.from(own.milestones, ([origin, { id }]) => [origin, id] as const),
  ]);
  const isOwn = own.tasks.size > 0;
  const project = planProjectImport(imported, { plan, isOwn, echo: target.echo });
  const echoes = new Map(target.echo?.imported.tasks.map(task => [task.origin, task]));
  const ownIds = new Set([...own.tasks.values(), ...own.milestones.values()].map(({ id }) => id));
  const inOrder = parentsInOrder(others, echoes);
  const tasks = planTasks(others, { known, idOf, program, plan, echoes, ownIds, inOrder });
  const milestones = changedMilestones(imported, own.milestones, echoes);
  const baselines = planBaselines(imported.baselines, { plan, idOf, echo: target.echo });
  const missing = [...known].filter(([origin]) => !idOf.has(origin));
  return ok({
    ...tasks,
    changes: [...project.changes, ...tasks.changes, ...milestones.changes, ...baselines.changes],
    changed: [...tasks.changed, ...milestones.changed],
    unchanged: [...tasks.unchanged, ...milestones.unchanged],
    missing: missing.map(([, { id, title }]) => ({ id, title })),
    baselines: baselines.names,
    projectFields: project.fields,
    overwritten: [
      ...project.overwritten,
      ...tasks.overwritten,
      ...milestones.overwritten,
      ...baselines.overwritten,
    ],
    problems: [
      ...imported.problems,
      ...project.problems,
      ...tellKeptAndLost(others, { known, echoes, changed: tasks.changed }),
    ],
  });
}

/** Items of the plan that were never imported, by the origin under which they come back. */
interface OwnItems {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly milestones: ReadonlyMap<string, Milestone>;
}

/** None when nothing in the file has come from this plan. */
function findOwn({ tasks }: ImportedPlan, { plan, echo }: ImportTarget): OwnItems {
  const own = { tasks: new Map<string, Task>(), milestones: new Map<string, Milestone>() };
  const isBack = tasks.some(({ origin }) => {
    const id = echo?.idOf.get(origin);
    return id !== undefined && plan.tasks.get(id)?.origin === undefined;
  });
  for (const [origin, id] of (isBack && echo?.idOf) || []) {
    const task = plan.tasks.get(id);
    const milestone = plan.milestones.get(id);
    if (task && task.origin === undefined) own.tasks.set(origin, task);
    if (milestone) own.milestones.set(origin, milestone);
  }
  return own;
}

interface TaskMatch extends ReferenceContext {
  /** The plan's tasks by origin. */
  readonly known: ReadonlyMap<string, Task>;
}

function planTasks(
  imported: readonly ImportedTask[],
  match: TaskMatch,
): Pick<ImportOutcome, 'changes' | 'added' | 'changed' | 'unchanged' | 'overwritten'> {
  const overwritten: OverwrittenValue[] = [];
  const added: { id: string; title: string }[] = [];
  const changed: ChangedItem[] = [];
  const unchanged: string[] = [];
  const changes: Change[] = [];
  for (const task of imported) {
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
    const before = plainTask(present);
    for (const [field, value] of fields) {
      changes.push({ kind: 'set', id, field: [field], value });
      const lost = findOverwritten(id, field, { before: before[field], after: value });
      if (lost) overwritten.push(lost);
    }
  }
  return { changes, added, changed, unchanged, overwritten };
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
