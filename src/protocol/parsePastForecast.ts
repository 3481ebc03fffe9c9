import type { CalibrationRow, CalibrationView } from '../core/views/calibrationView.ts';
import type {
  ForecastHistoryPoint,
  ForecastHistoryView,
} from '../core/views/forecastHistoryView.ts';
import type {
  AgeingRow,
  ProgressPage,
  ProgressPoint,
  ProgressTable,
} from '../core/views/progressPage.ts';
import {
  isFiniteNumber,
  isPlace,
  isText,
  isTruth,
  isWhole,
  listOf,
  oneOf,
  record,
} from './validate.ts';

const isHistory = record<ForecastHistoryView>({
  headline: isText,
  label: isText,
  points: listOf(
    record<ForecastHistoryPoint>({
      commit: isText,
      subject: isText,
      at: isWhole,
      day: isText,
      planned: isFiniteNumber,
      p50: isFiniteNumber,
      confident: isFiniteNumber,
      plannedDay: isText,
      p50Day: isText,
      confidentDay: isText,
      between: isText,
      moved: isText,
      isLater: isTruth,
      causes: listOf(record<ForecastHistoryPoint['causes'][number]>({ id: isText, text: isText })),
    }),
  ),
});

const isCalibration = record<CalibrationView>({
  sentences: listOf(isText),
  buckets: listOf(record<CalibrationView['buckets'][number]>({ label: isText, count: isPlace })),
  rows: listOf(
    record<CalibrationRow>({
      by: oneOf(['all', 'person', 'tag', 'size']),
      name: isText,
      count: isPlace,
      low: isFiniteNumber,
      middle: isFiniteNumber,
      high: isFiniteNumber,
      inside: isText,
    }),
  ),
  dates: listOf(
    record<CalibrationView['dates'][number]>({ share: isText, corrected: isText, pace: isText }),
  ),
  weeks: listOf(isPlace),
});

/** Reads a forecast over time; undefined when it is none. */
export function parseForecastHistory(value: unknown): ForecastHistoryView | undefined {
  return isHistory(value) ? value : undefined;
}

/** Reads what the past says of the estimates; undefined when it is none of that. */
export function parseCalibration(value: unknown): CalibrationView | undefined {
  return isCalibration(value) ? value : undefined;
}

const isProgress = record<ProgressPage>({
  revision: isPlace,
  sentences: listOf(isText),
  total: isFiniteNumber,
  perDay: isFiniteNumber,
  weeks: listOf(
    record<ProgressPoint>({
      firstDay: isWhole,
      doneTasks: isPlace,
      doneMinutes: isFiniteNumber,
      done: isFiniteNumber,
      left: isFiniteNumber,
      inWork: isPlace,
    }),
  ),
  ageing: listOf(record<AgeingRow>({ id: isText, title: isText, age: isText, isLong: isTruth })),
  tables: listOf(
    record<ProgressTable>({ title: isText, columns: listOf(isText), rows: listOf(listOf(isText)) }),
  ),
});

/** Reads the progress of a plan; undefined when it is none. */
export function parseProgressPage(value: unknown): ProgressPage | undefined {
  return isProgress(value) ? value : undefined;
}
