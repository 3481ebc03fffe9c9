import { formatDay } from '../core/model/instant.ts';
import { formatMoney } from '../core/model/money.ts';
import type { MoneyView, PartCost } from '../core/money/computeMoney.ts';
import { formulas } from '../core/money/earnedValue.ts';

/** Amounts are texts with their hundredths, so that no reader makes floats of them. */
export function moneyData(money: MoneyView): object {
  const { currency, figures } = money;
  const amount = (hundredths: number | undefined): string | null =>
    hundredths === undefined ? null : formatMoney({ hundredths, currency });
  const index = (value: number | undefined): number | null =>
    value === undefined ? null : value / 10_000;
  const part = ({ key, budget, planned, earned }: PartCost): object => ({
    key,
    budget: amount(budget),
    planned: amount(planned),
    earned: amount(earned),
  });
  return {
    currency: currency ?? null,
    at: formatDay(money.at - 1),
    baseline: money.baseline ?? null,
    budget: amount(money.budget),
    contingency: amount(money.contingency),
    managementReserve: amount(money.managementReserve),
    figures: {
      BAC: amount(figures.budgetAtCompletion),
      PV: amount(figures.plannedValue),
      EV: amount(figures.earnedValue),
      AC: amount(figures.actualCost),
      CV: amount(figures.costVariance),
      SV: amount(figures.scheduleVariance),
      CPI: index(figures.costIndex),
      SPI: index(figures.scheduleIndex),
      EAC: amount(figures.estimateAtCompletion),
      VAC: amount(figures.varianceAtCompletion),
      TCPI: index(figures.toCompleteIndex),
      ES: formatDay(figures.earnedAt - 1),
      'SPI(t)': index(figures.timeIndex),
    },
    formulas,
    withoutHours: figures.withoutHours,
    planned: amount(money.planned),
    notAgreed: money.notAgreed,
    withoutBooking: figures.withoutBooking,
    curve: money.curve.map(({ at, planned, earned, actual }) => ({
      at: formatDay(at),
      planned: amount(planned),
      earned: amount(earned),
      actual: amount(actual),
    })),
    milestones: money.milestones.map(part),
    components: money.components.map(part),
    categories: money.categories.map(part),
    others: money.others.map(each => formatMoney(each)),
    leftOut: money.leftOut.map(({ what, amount: left }) => ({ what, amount: formatMoney(left) })),
  };
}
