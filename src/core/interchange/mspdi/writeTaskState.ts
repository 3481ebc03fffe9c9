import type { Calendar } from '../../calendar/calendar.ts';
import type { DatedConstraint } from '../../model/constraint.ts';
import { durationMinutes } from '../../model/duration.ts';
import type { Instant, PlanDate } from '../../model/instant.ts';
import type { Task } from '../../model/task.ts';
import { finishMoment, startMoment } from '../../schedule/dateMeaning.ts';
import { isScheduledBack } from '../../schedule/projectStart.ts';
import type { ItemDates } from '../../schedule/schedule.ts';
import { constraintKinds } from './constraintKinds.ts';
import type { ExportContext } from './exportContext.ts';
import { mspdiDate, mspdiDuration } from './mspdiText.ts';
import type { TaskEffort } from './taskEffort.ts';

/** How far a task is; of a summary a share alone. */
export function writeProgress(
  { xml, plan, schedule }: ExportContext,
  task: Task,
  effort: TaskEffort,
  summary: ItemDates | undefined,
): void {
  const dates = schedule.datesOf(task.id);
  const moment = (at: Instant | undefined): string | undefined =>
    at === undefined ? undefined : mspdiDate(at);
  const { started, finished, spent } = task;
  xml.leaf('FixedCost', task.cost?.hundredths);
  xml.leaf('PercentComplete', summary ? summaryPercent(task, summary) : effort.percent);
  if (summary) return;
  xml.leaves({
    ActualStart: moment(started?.hasTime ? started.at : started && (dates?.start ?? started.at)),
    ActualFinish: moment(
      finished?.hasTime ? finished.at : finished && (dates?.finish ?? finished.at),
    ),
    ActualDuration: mspdiDuration(effort.done),
    ActualWork: spent && mspdiDuration(durationMinutes(spent, plan.project.durationScale)),
    RemainingDuration: mspdiDuration(effort.remaining),
  });
}

/** The format tells how far a summary is by this alone: here that is its status. */
function summaryPercent({ status }: Task, { progress }: ItemDates): number {
  if (status === 'done') return 100;
  if (status !== 'doing' && status !== 'review') return 0;
  return Math.max(1, Math.min(99, Math.round(progress * 100)));
}

/** When it may be placed, and on which calendar. */
export function writeConstraint(ctx: ExportContext, task: Task, isSummary: boolean): void {
  const { xml, plan, schedule, numbers } = ctx;
  const { constraint, deadline } = task;
  const calendar = schedule.calendarOf(task.id);
  const ordinary = isScheduledBack(plan.project) && !isSummary ? 'ALAP' : 'ASAP';
  const own = task.calendar === undefined ? undefined : numbers.calendar.get(task.calendar);
  xml.leaves({
    ConstraintType: constraintKinds.indexOf(constraint?.kind ?? ordinary),
    CalendarUID: own ?? -1,
    ConstraintDate:
      constraint && 'date' in constraint ? constraintDate(constraint, calendar) : undefined,
    Deadline: deadline && mspdiDate(finishMoment(deadline, calendar)),
    IgnoreResourceCalendar: own !== undefined && !task.keepsPeopleHours,
  });
}

function constraintDate(
  { kind, date }: { readonly kind: DatedConstraint; readonly date: PlanDate },
  calendar: Calendar,
): string {
  const isStart = kind === 'SNET' || kind === 'SNLT' || kind === 'MSO';
  return mspdiDate(isStart ? startMoment(date, calendar) : finishMoment(date, calendar));
}
