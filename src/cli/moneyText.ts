import { formatDay } from '../core/model/instant.ts';
import { tellMoney } from '../core/model/money.ts';
import type { Plan } from '../core/model/plan.ts';
import { formatIndex } from '../core/money/amounts.ts';
import type { MoneyView, PartCost } from '../core/money/computeMoney.ts';
import { formulas } from '../core/money/earnedValue.ts';
import { tellLeftOut } from '../core/money/findLeftOut.ts';
import { tellWithoutBooking } from '../core/money/pairBookings.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** What the plan costs, for people: each figure with how it is made, then its parts. */
export function moneyText(plan: Plan, money: MoneyView, { paint, table }: CliContext): string {
  const { currency, figures } = money;
  if (money.lines.length === 0 && money.others.length === 0) return nothingText;
  const amount = (hundredths: number | undefined): string =>
    hundredths === undefined ? '–' : tellMoney({ hundredths, currency });
  const rows: readonly (readonly [string, string, string])[] = [
    ['BAC', amount(figures.budgetAtCompletion), formulas['BAC'] ?? ''],
    ['PV', amount(figures.plannedValue), formulas['PV'] ?? ''],
    ['EV', amount(figures.earnedValue), formulas['EV'] ?? ''],
    ['AC', amount(figures.actualCost), formulas['AC'] ?? ''],
    ['CV', amount(figures.costVariance), formulas['CV'] ?? ''],
    ['SV', amount(figures.scheduleVariance), formulas['SV'] ?? ''],
    ['CPI', formatIndex(figures.costIndex), formulas['CPI'] ?? ''],
    ['SPI', formatIndex(figures.scheduleIndex), formulas['SPI'] ?? ''],
    ['EAC', amount(figures.estimateAtCompletion), formulas['EAC'] ?? ''],
    ['VAC', amount(figures.varianceAtCompletion), formulas['VAC'] ?? ''],
    ['TCPI', formatIndex(figures.toCompleteIndex), formulas['TCPI'] ?? ''],
    ['ES', formatDay(figures.earnedAt - 1), formulas['ES'] ?? ''],
    ['SPI(t)', formatIndex(figures.timeIndex), formulas['SPI(t)'] ?? ''],
  ];
  const against = money.baseline === undefined ? '' : `, against ${money.baseline}`;
  const lines = [
    `${paint.bold(oneLine(plan.project.name))} on ${formatDay(money.at - 1)}${oneLine(against)}\n`,
    formatTable(
      rows,
      [
        { title: 'figure', text: ([name]) => name },
        { title: 'value', text: ([, value]) => value, align: 'right' },
        { title: 'is', text: ([, , how]) => how, isFlexible: true },
      ],
      table,
    ),
    budgetLine(money, amount),
    partTable('milestone', money.milestones, { amount, table }),
    partTable('component', money.components, { amount, table }),
    partTable('category', money.categories, { amount, table }),
    ...money.others.map(each => `Not reckoned in: ${tellMoney(each)}\n`),
    ...money.leftOut.map(each => `${oneLine(tellLeftOut(each, currency))}\n`),
    figures.withoutHours.length === 0
      ? ''
      : `Nobody told the hours of ${plural(figures.withoutHours.length, 'task')} with progress; what they earned counts as what they cost: ${figures.withoutHours.slice(0, 5).join(', ')}${figures.withoutHours.length > 5 ? ', …' : ''}\n`,
    ...money.notAgreed.map(line => `${oneLine(line)}\n`),
    ...tellWithoutBooking(figures.withoutBooking).map(line => `${oneLine(line)}\n`),
  ];
  return lines.filter(line => line !== '').join('\n');
}

const nothingText =
  'Nothing in the plan costs anything yet: give hours a rate with gantry set project money.hourRate=80, or in private.yaml, which git ignores; give a task a cost with gantry set ID cost=1200\n';

function budgetLine(money: MoneyView, amount: (hundredths: number | undefined) => string): string {
  const { budget, contingency, managementReserve, planned } = money;
  const parts = [
    ...(budget === undefined
      ? []
      : [`budget ${amount(budget)}, ${leftOf(budget - planned, amount)}`]),
    ...(contingency === undefined ? [] : [`contingency ${amount(contingency)}`]),
    ...(managementReserve === undefined ? [] : [`management reserve ${amount(managementReserve)}`]),
  ];
  return parts.length === 0 ? '' : `${parts.join('; ')}\n`;
}

function leftOf(left: number, amount: (hundredths: number) => string): string {
  return left >= 0 ? `of which the plan leaves ${amount(left)}` : `exceeded by ${amount(-left)}`;
}

function partTable(
  title: string,
  parts: readonly PartCost[],
  {
    amount,
    table,
  }: {
    readonly amount: (hundredths: number | undefined) => string;
    readonly table: CliContext['table'];
  },
): string {
  const hasBudget = parts.some(({ budget }) => budget !== undefined);
  return formatTable(
    parts,
    [
      { title, text: ({ key }) => key, isFlexible: true },
      { title: 'costs', text: ({ planned }) => amount(planned), align: 'right' },
      { title: 'earned', text: ({ earned }) => amount(earned), align: 'right' },
      {
        title: 'budget',
        text: ({ budget }) => (hasBudget ? amount(budget) : ''),
        align: 'right',
      },
    ],
    table,
  );
}
