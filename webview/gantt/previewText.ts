import type { EditPreview } from '../../src/core/schedule/previewEdits.ts';
import type { Overload } from '../../src/core/schedule/workload.ts';
import { textAt } from './columnar.ts';
import { lastDayOf, shortDay, spokenDay, spokenDays, yearOf } from './dateText.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** What a gesture does to the rest of the plan: for the eye, line by line, and for the ear. */
export interface PreviewText {
  readonly lines: readonly string[];
  /** Goes on after what is said of the bar itself; empty where nothing else changes. */
  readonly spoken: string;
}

/** @param held the ids of what is in hand, which is told of elsewhere */
export function tellPreview(
  preview: EditPreview,
  plan: LoadedPlan,
  held: ReadonlySet<string>,
): PreviewText {
  const { moved, newlyMissed, newlyMet } = preview;
  const others = moved.filter(({ id, after }) => after.kind !== 'summary' && !held.has(id));
  const count = others.length === 0 ? '' : `moves ${others.length} more`;
  const missed = tellItems('misses', newlyMissed, plan);
  const met = tellItems('keeps', newlyMet, plan);
  const finish = tellFinish(preview, plan);
  const overload = tellOverloads(preview.overloaded, plan);
  const said = [finish.spoken, count, missed, met, overload.spoken].filter(text => text !== '');
  return {
    lines: [
      [finish.short, count].filter(text => text !== '').join(', '),
      missed,
      met,
      overload.short,
    ]
      .filter(text => text !== '')
      .map(capitalised),
    spoken: said.map(text => `; ${text}`).join(''),
  };
}

/** Empty where the finish of the plan stays where it is. */
export function tellFinish(
  { finish: { before, after } }: Pick<EditPreview, 'finish'>,
  { view, workingTime }: LoadedPlan,
): { readonly short: string; readonly spoken: string } {
  if (before === after) return { short: '', spoken: '' };
  const minutes = Math.abs(workingTime.workBetween(before, after));
  const days = Math.round((minutes / view.durationScale.minutesPerDay) * 100) / 100;
  const side = after > before ? 'later' : 'earlier';
  const year = yearOf(view.today);
  const day = lastDayOf(after);
  return {
    short: `the plan ends ${shortDay(day, year)}, ${days}d ${side}`,
    spoken: `the plan ends ${spokenDay(day, year)}, ${spokenDays(minutes, view.durationScale.minutesPerDay)} ${side}`,
  };
}

/** `overloads Ada from 9 Mar, 150%, and 2 more` */
function tellOverloads(
  overloads: readonly Overload[],
  { view }: LoadedPlan,
): { readonly short: string; readonly spoken: string } {
  const [first] = overloads;
  if (!first) return { short: '', spoken: '' };
  const name = view.people.find(({ key }) => key === first.person)?.name ?? first.person;
  const year = yearOf(view.today);
  const more = overloads.length > 1 ? `, and ${overloads.length - 1} more` : '';
  const percent = Math.round(first.peak * 100);
  const isAway = !Number.isFinite(first.peak);
  const word = first.days === 1 ? 'on' : 'from';
  const begin = `overloads ${name} ${word} `;
  return {
    short: `${begin}${shortDay(first.firstDay, year)}, ${isAway ? 'a day off' : `${percent}%`}${more}`,
    spoken: `${begin}${spokenDay(first.firstDay, year)}, ${isAway ? 'a day off' : `${percent} percent`}${more}`,
  };
}

/** `misses Beta and 2 more` */
function tellItems(verb: string, ids: readonly string[], plan: LoadedPlan): string {
  const [first] = ids;
  if (first === undefined) return '';
  const row = plan.rowOf(first);
  const title = row === undefined ? '' : textAt(plan.view.rows.title, row);
  const more = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
  return `${verb} ${title === '' ? first : title}${more}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
