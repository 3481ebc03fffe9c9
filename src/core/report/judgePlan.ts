import { formatDay, minutesPerDay } from '../model/instant.ts';
import { tellMoney } from '../model/money.ts';
import type { Plan } from '../model/plan.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { formatIndex } from '../money/amounts.ts';
import type { LoadView } from '../people/computeLoad.ts';
import { findShortSkills, tellSkills } from '../people/shortSkills.ts';
import { placeRating } from '../risks/score.ts';
import { isPromiseMissed } from '../schedule/promises.ts';
import type { Judgement, Light } from './report.ts';
import type { ReportInput } from './reportInput.ts';

/** Promises that have less than this left are close, in working days. */
const closeDays = 5;

/** Whether the promises of milestones and of the project are kept, and the plan is one of the future. */
export function judgeTime(input: ReportInput): Judgement {
  const { plan, schedule } = input;
  if (schedule.ids.length === 0) {
    const sentence = 'Nothing is planned yet, so there is no end to tell.';
    return { subject: 'Time', light: 'yellow', sentence };
  }
  const finish = formatDay(schedule.finish - 1);
  const late = countLate(input);
  const [are, tasks] = late === 1 ? ['is', 'task'] : ['are', 'tasks'];
  if (late > 0 && schedule.finish <= input.at - minutesPerDay) {
    const sentence = `It was to end on ${finish}, which is past, and ${late} ${tasks} ${are} not done; bring the plan up to date.`;
    return { subject: 'Time', light: 'red', sentence };
  }
  const open = [...plan.milestones.values()].filter(
    ({ due, reached, isDropped }) => due && !reached && !isDropped,
  );
  const missed = open.filter(({ id }) => isPromiseMissed(plan, schedule, id));
  const end = plan.project.finish;
  const isOver = end !== undefined && schedule.finish > end.at + (end.hasTime ? 0 : 1440);
  if (missed.length > 0 || isOver) {
    const names = missed.slice(0, 3).map(({ title }) => `“${title}”`);
    const more = missed.length > 3 ? ` and ${missed.length - 3} more` : '';
    const what =
      missed.length > 0
        ? `${names.join(', ')}${more} will be later than promised`
        : 'the promised end will be missed';
    return { subject: 'Time', light: 'red', sentence: `It ends on ${finish}, and ${what}.` };
  }
  const near = closeDays * plan.project.durationScale.minutesPerDay;
  const close = open.filter(({ id, due }) => {
    const dates = schedule.datesOf(id);
    if (!dates || !due) return false;
    const end = due.hasTime ? due.at : due.at + minutesPerDay;
    return schedule.calendar.workBetween(dates.finish, end) < near;
  });
  if (close.length > 0) {
    const sentence = `It ends on ${finish}. Every promise is kept, with less than ${closeDays} days to spare for ${listNames(close.map(({ title }) => `“${title}”`))}.`;
    return { subject: 'Time', light: 'yellow', sentence };
  }
  const kept = open.length === 0 ? 'No date has been promised' : 'Every promise is kept';
  const sentence = `It ends on ${finish}. ${kept}.`;
  if (late === 0) return { subject: 'Time', light: 'green', sentence };
  const behind = `${late} ${tasks} should be done by now and ${are} not.`;
  return { subject: 'Time', light: 'yellow', sentence: `${sentence} ${behind}` };
}

/** How many tasks were to be done before the day of the report, and are not. */
function countLate({ plan, schedule, at }: ReportInput): number {
  let count = 0;
  for (const { id, status } of plan.tasks.values()) {
    const dates = schedule.datesOf(id);
    const isOpen = status !== 'done' && status !== 'dropped' && (dates?.progress ?? 1) < 1;
    if (isOpen && dates?.kind === 'task' && dates.finish <= at - minutesPerDay) count++;
  }
  return count;
}

