// What the panel is sent of the past of a plan.
import type { CalibrationView } from '../../src/core/views/calibrationView.ts';
import { computeCalibrationView } from '../../src/core/views/computeCalibrationView.ts';
import { computeForecastHistoryView } from '../../src/core/views/computeForecastHistoryView.ts';
import type { ForecastHistoryView } from '../../src/core/views/forecastHistoryView.ts';
import type { ForecastPoint } from '../../src/core/forecast/forecastHistory.ts';
import type { Calibration } from '../../src/core/forecast/calibration.ts';
import { emptyProject } from '../../src/core/model/project.ts';
import { parsePlanDate } from '../../src/core/model/instant.ts';

export const at = (text: string): number => parsePlanDate(text)?.at ?? NaN;

const start: ForecastPoint = {
  commit: 'a'.repeat(40),
  subject: 'Plan the work',
  unread: [],
  committedAt: at('2026-03-02T10:00'),
  planned: at('2026-04-01T17:00'),
  p50: at('2026-04-03T17:00'),
  confident: at('2026-04-08T17:00'),
  bounds: [at('2026-04-07T17:00'), at('2026-04-09T17:00')],
  slip: 0,
  causes: [],
};

/** Three commits: the second moves nothing, the third makes it later. */
export const historyPoints: readonly ForecastPoint[] = [
  start,
  { ...start, commit: 'b'.repeat(40), subject: 'Call it anew' },
  {
    ...start,
    commit: 'c'.repeat(40),
    subject: 'Find more to do',
    committedAt: at('2026-03-09T10:00'),
    planned: at('2026-04-10T17:00'),
    p50: at('2026-04-14T17:00'),
    confident: at('2026-04-22T17:00'),
    bounds: [at('2026-04-21T17:00'), at('2026-04-23T17:00')],
    slip: 10 * 480,
    causes: [{ id: 'T-BBBB', title: 'Build', fields: ['estimate'], others: [], minutes: 9 * 480 }],
  },
  {
    ...start,
    commit: '',
    subject: 'the files as they are',
    committedAt: at('2026-03-10T10:00'),
    planned: at('2026-04-10T17:00'),
    p50: at('2026-04-14T17:00'),
    confident: at('2026-04-22T17:00'),
    bounds: [at('2026-04-21T17:00'), at('2026-04-23T17:00')],
  },
];

export function historyView(): ForecastHistoryView {
  return computeForecastHistoryView(historyPoints, emptyProject);
}

const quantile = (text: string) => ({ value: at(text), low: at(text), high: at(text) });

const five = { count: 5, p10: 0.8, p50: 1.3, p90: 2.4, inside: 3, ranged: 4 };

export const calibration: Calibration = {
  ...five,
  ratios: [0.5, 0.8, 1.3, 2, 2.4],
  groups: [
    { by: 'person', name: 'ada', ...five },
    { by: 'size', name: 'up to a week', ...five, ranged: 0 },
  ],
};

export function calibrationView(): CalibrationView {
  return computeCalibrationView({
    calibration,
    corrected: {
      p10: quantile('2026-04-05T17:00'),
      p50: quantile('2026-04-15T17:00'),
      p80: quantile('2026-04-25T17:00'),
      p90: quantile('2026-05-05T17:00'),
    },
    throughput: {
      weeks: [1, 0, 3],
      open: 8,
      finish: {
        p10: at('2026-05-02'),
        p50: at('2026-05-09'),
        p80: at('2026-05-16'),
        p90: at('2026-05-23'),
      },
    },
  });
}
