import { tellAcceptance } from '../model/acceptance.ts';
import type { DurationScale } from '../model/duration.ts';
import { formatDay } from '../model/instant.ts';
import type { GoalView } from './computeGoals.ts';
import type { ProgressView } from './computeProgress.ts';

/** `closer: was 80 ms on 2026-03-02`: what a goal stood at before its last change; empty without one. */
export function goalTrend({ trend, values }: GoalView): string {
  const before = values.at(-2);
  if (!before) return '';
  const was = `was ${before.present} on ${formatDay(before.at)}`;
  return trend === undefined ? was : `${trend}: ${was}`;
}

/** `2.5d`: minutes as days of work. */
export function progressDays(minutes: number, { minutesPerDay }: DurationScale): string {
  return `${Number((minutes / minutesPerDay).toFixed(1))}d`;
}

/** What is done, the pace and how long tasks take; one sentence each, without its full stop. */
export function progressSentences(progress: ProgressView, scale: DurationScale): readonly string[] {
  const { cycle, weeksLeft, ageing, undated } = progress;
  const days = (minutes: number): string => progressDays(minutes, scale);
  const accepted = tellAcceptance(progress.acceptance);
  return [
    `${progress.doneTasks} of ${counted(progress.tasks)} done, ${days(progress.doneMinutes)} of ${days(progress.minutes)} of work; ${counted(ageing.length)} in work`,
    ...(accepted === undefined ? [] : [accepted]),
    ...(weeksLeft === undefined
      ? []
      : [
          `Pace of the last whole weeks: ${counted(Number(progress.throughput.toFixed(1)))} and ${days(progress.velocity)} a week, at which ${Number(weeksLeft.toFixed(1))} weeks are left`,
        ]),
    ...(cycle
      ? [
          `From start to finish half of the tasks took at most ${days(cycle.half)}, and 85% at most ${days(cycle.most)}`,
        ]
      : []),
    ...(undated.length > 0
      ? [
          `Of ${counted(undated.length)} that ${undated.length === 1 ? 'is' : 'are'} done nobody said when: ${undated.slice(0, 5).join(', ')}${undated.length > 5 ? ', …' : ''}`,
        ]
      : []),
  ];
}

function counted(tasks: number): string {
  return tasks === 1 ? '1 task' : `${tasks} tasks`;
}
