import type { Plan } from '../model/plan.ts';
import { computeTaskWork } from '../schedule/taskWork.ts';

/** An item of a plan, or its project, that two versions have otherwise. */
export interface ChangedItem {
  readonly id: string;
  readonly title: string;
  /** `added`, `removed`, or the fields that changed. */
  readonly fields: readonly string[];
  /** Minutes by which its own work became longer; 0 for whatever is no work. */
  readonly longer: number;
  /** A plan with this item as it was, or with one field of it alone. */
  readonly putBack: (plan: Plan, field?: string) => Plan;
}

/** Everything that can move a forecast and differs, in the order of the ids. */
export function findChanges(before: Plan, after: Plan): readonly ChangedItem[] {
  const changes: ChangedItem[] = [];
  for (const kind of ['tasks', 'milestones', 'risks'] as const) {
    const [old, now] = [before[kind], after[kind]];
    for (const id of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
      const [was, is] = [old.get(id), now.get(id)];
      const fields = changedFields(was, is);
      if (fields.length === 0) continue;
      const title = (is ?? was)?.title ?? id;
      const longer = kind === 'tasks' ? workOf(after, id) - workOf(before, id) : 0;
      const putBack = (plan: Plan, field?: string): Plan => {
        const items = new Map<string, unknown>(plan[kind]);
        const now = plan[kind].get(id);
        if (was) items.set(id, field === undefined || !now ? was : withField(now, was, field));
        else items.delete(id);
        return { ...plan, [kind]: items };
      };
      changes.push({ id, title, fields, longer, putBack });
    }
  }
  const fields = changedFields(before.project, after.project);
  if (fields.length === 0) return changes;
  const putBack = (plan: Plan, field?: string): Plan => ({
    ...plan,
    project: field === undefined ? before.project : withField(plan.project, before.project, field),
  });
  return [...changes, { id: 'project', title: after.project.name, fields, longer: 0, putBack }];
}

/** An item with one field as it was in an earlier version. */
function withField<T extends object>(item: T, was: object, field: string): T {
  return { ...item, [field]: new Map<string, unknown>(Object.entries(was)).get(field) };
}

/** Minutes of the work of a task that are still to come. */
function workOf({ tasks, project }: Plan, id: string): number {
  const task = tasks.get(id);
  return task ? computeTaskWork(task, project).remaining : 0;
}

/** Fields that say nothing of when work is done. */
const idle = new Set([
  'title',
  'description',
  'code',
  'commits',
  'acceptance',
  'visibility',
  'views',
]);

function changedFields(was: object | undefined, is: object | undefined): readonly string[] {
  if (was === is) return [];
  if (!was || !is) return [is ? 'added' : 'removed'];
  const [old, now] = [fieldTexts(was), fieldTexts(is)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].filter(key => !idle.has(key) && old.get(key) !== now.get(key)).toSorted();
}

function fieldTexts(item: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(item).flatMap(([key, value]): readonly [string, string][] =>
      value === undefined ? [] : [[key, JSON.stringify(value, plainMaps)]],
    ),
  );
}

/** Maps have no JSON of their own. */
function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
