import type { Plan } from '../core/model/plan.ts';
import type { MoneyView } from '../core/money/computeMoney.ts';
import type { Cut } from '../core/money/findCuts.ts';
import type { CliContext } from './cliCommand.ts';
import { cutsData, cutsText } from './cutsText.ts';
import { moneyData } from './moneyData.ts';
import { moneyText } from './moneyText.ts';

/** What the plan costs, and where to cut when that was asked for, as data and for people. */
export function moneyAnswer(
  plan: Plan,
  { money, cuts }: { readonly money: MoneyView; readonly cuts: readonly Cut[] | undefined },
  ctx: CliContext,
): { readonly data: object; readonly text: string } {
  const more = cuts ? { cuts: cutsData(plan, cuts) } : {};
  const text =
    ctx.format === 'text'
      ? moneyText(plan, money, ctx) + (cuts ? cutsText(plan, cuts, ctx) : '')
      : '';
  return { data: { ...moneyData(money), ...more }, text };
}
