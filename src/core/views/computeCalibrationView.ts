import { tellShare, tellShortFinishDay } from '../forecast/chanceWords.ts';
import type { RatioSummary } from '../forecast/calibration.ts';
import { toldShares, type ToldShare } from '../forecast/forecast.ts';
import type { PastForecast } from '../forecast/pastForecast.ts';
import { tellCalibration, tellThroughput } from '../forecast/tellPast.ts';
import type { Instant } from '../model/instant.ts';
import type { CalibrationRow, CalibrationView } from './calibrationView.ts';

/** Puts what the past says of the estimates into words. */
export function computeCalibrationView({
  calibration,
  corrected,
  throughput,
}: PastForecast): CalibrationView {
  const names: readonly ToldShare[] = ['p10', 'p50', 'p80', 'p90'];
  const paceOf = (at: Instant | undefined): string =>
    at === undefined ? 'in over ten years' : tellShortFinishDay(at);
  return {
    sentences: [
      ...tellCalibration(calibration),
      throughput
        ? tellThroughput(throughput)
        : 'The pace is not told: it takes three weeks in which tasks were finished, and open ones.',
    ],
    buckets: calibration ? bucketsOf(calibration.ratios) : [],
    rows: calibration
      ? [
          rowOf(calibration, 'all', 'All finished tasks'),
          ...calibration.groups.map(group => rowOf(group, group.by, group.name)),
        ]
      : [],
    dates: names.map(name => ({
      share: tellShare(toldShares[name]),
      corrected: corrected ? tellShortFinishDay(corrected[name].value) : '',
      pace: throughput ? paceOf(throughput.finish[name]) : '',
    })),
    weeks: throughput?.weeks ?? [],
  };
}

/** Up to which share of the estimate, and what that is called. */
const bounds = [
  [0.5, 'up to half'],
  [0.75, 'to 75%'],
  [1, 'to 100%'],
  [1.25, 'to 125%'],
  [1.5, 'to 150%'],
  [2, 'to double'],
  [Infinity, 'longer'],
] as const;

function bucketsOf(ratios: readonly number[]): CalibrationView['buckets'] {
  return bounds.map(([most, label], place) => {
    const least = bounds[place - 1]?.[0] ?? -Infinity;
    return { label, count: ratios.filter(ratio => ratio > least && ratio <= most).length };
  });
}

function rowOf(summary: RatioSummary, by: CalibrationRow['by'], name: string): CalibrationRow {
  const { count, p10, p50, p90, inside, ranged } = summary;
  return {
    by,
    name,
    count,
    low: p10,
    middle: p50,
    high: p90,
    inside: ranged === 0 ? '' : `${inside} of ${ranged}`,
  };
}
