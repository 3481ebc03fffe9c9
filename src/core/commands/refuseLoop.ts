import type { PlainValue } from '../model/change.ts';
import { parseDependency, type Dependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { FieldPath, Problem } from '../model/problem.ts';
import { circleProblem, findNewLoop, type LinkedTask } from '../schedule/loopOfLinks.ts';

/** A field by its path, and what it is to hold; undefined takes it out. */
interface FieldValue {
  readonly field: FieldPath;
  readonly value: PlainValue | undefined;
}

/** Fields that say what a task waits for, or what it is part of. */
const linkingFields: ReadonlySet<unknown> = new Set(['dependsOn', 'parent', 'milestone']);

/**
 * Why a task may not be given these fields: it would wait for itself, right away or through others.
 * Undefined when it may. A circle that was there before is no reason.
 */
export function refuseLoop(
  plan: Plan,
  id: string,
  fields: readonly FieldValue[],
): Problem | undefined {
  if (!fields.some(({ field: [first] }) => linkingFields.has(first))) return undefined;
  const before: LinkedTask = plan.tasks.get(id) ?? { id, dependsOn: [] };
  const after = fields.reduce(withField, before);
  const tasks = new Map<string, LinkedTask>(plan.tasks).set(id, after);
  const loop = findNewLoop(plan, { tasks }, id);
  return loop && circleProblem(id, loop);
}

function withField(task: LinkedTask, { field: [name, place], value }: FieldValue): LinkedTask {
  if (name === 'parent' || name === 'milestone') {
    return { ...task, [name]: typeof value === 'string' ? value.trim() : undefined };
  }
  if (name !== 'dependsOn') return task;
  if (typeof place !== 'number') return { ...task, dependsOn: readLinks(value) };
  return { ...task, dependsOn: task.dependsOn.toSpliced(place, 1, ...readLinks(value)) };
}

function readLinks(value: PlainValue | undefined): readonly Pick<Dependency, 'predecessor'>[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.flatMap(text => (typeof text === 'string' ? (parseDependency(text) ?? []) : []));
}
