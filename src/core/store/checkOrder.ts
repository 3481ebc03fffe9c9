import { pathOfId } from '../model/ids.ts';
import type { DependencyType } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { placeFindings } from './placeFindings.ts';

/** Finds work that is further than what it depends on allows. */
export type OrderCheck = (
  plan: Plan,
  textOf: (path: string) => string | undefined,
) => readonly Problem[];

/**
 * [ACT-1] Real work is not moved by what it depends on, so that nothing but this says that the plan
 * and what happened are at odds. A check that keeps what it found while a task and its predecessors
 * are the same, because finding the place in a file costs more than all else.
 */
export function createOrderCheck(): OrderCheck {
  const found = new WeakMap<Task, Found>();
  return (plan, textOf) => {
    let summaries: ReadonlySet<string> | undefined;
    const problems: Problem[] = [];
    for (const task of plan.tasks.values()) {
      if (task.dependsOn.length === 0 || task.status === 'dropped' || !hasBegun(task)) continue;
      const findings = task.dependsOn.flatMap(({ predecessor, type }, place) => {
        const before = plan.tasks.get(predecessor);
        if (!before || !isAhead(task, before, type)) return [];
        summaries ??= summariesOf(plan);
        return summaries.has(predecessor) || summaries.has(task.id)
          ? []
          : [{ before, type, place }];
      });
      if (findings.length > 0) problems.push(...told(task, findings));
    }
    return problems;

    function told(task: Task, findings: readonly Finding[]): readonly Problem[] {
      const key = findings.map(({ before, type, place }) => `${place} ${type} ${before.id}`).join();
      const known = found.get(task);
      if (known?.key === key) return known.problems;
      const drafts = findings.map(finding => problemOf(task, finding));
      const text = textOf(pathOfId(task.id) ?? '');
      const problems = placeFindings(text, drafts);
      found.set(task, { key, problems });
      return problems;
    }
  };
}

interface Finding {
  readonly before: Task;
  readonly type: DependencyType;
  readonly place: number;
}

interface Found {
  readonly key: string;
  readonly problems: readonly Problem[];
}

function problemOf(task: Task, { before, type, place }: Finding): Problem {
  const did = isOfStart(type) ? 'has begun' : 'is done';
  const lacks = isAfterFinish(type) ? 'is not done' : 'has not begun';
  const advice =
    isDone(task) || type !== 'FS' ? '' : ', or make it SS where the two run side by side';
  const message = `${task.id} ${did} although ${before.id}, which it depends on, ${lacks}; correct what they say, or take the dependency out${advice}`;
  const file = pathOfId(task.id);
  const items = [task.id, before.id];
  return createProblem('progress-order', message, { file, field: ['dependsOn', place], items });
}

/** True where the one is further than the other lets it be. */
function isAhead(task: Task, before: Task, type: DependencyType): boolean {
  if (before.status === 'dropped' || before.id === task.id) return false;
  const isFurther = isOfStart(type) ? hasBegun(task) : isDone(task);
  return isFurther && !(isAfterFinish(type) ? isDone(before) : hasBegun(before));
}

/** The dependency holds the start of its successor. */
function isOfStart(type: DependencyType): boolean {
  return type === 'FS' || type === 'SS';
}

/** The dependency hangs on the finish of its predecessor. */
function isAfterFinish(type: DependencyType): boolean {
  return type === 'FS' || type === 'FF';
}

function hasBegun(task: Task): boolean {
  return task.started !== undefined || (task.progress ?? 0) > 0 || isDone(task);
}

function isDone({ status, finished, progress }: Task): boolean {
  return status === 'done' || finished !== undefined || progress === 1;
}

function summariesOf({ tasks }: Plan): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { parent } of tasks.values()) if (parent !== undefined) parents.add(parent);
  return parents;
}
