import type { Plan } from './plan.ts';
import type { Person } from './project.ts';
import type { Task } from './task.ts';

/** Whether somebody is here, gives time and has the skills. */
export function canDo({ project }: Plan, task: Task, person: Person): boolean {
  if (!person.isActive || person.units <= 0) return false;
  if (task.skills) return task.skills.every(skill => person.skills.includes(skill));
  const present = task.assignees.flatMap(each => project.people.get(each.person)?.skills ?? []);
  return present.length === 0 || person.skills.some(skill => present.includes(skill));
}
