import { formatDay, minutesPerDay } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { checkAssignments, projectPlace } from './checkAssignments.ts';
import { computeLoad, type LoadView } from './computeLoad.ts';

/** The same, where nobody has counted the load yet. */
export function findPeopleProblems(plan: Plan, schedule: Schedule): readonly Problem[] {
  return checkPeople(plan, computeLoad(plan, schedule));
}

/** What is odd about the people of a plan and the work that they are given. */
export function checkPeople(plan: Plan, load: LoadView): readonly Problem[] {
  return [...checkAssignments(plan), ...checkLoad(plan, load)];
}

/** Who gives no time at all is told of by each task. */
function checkLoad({ project }: Plan, { people }: LoadView): readonly Problem[] {
  return people.flatMap(({ person, name, overloads }) => {
    const [first] = overloads;
    if (!first || project.people.get(person)?.units === 0) return [];
    const times = overloads.length === 1 ? '' : `, and ${overloads.length - 1} more times`;
    const message = `${name} has more work than time from ${formatDay(first.firstDay * minutesPerDay)} to ${formatDay(first.lastDay * minutesPerDay)}${times}; gantry people tells the ways out`;
    return [createProblem('person-overloaded', message, projectPlace(person))];
  });
}
