import type { Calendar, Interval } from '../calendar/calendar.ts';
import type { DurationScale } from '../model/duration.ts';
import type { Instant } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates } from './schedule.ts';
import { readPauses } from './splitWork.ts';

const none: readonly Interval[] = [];

/**
 * [SPLIT-1] Where the pauses of a task lie between its start and its finish, in order. Those behind
 * what is done are counted from the start, and those to come back from the finish, as what is left
 * of begun work may have been put off ([SPLIT-2]).
 *
 * @param calendar the one that governs the task
 */
export function findPauses(
  task: Pick<Task, 'split'>,
  dates: ItemDates,
  { calendar, scale }: { readonly calendar: Calendar; readonly scale: DurationScale },
): readonly Interval[] {
  if (task.split.length < 2 || dates.kind !== 'task') return none;
  const pauses = readPauses(task.split, scale, dates.durationMinutes);
  const done = Math.round(dates.durationMinutes * dates.progress);
  const advance = (at: Instant, minutes: number): Instant =>
    dates.isElapsed ? at + minutes : calendar.addWork(at, minutes);
  const workStart = (at: Instant): Instant => (dates.isElapsed ? at : calendar.nextWork(at));
  const workEnd = (at: Instant): Instant => (dates.isElapsed ? at : calendar.previousWork(at));
  const all = pauses.reduce((sum, { length }) => sum + length, 0);
  const found: Interval[] = [];
  let before = 0;
  for (const { after, length } of pauses) {
    const isToCome = after > done;
    const toGo = dates.durationMinutes - after + all - before;
    const from = isToCome
      ? workEnd(advance(dates.finish, -toGo))
      : advance(dates.start, after + before);
    before += length;
    const to =
      after < done
        ? workStart(advance(from, length))
        : workStart(advance(dates.finish, length - toGo));
    if (from > dates.start && from < to && to < dates.finish) found.push({ from, to });
  }
  return found;
}
