import { ok } from '../../core/base/result.ts';
import { readScenario } from '../../core/scenario/scenario.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { answerScenario } from '../answerScenario.ts';
import { withErrorsOf } from '../brokenFiles.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { scheduleData } from '../scheduleData.ts';
import { scheduleText } from '../scheduleText.ts';
import { readStatusDate } from '../statusDate.ts';

export async function run(call: CliCall, ctx: CliContext): Promise<CliResult> {
  const { words, values, lists, switches } = call;
  if (words.length > 0)
    return misused(`"${words.join(' ')}" is too much; gantry schedule takes only options`);
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const options = { statusDate: statusDate.value, today: todayOf(ctx) };
  if (lists['with'] !== undefined) {
    const tried = readScenario(snapshot, lists['with']);
    if (!tried.ok) return cannotRun(tried.error, folder);
    return ok({ ...answerScenario(snapshot, tried.value, { options, ctx }), folder });
  }
  if (switches.has('level')) {
    const { levelSchedule } = await import('../levelSchedule.ts');
    return levelSchedule(call, ctx, { snapshot, folder, options });
  }
  if (values['accept'] !== undefined)
    return misused('--accept belongs to --level: gantry schedule --level --accept all');
  const schedule = computeSchedule(snapshot.plan, options);
  return ok({
    kind: 'schedule',
    data: scheduleData(snapshot.plan, schedule),
    text: ctx.format === 'text' ? scheduleText(snapshot.plan, schedule, ctx) : '',
    problems: locateProblems(withErrorsOf(snapshot.problems, schedule.problems), snapshot),
    folder,
    findingsFrom: 'error',
  });
}
