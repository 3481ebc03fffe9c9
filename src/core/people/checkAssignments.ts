import { missingSkills } from '../model/missingSkills.ts';
import { formatDay, minutesPerDay } from '../model/instant.ts';
import { personName } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Person } from '../model/project.ts';
import { isClosed, type Task } from '../model/task.ts';

/** What is odd about the people of a plan and what they are given, whenever it is to be done. */
export function checkAssignments(plan: Plan): readonly Problem[] {
  return [
    ...checkWork(plan),
    ...checkNames(plan),
    ...[...plan.project.people.values()].flatMap(checkLeave),
  ];
}

function checkWork(plan: Plan): readonly Problem[] {
  const { people } = plan.project;
  const skills = new Set([...people.values()].flatMap(person => person.skills));
  const found: Problem[] = [];
  for (const task of plan.tasks.values()) {
    if (isClosed(task)) continue;
    const place = { items: [task.id], field: ['assignees'] };
    for (const { person, units } of task.assignees) {
      const known = people.get(person);
      if (known && !known.isActive) {
        const message = `${known.name} has left, and "${task.title}" is still to be done by them; assign somebody else`;
        found.push(createProblem('person-left', message, place));
      } else if (known && known.units <= 0) {
        const message = `${known.name} gives the project no time, and "${task.title}" is to be done by them; raise units in the project file, or assign somebody else`;
        found.push(createProblem('person-no-time', message, place));
      } else if (units <= 0) {
        const message = `${personName(plan.project, person)} is given "${task.title}" with 0% of the time; write a share above it, or take them out`;
        found.push(createProblem('person-no-time', message, place));
      }
    }
    found.push(...checkSkills(plan, task, skills));
    for (const skill of task.skills ?? []) {
      if (skills.has(skill)) continue;
      const message = `Nobody has the skill "${skill}" that "${task.title}" needs; give it to somebody in the project file`;
      found.push(createProblem('skill-unknown', message, { items: [task.id], field: ['skills'] }));
    }
  }
  return found;
}

/** Skills that nobody at all has are told by themselves. */
function checkSkills(plan: Plan, task: Task, known: ReadonlySet<string>): readonly Problem[] {
  const missing = missingSkills(plan, task).filter(skill => known.has(skill));
  if (missing.length === 0) return [];
  const named = missing.map(skill => `"${skill}"`).join(' and ');
  const way = `gantry assign ${task.id} --whoever-can`;
  const place = { items: [task.id], field: ['assignees'] };
  if (task.assignees.length === 0) {
    const message = `"${task.title}" needs ${named}, and nobody does it; ${way}`;
    return [createProblem('skill-unassigned', message, place)];
  }
  const names = task.assignees.map(({ person }) => personName(plan.project, person));
  const who = `which ${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} not`;
  const message = `"${task.title}" needs ${named}, ${who}; ${way}, or give them the skill in the project file`;
  return [createProblem('skill-missing', message, place)];
}

function checkNames({ project }: Plan): readonly Problem[] {
  const byName = new Map<string, string>();
  const found: Problem[] = [];
  for (const { key, name } of project.people.values()) {
    const other = byName.get(name);
    byName.set(name, other ?? key);
    if (other === undefined) continue;
    const message = `${other} and ${key} are both called ${name}; add to the names what tells them apart`;
    found.push(createProblem('person-same-name', message, projectPlace(key, 'name')));
  }
  return found;
}

function checkLeave({ key, name, leave }: Person): readonly Problem[] {
  const sorted = leave
    .map((each, place) => ({ ...each, place }))
    .sort((a, b) => a.fromDay - b.fromDay || a.place - b.place);
  let last = -Infinity;
  const found: Problem[] = [];
  for (const { fromDay, toDay, place, repeats } of sorted) {
    if (repeats) continue;
    if (fromDay <= last) {
      const message = `The leave of ${name} from ${formatDay(fromDay * minutesPerDay)} overlaps with another; a day away counts once`;
      const at = { file: 'project.yaml', field: ['people', key, 'leave', place] };
      found.push(createProblem('leave-overlap', message, at));
    }
    last = Math.max(last, toDay);
  }
  return found;
}

/** Where a person stands in the project file. */
export function projectPlace(key: string, field?: string): { file: string; field: string[] } {
  const path = ['people', key, ...(field === undefined ? [] : [field])];
  return { file: 'project.yaml', field: path };
}
