import {
  tellDays,
  tellDaySpan,
  tellFinishDay,
  tellMeanDays,
  tellShare,
  tellShortFinishDay,
} from '../core/forecast/chanceWords.ts';
import { toldShares, type Forecast, type MilestoneForecast } from '../core/forecast/forecast.ts';
import { tellMoneyQuantile, tellMoneySpan } from '../core/forecast/moneyWords.ts';
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
  tellPromise,
  tellSaved,
} from '../core/forecast/tellForecast.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { CliContext } from './cliCommand.ts';
import { formatTable, type Column } from './textTable.ts';
import { oneLine } from './terminalText.ts';

/** How many rows of a list are shown; JSON has all. */
const most = 8;

/** A forecast for people: sentences first, then the numbers behind them. */
export function simulateText(
  forecast: Forecast,
  plan: Plan,
  { ctx, isExplained }: { readonly ctx: CliContext; readonly isExplained: boolean },
): string {
  const { project } = plan;
  const { bold, dim } = ctx.paint;
  const more = [tellCost(forecast, project), tellEffort(forecast, project)].filter(
    text => text !== undefined,
  );
  const parts = [
    `${bold(oneLine(tellFinish(forecast, project).join(' ')))}\n${more.map(text => `${oneLine(text)}\n`).join('')}`,
    isSettledPlan(forecast) ? '' : datesTable(forecast, ctx),
    moneyTable(forecast, plan, ctx),
    milestonesTable(forecast, ctx),
    tornadoTable(forecast, plan, ctx),
    tasksTable(forecast, ctx),
    risksTable(forecast, plan, ctx),
    mitigationsTable(forecast, plan, ctx),
    actionLines(forecast, plan),
    forecast.notes.map(({ message }) => `Note: ${oneLine(message)}\n`).join(''),
    isExplained ? `${explainForecast(forecast, project).map(oneLine).join('\n')}\n` : '',
    dim(
      `${forecast.iterations} iterations, seed ${forecast.seed}${isExplained ? '' : '; --explain tells how it is made'}`,
    ),
  ];
  return `${parts.filter(part => part !== '').join('\n')}\n`;
}

const shareRows = Object.entries(toldShares).map(([name, share]) => ({ name, share }));

function datesTable(forecast: Forecast, { table }: CliContext): string {
  const { finish, runs } = forecast;
  const stateColumn = (title: string, rating: string): Column<(typeof shareRows)[number]> => {
    const state = runs.find(run => run.rating === rating)?.quantiles ?? {};
    return { title, text: row => tellFinishDay(of<Instant>(state, row.name) ?? 0) };
  };
  const { quantiles } = finish;
  return formatTable(
    shareRows,
    [
      { title: 'sure', text: row => tellShare(row.share), align: 'right' },
      { title: 'done by', text: row => tellFinishDay(of(quantiles, row.name)?.value ?? 0) },
      {
        title: '95% between',
        text: row => {
          const { low = 0, high = 0 } = of(quantiles, row.name) ?? {};
          return `${tellFinishDay(low)} and ${tellFinishDay(high)}`;
        },
      },
      ...(hasResponses(forecast)
        ? [
            stateColumn('without responses', 'inherent'),
            stateColumn('with all responses', 'residual'),
          ]
        : []),
    ],
    table,
  );
}

function of<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return values[name];
}

/** What it costs, which the words tell with two of these amounts. */
function moneyTable(forecast: Forecast, { project }: Plan, { table }: CliContext): string {
  const { cost } = forecast;
  if (!cost || isSettledPlan(forecast)) return '';
  const { currency } = project;
  const amountOf = (name: string) => of(cost.quantiles, name) ?? cost.quantiles.p50;
  return formatTable(
    shareRows,
    [
      { title: 'sure', text: row => tellShare(row.share), align: 'right' },
      {
        title: 'costs at most',
        text: ({ name }) => tellMoneyQuantile(amountOf(name), currency),
        align: 'right',
      },
      {
        title: '95% between',
        text: ({ name }) => {
          const { low, high } = amountOf(name);
          return tellMoneySpan([low, high], currency);
        },
      },
    ],
    table,
  );
}

