import { formatDay, minutesPerDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { ProgressView } from '../core/progress/computeProgress.ts';
import { progressDays, progressSentences } from '../core/progress/progressWords.ts';
import type { CliContext } from './cliCommand.ts';
import { formatTable } from './textTable.ts';

const mostListed = 10;
const widestBar = 30;

/** Burn-down, pace, cycle time and what is in work, for people. */
export function progressText(plan: Plan, progress: ProgressView, { table }: CliContext): string {
  if (progress.tasks === 0) return 'The plan has no tasks\n';
  const scale = plan.project.durationScale;
  const days = (minutes: number): string => progressDays(minutes, scale);
  const parts = [
    formatTable(
      progress.weeks,
      [
        { title: 'week of', text: ({ firstDay }) => formatDay(firstDay * minutesPerDay) },
        { title: 'done', text: ({ doneTasks }) => String(doneTasks), align: 'right' },
        { title: 'work', text: ({ doneMinutes }) => days(doneMinutes), align: 'right' },
        { title: 'left', text: ({ leftTasks }) => String(leftTasks), align: 'right' },
        { title: 'work left', text: ({ leftMinutes }) => days(leftMinutes), align: 'right' },
        { title: 'in work', text: ({ inWork }) => String(inWork), align: 'right' },
        {
          title: '',
          text: ({ leftMinutes }) =>
            '█'.repeat(Math.round((widestBar * leftMinutes) / Math.max(1, progress.minutes))),
        },
      ],
      table,
    ),
    formatTable(
      progress.ageing.slice(0, mostListed),
      [
        { title: 'in work', text: ({ id }) => id },
        { title: 'title', text: ({ title }) => title, isFlexible: true },
        { title: 'for', text: ({ age }) => days(age), align: 'right' },
      ],
      table,
    ),
    progressSentences(progress, scale)
      .map(sentence => `${sentence}\n`)
      .join(''),
  ];
  return parts.filter(part => part !== '').join('\n');
}
