import type { Plan } from './plan.ts';
import type { Task } from './task.ts';

/** The skills that a task needs and that none of its people has: all of them where it has nobody. */
export function missingSkills({ project }: Plan, task: Task): readonly string[] {
  if (!task.skills) return [];
  const present = new Set(
    task.assignees.flatMap(({ person }) => project.people.get(person)?.skills ?? []),
  );
  return task.skills.filter(skill => !present.has(skill));
}
