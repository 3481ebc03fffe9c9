import { formatAssignment } from '../core/model/assignment.ts';
import { formatDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { NextTask } from '../core/views/computeNextTasks.ts';
import type { CliContext } from './cliCommand.ts';
import { lastDayText, workText } from './dateText.ts';
import { formatTable } from './textTable.ts';

/** The tasks that can be worked on, for people. */
export function nextText(
  tasks: readonly NextTask[],
  plan: Plan,
  { paint, table }: CliContext,
): string {
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
