import type { Calendar, Interval } from '../../calendar/calendar.ts';
import { dayOf, minutesPerDay, type Instant } from '../../model/instant.ts';
import type { Task } from '../../model/task.ts';
import { readPauses, type Pause } from '../../schedule/splitWork.ts';
import type { ExportContext } from './exportContext.ts';
import { supposedStart } from './movedDates.ts';
import { mspdiDate } from './mspdiText.ts';
import type { TaskEffort } from './taskEffort.ts';

/** The stretches of a task that pauses by its own plan, each within a day. */
export function workedStretches(
  task: Task,
  effort: TaskEffort,
  ctx: ExportContext,
): readonly Interval[] {
  const dates = task.split.length > 1 ? ctx.schedule.datesOf(task.id) : undefined;
  const pauses = dates ? pausesOf(task, effort, ctx) : [];
  if (!dates || pauses.length === 0 || effort.isElapsed) return [];
  const calendar = ctx.schedule.calendarOf(task.id);
  const stretches: Interval[] = [];
  let from = dates.start;
  let done = 0;
  for (const { after, length } of [...pauses, { after: effort.duration, length: 0 }]) {
    const to = calendar.addWork(from, after - done);
    addDays(stretches, calendar, { from, to });
    from = calendar.nextWork(calendar.addWork(to, length));
    done = after;
  }
  return stretches;
}

/** Its own pauses, and the one up to the status date where that moves what is left. */
function pausesOf(
  task: Task,
  effort: TaskEffort,
  { plan, schedule, moved }: ExportContext,
): readonly Pause[] {
  const own = readPauses(task.split, plan.project.durationScale, effort.duration);
  const dates = schedule.datesOf(task.id);
  const { done, remaining } = effort;
  if (!moved || !dates || task.finished || task.pinned || done <= 0 || remaining <= 0) return own;
  const calendar = schedule.calendarOf(task.id);
  const stop = stopOf(own, done, { start: dates.start, calendar });
  const planned = own.find(({ after }) => after === done)?.length ?? 0;
  const length = calendar.workBetween(stop, moved.statusAt);
  if (length <= planned) return own;
  const others = own.filter(({ after }) => after !== done);
  return [...others, { after: done, length }].sort((a, b) => a.after - b.after);
}

/** Where what is done of a task ends. */
function stopOf(
  pauses: readonly Pause[],
  done: number,
  { start, calendar }: { readonly start: Instant; readonly calendar: Calendar },
): Instant {
  const before = pauses.filter(pause => pause.after < done);
  return calendar.addWork(
    start,
    before.reduce((sum, pause) => sum + pause.length, done),
  );
}

function addDays(stretches: Interval[], calendar: Calendar, { from, to }: Interval): void {
  for (let day = dayOf(from); day * minutesPerDay < to; day++) {
    const begin = calendar.nextWork(Math.max(from, day * minutesPerDay));
    const end = calendar.previousWork(Math.min(to, (day + 1) * minutesPerDay));
    if (begin < end) stretches.push({ from: begin, to: end });
  }
}

/** Of begun work: where it stopped, and where it resumes after the pause that follows. */
export function stopAndResume(
  task: Task,
  effort: TaskEffort,
  ctx: ExportContext,
): { readonly Stop?: string; readonly Resume?: string } {
  const { done, remaining, isElapsed } = effort;
  const dates = ctx.schedule.datesOf(task.id);
  const hasBegun = task.started !== undefined || supposedStart(ctx, task, effort) !== undefined;
  if (!dates || !hasBegun || done <= 0 || remaining <= 0 || isElapsed) return {};
  const calendar = ctx.schedule.calendarOf(task.id);
  const pauses = pausesOf(task, effort, ctx);
  const stop = stopOf(pauses, done, { start: dates.start, calendar });
  const pause = pauses.find(({ after }) => after === done)?.length ?? 0;
  const resume = pause > 0 ? calendar.nextWork(calendar.addWork(stop, pause)) : stop;
  return { Stop: mspdiDate(stop), Resume: mspdiDate(resume) };
}
