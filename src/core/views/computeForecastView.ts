import {
  tellChance,
  tellDaySpan,
  tellDays,
  tellShare,
  tellShift,
  tellShortFinishDay,
} from '../forecast/chanceWords.ts';
import {
  toldShares,
  type Forecast,
  type MilestoneForecast,
  type MitigationForecast,
  type RiskForecast,
  type TaskForecast,
  type ToldShare,
  type TornadoBar,
} from '../forecast/forecast.ts';
import { tellMoneyQuantile, tellMoneySpan } from '../forecast/moneyWords.ts';
import type { QuantileEstimate } from '../forecast/sampleQuantiles.ts';
import {
  explainForecast,
  findCrucial,
  hasResponses,
  isSettledPlan,
  tellAction,
  tellBought,
  tellCost,
  tellCruciality,
  tellEffort,
  tellExposure,
  tellFinish,
  tellSaved,
} from '../forecast/tellForecast.ts';
import type { Project } from '../model/project.ts';
import type {
  ForecastCostRow,
  ForecastDateRow,
  ForecastMilestoneRow,
  ForecastMitigationRow,
  ForecastRiskRow,
  ForecastTaskRow,
  ForecastTone,
  ForecastTornadoRow,
  ForecastView,
} from './forecastView.ts';

/** Puts a forecast into words. */
export function computeForecastView(
  forecast: Forecast,
  project: Project,
  revision: number,
): ForecastView {
  const [headline = '', ...sentences] = tellFinish(forecast, project);
  const more = [tellCost(forecast, project), tellEffort(forecast, project)];
  const { finish, contingency, confidence } = forecast;
  const worth = forecast.mitigations.filter(each => isWorthALine(each, project));
  return {
    revision,
    headline,
    sentences: [...sentences, ...more.filter(text => text !== undefined)],
    confident: { at: contingency.at, share: confidence, label: tellShare(confidence) },
    planned: finish.planned,
    due: finish.due,
    curve: forecast.curve,
    histogram: forecast.histogram,
    dates: isSettledPlan(forecast) ? [] : toldNames.map(name => dateRow(forecast, name)),
    costs: costRows(forecast, project),
    milestones: forecast.milestones.map(milestone => milestoneRow(milestone, project)),
    tornado: forecast.tornado.map(bar => tornadoRow(bar, project)),
    tasks: findCrucial(forecast)
      .slice(0, mostRows)
      .map(task => taskRow(task, forecast)),
    risks: forecast.risks.slice(0, mostRows).map(risk => riskRow(risk, project)),
    mitigations: worth.map(each => mitigationRow(each, project)),
    idleMitigations: forecast.mitigations.length - worth.length,
    actions: forecast.actions.map(action => ({
      id: action.id,
      text: tellAction(action, project),
    })),
    notes: forecast.notes.map(({ message }) => message),
    explanation: explainForecast(forecast, project),
    made: `${forecast.iterations} runs, seed ${forecast.seed}`,
    bars: forecast.tasks.map(({ id, finish: dates, criticality }) => ({
      id,
      ...dates,
      criticality,
    })),
  };
}

/** As many rows as the tornado has. */
const mostRows = 10;
const toldNames: readonly ToldShare[] = ['p10', 'p50', 'p80', 'p90'];

function dateRow(forecast: Forecast, name: ToldShare): ForecastDateRow {
  const { finish, runs } = forecast;
  const { value, low, high } = finish.quantiles[name];
  const share = toldShares[name];
  const dayIn = (rating: string): string => {
    const at = runs.find(run => run.rating === rating)?.quantiles[name];
    return at === undefined || !hasResponses(forecast) ? '' : tellShortFinishDay(at);
  };
  return {
    share: tellShare(share),
    words: tellChance(share),
    at: value,
    day: tellShortFinishDay(value),
    between: tellDaySpan([low, high]),
    inherent: dayIn('inherent'),
    residual: dayIn('residual'),
  };
}

function costRows(forecast: Forecast, { currency }: Project): readonly ForecastCostRow[] {
  const { cost } = forecast;
  if (!cost || isSettledPlan(forecast)) return [];
  return toldNames.map(name => {
    const estimate = cost.quantiles[name];
    return {
      share: tellShare(toldShares[name]),
      words: tellChance(toldShares[name]),
      amount: tellMoneyQuantile(estimate, currency),
      between: tellMoneySpan([estimate.low, estimate.high], currency),
    };
  });
}

/** Empty where there is no doubt. */
function daysBetween({ low, high }: QuantileEstimate): string {
  return low === high ? '' : tellDaySpan([low, high]);
}

function milestoneRow(milestone: MilestoneForecast, project: Project): ForecastMilestoneRow {
  const { id, title, quantiles, due, chanceOfDue, mergeBias } = milestone;
  const { minutesPerDay } = project.durationScale;
  return {
    id,
    title,
    p50: tellShortFinishDay(quantiles.p50.value),
    p80: tellShortFinishDay(quantiles.p80.value),
    p50Between: daysBetween(quantiles.p50),
    p80Between: daysBetween(quantiles.p80),
    due: due === undefined ? '' : tellShortFinishDay(due),
    chance: chanceOfDue === undefined ? '' : tellShare(chanceOfDue),
    words: chanceOfDue === undefined ? '' : tellChance(chanceOfDue),
    tone: toneOf(chanceOfDue),
    mergeBias: mergeBias < minutesPerDay / 4 ? '' : tellDays(mergeBias, minutesPerDay),
  };
}

/** A promise that is kept four times in five is a good one, and one that is broken as often is bad. */
export function toneOf(chance: number | undefined): ForecastTone {
  if (chance === undefined) return 'none';
  if (chance >= 0.8) return 'good';
  return chance >= 0.5 ? 'middling' : 'bad';
}

function tornadoRow(bar: TornadoBar, project: Project): ForecastTornadoRow {
  const { minutesPerDay } = project.durationScale;
  const [best, worst] = [bar.best, bar.worst].map(each => tellShift(each, minutesPerDay));
  const [first, second] = ends[bar.kind];
  return { ...bar, text: `${first} ${best}, ${second} ${worst}` };
}

/** When something turns out well, and when badly. */
const ends = {
  task: ['at its shortest', 'at its longest'],
  threat: ['without it', 'with it'],
  opportunity: ['with it', 'without it'],
} as const;

function taskRow(task: TaskForecast, forecast: Forecast): ForecastTaskRow {
  const { id, title, criticality } = task;
  return {
    id,
    title,
    share: criticality,
    criticality: tellShare(criticality),
    cruciality: tellCruciality(task, forecast),
  };
}

function riskRow(risk: RiskForecast, project: Project): ForecastRiskRow {
  const { id, title, kind, probability } = risk;
  return { id, title, kind, happens: tellShare(probability), ...tellExposure(risk, project) };
}

/** From a quarter of a day on, or with money, a response is worth a line. */
function isWorthALine({ minutes, saves, costs }: MitigationForecast, project: Project): boolean {
  const { minutesPerDay } = project.durationScale;
  return Math.abs(minutes) >= minutesPerDay / 4 || saves !== 0 || costs !== 0;
}

function mitigationRow(mitigation: MitigationForecast, project: Project): ForecastMitigationRow {
  const { id, title, isUnderWay, minutes } = mitigation;
  const { durationScale } = project;
  const days = tellDays(minutes, durationScale.minutesPerDay);
  return {
    id,
    title,
    isUnderWay,
    minutes,
    buys: minutes === 0 ? 'nothing' : minutes > 0 ? days : `${days} lost`,
    between: tellBought(mitigation, project),
    ...tellSaved(mitigation, project),
  };
}
