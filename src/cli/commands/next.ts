import { ok } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { formatAssignment } from '../../core/model/assignment.ts';
import type { Plan } from '../../core/model/plan.ts';
import { createProblem } from '../../core/model/problem.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { tellInWorkingTime } from '../../core/schedule/tellInWorkingTime.ts';
import { computeNextTasks, type NextTask } from '../../core/views/computeNextTasks.ts';
import { errorsOf } from '../brokenFiles.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { nextText } from '../nextText.ts';
import { readPlan, todayOf } from '../openPlan.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0) return misused('Name a person with --for: gantry next --for ada');
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const person = values['for'];
  if (person !== undefined && !isKnownPerson(plan, person)) {
    const known = [...plan.project.people.keys()].join(', ') || 'nobody yet';
    const message = `Nobody is called ${person} here; project.yaml names ${known}`;
    return cannotRun({ ...createProblem('person-unknown', message), severity: 'error' }, folder);
  }
  const schedule = computeSchedule(plan, { today: todayOf(ctx) });
  const tasks = computeNextTasks(plan, schedule, person);
  return ok({
    kind: 'next',
    data: { tasks: tasks.map(task => taskData(task)) },
    text: ctx.format === 'text' ? nextText(inWorkingTime(tasks, schedule), plan, ctx) : '',
    problems: errorsOf(snapshot.problems),
    folder,
  });
}

/** Listed in the project file, or on a task without being listed. */
function isKnownPerson(plan: Plan, person: string): boolean {
  if (plan.project.people.has(person)) return true;
  return [...plan.tasks.values()].some(task => task.assignees.some(each => each.person === person));
}

function inWorkingTime(tasks: readonly NextTask[], { calendar }: Schedule): readonly NextTask[] {
  return tasks.map(({ task, dates }) => ({
    task,
    dates: dates && tellInWorkingTime(dates, calendar),
  }));
}

function taskData({ task, dates }: NextTask): object {
  const { id, title, status, priority = null, milestone = null } = task;
  return {
    id,
    title,
    status,
    priority,
    milestone,
    assignees: task.assignees.map(formatAssignment),
    ...(dates ? plainDates(dates) : {}),
  };
}
