import type { LoadWindow, PeopleView } from '../../src/core/views/peopleView.ts';
import { shortDay } from '../gantt/dateText.ts';
import { civilDate } from '../../src/core/model/instant.ts';
import type { WeekWindow } from './weekWindow.ts';

/** `2 Mar`: the Monday of a week of the view. */
export function weekText(view: PeopleView, week: number): string {
  return shortDay(view.firstDay + week * 7, civilDate(view.today).year);
}

/** `32 hours`, of minutes. */
export function hoursText(minutes: number): string {
  const hours = Math.round((minutes / 60) * 10) / 10;
  return `${hours} hour${hours === 1 ? '' : 's'}`;
}

/** `Ada, week of 2 Mar: 48 hours of work in 40 hours, too much; 2 days away` */
export function readWeek(
  view: PeopleView,
  name: string,
  { cells, at, week }: { readonly cells: LoadWindow; readonly at: number; readonly week: number },
): string {
  const [given, work, away] = [cells.given[at] ?? 0, cells.work[at] ?? 0, cells.away[at] ?? 0];
  const wanted = cells.unassigned[at] ?? 0;
  const nobody = wanted === 0 ? '' : `, and ${hoursText(wanted)} given to nobody yet`;
  const load =
    work === 0
      ? `nothing to do in ${hoursText(given)}`
      : `${hoursText(work)} of work in ${hoursText(given)}`;
  const over =
    cells.over[at] !== 1 ? '' : work + wanted > given ? ', too much' : ', too much on some days';
  const leave = away === 0 ? '' : `; ${away} day${away === 1 ? '' : 's'} away`;
  return `${name}, week of ${weekText(view, week)}: ${load}${nobody}${over}${leave}`;
}

/** So many weeks are named in the words for a lane. */
const mostNamed = 3;

/** What a lane shows, for the ear: `Work in 12 of 26 weeks, too much in the weeks of 2 Mar, 9 Mar`. */
export function laneText(view: PeopleView, cells: LoadWindow, { from }: WeekWindow): string {
  const busy = cells.work.reduce((sum, minutes) => sum + (minutes > 0 ? 1 : 0), 0);
  const full = [...cells.over.keys()].filter(at => cells.over[at] === 1);
  const named = full.slice(0, mostNamed).map(at => weekText(view, from + at));
  const more = full.length > mostNamed ? ` and ${full.length - mostNamed} more` : '';
  const wanted = cells.unassigned.reduce((sum, minutes) => sum + minutes, 0);
  const nobody = wanted === 0 ? '' : `, ${hoursText(wanted)} given to nobody yet`;
  const over =
    full.length === 0
      ? ''
      : `, too much in the week${full.length === 1 ? '' : 's'} of ${named.join(', ')}${more}`;
  return `Work in ${busy} of ${cells.work.length} weeks${nobody}${over}`;
}
