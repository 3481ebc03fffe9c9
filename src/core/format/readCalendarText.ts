import { dayOf, parsePlanDate } from '../model/instant.ts';
import type { Shift } from '../model/project.ts';
import { parseRepetition } from '../model/repetition.ts';
import { bad, badDate, good, implausible, quoted, type Reading } from './reading.ts';

const shiftPattern = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;
const minutesOfDay = 1440;

/** Reads `off` or `09:00-13:00 14:00-18:00`; a shift that ends before it starts runs past midnight. */
export function readShifts(text: string): Reading {
  const trimmed = text.trim();
  if (/^(?:off|none)$/i.test(trimmed)) return good([]);
  const shifts: Shift[] = [];
  for (const part of trimmed.split(/[\s,]+/)) {
    const shift = readShift(part);
    if (shift === undefined) {
      const form = '`09:00-13:00 14:00-18:00`, or `off`';
      return bad('field-value', `${quoted(part)} is no working time; write ${form}`);
    }
    if (shift.from < (shifts.at(-1)?.to ?? 0)) {
      return bad('field-value', `${quoted(text)} overlaps itself; write the hours in their order`);
    }
    shifts.push(shift);
  }
  return good(shifts);
}

function readShift(text: string): Shift | undefined {
  const match = shiftPattern.exec(text);
  if (!match) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || from >= minutesOfDay || to > minutesOfDay) {
    return undefined;
  }
  return { from, to: to > from ? to : to + minutesOfDay };
}

/** Reads `2026-12-25` or `2026-12-24..2027-01-01`. */
export function readDayRange(text: string): Reading {
  const parts = text.split('..').map(part => part.trim());
  const [first = '', last = first] = parts;
  const from = parsePlanDate(first);
  const to = parsePlanDate(last);
  if (from === undefined || parts.length > 2) return badDate(from === undefined ? first : text);
  if (to === undefined) return badDate(last);
  const wrong = implausible(from, first) ?? implausible(to, last);
  if (wrong) return wrong;
  if (to.at < from.at) {
    return bad('field-value', `${quoted(text)} ends before it begins; write the earlier day first`);
  }
  return good({ fromDay: dayOf(from.at), toDay: dayOf(to.at) });
}

/** Reads `2026-01-05T09:00..2026-01-09T18:00`. */
export function readSpan(text: string): Reading {
  const parts = text.split('..').map(part => part.trim());
  const [first = '', last = first] = parts;
  const start = parsePlanDate(first);
  const finish = parsePlanDate(last);
  if (start === undefined || parts.length > 2) return badDate(start === undefined ? first : text);
  if (finish === undefined) return badDate(last);
  const wrong = implausible(start, first) ?? implausible(finish, last);
  if (wrong) return wrong;
  if (finish.at < start.at) {
    return bad(
      'field-value',
      `${quoted(text)} ends before it begins; write the earlier date first`,
    );
  }
  return good({ start: start.at, finish: finish.at });
}

/** Reads `2 weeks on fri` or `year on dec 25`. */
export function readRepetition(text: string): Reading {
  const found = parseRepetition(text);
  if (found !== undefined) return good(found);
  const form =
    '`3 days`, `2 weeks on mon wed`, `month on 15`, `month on last fri`, `year on dec 25` or `year on first mon of sep`';
  return bad('field-value', `${quoted(text)} is no repetition; write ${form}`);
}
