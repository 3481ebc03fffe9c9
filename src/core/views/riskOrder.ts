import { compareBy, compareText } from '../base/order.ts';
import type { RiskRow } from './riskRegisterView.ts';

/** Threats before opportunities: a gain that is likely must not stand among what is to be feared. */
export function compareKinds(a: RiskRow, b: RiskRow): number {
  return placeOf(a) - placeOf(b);
}

/** The order of the register wherever it is listed: by kind, current score, exposure, then id. */
export const compareRiskRows = compareBy<RiskRow>(
  compareKinds,
  (a, b) => b.ratings.current.score - a.ratings.current.score,
  (a, b) => Math.abs(b.exposureMinutes ?? 0) - Math.abs(a.exposureMinutes ?? 0),
  (a, b) => compareText(a.id, b.id),
);

function placeOf({ riskKind }: RiskRow): number {
  return riskKind === 'threat' ? 0 : 1;
}
