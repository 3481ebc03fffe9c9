import { formatDay, minutesPerDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { ProgressView } from '../core/progress/computeProgress.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { formatTable } from './textTable.ts';

const mostListed = 10;
const widestBar = 30;

/** Burn-down, pace, cycle time and what is in work, for people. */
export function progressText(plan: Plan, progress: ProgressView, { table }: CliContext): string {
  if (progress.tasks === 0) return 'The plan has no tasks\n';
  const { minutesPerDay: perDay } = plan.project.durationScale;
  const days = (minutes: number): string => `${Number((minutes / perDay).toFixed(1))}d`;
  const { cycle, weeksLeft, ageing, undated } = progress;
  const parts = [
    formatTable(
      progress.weeks,
      [
        { title: 'week of', text: ({ firstDay }) => formatDay(firstDay * minutesPerDay) },
        { title: 'done', text: ({ doneTasks }) => String(doneTasks), align: 'right' },
        { title: 'work', text: ({ doneMinutes }) => days(doneMinutes), align: 'right' },
        { title: 'left', text: ({ leftTasks }) => String(leftTasks), align: 'right' },
        { title: 'work left', text: ({ leftMinutes }) => days(leftMinutes), align: 'right' },
        {
          title: '',
          text: ({ leftMinutes }) =>
            '█'.repeat(Math.round((widestBar * leftMinutes) / Math.max(1, progress.minutes))),
        },
      ],
      table,
    ),
    formatTable(
      ageing.slice(0, mostListed),
      [
        { title: 'in work', text: ({ id }) => id },
        { title: 'title', text: ({ title }) => title, isFlexible: true },
        { title: 'for', text: ({ age }) => days(age), align: 'right' },
      ],
      table,
    ),
    [
      `${progress.doneTasks} of ${plural(progress.tasks, 'task')} done, ${days(progress.doneMinutes)} of ${days(progress.minutes)} of work; ${plural(ageing.length, 'task')} in work\n`,
      weeksLeft === undefined
        ? ''
        : `Pace of the last whole weeks: ${Number(progress.throughput.toFixed(1))} tasks and ${days(progress.velocity)} a week, at which ${Number(weeksLeft.toFixed(1))} weeks are left\n`,
      cycle
        ? `From start to finish half of the tasks took at most ${days(cycle.half)}, and 85% at most ${days(cycle.most)}\n`
        : '',
      undated.length > 0
        ? `Of ${plural(undated.length, 'task')} that ${undated.length === 1 ? 'is' : 'are'} done nobody said when: ${undated.slice(0, 5).join(', ')}${undated.length > 5 ? ', …' : ''}\n`
        : '',
    ].join(''),
  ];
  return parts.filter(part => part !== '').join('\n');
}
