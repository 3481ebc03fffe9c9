import { ok } from '../../core/base/result.ts';
import { checkMoney } from '../../core/money/checkMoney.ts';
import { computeMoney, findBaseline } from '../../core/money/computeMoney.ts';
import { findCuts } from '../../core/money/findCuts.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { locateProblems } from '../locateProblems.ts';
import { moneyAnswer } from '../moneyAnswer.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { readRates } from '../readRates.ts';
import { figuresDayOf, readStatusDate } from '../statusDate.ts';

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  if (words.length > 0) return misused('gantry money takes only options');
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const name = values['baseline'];
  const baseline = name === undefined ? undefined : findBaseline(plan, name);
  if (name !== undefined && !baseline)
    return misused(
      `There is no baseline ${name}; there is ${[...plan.baselines.keys()].join(', ') || 'none'}`,
    );
  const { rates, problems } = await readRates(read.value, ctx);
  const today = todayOf(ctx);
  const schedule = computeSchedule(plan, { today, statusDate: statusDate.value });
  const at = figuresDayOf(plan, statusDate.value, today);
  const money = computeMoney(plan, schedule, { rates, at, baseline });
  const options = { today, statusDate: statusDate.value };
  const cuts = switches.has('cuts') ? findCuts(plan, rates, options) : undefined;
  return ok({
    kind: 'money',
    ...moneyAnswer(plan, { money, cuts }, ctx),
    problems: locateProblems(
      [...errorsOf(snapshot.problems), ...problems, ...checkMoney(plan, schedule, { rates, at })],
      snapshot,
    ),
    folder,
  });
}
