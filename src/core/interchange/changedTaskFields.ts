import { arePlainEqual } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import { formatDependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { Task, TaskStatus } from '../model/task.ts';
import { dependencyTexts } from './dependencyTexts.ts';
import type { ImportedTask } from './importedPlan.ts';
import { plainTask } from './plainItem.ts';

/** How references of an imported task are understood. */
export interface ReferenceContext {
  readonly idOf: ReadonlyMap<string, string>;
  /** What origins of the importing program begin with: `mspdi:`. */
  readonly program: string;
  readonly plan: Plan;
}

/** Fields that mean something by being absent; others that the import leaves out are kept. */
const clearable = [
  'duration',
  'split',
  'calendar',
  'keepsPeopleHours',
  'constraint',
  'pinned',
  'deadline',
  'started',
  'finished',
  'progress',
  'remaining',
] as const;

/** The fields of a known task that the import would set, or take out where undefined. */
export function changedTaskFields(
  present: Task,
  imported: ImportedTask,
  ctx: ReferenceContext,
): ReadonlyMap<string, PlainValue | undefined> {
  const before = plainTask(present);
  const changed = new Map<string, PlainValue | undefined>();
  if (present.title !== imported.title) changed.set('title', imported.title);
  for (const [field, value] of Object.entries(imported.fields)) {
    if (field === 'status' && isSameStage(present.status, value)) continue;
    if (!arePlainEqual(before[field] ?? null, value)) changed.set(field, value);
  }
  for (const field of clearable) {
    if (imported.fields[field] === undefined && before[field] !== undefined) {
      changed.set(field, undefined);
    }
  }
  const parent = parentOf(present, imported, ctx);
  if (parent !== present.parent) changed.set('parent', parent);
  const dependsOn = dependenciesOf(present, imported, ctx);
  if (dependsOn !== undefined) changed.set('dependsOn', dependsOn);
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

function isFromImport(id: string | undefined, { plan, program }: ReferenceContext): boolean {
  return id !== undefined && (plan.tasks.get(id)?.origin?.startsWith(program) ?? false);
}
