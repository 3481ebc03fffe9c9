import { formatDay, minutesPerDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { GoalView } from '../core/progress/computeGoals.ts';
import type { Iteration, IterationsView } from '../core/progress/computeIterations.ts';
import type { ProgressView } from '../core/progress/computeProgress.ts';
import { goalTrend } from '../core/progress/progressWords.ts';
import type { CliContext } from './cliCommand.ts';
import { progressText } from './progressText.ts';
import { formatTable } from './textTable.ts';

interface Told {
  readonly plan: Plan;
  readonly progress: ProgressView;
  readonly iterations: IterationsView | undefined;
  readonly goals: readonly GoalView[];
}

/** Progress week by week, then by iteration, then what the milestones are measured by. */
export function tellProgress({ plan, progress, iterations, goals }: Told, ctx: CliContext): string {
  const parts = [
    progressText(plan, progress, ctx),
    iterations ? iterationsText(plan, iterations, ctx) : '',
    goals.length > 0 ? goalsTable(goals, ctx) : '',
  ];
  return parts.filter(part => part !== '').join('\n');
}

function iterationsText(
  { project }: Plan,
  { iterations, present, velocity, left }: IterationsView,
  { table }: CliContext,
): string {
  const { minutesPerDay: perDay } = project.durationScale;
  const days = (minutes: number): string => `${Number((minutes / perDay).toFixed(1))}d`;
  const now = present === undefined ? undefined : iterations[present];
  const chart = formatTable(
    iterations,
    [
      { title: 'iteration', text: ({ number }) => String(number), align: 'right' },
      { title: 'from', text: ({ firstDay }) => formatDay(firstDay * minutesPerDay) },
      { title: 'to', text: ({ lastDay }) => formatDay(lastDay * minutesPerDay) },
      { title: 'done', text: ({ doneTasks }) => String(doneTasks), align: 'right' },
      { title: 'work', text: ({ doneMinutes }) => days(doneMinutes), align: 'right' },
      {
        title: 'to do',
        text: each => (isOpen(each, now) ? String(each.openTasks) : ''),
        align: 'right',
      },
      {
        title: 'work',
        text: each => (isOpen(each, now) ? days(each.openMinutes) : ''),
        align: 'right',
      },
    ],
    table,
  );
  const pace =
    velocity === undefined
      ? 'No iteration is over yet, so there is no velocity\n'
      : `Velocity: ${days(velocity)} of work an iteration${left === undefined ? '' : `, at which ${Number(left.toFixed(1))} iterations are left`}\n`;
  return `${chart}\n${pace}`;
}

/** Of an iteration that is over there is nothing to do any more. */
function isOpen({ number }: Iteration, now: Iteration | undefined): boolean {
  return number >= (now?.number ?? 0);
}

function goalsTable(goals: readonly GoalView[], { table }: CliContext): string {
  return formatTable(
    goals,
    [
      { title: 'goal of', text: ({ milestone }) => milestone },
      { title: 'measure', text: ({ measure }) => measure, isFlexible: true },
      { title: 'target', text: ({ target = '–' }) => target },
      { title: 'present', text: ({ present = '–' }) => present },
      { title: '', text: ({ isMet }) => (isMet === undefined ? '' : isMet ? 'met' : 'not met') },
      { title: 'trend', text: goalTrend },
    ],
    table,
  );
}

export function iterationsData({ iterations, present, velocity, left }: IterationsView): object {
  return {
    iterations: iterations.map(({ firstDay, lastDay, ...rest }) => ({
      from: formatDay(firstDay * minutesPerDay),
      to: formatDay(lastDay * minutesPerDay),
      ...rest,
    })),
    present: present ?? null,
    velocity: velocity ?? null,
    left: left ?? null,
  };
}

export function goalData({ values, target, present, isMet, trend, ...goal }: GoalView): object {
  return {
    ...goal,
    target: target ?? null,
    present: present ?? null,
    met: isMet ?? null,
    trend: trend ?? null,
    values: values.map(({ at, present: value }) => ({ on: formatDay(at), present: value })),
  };
}
