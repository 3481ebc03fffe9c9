import { type RatingName, ratingNames } from '../model/risk.ts';
import type { ExposureView, RiskRow } from './riskRegisterView.ts';

export type TotalsByRating = Readonly<Record<RatingName, ExposureView>>;

/** What threats and opportunities come to: never added up, as a gain takes no threat away. */
export interface ExposureTotals {
  readonly threats: TotalsByRating;
  readonly opportunities: TotalsByRating;
}

/** The sums of the exposures that are known; undefined where none is. */
export function exposureTotals(rows: readonly RiskRow[]): ExposureTotals {
  return {
    threats: totalsOf(rows.filter(({ riskKind }) => riskKind === 'threat')),
    opportunities: totalsOf(rows.filter(({ riskKind }) => riskKind === 'opportunity')),
  };
}

/** True where no exposure of any rating is known. */
export function isUnknown(totals: TotalsByRating): boolean {
  return ratingNames.every(
    name => totals[name].minutes === undefined && totals[name].hundredths === undefined,
  );
}

function totalsOf(rows: readonly RiskRow[]): TotalsByRating {
  const of = (name: RatingName): ExposureView => ({
    minutes: sum(rows.map(row => row.exposures[name].minutes)),
    hundredths: sum(rows.map(row => row.exposures[name].hundredths)),
  });
  return { inherent: of('inherent'), current: of('current'), residual: of('residual') };
}

function sum(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, amount) => total + amount, 0);
}