/** Whether the work costs what it was to cost; undefined where nothing costs anything. */
export function judgeMoney({ plan, money }: ReportInput): Judgement | undefined {
  if (!money || money.lines.length + money.others.length === 0) return undefined;
  const { figures, budget, currency } = money;
  const text = (hundredths: number): string => tellMoney({ hundredths, currency });
  const expected = figures.estimateAtCompletion ?? figures.budgetAtCompletion;
  const over = budget === undefined ? 0 : expected - budget;
  const index = figures.costIndex ?? 10_000;
  const parts = [...money.milestones, ...money.components, ...money.categories].filter(
    part => part.budget !== undefined && part.planned > part.budget,
  );
  const isWatched = index < 10_000 || parts.length > 0;
  const light: Light = over > 0 || index < 9_000 ? 'red' : isWatched ? 'yellow' : 'green';
  const spent = `${text(figures.actualCost)} spent for work worth ${text(figures.earnedValue)}`;
  const against =
    budget === undefined
      ? ''
      : over > 0
        ? `, ${text(over)} more than the budget of ${text(budget)}`
        : `, within the budget of ${text(budget)}`;
  const rate =
    figures.costIndex === undefined ? '' : ` (${formatIndex(figures.costIndex)} for every 1 spent)`;
  const sentences = [
    `${spent}${rate}; at this rate it will cost ${text(expected)}${against}.`,
    ...(parts.length === 0
      ? []
      : [
          `${listNames(parts.map(({ key }) => `“${titleOf(plan, key)}”`))} cost more than was set aside for ${parts.length === 1 ? 'it' : 'them'}.`,
        ]),
    ...(figures.withoutBooking.length === 0
      ? []
      : [
          'Costs for which nothing or less is booked are counted as planned, as far as they are done.',
        ]),
    ...(money.others.length === 0
      ? []
      : [
          `${money.others.map(each => tellMoney(each)).join(' and ')} in other currencies ${money.others.length === 1 ? 'is' : 'are'} not counted in this.`,
        ]),
  ];
  return { subject: 'Money', light, sentence: sentences.join(' ') };
}

function titleOf({ milestones, tasks }: Plan, key: string): string {
  return (milestones.get(key) ?? tasks.get(key))?.title ?? key;
}

/** So many are named in a sentence. */
const mostNamed = 5;

function listNames(names: readonly string[]): string {
  if (names.length <= mostNamed) return names.join(', ');
  return `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
}

/** How heavy the risks are that can still happen. */
export function judgeRisks({ plan }: ReportInput, risks: readonly Risk[]): Judgement {
  const live = risks.filter(risk => isLive(risk) && risk.riskKind === 'threat');
  const inBand = (band: string): readonly Risk[] =>
    live.filter(risk => placeRating(risk.current ?? risk.inherent, plan.project).band === band);
  const [high, medium] = [inBand('high'), inBand('medium')];
  if (high.length > 0) {
    const names = high
      .slice(0, 3)
      .map(({ title }) => `“${title}”`)
      .join(', ');
    const sentence = `${high.length} of ${live.length} risks ${high.length === 1 ? 'is' : 'are'} high: ${names}.`;
    return { subject: 'Risk', light: 'red', sentence };
  }
  const light = medium.length > 0 ? 'yellow' : 'green';
  const sentence =
    live.length === 0
      ? 'No risk is open.'
      : `${live.length} ${live.length === 1 ? 'risk is' : 'risks are'} watched, ${medium.length} of them medium and none high.`;
  return { subject: 'Risk', light, sentence };
}

/** Whether anybody has more to do than time. */
export function judgePeople(load: LoadView): Judgement | undefined {
  if (load.people.length === 0) return undefined;
  const full = load.people.filter(({ overloads }) => overloads.length > 0);
  const short = findShortSkills(load).map(({ skill }) => skill);
  if (full.length + short.length === 0)
    return {
      subject: 'People',
      light: 'green',
      sentence: 'Nobody has more to do than they have time.',
    };
  const sentences = [
    ...(full.length === 0
      ? []
      : [
          `${listNames(full.map(({ name }) => name))} ${full.length === 1 ? 'has' : 'have'} more to do than time.`,
        ]),
    ...(short.length === 0
      ? []
      : [`Nobody has the time for all work that needs ${tellSkills(short)}.`]),
  ];
  return { subject: 'People', light: 'yellow', sentence: sentences.join(' ') };
}
