import { ok } from '../../core/base/result.ts';
import { createProblem } from '../../core/model/problem.ts';
import { explainItem } from '../../core/scenario/explainItem.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { withErrorsOf } from '../brokenFiles.ts';
import { locateProblems } from '../locateProblems.ts';
import { readItem } from '../openItem.ts';
import { todayOf } from '../openPlan.ts';
import { readStatusDate } from '../statusDate.ts';
import { whyData } from '../whyData.ts';
import { whyText } from '../whyText.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const statusDate = readStatusDate({ values });
  if (!statusDate.ok) return statusDate;
  const read = await readItem(words, ctx, 'gantry why T-7KQ3');
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { id, kind } = read.value.item;
  if (kind !== 'task' && kind !== 'milestone') {
    const message = `${id} is a ${kind}, and only tasks and milestones have dates that are computed`;
    return cannotRun(createProblem('reference-kind', message, { items: [id] }), folder);
  }
  const options = { statusDate: statusDate.value, today: todayOf(ctx) };
  const schedule = createScheduler();
  const before = schedule(snapshot.plan, options);
  const explained = explainItem({ snapshot, before, schedule, options }, id);
  const isText = ctx.format === 'text';
  const ofItem = before.problems.filter(({ items }) => items.includes(id));
  return ok({
    kind: 'why',
    data: isText ? null : whyData(explained),
    text: isText ? whyText(explained, ctx, values['status-date']) : '',
    problems: locateProblems(withErrorsOf(snapshot.problems, isText ? [] : ofItem), snapshot),
    folder,
  });
}
