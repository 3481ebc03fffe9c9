import { tellMoney, type Money } from '../model/money.ts';
import type { Project } from '../model/project.ts';

/** An amount that the project names and no figure counts, because it is in another currency. */
export interface LeftOut {
  /** `the budget for tools` */
  readonly what: string;
  readonly amount: Money;
  /** Where it stands in the project file. */
  readonly field: readonly (string | number)[];
}

/** Budgets, reserves and what was paid in another currency than that of the project; costs come with the figures. */
export function findLeftOut({ money, currency }: Project): readonly LeftOut[] {
  if (!money) return [];
  const { budget, contingency, managementReserve, budgets, booked } = money;
  const named: readonly (readonly [string, Money | undefined, LeftOut['field']])[] = [
    ['the budget', budget, ['budget']],
    ['the contingency', contingency, ['contingency']],
    ['the management reserve', managementReserve, ['managementReserve']],
    ...budgets.map(
      ({ part, amount }, place) =>
        [`the budget for ${part}`, amount, ['budgets', place, 'amount']] as const,
    ),
    ...booked.map(
      ({ title, amount }, place) =>
        [`what was paid for “${title}”`, amount, ['booked', place, 'amount']] as const,
    ),
  ];
  return named.flatMap(([what, amount, field]) =>
    amount && (amount.currency ?? currency) !== currency
      ? [{ what, amount, field: ['money', ...field] }]
      : [],
  );
}

/** `The budget for tools, 900 USD, is in none of the figures, because the project reckons in EUR` */
export function tellLeftOut({ what, amount }: LeftOut, currency: string | undefined): string {
  const own = currency ?? 'no currency of its own';
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${tellMoney(amount)}, is in none of the figures, because the project reckons in ${own}`;
}
