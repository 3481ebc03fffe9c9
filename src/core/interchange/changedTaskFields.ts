import { arePlainEqual } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import { formatDependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { Task, TaskStatus } from '../model/task.ts';
import { dependencyTexts } from './dependencyTexts.ts';
import type { ImportedTask } from './importedPlan.ts';
import { clearableFields, isSaid } from './keptFields.ts';
import { plainTask } from './plainItem.ts';

/** How references of an imported task are understood. */
export interface ReferenceContext {
  readonly idOf: ReadonlyMap<string, string>;
  /** What origins of the importing program begin with: `mspdi:`. */
  readonly program: string;
  readonly plan: Plan;
  /** The plan's own tasks as they would come back unchanged, by origin. */
  readonly echoes: ReadonlyMap<string, ImportedTask>;
  /** Tasks and milestones of the plan itself that have come back. */
  readonly ownIds: ReadonlySet<string>;
  /** Parents whose tasks keep their ranks, by origin and undefined for none. */
  readonly inOrder: ReadonlySet<string | undefined>;
}

/**
 * The fields of a known task that the import would set, or take out where undefined. What its echo
 * says too is as the plan has it, as far as the other program can tell.
 */
export function changedTaskFields(
  present: Task,
  imported: ImportedTask,
  ctx: ReferenceContext,
): ReadonlyMap<string, PlainValue | undefined> {
  const before = plainTask(present);
  const echo = ctx.echoes.get(imported.origin);
  const changed = new Map<string, PlainValue | undefined>();
  const title = echo?.title ?? present.title;
  if (title !== imported.title) changed.set('title', imported.title);
  for (const [field, value] of Object.entries(imported.fields)) {
    const isKept =
      field === 'rank'
        ? ctx.inOrder.has(imported.parent)
        : echo !== undefined && arePlainEqual(echo.fields[field] ?? null, value);
    // Tags are the plan's own once a task is there.
    if (isKept || field === 'tags') continue;
    const isOwnStage = isSameStage(present.status, value) || !isSaid(field, imported.fields);
    if (field === 'status' && isOwnStage) continue;
    if (!arePlainEqual(before[field] ?? null, value)) changed.set(field, value);
  }
  for (const field of clearableFields) {
    const known = (echo?.fields ?? before)[field];
    if (
      imported.fields[field] === undefined &&
      isSaid(field, imported.fields) &&
      known !== undefined &&
      before[field] !== undefined
    ) {
      changed.set(field, undefined);
    }
  }
  const isMoved = echo === undefined || echo.parent !== imported.parent;
  const parent = isMoved ? parentOf(present, imported, ctx) : present.parent;
  if (parent !== present.parent) changed.set('parent', parent);
  const isLinked = echo === undefined || !hasSameLinks(echo, imported, ctx);
  const dependsOn = isLinked ? dependenciesOf(present, imported, ctx) : undefined;
  if (dependsOn) changed.set('dependsOn', dependsOn.length === 0 ? undefined : dependsOn);
  return changed;
}

/** The other program knows no `review` or `blocked`: a task under way stays where the plan has it. */
function isSameStage(present: TaskStatus, imported: PlainValue): boolean {
  switch (present) {
    case 'blocked':
      return imported === 'todo' || imported === 'doing';
    case 'review':
      return imported === 'doing';
    case 'todo':
    case 'doing':
    case 'done':
    case 'dropped':
      return present === imported;
  }
}

/** A parent that the plan gave to an outermost task of the import stays. */
function parentOf(
  present: Task,
  imported: ImportedTask,
  ctx: ReferenceContext,
): string | undefined {
  if (imported.parent !== undefined) return ctx.idOf.get(imported.parent);
  return isFromImport(present.parent, ctx) ? undefined : present.parent;
}

/** Undefined when nothing changes. Dependencies on tasks that the import does not know stay. */
function dependenciesOf(
  present: Task,
  imported: ImportedTask,
  ctx: ReferenceContext,
): readonly string[] | undefined {
  const own = present.dependsOn
    .filter(({ predecessor }) => !isFromImport(predecessor, ctx))
    .map(formatDependency);
  const after = [...dependencyTexts(imported, ctx.idOf), ...own];
  const before = present.dependsOn.map(formatDependency);
  return arePlainEqual([...before].sort(), [...after].sort()) ? undefined : after;
}

function hasSameLinks(echo: ImportedTask, imported: ImportedTask, ctx: ReferenceContext): boolean {
  const [a, b] = [echo, imported].map(task => [...dependencyTexts(task, ctx.idOf)].sort());
  return arePlainEqual(a ?? [], b ?? []);
}

function isFromImport(
  id: string | undefined,
  { plan, program, ownIds }: ReferenceContext,
): boolean {
  if (id === undefined) return false;
  const origin = plan.tasks.get(id)?.origin;
  if (origin !== undefined) return origin.startsWith(program);
  return ownIds.has(id);
}