function milestonesTable({ milestones }: Forecast, { table }: CliContext): string {
  return formatTable(
    milestones,
    [
      { title: 'milestone', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      ...dayColumns('P50', 'p50'),
      ...dayColumns('P80', 'p80'),
      { title: 'promise', text: milestone => tellPromise(milestone) },
    ],
    table,
  );
}

function dayColumns(title: string, share: 'p50' | 'p80'): readonly Column<MilestoneForecast>[] {
  return [
    { title, text: ({ quantiles }) => tellShortFinishDay(quantiles[share].value) },
    {
      title: '95% between',
      text: ({ quantiles }) => tellDaySpan([quantiles[share].low, quantiles[share].high]),
    },
  ];
}

function tornadoTable({ tornado }: Forecast, plan: Plan, { table }: CliContext): string {
  const { minutesPerDay } = plan.project.durationScale;
  const signed = (minutes: number): string => tellMeanDays(minutes, minutesPerDay);
  return formatTable(
    tornado.slice(0, most),
    [
      { title: 'moves the finish', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      { title: 'at best', text: ({ best }) => signed(best), align: 'right' },
      { title: 'at worst', text: ({ worst }) => signed(worst), align: 'right' },
    ],
    table,
  );
}

/** Which tasks the finish hangs on: how often each is critical, and how closely its length goes with it. */
function tasksTable(forecast: Forecast, { table }: CliContext): string {
  return formatTable(
    findCrucial(forecast).slice(0, most),
    [
      { title: 'task', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      { title: 'criticality', text: ({ criticality }) => tellShare(criticality), align: 'right' },
      { title: 'cruciality', text: task => tellCruciality(task, forecast), align: 'right' },
    ],
    table,
  );
}

/** The exposure by risk: how often it happens, and what it adds on average in days and money. */
function risksTable({ risks }: Forecast, { project }: Plan, { table }: CliContext): string {
  return formatTable(
    risks.slice(0, most).map(risk => ({ ...risk, told: tellExposure(risk, project) })),
    [
      { title: 'risk', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      { title: 'happens', text: ({ probability }) => tellShare(probability), align: 'right' },
      { title: 'adds on average', text: ({ told }) => told.days, align: 'right' },
      { title: '95% between', text: ({ told }) => told.daysBetween },
      { title: 'costs on average', text: ({ told }) => told.cost, align: 'right' },
      { title: '95% between', text: ({ told }) => told.costBetween },
    ],
    table,
  );
}

function mitigationsTable(
  { mitigations, confidence }: Forecast,
  plan: Plan,
  { table }: CliContext,
): string {
  const { minutesPerDay } = plan.project.durationScale;
  const worth = mitigations.filter(
    ({ minutes, meanMinutes, saves }) => minutes > 0 || meanMinutes > 0 || saves > 0,
  );
  return formatTable(
    worth.slice(0, most).map(each => ({ ...each, told: tellSaved(each, plan.project) })),
    [
      { title: 'response', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      {
        title: `buys at P${Math.round(confidence * 100)}`,
        text: ({ minutes }) => (minutes > 0 ? tellDays(minutes, minutesPerDay) : 'nothing'),
      },
      { title: '95% between', text: each => tellBought(each, plan.project) },
      { title: 'saves', text: ({ told }) => told.saves, align: 'right' },
      { title: '95% between', text: ({ told }) => told.savesBetween },
      { title: 'costs', text: ({ told }) => told.costs, align: 'right' },
      { title: 'net', text: ({ told }) => told.net, align: 'right' },
    ],
    table,
  );
}

function actionLines({ actions }: Forecast, { project }: Plan): string {
  if (actions.length === 0) return '';
  const lines = actions.map(
    (action, place) => `${place + 1}. ${oneLine(tellAction(action, project))}`,
  );
  return `What would help most:\n${lines.join('\n')}\n`;
}
