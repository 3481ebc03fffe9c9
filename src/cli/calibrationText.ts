import { tellFinishDay } from '../core/forecast/chanceWords.ts';
import type { Calibration, RatioSummary } from '../core/forecast/calibration.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import { tellCalibration, tellRatio, tellThroughput } from '../core/forecast/tellPast.ts';
import { makePastForecast, type PastForecast } from '../core/forecast/pastForecast.ts';
import type { SimulationRequest } from '../core/forecast/simulate.ts';
import { formatInstant, type Instant } from '../core/model/instant.ts';
import type { CliContext } from './cliCommand.ts';
import { simulatePlan } from './simulatePlan.ts';
import { formatTable } from './textTable.ts';

/** What the finished tasks of a plan say, beside the forecast that its estimates give. */
export async function answerPast(
  request: SimulationRequest,
  stated: Forecast,
  ctx: CliContext,
): Promise<{ readonly data: object; readonly text: string }> {
  const past = await makePastForecast(request, each => simulatePlan(each, ctx));
  const text = ctx.format === 'text' ? `\n${pastForecastText(past, stated, ctx)}` : '';
  return { data: pastForecastData(past), text };
}

function pastForecastData({ calibration, corrected, throughput }: PastForecast): object {
  return {
    calibration: calibration ?? null,
    corrected: corrected ? momentsOf(byName(corrected)) : null,
    throughput: throughput ? { ...throughput, finish: momentsOf(throughput.finish) } : null,
  };
}

function byName(quantiles: Forecast['finish']['quantiles']): Readonly<Record<string, Instant>> {
  return Object.fromEntries(Object.entries(quantiles).map(([name, { value }]) => [name, value]));
}

/** Null for what has no date. */
function momentsOf(dates: Readonly<Record<string, Instant | undefined>>): object {
  return Object.fromEntries(
    Object.entries(dates).map(([name, at]) => [name, at === undefined ? null : formatInstant(at)]),
  );
}

function pastForecastText(past: PastForecast, stated: Forecast, ctx: CliContext): string {
  const { calibration, corrected, throughput } = past;
  const told = (name: 'p50' | 'p80'): string =>
    `${tellFinishDay(corrected?.[name].value ?? 0)} instead of ${tellFinishDay(stated.finish.quantiles[name].value)}`;
  const parts = [
    `${tellCalibration(calibration).join(' ')}\n`,
    calibration ? groupTable(calibration, ctx) : '',
    corrected ? `By that past: P50 ${told('p50')}, P80 ${told('p80')}\n` : '',
    throughput ? `${tellThroughput(throughput)}\n` : '',
  ];
  return parts.filter(part => part !== '').join('\n');
}

function groupTable({ groups }: Calibration, { table }: CliContext): string {
  const inRange = ({ inside, ranged }: RatioSummary): string =>
    ranged === 0 ? '' : `${inside} of ${ranged}`;
  return formatTable(
    groups,
    [
      { title: 'by', text: ({ by }) => by },
      { title: 'name', text: ({ name }) => name, isFlexible: true },
      { title: 'tasks', text: ({ count }) => String(count), align: 'right' },
      { title: 'P10', text: ({ p10 }) => tellRatio(p10), align: 'right' },
      { title: 'P50', text: ({ p50 }) => tellRatio(p50), align: 'right' },
      { title: 'P90', text: ({ p90 }) => tellRatio(p90), align: 'right' },
      { title: 'inside', text: inRange },
    ],
    table,
  );
}
