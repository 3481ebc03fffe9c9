import { ok } from '../../core/base/result.ts';
import { formatDay, minutesPerDay } from '../../core/model/instant.ts';
import { computeProgress, endOfDay } from '../../core/progress/computeProgress.ts';
import { computeGoals } from '../../core/progress/computeGoals.ts';
import { computeIterations } from '../../core/progress/computeIterations.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { goalData, iterationsData, tellProgress } from '../goalsText.ts';
import { readPastGoals } from '../pastGoals.ts';
import { readStatusDate } from '../statusDate.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0) return misused('gantry progress takes only options');
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const today = todayOf(ctx);
  const schedule = computeSchedule(plan, { today, statusDate: statusDate.value });
  const at = endOfDay((statusDate.value ?? plan.project.statusDate)?.at ?? today);
  const progress = computeProgress(plan, schedule, at);
  const iterations = computeIterations(plan, schedule, at);
  const goals = computeGoals(plan, await readPastGoals(plan, folder, ctx), ctx.host.now());
  const { weeks, ...rest } = progress;
  return ok({
    kind: 'progress',
    data: {
      at: formatDay(at - 1),
      ...rest,
      weeksLeft: rest.weeksLeft ?? null,
      cycle: rest.cycle ?? null,
      weeks: weeks.map(({ firstDay, ...week }) => ({
        from: formatDay(firstDay * minutesPerDay),
        ...week,
      })),
      iterations: iterations ? iterationsData(iterations) : null,
      goals: goals.map(goalData),
    },
    text: ctx.format === 'text' ? tellProgress({ plan, progress, iterations, goals }, ctx) : '',
    problems: errorsOf(snapshot.problems),
    folder,
  });
}
