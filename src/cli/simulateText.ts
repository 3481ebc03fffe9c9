import { tellDays, tellFinishDay, tellShare } from '../core/forecast/chanceWords.ts';
import { toldShares, type Forecast } from '../core/forecast/forecast.ts';
import {
  explainForecast,
  hasResponses,
  isSettledPlan,
  tellAction,
  tellBought,
  tellCost,
  tellEffort,
  tellFinish,
  tellPromise,
  wholeMoney,
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
    milestonesTable(forecast, ctx),
    tornadoTable(forecast, plan, ctx),
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

function datesTable(forecast: Forecast, { table }: CliContext): string {
  const { finish, runs } = forecast;
  const rows = Object.entries(toldShares).map(([name, share]) => ({ name, share }));
  const stateColumn = (title: string, rating: string): Column<(typeof rows)[number]> => {
    const state = runs.find(run => run.rating === rating)?.quantiles ?? {};
    return { title, text: row => tellFinishDay(of<Instant>(state, row.name) ?? 0) };
  };
  const { quantiles } = finish;
  return formatTable(
    rows,
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

function milestonesTable({ milestones }: Forecast, { table }: CliContext): string {
  return formatTable(
    milestones,
    [
      { title: 'milestone', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      { title: 'P50', text: ({ quantiles }) => tellFinishDay(quantiles.p50.value) },
      { title: 'P80', text: ({ quantiles }) => tellFinishDay(quantiles.p80.value) },
      { title: 'promise', text: milestone => tellPromise(milestone) },
    ],
    table,
  );
}

function tornadoTable({ tornado }: Forecast, plan: Plan, { table }: CliContext): string {
  const { minutesPerDay } = plan.project.durationScale;
  const signed = (minutes: number): string =>
    `${minutes < 0 ? '-' : '+'}${(Math.abs(minutes) / minutesPerDay).toFixed(1)}d`;
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

function mitigationsTable(
  { mitigations, confidence }: Forecast,
  plan: Plan,
  { table }: CliContext,
): string {
  const { durationScale, currency } = plan.project;
  const worth = mitigations.filter(
    ({ minutes, meanMinutes, saves }) => minutes > 0 || meanMinutes > 0 || saves > 0,
  );
  return formatTable(
    worth.slice(0, most),
    [
      { title: 'response', text: ({ id }) => id },
      { title: 'title', text: ({ title }) => title, isFlexible: true },
      {
        title: `buys at P${Math.round(confidence * 100)}`,
        text: ({ minutes }) =>
          minutes > 0 ? tellDays(minutes, durationScale.minutesPerDay) : 'nothing',
      },
      { title: '95% between', text: each => tellBought(each, plan.project) },
      {
        title: 'saves',
        text: ({ saves }) => (saves === 0 ? '' : wholeMoney(saves, currency)),
        align: 'right',
      },
      {
        title: 'costs',
        text: ({ costs }) => (costs === 0 ? '' : wholeMoney(costs, currency)),
        align: 'right',
      },
      {
        title: 'net',
        text: ({ net, saves, costs }) =>
          saves === 0 && costs === 0 ? '' : wholeMoney(net, currency),
        align: 'right',
      },
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
