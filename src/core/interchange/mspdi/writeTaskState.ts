import type { Calendar } from '../../calendar/calendar.ts';
import type { Constraint } from '../../model/constraint.ts';
import { durationMinutes } from '../../model/duration.ts';
import type { Instant } from '../../model/instant.ts';
import type { Task } from '../../model/task.ts';
import { finishMoment, startMoment } from '../../schedule/dateMeaning.ts';
import { isScheduledBack } from '../../schedule/projectStart.ts';
import type { ItemDates } from '../../schedule/schedule.ts';
import { constraintKinds } from './constraintKinds.ts';
import type { ExportContext } from './exportContext.ts';
import { movedStart, supposedStart } from './movedDates.ts';
import { mspdiDate, mspdiDuration } from './mspdiText.ts';
import type { TaskEffort } from './taskEffort.ts';

/** How far a task is; of a summary a share alone. */
export function writeProgress(
  ctx: ExportContext,
  task: Task,
  effort: TaskEffort,
  summary: ItemDates | undefined,
): void {
  const { xml, plan, schedule } = ctx;
  const dates = schedule.datesOf(task.id);
  const moment = (at: Instant | undefined): string | undefined =>
    at === undefined ? undefined : mspdiDate(at);
  const { started, finished, spent } = task;
  const begun = started ? (dates?.start ?? started.at) : supposedStart(ctx, task, effort);
  xml.leaf('FixedCost', task.cost?.hundredths);
  xml.leaf('PercentComplete', summary ? summaryPercent(task, summary) : effort.percent);
  if (summary) return;
  xml.leaves({
    ActualStart: moment(started?.hasTime ? started.at : begun),
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
  const held = isSummary ? undefined : movedStart(ctx, task);
  const own = task.calendar === undefined ? undefined : numbers.calendar.get(task.calendar);
  xml.leaves({
    ConstraintType: constraintKinds.indexOf(
      held === undefined ? (constraint?.kind ?? ordinary) : 'SNET',
    ),
    CalendarUID: own ?? -1,
    ConstraintDate: held === undefined ? constraintDate(constraint, calendar) : mspdiDate(held),
    Deadline: deadline && mspdiDate(finishMoment(deadline, calendar)),
    IgnoreResourceCalendar: own !== undefined && !task.keepsPeopleHours,
  });
}

function constraintDate(
  constraint: Constraint | undefined,
  calendar: Calendar,
): string | undefined {
  if (!constraint || !('date' in constraint)) return undefined;
  const { kind, date } = constraint;
  const isStart = kind === 'SNET' || kind === 'SNLT' || kind === 'MSO';
  return mspdiDate(isStart ? startMoment(date, calendar) : finishMoment(date, calendar));
}
