import type { Calendar, Interval } from '../../calendar/calendar.ts';
import { dayOf, minutesPerDay, type Instant } from '../../model/instant.ts';
import type { Project } from '../../model/project.ts';
import type { Task } from '../../model/task.ts';
import { readPauses } from '../../schedule/splitWork.ts';
import type { ExportContext } from './exportContext.ts';
import { mspdiDate } from './mspdiText.ts';
import type { TaskEffort } from './taskEffort.ts';

/** The stretches of a task that pauses, each within a day. */
export function workedStretches(
  task: Task,
  effort: TaskEffort,
  { start, calendar, project }: { start: Instant; calendar: Calendar; project: Project },
): readonly Interval[] {
  const pauses = readPauses(task.split, project.durationScale, effort.duration);
  if (pauses.length === 0 || effort.isElapsed) return [];
  const stretches: Interval[] = [];
  let from = start;
  let done = 0;
  for (const { after, length } of [...pauses, { after: effort.duration, length: 0 }]) {
    const to = calendar.addWork(from, after - done);
    addDays(stretches, calendar, { from, to });
    from = calendar.nextWork(calendar.addWork(to, length));
    done = after;
  }
  return stretches;
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
  { plan, schedule }: ExportContext,
): { readonly Stop?: string; readonly Resume?: string } {
  const { done, remaining, duration, isElapsed } = effort;
  const dates = schedule.datesOf(task.id);
  if (!dates || !task.started || done <= 0 || remaining <= 0 || isElapsed) return {};
  const calendar = schedule.calendarOf(task.id);
  const pauses = readPauses(task.split, plan.project.durationScale, duration);
  const before = pauses.filter(pause => pause.after < done);
  const stop = calendar.addWork(
    dates.start,
    before.reduce((sum, pause) => sum + pause.length, done),
  );
  const pause = pauses.find(({ after }) => after === done)?.length ?? 0;
  const resume = pause > 0 ? calendar.nextWork(calendar.addWork(stop, pause)) : stop;
  return { Stop: mspdiDate(stop), Resume: mspdiDate(resume) };
}
