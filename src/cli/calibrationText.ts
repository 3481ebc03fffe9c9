import { tellFinishDay, tellShare } from '../core/forecast/chanceWords.ts';
import type { Calibration, RatioSummary } from '../core/forecast/calibration.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import { formatInstant, type Instant } from '../core/model/instant.ts';
import type { CliContext } from './cliCommand.ts';
import type { PastForecast } from './pastForecast.ts';
import { formatTable } from './textTable.ts';

export function pastForecastData({ calibration, corrected, throughput }: PastForecast): object {
  const { finish } = corrected ?? {};
  return {
    calibration: calibration ?? null,
    corrected: finish ? momentsOf(byName(finish.quantiles)) : null,
    throughput: throughput ? { ...throughput, finish: momentsOf(throughput.finish) } : null,
  };
}

function byName(quantiles: Forecast['finish']['quantiles']): Readonly<Record<string, Instant>> {
  return Object.fromEntries(Object.entries(quantiles).map(([name, { value }]) => [name, value]));
}

function momentsOf(dates: Readonly<Record<string, Instant>>): object {
  return Object.fromEntries(Object.entries(dates).map(([name, at]) => [name, formatInstant(at)]));
}

export function pastForecastText(past: PastForecast, stated: Forecast, ctx: CliContext): string {
  const { calibration, corrected, throughput } = past;
  const parts: string[] = [];
  if (calibration) {
    parts.push(tellCalibration(calibration), groupTable(calibration, ctx));
  } else {
    parts.push(
      'Too few finished tasks tell how long they took (started, finished or spent) to judge the estimates by\n',
    );
  }
  if (corrected) {
    const [said, meant] = [stated, corrected].map(({ finish }) => finish.quantiles);
    parts.push(
      `By that past: P50 ${tellFinishDay(meant?.p50.value ?? 0)} instead of ${tellFinishDay(said?.p50.value ?? 0)}, P80 ${tellFinishDay(meant?.p80.value ?? 0)} instead of ${tellFinishDay(said?.p80.value ?? 0)}\n`,
    );
  }
  if (throughput) {
    const { weeks, open, finish } = throughput;
    parts.push(
      `${open} open tasks at the pace of the last ${weeks.length} weeks (${weeks.join(', ')} a week): P50 ${tellFinishDay(finish.p50)}, P80 ${tellFinishDay(finish.p80)}, without any estimate\n`,
    );
  }
  return parts.filter(part => part !== '').join('\n');
}

function tellCalibration({ count, p10, p50, p90, inside, ranged }: Calibration): string {
  const range =
    ranged === 0
      ? ''
      : `; ${inside} of ${ranged} (${tellShare(inside / ranged)}) ended inside their range`;
  return `${count} finished tasks took ${times(p50)} of what was estimated in the middle, ${times(p10)} to ${times(p90)} between the extremes${range}\n`;
}

function times(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
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
      { title: 'P10', text: ({ p10 }) => times(p10), align: 'right' },
      { title: 'P50', text: ({ p50 }) => times(p50), align: 'right' },
      { title: 'P90', text: ({ p90 }) => times(p90), align: 'right' },
      { title: 'inside', text: inRange },
    ],
    table,
  );
}
