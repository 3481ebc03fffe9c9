import { exceptionDays } from '../calendar/repeatedDays.ts';
import type { CalendarException, Person } from '../model/project.ts';

/** Days on which all are away; of several partial days, the one with the most time left. */
export function commonLeave(people: readonly Person[]): readonly CalendarException[] {
  const [first, ...others] = people;
  return others.reduce(
    (common, person) => sharedLeave(common, inOrder(person.leave)),
    others.length === 0 ? (first?.leave ?? []) : inOrder(first?.leave ?? []),
  );
}

/** Days that repeat each on their own, by their beginning. */
function inOrder(leave: readonly CalendarException[]): readonly CalendarException[] {
  const listed = leave.flatMap(each =>
    each.repeats ? Array.from(exceptionDays(each), day => ({ ...each, ...dayAlone(day) })) : [each],
  );
  return listed.sort((a, b) => a.fromDay - b.fromDay);
}

function dayAlone(day: number): Pick<CalendarException, 'fromDay' | 'toDay' | 'repeats'> {
  return { fromDay: day, toDay: day, repeats: undefined };
}

/** Both in the order of their beginnings, as the answer is. */
function sharedLeave(
  a: readonly CalendarException[],
  b: readonly CalendarException[],
): readonly CalendarException[] {
  const longest = b.reduce((most, { fromDay, toDay }) => Math.max(most, toDay - fromDay), 0);
  const shared: CalendarException[] = [];
  let from = 0;
  for (const left of a) {
    while ((b[from]?.fromDay ?? Infinity) < left.fromDay - longest) from++;
    for (let i = from; i < b.length; i++) {
      const right = b[i];
      if (!right || right.fromDay > left.toDay) break;
      const fromDay = Math.max(left.fromDay, right.fromDay);
      const toDay = Math.min(left.toDay, right.toDay);
      const present = minutesOf(left) >= minutesOf(right) ? left : right;
      if (fromDay <= toDay) shared.push({ ...present, fromDay, toDay });
    }
  }
  return shared.sort((x, y) => x.fromDay - y.fromDay);
}

function minutesOf({ shifts }: CalendarException): number {
  return shifts.reduce((sum, { from, to }) => sum + to - from, 0);
}
