import { riskKinds } from '../core/model/risk.ts';
import type { PastRisk, RiskHistoryPoint, RiskHistoryView } from '../core/views/riskHistoryView.ts';
import { isPlace, isRecord, isText, isTruth, isWhole, oneOf } from './validate.ts';

const isKind = oneOf(riskKinds);

/** Reads the history of the risks; undefined when it is none. */
export function parseRiskHistory(value: unknown): RiskHistoryView | undefined {
  if (!isRecord(value) || !Array.isArray(value['points'])) return undefined;
  const points: RiskHistoryPoint[] = [];
  for (const each of value['points'] as readonly unknown[]) {
    const point = parsePoint(each);
    if (!point) return undefined;
    points.push(point);
  }
  return { points };
}

function parsePoint(value: unknown): RiskHistoryPoint | undefined {
  if (!isRecord(value) || !Array.isArray(value['risks'])) return undefined;
  const { commit, at } = value;
  if (!isText(commit) || !isWhole(at)) return undefined;
  const risks: PastRisk[] = [];
  for (const each of value['risks'] as readonly unknown[]) {
    const risk = parsePastRisk(each);
    if (!risk) return undefined;
    risks.push(risk);
  }
  return { commit, at, risks };
}

function parsePastRisk(value: unknown): PastRisk | undefined {
  if (!isRecord(value)) return undefined;
  const { id, riskKind, isLive, score, minutes, hundredths } = value;
  const isKnown = isText(id) && isKind(riskKind) && isTruth(isLive) && isPlace(score);
  if (!isKnown || !isAmount(minutes) || !isAmount(hundredths)) return undefined;
  return { id, riskKind, isLive, score, minutes, hundredths };
}

function isAmount(value: unknown): value is number | undefined {
  return value === undefined || isWhole(value);
}
