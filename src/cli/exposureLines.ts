import { tellMoney } from '../core/model/money.ts';
import { ratingNames } from '../core/model/risk.ts';
import { exposureTotals, isUnknown, type TotalsByRating } from '../core/views/exposureTotals.ts';
import type { ExposureView, RiskRegisterView } from '../core/views/riskRegisterView.ts';

/** What threats and opportunities come to, a line each; empty where no exposure is known. */
export function exposureLines(register: RiskRegisterView): string {
  const { threats, opportunities } = exposureTotals(register.rows);
  return `${lineOf('Threat exposure', threats, register)}${lineOf('Expected gain', opportunities, register)}`;
}

function lineOf(title: string, totals: TotalsByRating, register: RiskRegisterView): string {
  if (isUnknown(totals)) return '';
  const parts = ratingNames.map(name => `${name} ${exposureText(totals[name], register)}`);
  return `${title}: ${parts.join(', ')}\n`;
}

/** Days and whole units of money; a gain is told as such, without a sign. */
function exposureText(
  { minutes, hundredths }: ExposureView,
  { minutesPerDay, currency }: RiskRegisterView,
): string {
  const days =
    minutes === undefined ? [] : [`${Math.round((Math.abs(minutes) / minutesPerDay) * 10) / 10}d`];
  const whole = Math.round(Math.abs(hundredths ?? 0) / 100) * 100;
  const money = hundredths === undefined ? [] : [tellMoney({ hundredths: whole, currency })];
  const parts = [...days, ...money];
  return parts.length === 0 ? 'unknown' : parts.join(' and ');
}
