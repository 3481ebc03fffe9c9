import { formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { computeGoals, type GoalView, type PlanAt } from '../progress/computeGoals.ts';
import { computeIterations, type IterationsView } from '../progress/computeIterations.ts';
import { computeProgress } from '../progress/computeProgress.ts';
import { goalTrend, progressDays, progressSentences } from '../progress/progressWords.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { beginning } from './beginning.ts';
import type { ProgressPage, ProgressTable } from './progressPage.ts';

/** Longer lists are not read. */
const mostListed = 50;

/** Puts the progress of a plan into points, rows and words; `at` is the end of the day told of. */
export function computeProgressPage(
  plan: Plan,
  schedule: Schedule,
  {
    revision,
    at,
    past,
  }: {
    readonly revision: number;
    readonly at: Instant;
    /** What the goals of milestones stood at before. */
    readonly past: readonly PlanAt[];
  },
): ProgressPage {
  const scale = plan.project.durationScale;
  const progress = computeProgress(plan, schedule, at);
  const days = (minutes: number): string => progressDays(minutes, scale);
  const iterations = computeIterations(plan, schedule, at);
  const tables = [
    ...(iterations ? [iterationTable(iterations, days)] : []),
    goalTable(computeGoals(plan, past, at)),
  ];
  return {
    revision,
    sentences:
      progress.tasks === 0 ? ['The plan has no tasks'] : progressSentences(progress, scale),
    total: progress.minutes,
    perDay: scale.minutesPerDay,
    weeks: progress.weeks.map(({ firstDay, doneTasks, doneMinutes, leftMinutes, inWork }) => ({
      firstDay,
      doneTasks,
      doneMinutes,
      done: progress.minutes - leftMinutes,
      left: leftMinutes,
      inWork,
    })),
    ageing: progress.ageing.slice(0, mostListed).map(({ id, title, age }) => ({
      id,
      title: beginning(title),
      age: days(age),
      isLong: progress.cycle !== undefined && age > progress.cycle.most,
    })),
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function iterationTable(
  { iterations, velocity }: IterationsView,
  days: (minutes: number) => string,
): ProgressTable {
  const pace = velocity === undefined ? '' : `, velocity ${days(velocity)}`;
  return {
    title: `Iterations${pace}`,
    columns: ['iteration', 'from', 'to', 'done', 'work', 'planned', 'work'],
    rows: iterations.map(each => [
      String(each.number),
      formatDay(each.firstDay * minutesPerDay),
      formatDay(each.lastDay * minutesPerDay),
      String(each.doneTasks),
      days(each.doneMinutes),
      String(each.openTasks),
      days(each.openMinutes),
    ]),
  };
}

function goalTable(goals: readonly GoalView[]): ProgressTable {
  return {
    title: 'Goals of milestones',
    columns: ['milestone', 'measure', 'target', 'present', 'state', 'trend'],
    rows: goals.map(goal => [
      beginning(goal.title),
      beginning(goal.measure),
      beginning(goal.target ?? '–'),
      beginning(goal.present ?? '–'),
      goal.isMet === undefined ? '' : goal.isMet ? 'met' : 'not met',
      goalTrend(goal),
    ]),
  };
}
