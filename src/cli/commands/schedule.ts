import { ok } from '../../core/base/result.ts';
import { outlineTasks } from '../../core/interchange/outlineOrder.ts';
import { plainDates } from '../../core/interchange/plainDates.ts';
import { formatInstant, parsePlanDate } from '../../core/model/instant.ts';
import type { Plan } from '../../core/model/plan.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { errorsOf } from '../brokenFiles.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { scheduleText } from '../scheduleText.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
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
  const schedule = computeSchedule(snapshot.plan, { statusDate, today: todayOf(ctx) });
  return ok({
    kind: 'schedule',
    data: scheduleData(snapshot.plan, schedule),
    text: ctx.format === 'text' ? scheduleText(snapshot.plan, schedule, ctx) : '',
    problems: locateProblems([...errorsOf(snapshot.problems), ...schedule.problems], snapshot),
    folder,
    findingsFrom: 'error',
  });
}

/** Tasks in outline order; those that cannot be placed have no dates and are listed in `undated`. */
function scheduleData(plan: Plan, schedule: Schedule): object {
  const tasks: object[] = [];
  const undated: object[] = [];
  for (const { task } of outlineTasks(plan, schedule)) {
    const { id, title, origin = null } = task;
    const dates = schedule.datesOf(id);
    if (dates)
      tasks.push({ id, title, origin, kind: dates.kind, ...plainDates(dates, schedule.calendar) });
    else undated.push({ id, title, origin, status: task.status });
  }
  const milestones = [...plan.milestones.values()].flatMap(({ id, title, origin = null }) => {
    const dates = schedule.datesOf(id);
    return dates ? [{ id, title, origin, ...plainDates(dates, schedule.calendar) }] : [];
  });
  const start = formatInstant(schedule.start);
  const finish = formatInstant(schedule.finish);
  return { project: { name: plan.project.name, start, finish }, tasks, milestones, undated };
}
