import { countAcceptance, tellAcceptance } from '../model/acceptance.ts';
import { formatDay } from '../model/instant.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import { plannedWork } from '../model/plannedWork.ts';
import type { Task, Visibility } from '../model/task.ts';
import { isPromiseMissed } from '../schedule/promises.ts';
import { chooseDates } from './chooseDates.ts';
import { judgeMoney, judgePeople, judgeRisks, judgeTime } from './judgePlan.ts';
import type { ReportInput } from './reportInput.ts';
import { lights, type Audience, type Judgement, type Report, type ReportBar } from './report.ts';
import { shortenReport } from './shortenReport.ts';
import { celebrate, computeSections } from './reportSections.ts';

/** What the audiences are told of, beside time. */
const tellsMoney: ReadonlySet<Audience> = new Set<Audience>(['management', 'steering']);
const tellsPeople: ReadonlySet<Audience> = new Set<Audience>(['team', 'management']);

/** More bars make no better picture. */
const mostBars = 24;

/**
 * A report for one audience. A customer is shown nothing that is internal, no money, no names and
 * only the risks and decisions that are public. The same plan and day give the same report.
 */
export function computeReport(given: ReportInput): Report {
  const { audience, at, basis } = given;
  const plan = audience === 'customer' ? withoutInternal(given.plan) : given.plan;
  const input = { ...given, plan, money: tellsMoney.has(audience) ? given.money : undefined };
  const risks = [...plan.risks.values()];
  const judgements = [
    judgeTime(input),
    judgeMoney(input),
    audience === 'customer' && risks.length === 0 ? undefined : judgeRisks(input, risks),
    tellsPeople.has(audience) ? judgePeople(input.load) : undefined,
  ].filter(judgement => judgement !== undefined);
  const light = worstOf(judgements);
  const work = plannedWork(given.plan).filter(({ id }) => plan.tasks.has(id));
  return shortenReport({
    title: plan.project.name,
    audience,
    on: formatDay(at - 1),
    basis,
    light,
    summary: [summaryOf(judgements, work), audience === 'team' ? acceptanceOf(work) : '']
      .join(' ')
      .trimEnd(),
    celebrations: celebrate(input),
    judgements,
    bars: barsOf(input),
    span: { from: given.schedule.start, to: given.schedule.finish, at },
    sections: computeSections(input),
    glossary: glossaryOf(judgements),
  });
}

function worstOf(judgements: readonly Judgement[]): Report['light'] {
  const worst = judgements.reduce((most, { light }) => Math.max(most, lights.indexOf(light)), 0);
  return lights[worst] ?? 'green';
}

/** A risk or a decision that does not say that it is public stays within, and so do parts of what is internal. */
function withoutInternal(plan: Plan): Plan {
  type Seen = { readonly visibility: Visibility | undefined };
  const keep = <T extends Seen>(items: ReadonlyMap<string, T>, isSeen: (item: T) => boolean) =>
    new Map([...items].filter(([, item]) => isSeen(item)));
  const isNotInternal = ({ visibility }: Seen): boolean => visibility !== 'internal';
  const isPublic = ({ visibility }: Seen): boolean => visibility === 'public';
  return {
    ...plan,
    tasks: new Map([...plan.tasks].filter(([id]) => isTaskSeen(plan, id))),
    milestones: keep(plan.milestones, isNotInternal),
    risks: keep(plan.risks, isPublic),
    decisions: keep(plan.decisions, isPublic),
    notes: keep(plan.notes, isPublic),
  };
}

/** Tells which items of a plan are kept from a customer. */
export function hiddenIn(plan: Plan): (id: string) => boolean {
  const seen = withoutInternal(plan);
  return id => itemOf(plan, id) !== undefined && itemOf(seen, id) === undefined;
}

/**
 * A task is as visible as it says itself, else as the summary or the milestone that it is part of. What
 * that is cannot be told where the plan does not have it, so it may be internal.
 */
function isTaskSeen(plan: Plan, id: string): boolean {
  const seen = new Set<string>();
  let task = plan.tasks.get(id);
  while (task && !seen.has(task.id)) {
    if (task.visibility !== undefined) return task.visibility !== 'internal';
    seen.add(task.id);
    if (task.parent === undefined) break;
    task = plan.tasks.get(task.parent);
  }
  if (!task) return false;
  const milestone = milestoneOfTask(plan, id);
  if (milestone === undefined) return true;
  const found = plan.milestones.get(milestone);
  return found !== undefined && found.visibility !== 'internal';
}

function summaryOf(judgements: readonly Judgement[], work: readonly Task[]): string {
  if (work.length === 0) return 'The plan has no tasks yet.';
  const done = work.filter(({ status }) => status === 'done').length;
  const worst = worstOf(judgements);
  const state =
    worst === 'green'
      ? 'All is going as agreed'
      : worst === 'yellow'
        ? 'It is going, with something to watch'
        : needText(judgements);
  return `${state}. ${done} of ${work.length} ${work.length === 1 ? 'task' : 'tasks'} ${done === 1 ? 'is' : 'are'} done.`;
}

function acceptanceOf(work: readonly Task[]): string {
  const sentence = tellAcceptance(countAcceptance(work));
  return sentence === undefined ? '' : `${sentence}.`;
}

/** “Time and risk need attention”. */
function needText(judgements: readonly Judgement[]): string {
  const red = judgements.filter(({ light }) => light === 'red').map(({ subject }) => subject);
  const [first = '', ...others] = red;
  const last = others.pop()?.toLowerCase();
  if (last === undefined) return `${first} ${first === 'People' ? 'need' : 'needs'} attention`;
  const listed = [first, ...others.map(each => each.toLowerCase())].join(', ');
  return `${listed} and ${last} need attention`;
}

/** Milestones, and the summaries that stand in no other. */
function barsOf({ plan, schedule }: ReportInput): readonly ReportBar[] {
  const bars: ReportBar[] = [];
  for (const item of [...plan.milestones.values(), ...plan.tasks.values()]) {
    const dates = schedule.datesOf(item.id);
    const isTop = item.kind === 'milestone' || item.parent === undefined;
    if (!dates || !isTop || (item.kind === 'task' && dates.kind !== 'summary')) continue;
    bars.push({
      title: item.title,
      start: dates.start,
      finish: dates.finish,
      // A milestone whose work is done is reached when somebody has said so.
      progress: item.kind === 'milestone' ? (item.reached ? 1 : 0) : dates.progress,
      isPoint: dates.kind === 'milestone',
      isLate: isPromiseMissed(plan, schedule, item.id),
    });
  }
  const sorted = bars
    .sort((a, b) => a.finish - b.finish || a.start - b.start || (a.title < b.title ? -1 : 1))
    .map(bar => ({ bar, finish: bar.finish, isLate: bar.isLate, isReached: bar.progress >= 1 }));
  return chooseDates(sorted, mostBars).map(({ bar }) => bar);
}

function glossaryOf(judgements: readonly Judgement[]): Report['glossary'] {
  const words: (readonly [string, string])[] = [
    ['milestone', 'a point in time at which something agreed is there'],
  ];
  if (judgements.some(({ subject }) => subject === 'Money'))
    words.push(['work worth', 'what the work that is done was planned to cost']);
  if (judgements.some(({ subject }) => subject === 'Risk'))
    words.push(['risk', 'something that may happen, and would change time, cost or quality']);
  return words;
}
