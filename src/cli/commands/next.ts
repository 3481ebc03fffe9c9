import { ok } from '../../core/base/result.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { formatAssignment } from '../../core/model/assignment.ts';
import { formatDay } from '../../core/model/instant.ts';
import type { Plan } from '../../core/model/plan.ts';
import { createProblem } from '../../core/model/problem.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { computeNextTasks, type NextTask } from '../../core/views/computeNextTasks.ts';
import { errorsOf } from '../brokenFiles.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { lastDayText, workText } from '../dateText.ts';
import { readPlan } from '../openPlan.ts';
import { formatTable } from '../textTable.ts';

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
    return cannotRun(createProblem('person-unknown', message), folder);
  }
  const tasks = computeNextTasks(plan, computeSchedule(plan), person);
  return ok({
    kind: 'next',
    data: { tasks: tasks.map(taskData) },
    text: ctx.format === 'text' ? nextText(tasks, plan, ctx) : '',
    problems: errorsOf(snapshot.problems),
    folder,
  });
}

/** Listed in the project file, or on a task without being listed. */
function isKnownPerson(plan: Plan, person: string): boolean {
  if (plan.project.people.has(person)) return true;
  return [...plan.tasks.values()].some(task => task.assignees.some(each => each.person === person));
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

function nextText(tasks: readonly NextTask[], plan: Plan, { paint, table }: CliContext): string {
  if (tasks.length === 0) return 'Nothing can begin now\n';
  const scale = plan.project.durationScale;
  return formatTable(
    tasks,
    [
      { title: 'id', text: ({ task }) => task.id },
      { title: 'title', text: ({ task }) => task.title, isFlexible: true },
      { title: 'status', text: ({ task }) => task.status },
      { title: 'priority', text: ({ task }) => task.priority ?? '' },
      { title: 'start', text: ({ dates }) => (dates ? formatDay(dates.start) : '-') },
      {
        title: 'finish',
        text: ({ dates }) => (dates ? lastDayText(dates.start, dates.finish) : '-'),
      },
      {
        title: 'float',
        text: ({ dates }) => (dates ? workText(dates.totalFloat, scale) : ''),
        align: 'right',
        paint: (text, { dates }) => (dates?.isCritical ? paint.yellow(text) : text),
      },
      { title: 'people', text: ({ task }) => task.assignees.map(formatAssignment).join(', ') },
    ],
    table,
  );
}
