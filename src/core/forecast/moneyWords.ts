import { tellMoney } from '../model/money.ts';
import type { Bounds } from './sampleMean.ts';
import type { QuantileEstimate } from './sampleQuantiles.ts';

type Currency = string | undefined;

/** `1 240 EUR`, to whole units: an amount that somebody stated. */
export function wholeMoney(hundredths: number, currency: Currency): string {
  return roundMoney(hundredths, 100, currency);
}

/** `12 300 EUR`: an amount that was drawn, in no more digits than its bounds let one trust. */
export function tellDrawnMoney(hundredths: number, bounds: Bounds, currency: Currency): string {
  return roundMoney(hundredths, stepWithin(bounds), currency);
}

/** The same of a quantile. */
export function tellMoneyQuantile(estimate: QuantileEstimate, currency: Currency): string {
  return tellDrawnMoney(estimate.value, [estimate.low, estimate.high], currency);
}

/** `12 200 to 12 500 EUR`: between which a true amount lies. */
export function tellMoneySpan(bounds: Bounds, currency: Currency): string {
  const step = stepWithin(bounds);
  const [low, high] = bounds.map(bound => Math.round(bound / step) * step);
  if (low === high || low === undefined) return roundMoney(bounds[1], step, currency);
  return `${roundMoney(low, step, undefined)} to ${roundMoney(high ?? low, step, currency)}`;
}

/** The largest power of ten, of units, that is no more than half of what lies between the bounds. */
function stepWithin([low, high]: Bounds): number {
  let step = 100;
  while (step * 20 <= high - low) step *= 10;
  return step;
}

function roundMoney(hundredths: number, step: number, currency: Currency): string {
  return tellMoney({ hundredths: Math.round(hundredths / step) * step, currency });
}
