import type { Problem } from '../core/model/problem.ts';
import { checkMoney } from '../core/money/checkMoney.ts';
import { findPeopleProblems } from '../core/people/checkPeople.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import type { CliContext } from './cliCommand.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { readRates } from './readRates.ts';

/** What is wrong with the people, and with what their work and all else costs. */
export async function findWorkProblems(
  read: ReadPlan,
  schedule: Schedule,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  const { rates, problems } = await readRates(read, ctx);
  return [
    ...findPeopleProblems(read.snapshot.plan, schedule),
    ...problems,
    ...checkMoney(read.snapshot.plan, schedule, { rates, at: todayOf(ctx) }),
  ];
}
