import type { Baseline } from '../model/baseline.ts';
import { formatDay, formatPlanDate, type Instant } from '../model/instant.ts';
import { tellMoney } from '../model/money.ts';
import type { Rates } from '../model/moneyRules.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import { personName } from '../model/personName.ts';
import { compareBaseline, type BaselineVariance } from '../money/compareBaseline.ts';
import { titleOf, type MovedDate, type MovedItem } from '../scenario/compareSchedules.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { movedBar, orderBars, type ComparisonBar } from './comparisonBars.ts';
import { counted, finishSentence, movedBy, movedDays } from './comparisonWords.ts';
import type { ComparisonSection, ComparisonText } from './tellComparison.ts';

/** A plan held against what was agreed. */
export interface ToldBaseline {
  readonly text: ComparisonText;
  readonly bars: readonly ComparisonBar[];
  readonly schedule: { readonly finish: MovedDate; readonly milestones: readonly MovedItem[] };
}

export interface BaselineOptions {
  /** The day by which planned values are compared. */
  readonly at: Instant;
  readonly rates: Rates;
}

/** Variance by milestone, task, person and in money, with all other baselines beside it. */
export function tellBaseline(
  plan: Plan,
  schedule: Schedule,
  { baseline, ...options }: BaselineOptions & { readonly baseline: Baseline },
): ToldBaseline {
  const variance = compareBaseline(plan, schedule, { baseline, ...options });
  const { milestones, tasks } = movedItems(plan, schedule, baseline);
  const agreed = [...baseline.items.values()];
  const finish: MovedDate = {
    before: Math.max(schedule.start, ...agreed.map(each => each.finish)),
    after: schedule.finish,
    minutes: variance.finish,
  };
  const sections = [
    movedSection('Milestones that moved', milestones, plan),
    movedSection('Tasks that moved', tasks, plan),
    idSection('Added since', variance.added, plan),
    idSection('No longer planned', variance.gone, plan),
    peopleSection(variance, plan),
    baselineSection(plan, schedule, options),
  ];
  const start = Math.min(...agreed.map(each => each.start));
  return {
    text: {
      sentences: sentencesOf(plan, variance, finish),
      sections: sections.filter(({ rows }) => rows.length > 0),
    },
    bars: orderBars(
      { before: agreed.length === 0 ? schedule.start : start, after: schedule.start, finish },
      [
        ...milestones.map(moved => movedBar(moved, true)),
        ...tasks.map(moved => movedBar(moved, false)),
      ],
    ),
    schedule: { finish, milestones },
  };
}

function movedItems(
  plan: Plan,
  schedule: Schedule,
  { items }: Baseline,
): { readonly milestones: readonly MovedItem[]; readonly tasks: readonly MovedItem[] } {
  const milestones: MovedItem[] = [];
  const tasks: MovedItem[] = [];
  const moved = (before: Instant, after: Instant): MovedDate => ({
    before,
    after,
    minutes: schedule.calendar.workBetween(before, after),
  });
  for (const [id, agreed] of items) {
    const dates = schedule.datesOf(id);
    if (!dates || dates.kind === 'summary') continue;
    if (dates.start === agreed.start && dates.finish === agreed.finish) continue;
    const item = {
      id,
      title: titleOf(plan, id),
      start: moved(agreed.start, dates.start),
      finish: moved(agreed.finish, dates.finish),
    };
    (dates.kind === 'milestone' ? milestones : tasks).push(item);
  }
  return { milestones, tasks };
}

function sentencesOf(
  plan: Plan,
  { reason, moved, people, plannedValue }: BaselineVariance,
  finish: MovedDate,
): readonly string[] {
  const late = moved.filter(each => each.finish > 0 && each.kind === 'task').length;
  const early = moved.filter(each => each.finish < 0 && each.kind === 'task').length;
  const amount = tellMoney({
    hundredths: Math.abs(plannedValue),
    currency: plan.project.currency,
  });
  const than = plannedValue > 0 ? 'less' : 'more';
  return [
    finishSentence(plan, finish),
    `${counted(late, 'task')} later than agreed, ${late === 0 && early === 0 ? 'and none earlier' : `${early} earlier`}`,
    ...(people.length === 0
      ? []
      : [`The work of ${counted(people.length, 'person').replace('persons', 'people')} moved`]),
    ...(plannedValue === 0
      ? []
      : [`By now ${amount} ${than} is planned to be spent than was agreed`]),
    ...(reason === undefined ? [] : [`It was taken because: ${reason}`]),
  ];
}

function movedSection(title: string, items: readonly MovedItem[], plan: Plan): ComparisonSection {
  const rows = [...items]
    .sort((a, b) => b.finish.minutes - a.finish.minutes)
    .map(({ id, title: name, start, finish }) => [
      id,
      name,
      ...movedDays(finish),
      movedBy(plan, finish.minutes || start.minutes),
    ]);
  return { title, columns: ['id', 'title', 'agreed finish', 'finish now', 'moved'], rows };
}

function idSection(title: string, ids: readonly string[], plan: Plan): ComparisonSection {
  const rows = ids.map(id => [id, itemOf(plan, id) ? titleOf(plan, id) : '']);
  return { title, columns: ['id', 'title'], rows };
}

function peopleSection({ people }: BaselineVariance, plan: Plan): ComparisonSection {
  return {
    title: 'Moved work of people',
    columns: ['person', 'tasks that moved', 'later', 'most'],
    rows: people.map(({ person, tasks, later, most }) => [
      personName(plan.project, person),
      String(tasks),
      String(later),
      most === 0 ? 'none later' : movedBy(plan, most),
    ]),
  };
}

/** All that was ever agreed, side by side; of one alone there is nothing to compare. */
function baselineSection(
  plan: Plan,
  schedule: Schedule,
  options: BaselineOptions,
): ComparisonSection {
  const all = plan.baselines.size < 2 ? [] : [...plan.baselines.values()];
  return {
    title: 'Baselines beside one another',
    columns: ['baseline', 'taken on', 'agreed finish', 'moved since', 'items that moved', 'reason'],
    rows: all.map(baseline => {
      const { finish, moved } = compareBaseline(plan, schedule, { baseline, ...options });
      const agreed = Math.max(
        schedule.start,
        ...[...baseline.items.values()].map(each => each.finish),
      );
      return [
        baseline.title ?? baseline.name,
        baseline.takenOn ? formatPlanDate(baseline.takenOn) : '',
        formatDay(agreed - 1),
        finish === 0 ? 'as agreed' : movedBy(plan, finish),
        String(moved.length),
        baseline.reason ?? '',
      ];
    }),
  };
}
