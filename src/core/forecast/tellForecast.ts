import type { Project } from '../model/project.ts';
import {
  tellChance,
  tellConfidence,
  tellDays,
  tellDaySpan,
  tellFinishDay,
  tellMeanDays,
  tellShare,
} from './chanceWords.ts';
import type {
  DateForecast,
  Forecast,
  MitigationForecast,
  NextAction,
  RiskForecast,
  TaskForecast,
} from './forecast.ts';
import { tellDrawnMoney, tellMoneyQuantile, tellMoneySpan, wholeMoney } from './moneyWords.ts';
import type { Bounds } from './sampleMean.ts';

/** `Four times in five, done by 12 May 2026.`, and then what else there is to say of the finish. */
export function tellFinish(forecast: Forecast, project: Project): readonly string[] {
  const { finish, confidence, contingency } = forecast;
  const { minutesPerDay } = project.durationScale;
  const settled = tellSettled(forecast);
  if (settled !== undefined) return [settled];
  const isCertain = finish.quantiles.p10.value === finish.quantiles.p90.value;
  const chance = isCertain
    ? 'As far as the estimates tell, it is'
    : `${capital(tellConfidence(confidence))},`;
  const sentences = [
    `${chance} done by ${tellFinishDay(contingency.at)}.`,
    `The schedule says ${tellFinishDay(finish.planned)}, which holds ${tellChance(finish.chanceOfPlanned)}.`,
  ];
  if (finish.due !== undefined && finish.chanceOfDue !== undefined) {
    sentences.push(
      `The promised ${tellFinishDay(finish.due)} is kept ${tellChance(finish.chanceOfDue)} (${tellShare(finish.chanceOfDue)}).`,
    );
  }
  if (contingency.minutes >= minutesPerDay / 2) {
    sentences.push(
      `Hold ${tellDays(contingency.minutes, minutesPerDay)} of working time in reserve to be ${tellShare(confidence)} sure.`,
    );
  }
  return sentences;
}

/** Of a plan in which nothing is open; undefined where there is something to forecast. */
function tellSettled({ notes, finish, ranged }: Forecast): string | undefined {
  const has = (code: string): boolean => notes.some(note => note.code === code);
  if (has('no-tasks')) return 'There is nothing to forecast yet.';
  if (has('dropped')) return 'Nothing is left to forecast: all of the work was dropped.';
  if (has('finished'))
    return `All work is done: the last of it on ${tellFinishDay(finish.planned)}.`;
  return ranged.of === 0
    ? 'None of the open work has a date, so there is nothing to forecast yet.'
    : undefined;
}

/** True where everything has happened, or there is nothing that could, so that no date is uncertain. */
export function isSettledPlan(forecast: Forecast): boolean {
  return tellSettled(forecast) !== undefined;
}

/** What the money comes to; undefined where there is none. */
export function tellCost(
  { cost, confidence, joint }: Forecast,
  project: Project,
): string | undefined {
  if (!cost) return undefined;
  const { currency } = project;
  const hours = cost.hasPeople ? 'with the hours of people' : 'without the hours of people';
  const sentences = [
    `Half of the time it costs ${tellMoneyQuantile(cost.quantiles.p50, currency)} at most, ${tellChance(0.9)} ${tellMoneyQuantile(cost.quantiles.p90, currency)}, ${hours}.`,
  ];
  if (cost.budget !== undefined && cost.chanceOfBudget !== undefined) {
    sentences.push(
      `The budget of ${wholeMoney(cost.budget, currency)} is enough ${tellChance(cost.chanceOfBudget)} (${tellShare(cost.chanceOfBudget)}).`,
    );
  }
  if (joint) {
    const { at, atBounds, costBounds } = joint;
    const amount = tellDrawnMoney(joint.cost, costBounds, currency);
    const between = `${tellDaySpan(atBounds)} and ${tellMoneySpan(costBounds, currency)}`;
    sentences.push(
      `Time and money together: ${tellFinishDay(at)} and ${amount} are both kept ${tellConfidence(confidence)} (95% between: ${between}).`,
    );
  }
  return sentences.join(' ');
}

/** How much there is to do; undefined where nobody can say, and where its cost says it already. */
export function tellEffort(forecast: Forecast, project: Project): string | undefined {
  const { effort, cost } = forecast;
  if (!effort || cost?.hasPeople === true || tellSettled(forecast) !== undefined) return undefined;
  const { minutesPerDay } = project.durationScale;
  const [half, most] = [effort.quantiles.p50, effort.quantiles.p90].map(({ value }) =>
    tellDays(value, minutesPerDay),
  );
  if (half === most) return `The work comes to ${half} of one person.`;
  return `The work comes to ${half} of one person half of the time, and to ${most} at most ${tellChance(0.9)}.`;
}

