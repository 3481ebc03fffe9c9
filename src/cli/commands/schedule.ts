import { ok } from '../../core/base/result.ts';
import { parsePlanDate } from '../../core/model/instant.ts';
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
import { errorsOf } from '../brokenFiles.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { scheduleData } from '../scheduleData.ts';
import { scheduleText } from '../scheduleText.ts';

export async function run({ words, values, lists }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused(`"${words.join(' ')}" is too much; gantry schedule takes only options`);
  const text = values['status-date'];
  const statusDate = text === undefined ? undefined : parsePlanDate(text);
  if (text !== undefined && !statusDate) {
    return misused(`"${text}" is no date; write --status-date 2026-03-01`);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const options = { statusDate, today: todayOf(ctx) };
  if (lists['with'] !== undefined) {
    const tried = readScenario(snapshot, lists['with']);
    if (!tried.ok) return cannotRun(tried.error, folder);
    return ok({ ...answerScenario(snapshot, tried.value, { options, ctx }), folder });
  }
  const schedule = computeSchedule(snapshot.plan, options);
  return ok({
    kind: 'schedule',
    data: scheduleData(snapshot.plan, schedule),
    text: ctx.format === 'text' ? scheduleText(snapshot.plan, schedule, ctx) : '',
    problems: locateProblems([...errorsOf(snapshot.problems), ...schedule.problems], snapshot),
    folder,
    findingsFrom: 'error',
  });
}
