import { ok } from '../../core/base/result.ts';
import { referencesTo } from '../../core/commands/references.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { plainItem } from '../../core/interchange/plainItem.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { CliCall, CliContext, CliResult } from '../cliCommand.ts';
import { problemsOf } from '../itemProblems.ts';
import { itemText } from '../itemText.ts';
import { locateProblems } from '../locateProblems.ts';
import { readItem } from '../openItem.ts';
import { todayOf } from '../openPlan.ts';
import { workingDates } from '../scheduleText.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const read = await readItem(words, ctx, 'gantry show T-7KQ3');
  if (!read.ok) return read;
  const { snapshot, folder, item } = read.value;
  const schedule = computeSchedule(snapshot.plan, { today: todayOf(ctx) });
  const dates = schedule.datesOf(item.id);
  const namedBy = [...new Set(referencesTo(snapshot, item.id).map(reference => reference.id))];
  const path = pathOfId(item.id) ?? '';
  const file = `${folder}/${path}`;
  const ofSchedule = schedule.problems.filter(problem => problem.items.includes(item.id));
  return ok({
    kind: 'show',
    data: {
      id: item.id,
      kind: item.kind,
      file,
      readOnly: snapshot.files.get(path)?.isWritable === false,
      item: plainItem(item),
      dates: dates ? plainDates(dates) : null,
      namedBy,
    },
    text: itemText(
      { item, dates: workingDates(schedule, item.id), namedBy, file, plan: snapshot.plan },
      ctx.paint,
    ),
    problems: locateProblems([...problemsOf(snapshot, item.id), ...ofSchedule], snapshot),
    folder,
  });
}
