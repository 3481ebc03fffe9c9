import type { Problem } from '../core/model/problem.ts';
import { checkMoney } from '../core/money/checkMoney.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import type { CliContext } from './cliCommand.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { readRates } from './readRates.ts';

/** What is wrong with rates, costs and budgets. */
export async function findMoneyProblems(
  read: ReadPlan,
  schedule: Schedule,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  const { rates, problems } = await readRates(read, ctx);
  return [...problems, ...checkMoney(read.snapshot.plan, schedule, { rates, at: todayOf(ctx) })];
}
