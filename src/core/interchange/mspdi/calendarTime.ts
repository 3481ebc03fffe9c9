import { exceptionDays, isExceptionWithin } from '../../calendar/repeatedDays.ts';
import type { CalendarException, CalendarRules, Project } from '../../model/project.ts';
import { lastProjectDay } from './boundRepetition.ts';
import { layPeriods } from './layPeriods.ts';
import { layRanges, type RankedRange } from './layRanges.ts';
import { hasNightIn, nightWindow, splitNights } from './splitNights.ts';
import type { WrittenTime } from './writtenTime.ts';

/** A calendar with what it has of its base, since only the calendars of people may have one there. */
export function wholeTime(rules: CalendarRules, project: Project): WrittenTime {
  const chain = chainOf(rules, project);
  const week = [0, 1, 2, 3, 4, 5, 6].map(
    day => chain.map(each => each.week[day]).find(shifts => shifts !== undefined) ?? [],
  );
  const time = { week, ...chainTime(chain) };
  return chain.some(hasNightIn) ? splitNights(time, rules, project) : time;
}

/** The last day up to which a calendar can be written with all that it says; undefined for all. */
export function lastDayWritten(rules: CalendarRules, project: Project): number | undefined {
  const chain = chainOf(rules, project);
  if (!chain.some(hasNightIn)) return undefined;
  const { toDay } = nightWindow(project);
  const changes = chain.flatMap(({ periods = [], exceptions }) => [
    ...periods,
    ...exceptions.filter(({ repeats }) => repeats),
  ]);
  const isCut = changes.some(change =>
    isExceptionWithin(change, Math.max(toDay + 1, change.fromDay), lastProjectDay),
  );
  return isCut ? toDay : undefined;
}

/** What a calendar itself says over its base. */
export function ownTime(rules: CalendarRules): WrittenTime {
  return { week: rules.week, ...chainTime([rules]) };
}

/** Days away, which have no week of their own. */
export function leaveTime(leave: readonly CalendarException[]): WrittenTime {
  return { week: [], periods: [], exceptions: layExceptions([leave]) };
}

/** From the calendar itself to the outermost base. */
function chainOf(rules: CalendarRules, project: Project): readonly CalendarRules[] {
  const chain = [rules];
  for (let key = rules.base; key !== undefined;) {
    const base = project.calendars.get(key);
    if (!base || chain.includes(base)) break;
    chain.push(base);
    key = base.base;
  }
  return chain;
}

function chainTime(chain: readonly CalendarRules[]): Omit<WrittenTime, 'week'> {
  return {
    periods: layPeriods(chain.flatMap(({ periods = [] }) => [...periods].reverse())),
    exceptions: layExceptions(chain.map(({ exceptions }) => exceptions)),
  };
}

/**
 * Here the later of two exceptions wins and those of a calendar over those of its base; there the
 * earlier wins, and single ones over all that repeat.
 *
 * @param lists of the calendar itself first
 */
function layExceptions(
  lists: readonly (readonly CalendarException[])[],
): readonly CalendarException[] {
  const ranges: RankedRange[] = [];
  const repeated: CalendarException[] = [];
  lists.forEach((exceptions, rank) => {
    const backward = [...exceptions].reverse();
    const single = backward.filter(({ repeats }) => !repeats);
    // Where a base would win there, the days on which the calendar repeats are written singly.
    const hidden = repeated.flatMap(own => daysHiddenBy(own, exceptions));
    ranges.push(...hidden.map(day => ({ ...day, rank: rank - 0.5 })));
    ranges.push(...single.map(range => ({ ...range, rank })));
    repeated.push(...backward.filter(({ repeats }) => repeats));
  });
  return [...layRanges(ranges), ...repeated];
}

const ranks = { yearly: 1, monthly: 2, weekly: 3, daily: 4 } as const;

function rankOf({ repeats }: CalendarException): number {
  return repeats ? ranks[repeats.pattern.kind] : 0;
}

/** The days of a repetition on which an exception of a base would take its place. */
function daysHiddenBy(
  own: CalendarException,
  exceptions: readonly CalendarException[],
): readonly CalendarException[] {
  const rarer = exceptions.filter(base => rankOf(base) < rankOf(own));
  if (rarer.length === 0) return [];
  const days = new Set(rarer.flatMap(base => [...exceptionDays(base)]));
  const { title, shifts } = own;
  return [...exceptionDays(own)]
    .filter(day => days.has(day))
    .map(day => ({ fromDay: day, toDay: day, title, shifts }));
}
