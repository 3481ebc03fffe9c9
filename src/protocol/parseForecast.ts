import type {
  ForecastAction,
  ForecastBar,
  ForecastCostRow,
  ForecastDateRow,
  ForecastMilestoneRow,
  ForecastMitigationRow,
  ForecastRiskRow,
  ForecastTaskRow,
  ForecastTornadoRow,
  ForecastView,
} from '../core/views/forecastView.ts';
import {
  isFiniteNumber,
  isPlace,
  isText,
  isTruth,
  listOf,
  oneOf,
  record,
  type Check,
} from './validate.ts';

/** A plan may have more tasks than a list of words may have entries. */
const barsOf =
  (check: Check<ForecastBar>): Check<readonly ForecastBar[]> =>
  (value): value is readonly ForecastBar[] =>
    Array.isArray(value) && value.every(check);

const dateRow = record<ForecastDateRow>({
  share: isText,
  words: isText,
  at: isFiniteNumber,
  day: isText,
  between: isText,
  inherent: isText,
  residual: isText,
});

const milestoneRow = record<ForecastMilestoneRow>({
  id: isText,
  title: isText,
  p50: isText,
  p80: isText,
  p50Between: isText,
  p80Between: isText,
  due: isText,
  chance: isText,
  words: isText,
  tone: oneOf(['good', 'middling', 'bad', 'none']),
  mergeBias: isText,
});

const tornadoRow = record<ForecastTornadoRow>({
  kind: oneOf(['task', 'threat', 'opportunity']),
  id: isText,
  title: isText,
  best: isFiniteNumber,
  worst: isFiniteNumber,
  text: isText,
});

const costRow = record<ForecastCostRow>({
  share: isText,
  words: isText,
  amount: isText,
  between: isText,
});

const taskRow = record<ForecastTaskRow>({
  id: isText,
  title: isText,
  share: isFiniteNumber,
  criticality: isText,
  cruciality: isText,
});

const riskRow = record<ForecastRiskRow>({
  id: isText,
  title: isText,
  kind: oneOf(['threat', 'opportunity']),
  happens: isText,
  days: isText,
  daysBetween: isText,
  cost: isText,
  costBetween: isText,
});

const mitigationRow = record<ForecastMitigationRow>({
  id: isText,
  title: isText,
  isUnderWay: isTruth,
  minutes: isFiniteNumber,
  buys: isText,
  between: isText,
  saves: isText,
  savesBetween: isText,
  costs: isText,
  net: isText,
});

const bar = record<ForecastBar>({
  id: isText,
  p10: isFiniteNumber,
  p50: isFiniteNumber,
  p80: isFiniteNumber,
  p90: isFiniteNumber,
  criticality: isFiniteNumber,
});

const isForecast = record<ForecastView>({
  revision: isPlace,
  headline: isText,
  sentences: listOf(isText),
  confident: record<ForecastView['confident']>({
    at: isFiniteNumber,
    share: isFiniteNumber,
    label: isText,
  }),
  planned: isFiniteNumber,
  due: [isFiniteNumber],
  curve: listOf(
    record<ForecastView['curve'][number]>({ at: isFiniteNumber, share: isFiniteNumber }),
  ),
  histogram: listOf(
    record<ForecastView['histogram'][number]>({
      from: isFiniteNumber,
      to: isFiniteNumber,
      count: isPlace,
    }),
  ),
  dates: listOf(dateRow),
  costs: listOf(costRow),
  milestones: listOf(milestoneRow),
  tornado: listOf(tornadoRow),
  tasks: listOf(taskRow),
  risks: listOf(riskRow),
  mitigations: listOf(mitigationRow),
  idleMitigations: isPlace,
  actions: listOf(record<ForecastAction>({ id: isText, text: isText })),
  notes: listOf(isText),
  explanation: listOf(isText),
  made: isText,
  bars: barsOf(bar),
});

/** Reads a forecast; undefined when it is none. */
export function parseForecast(value: unknown): ForecastView | undefined {
  return isForecast(value) ? value : undefined;
}