/** `kept two times in three (67%)`, `no date was promised`. */
export function tellPromise({ due, chanceOfDue }: DateForecast): string {
  if (due === undefined || chanceOfDue === undefined) return 'no date was promised';
  return `${tellFinishDay(due)} is kept ${tellChance(chanceOfDue)} (${tellShare(chanceOfDue)})`;
}

/** Between which days of working time what a response buys lies, 19 times in 20. */
export function tellBought({ bounds: [low, high] }: MitigationForecast, project: Project): string {
  const { minutesPerDay } = project.durationScale;
  const tell = (minutes: number): string => {
    if (minutes === 0) return 'nothing';
    return `${tellDays(minutes, minutesPerDay)}${minutes < 0 ? ' lost' : ''}`;
  };
  const [from, to] = [tell(low), tell(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** What a risk adds on average, with its bounds: empty where it never adds any. */
export function tellExposure(
  { meanMinutes, meanBounds, cost, costBounds }: RiskForecast,
  { durationScale, currency }: Project,
): Readonly<Record<'days' | 'daysBetween' | 'cost' | 'costBetween', string>> {
  const days = (minutes: number): string => tellMeanDays(minutes, durationScale.minutesPerDay);
  const isAny = (bounds: Bounds): boolean => bounds.some(bound => bound !== 0);
  const [from, to] = [days(meanBounds[0]), days(meanBounds[1])];
  const [hasDays, hasCost] = [isAny(meanBounds), isAny(costBounds)];
  return {
    days: hasDays ? days(meanMinutes) : '',
    daysBetween: hasDays ? (from === to ? to : `${from} to ${to}`) : '',
    cost: hasCost ? tellDrawnMoney(cost, costBounds, currency) : '',
    costBetween: hasCost ? tellMoneySpan(costBounds, currency) : '',
  };
}

/** What a response saves on average, with its bounds, and what it costs; empty where that is nothing. */
export function tellSaved(
  { saves, savesBounds, costs, net }: MitigationForecast,
  { currency }: Project,
): Readonly<Record<'saves' | 'savesBetween' | 'costs' | 'net', string>> {
  return {
    saves: saves === 0 ? '' : tellDrawnMoney(saves, savesBounds, currency),
    savesBetween: saves === 0 ? '' : tellMoneySpan(savesBounds, currency),
    costs: costs === 0 ? '' : wholeMoney(costs, currency),
    net: saves === 0 && costs === 0 ? '' : tellDrawnMoney(net, savesBounds, currency),
  };
}

/**
 * The tasks that the finish hangs on, those whose length goes with it most closely first; none where no
 * length is uncertain.
 */
export function findCrucial({ tasks, iterations }: Forecast): readonly TaskForecast[] {
  const byChance = correlationByChance(iterations);
  if (!tasks.some(({ cruciality }) => cruciality > byChance)) return [];
  const weight = ({ cruciality }: TaskForecast): number => (cruciality > byChance ? cruciality : 0);
  return tasks
    .filter(task => task.criticality > 0 || weight(task) > 0)
    .toSorted(
      (a, b) => weight(b) - weight(a) || b.criticality - a.criticality || (a.id < b.id ? -1 : 1),
    );
}

/** `0.62`; `none` where chance alone may make it as large. */
export function tellCruciality({ cruciality }: TaskForecast, { iterations }: Forecast): string {
  return cruciality > correlationByChance(iterations) ? cruciality.toFixed(2) : 'none';
}

/** So large is a correlation of two things that do not hang together, nearly always at most. */
function correlationByChance(iterations: number): number {
  return 3 / Math.sqrt(Math.max(1, iterations));
}

/** One thing to do, and what is at stake. */
export function tellAction(action: NextAction, project: Project): string {
  const { kind, id, title, minutes } = action;
  const days = tellDays(minutes, project.durationScale.minutesPerDay);
  switch (kind) {
    case 'mitigate':
      return `Carry out the response to ${id} "${title}": ${tellGain(action, project)}`;
    case 'narrow':
      return `Find out more about ${id} "${title}": at its longest it puts the finish off by ${days}${onAverage(action)}`;
    case 'watch':
      return `Plan a response to ${id} "${title}": it adds ${days} to the finish${onAverage(action)}`;
  }
}

function onAverage({ isAverage }: NextAction): string {
  return isAverage ? ' on average' : '';
}

/** What a response brings, in time, money or both. */
function tellGain(action: NextAction, project: Project): string {
  const { minutes, net, netBounds } = action;
  const money = tellDrawnMoney(Math.abs(net), netBounds, project.currency);
  if (minutes === 0) return `it saves ${money}, its own cost counted in`;
  const days = tellDays(minutes, project.durationScale.minutesPerDay);
  const time = `it brings the finish ${days} earlier${onAverage(action)}`;
  if (Math.abs(net) < 100) return time;
  return net > 0 ? `${time} and saves ${money}, its own cost counted in` : `${time}, for ${money}`;
}

/** True where the dates or the costs are others without the responses to risks, or with all of them. */
export function hasResponses({ runs }: Forecast): boolean {
  const [first, ...others] = runs.map(({ quantiles, meanCost }) =>
    JSON.stringify({ quantiles, meanCost }),
  );
  return others.some(other => other !== first);
}

/** How the numbers were made, for whoever asks. */
export function explainForecast(forecast: Forecast, project: Project): readonly string[] {
  const { iterations, seed, isSettled, tolerance, ranged, confidence, contingency } = forecast;
  const { minutesPerDay } = project.durationScale;
  const [low, high] = contingency.bounds;
  const lines = [
    `The plan was scheduled ${iterations} times, each time by all rules of the schedule with calendars, and with other lengths: those of ${ranged.tasks} of ${ranged.of} open tasks were drawn from their estimates, and each open risk happened or not by its probability.`,
    `P80 is the day by which four in five of these runs were done; P10, P50 and P90 likewise.`,
    `With as many runs, the true P${Math.round(confidence * 100)} lies between ${tellFinishDay(low)} and ${tellFinishDay(high)} with a confidence of 95%.`,
    `The seed is ${seed}: the same plan and seed give the same numbers on every machine. Tasks and risks keep their draws when others change, so that two versions of a plan can be compared.`,
    `When each task finishes, at its bar in the chart, and what waiting for several paths costs, are told from the first ${forecast.sampled} of these runs.`,
    'The criticality of a task is the share of runs in which it has no float; its cruciality is how closely its length and the finish go together.',
    'A bar of the tornado shows where the finish is on average when the task is among its shortest tenth or its longest, or when the risk does not happen or does; bars that chance alone could make are left out.',
    `What a response buys is the difference between two simulations with the same draws${tellCompared(forecast)}: the risk as it is rated now, and as rated once the response is done, with the time of its tasks. The true difference lies between the bounds beside it with a confidence of 95%, found by drawing pairs of runs anew; where these lay far apart, more runs were compared.`,
  ];
  if (hasResponses(forecast)) {
    lines.push(
      'Without responses, every risk is as it is rated before any of them, and their open tasks are not there; with all responses, every risk is as rated once they are done, with these tasks. Of risks that exclude one another the drivers of all tell whether one happens, and chance which of them, by their probabilities.',
    );
  }
  if (forecast.cost) {
    lines.push(
      forecast.cost.hasPeople
        ? 'Costs are those of gantry money. People stay on a task for as long as it takes in a run, so that every hour longer costs their rate; hours told as spent count as they are; recurring costs without an end run until the project is done.'
        : 'Costs are those of gantry money, without hours of people: no rate is known for anybody who has work. Rates stand in private.yaml, which git ignores, or as hourRate under money in project.yaml.',
    );
  }
  if (isSettled) {
    lines.push(
      `It stopped after ${iterations} runs, because every quantile of the finish and of the milestones was known to within ${tellDays(tolerance, minutesPerDay)}.`,
    );
  }
  return [...lines, ...explainExposure(forecast)];
}

/** From how many runs it is told what risks do; nothing where none does anything. */
function explainExposure({ risks, mitigations }: Forecast): readonly string[] {
  if (risks.length === 0) return [];
  const runs = Math.max(...risks.map(({ iterations }) => iterations));
  const saved = mitigations.length === 0 ? '' : '; what a response saves likewise';
  return [
    `A risk happens in a share of all runs. What it adds on average is the mean difference between the plan with and without it in the first ${runs} runs, with the same draws; the spread of these differences gives the bounds of the true mean, with a confidence of 95%${saved}.`,
  ];
}

/** `, of 2048 to 8192 runs each`; nothing where no response is rated. */
function tellCompared({ mitigations }: Forecast): string {
  if (mitigations.length === 0) return '';
  const counts = mitigations.map(each => each.iterations);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `, of ${least === most ? least : `${least} to ${most}`} runs each`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
