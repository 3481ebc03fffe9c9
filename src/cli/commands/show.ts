import { referencesTo } from '../../core/commands/references.ts';
import { resolveItem } from '../../core/commands/resolveId.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { plainItem } from '../../core/interchange/plainItem.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { problemsOf } from '../itemProblems.ts';
import { itemText } from '../itemText.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { workingDates } from '../scheduleText.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [text, ...rest] = words;
  if (text === undefined || rest.length > 0) return misused('Name one id: gantry show T-7KQ3');
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const found = resolveItem(snapshot, text);
  if (!found.ok) return cannotRun(found.error, folder);
  const item = found.value;
  const schedule = computeSchedule(snapshot.plan, { today: todayOf(ctx) });
  const dates = schedule.datesOf(item.id);
  const namedBy = [...new Set(referencesTo(snapshot, item.id).map(reference => reference.id))];
  const path = pathOfId(item.id) ?? '';
  const file = `${folder}/${path}`;
  const ofSchedule = schedule.problems.filter(problem => problem.items.includes(item.id));
  const value = {
    kind: 'show',
    data: {
      id: item.id,
      kind: item.kind,
      file,
      readOnly: snapshot.files.get(path)?.isWritable === false,
      item: plainItem(item),
      dates: dates ? plainDates(dates, schedule.calendar) : null,
      namedBy,
    },
    text: itemText(
      { item, dates: workingDates(schedule, item.id), namedBy, file, plan: snapshot.plan },
      ctx.paint,
    ),
    problems: locateProblems([...problemsOf(snapshot, item.id), ...ofSchedule], snapshot),
    folder,
  };
  return { ok: true, value };
}
