import { formatMoney, tellMoney } from '../core/model/money.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Cut } from '../core/money/findCuts.ts';
import { tellCut, tellCutPrice } from '../core/money/tellCut.ts';
import type { CliContext } from './cliCommand.ts';
import { workText } from './dateText.ts';
import { formatTable } from './textTable.ts';

/** Where money could be saved, for people: what costs the fewest days and the least risk first. */
export function cutsText(plan: Plan, cuts: readonly Cut[], { paint, table }: CliContext): string {
  const head = `\n${paint.bold('Where to cut')}\n`;
  if (cuts.length === 0) return `${head}No cut was found: nothing that is to come costs anything\n`;
  const { currency, durationScale } = plan.project;
  const rows = formatTable(
    cuts,
    [
      { title: 'cut', text: cut => tellCut(plan, cut), isFlexible: true },
      {
        title: 'saves',
        text: ({ saves }) => tellMoney({ hundredths: saves, currency }),
        align: 'right',
      },
      {
        title: 'costs',
        text: cut => tellCutPrice(cut, minutes => workText(minutes, durationScale)),
        isFlexible: true,
      },
    ],
    table,
  );
  return `${head}${rows}Each was tried by scheduling with it; gantry drop ID or gantry assign ID PERSON writes one\n`;
}

/** The same as data; amounts are texts, and lengths working minutes. */
export function cutsData(plan: Plan, cuts: readonly Cut[]): readonly object[] {
  const { currency } = plan.project;
  const amount = (hundredths: number): string => formatMoney({ hundredths, currency });
  return cuts.map(({ saves, later, riskMinutes, riskHundredths, person, ...cut }) => ({
    ...cut,
    person: person ?? null,
    saves: amount(saves),
    laterMinutes: later,
    riskMinutes,
    riskCost: amount(riskHundredths),
  }));
}
