import type { Problem } from '../core/model/problem.ts';
import { checkMoney } from '../core/money/checkMoney.ts';
import { figuresDay } from '../core/money/figuresDay.ts';
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
  const { plan } = read.snapshot;
  const at = figuresDay(plan.project.statusDate, todayOf(ctx));
  const { rates, problems } = await readRates(read, ctx);
  return [
    ...findPeopleProblems(plan, schedule),
    ...problems,
    ...checkMoney(plan, schedule, { rates, at }),
  ];
}
