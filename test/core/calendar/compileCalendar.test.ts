import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compileCalendar,
  compileSharedCalendar,
  type CalendarMember,
  type CompiledCalendar,
} from '../../../src/core/calendar/compileCalendar.ts';
import { computeCalendarDays } from '../../../src/core/calendar/calendarDays.ts';
import {
  dayOf,
  firstPlannedDay,
  formatInstant,
  lastPlannedDay,
  parsePlanDate,
  weekday,
  type Instant,
} from '../../../src/core/model/instant.ts';
import {
  standardCalendar,
  type CalendarException,
  type CalendarRules,
  type Shift,
} from '../../../src/core/model/project.ts';
import { parseRepetition } from '../../../src/core/model/repetition.ts';

function at(text: string): Instant {
  const date = parsePlanDate(text);
  assert.ok(date, text);
  return date.at;
}

function off(from: string, to: string = from, shifts: readonly Shift[] = []): CalendarException {
  return { title: undefined, fromDay: dayOf(at(from)), toDay: dayOf(at(to)), shifts };
}

function rules(change: Partial<CalendarRules>): CalendarRules {
  return { ...standardCalendar, ...change };
}

function compile(own: CalendarRules, bases: readonly CalendarRules[] = []): CompiledCalendar {
  return compileCalendar(own, key => bases.find(base => base.key === key));
}

function check(calendar: CompiledCalendar, from: string, minutes: number, expected: string): void {
  const found = formatInstant(calendar.addWork(at(from), minutes));
  assert.equal(found, expected, `${from} and ${minutes} minutes`);
}

const standard = compile(standardCalendar);
const allDay: readonly Shift[] = [{ from: 0, to: 1440 }];
const always = compile(rules({ week: [allDay, allDay, allDay, allDay, allDay, allDay, allDay] }));
const evening: readonly Shift[] = [{ from: 22 * 60, to: 30 * 60 }];
const night5 = [evening, evening, evening, evening, evening, [], []];
const night = compile(rules({ week: night5 }));

test('[CAL-1] work ends at the end of a period and, counted back, begins at the start of one', () => {
  check(standard, '2026-03-02T09:00', 480, '2026-03-02T18:00');
  check(standard, '2026-03-02T09:00', 240, '2026-03-02T13:00');
  check(standard, '2026-03-02T09:00', 241, '2026-03-02T14:01');
  check(standard, '2026-03-06T18:00', 60, '2026-03-09T10:00');
  check(standard, '2026-03-07', 2400, '2026-03-13T18:00');
  check(standard, '2026-03-09T09:00', -480, '2026-03-06T09:00');
  check(standard, '2026-03-09T10:00', -60, '2026-03-09T09:00');
  check(standard, '2026-03-07T12:34', 0, '2026-03-07T12:34');
});

test('[CAL-1] the next start and the previous end stay where they are in working time', () => {
  const cases = [
    ['2026-03-07T10:00', '2026-03-09T09:00', '2026-03-06T18:00'],
    ['2026-03-06T18:00', '2026-03-09T09:00', '2026-03-06T18:00'],
    ['2026-03-09T09:00', '2026-03-09T09:00', '2026-03-06T18:00'],
    ['2026-03-09T13:30', '2026-03-09T14:00', '2026-03-09T13:00'],
    ['2026-03-09T11:11', '2026-03-09T11:11', '2026-03-09T11:11'],
  ] as const;
  for (const [moment, next, previous] of cases) {
    assert.equal(formatInstant(standard.nextWork(at(moment))), next);
    assert.equal(formatInstant(standard.previousWork(at(moment))), previous);
  }
});

test('[CAL-2] any date can be asked for, with or without exceptions near it', () => {
  const year = 52 * 2400;
  assert.equal(standard.workBetween(at('1970-01-05'), at('1971-01-04')), year);
  assert.equal(standard.workBetween(at('2199-01-07'), at('2198-01-08')), -year);
  const holidays = compile(rules({ exceptions: [off('2026-12-24', '2026-12-31')] }));
  const from = at('1970-01-01');
  const to = at('2199-12-31');
  assert.equal(holidays.workBetween(from, to), standard.workBetween(from, to) - 6 * 480);
  assert.equal(formatInstant(holidays.nextWork(at('2026-12-24'))), '2027-01-01T09:00');
});

test('[CAL-3] a base decides where the calendar is silent', () => {
  const base = rules({ key: 'base', exceptions: [off('2026-03-03'), off('2026-03-04')] });
  const own = rules({
    key: 'own',
    base: 'base',
    week: [[], undefined, undefined, undefined, undefined, undefined, undefined],
    exceptions: [off('2026-03-04', '2026-03-04', [{ from: 600, to: 660 }])],
  });
  const calendar = compile(own, [base]);
  check(calendar, '2026-03-02', 60, '2026-03-04T11:00');
  check(calendar, '2026-03-02', 61, '2026-03-05T09:01');
});

test('[CAL-3] a base that is unknown or leads back is left out', () => {
  check(compile(rules({ base: 'nowhere' })), '2026-03-02', 480, '2026-03-02T18:00');
  const a = rules({ key: 'a', base: 'b' });
  check(compile(a, [a, rules({ key: 'b', base: 'a' })]), '2026-03-02', 480, '2026-03-02T18:00');
});

test('[CAL-4] an exception may have shifts of its own, and the later of two wins', () => {
  const saturday = off('2026-03-07', '2026-03-07', [{ from: 600, to: 720 }]);
  const calendar = compile(rules({ exceptions: [off('2026-03-06', '2026-03-09'), saturday] }));
  check(calendar, '2026-03-05T18:00', 120, '2026-03-07T12:00');
  check(calendar, '2026-03-05T18:00', 121, '2026-03-10T09:01');
});

test('[CAL-5] a night shift belongs to the day on which it begins', () => {
  check(night, '2026-03-02T22:00', 480, '2026-03-03T06:00');
  check(night, '2026-03-02', 120, '2026-03-03T00:00');
  check(night, '2026-03-06T23:00', 420, '2026-03-07T06:00');
  check(night, '2026-03-07T06:00', 1, '2026-03-09T22:01');
  const holiday = compile(
    rules({
      week: [evening, evening, evening, evening, evening, [], []],
      exceptions: [off('2026-03-03')],
    }),
  );
  check(holiday, '2026-03-02T22:00', 481, '2026-03-04T22:01');
});

test('[CAL-5] a calendar without a pause is the clock', () => {
  check(always, '2026-03-02T22:00', 3000, '2026-03-05T00:00');
  check(always, '2026-03-02T22:00', -3000, '2026-02-28T20:00');
  assert.deepEqual(always.nonWorking(at('2026-03-02'), at('2026-03-09')), []);
});

test('[CAL-6] leave takes time away and never adds any', () => {
  const leave = [
    off('2026-03-03'),
    off('2026-03-04', '2026-03-04', [{ from: 720, to: 900 }]),
    off('2026-03-07', '2026-03-07', [{ from: 720, to: 900 }]),
  ];
  const ada = compileCalendar(standardCalendar, () => undefined, leave);
  assert.equal(ada.workBetween(at('2026-03-02'), at('2026-03-09')), 3 * 480 + 60 + 60);
  check(ada, '2026-03-02T18:00', 61, '2026-03-04T14:01');
});

test('[CAL-8] people who share a task work while at least one of them does', () => {
  const member = (of: CalendarRules, leave: CalendarException): CalendarMember => ({
    rules: of,
    days: computeCalendarDays(of, () => undefined, [leave]),
  });
  const shared = compileSharedCalendar([
    member(standardCalendar, off('2026-03-03')),
    member(rules({ key: 'night', week: night5 }), off('2026-03-02', '2026-03-04')),
  ]);
  check(shared, '2026-03-02', 480, '2026-03-02T18:00');
  check(shared, '2026-03-02', 481, '2026-03-04T09:01');
  check(shared, '2026-03-05T18:00', 480, '2026-03-06T06:00');
  assert.equal(shared.workBetween(at('2027-03-01'), at('2027-03-08')), 5 * 960);
  assert.equal(shared.workBetween(at('1999-03-01'), at('1999-03-08')), 5 * 960);
  assert.equal(shared.key, 'standard+night');
});

test('[CAL-7] a calendar without working time says so and answers with the moment itself', () => {
  const empty = compile(rules({ week: [[], [], [], [], [], [], []] }));
  assert.equal(empty.isEmpty, true);
  assert.equal(standard.isEmpty, false);
  check(empty, '2026-03-02T09:00', 480, '2026-03-02T09:00');
  assert.equal(empty.workBetween(at('2026-03-02'), at('2026-04-02')), 0);
  assert.equal(empty.nextWork(at('2026-03-02')), at('2026-03-02'));
});

test('shifts that overlap, are reversed or lie outside the day do not count twice', () => {
  const messy = [
    { from: 600, to: 720 },
    { from: 540, to: 660 },
    { from: 900, to: 800 },
    { from: 1500, to: 1600 },
  ];
  const calendar = compile(rules({ week: [messy, [], [], [], [], [], []] }));
  assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-03-02'))), [{ from: 540, to: 720 }]);
  check(calendar, '2026-03-02', 181, '2026-03-09T09:01');
});

test('what is not working time is listed in order and merged', () => {
  const gaps = standard.nonWorking(at('2026-03-06T12:00'), at('2026-03-09T15:00'));
  assert.deepEqual(
    gaps.map(({ from, to }) => [formatInstant(from), formatInstant(to)]),
    [
      ['2026-03-06T13:00', '2026-03-06T14:00'],
      ['2026-03-06T18:00', '2026-03-09T09:00'],
      ['2026-03-09T13:00', '2026-03-09T14:00'],
    ],
  );
  assert.deepEqual(standard.nonWorking(at('2026-03-09'), at('2026-03-09')), []);
});

test('every answer agrees with counting minute by minute', () => {
  const leave = [off('2026-03-12', '2026-03-13')];
  const exceptions = [off('2026-03-05'), off('2026-03-08', '2026-03-08', evening)];
  for (const week of [
    standardCalendar.week,
    [evening, evening, evening, evening, evening, [], []],
  ]) {
    const own = rules({ week, exceptions });
    checkAgainstMinutes(
      compileCalendar(own, () => undefined, leave),
      own,
      leave,
    );
  }
});

/** A slow second implementation: a list of every working minute of five weeks. */
function checkAgainstMinutes(
  calendar: CompiledCalendar,
  own: CalendarRules,
  leave: readonly CalendarException[],
): void {
  const start = at('2026-02-23');
  const working = new Set<number>();
  for (let day = dayOf(start) - 1; day < dayOf(start) + 35; day++) {
    if (leave.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay)) continue;
    const exception = own.exceptions.findLast(one => day >= one.fromDay && day <= one.toDay);
    for (const { from, to } of exception?.shifts ?? own.week[weekday(day)] ?? []) {
      for (let minute = from; minute < to; minute++) working.add(day * 1440 + minute);
    }
  }
  const minutes = [...working].sort((a, b) => a - b).filter(minute => minute >= start);
  const first = minutes.findIndex(minute => minute >= start + 7 * 1440);
  for (let offset = 0; offset < 14 * 1440; offset += 211) {
    const moment = start + 7 * 1440 + offset;
    const before = minutes.filter(minute => minute < moment).length;
    assert.equal(calendar.isWorking(moment), working.has(moment));
    assert.equal(calendar.workBetween(start + 7 * 1440, moment), before - first);
    assert.equal(calendar.addWork(moment, 333), (minutes[before + 332] ?? 0) + 1);
    assert.equal(calendar.addWork(moment, -333), minutes[before - 333]);
  }
}

function repeated(
  every: string,
  shifts: readonly Shift[] = [],
  [from, to]: readonly [string, string] = ['2026-01-01', '2026-12-31'],
): CalendarException {
  const pattern = parseRepetition(every);
  assert.ok(pattern, every);
  return { ...off(from, to, shifts), repeats: { pattern, times: undefined } };
}

const ten: readonly Shift[] = [{ from: 600, to: 660 }];

test('[CAL-10] an exception that repeats holds on its days alone', () => {
  const calendar = compile(rules({ exceptions: [repeated('2 weeks on mon')] }));
  check(calendar, '2026-01-04', 60, '2026-01-05T10:00');
  check(calendar, '2026-01-11', 60, '2026-01-13T10:00');
  const half = compile(rules({ exceptions: [repeated('week on fri', ten)] }));
  check(half, '2026-03-06', 61, '2026-03-09T09:01');
});

test('[CAL-11] a single day wins over repetitions, and the rarer over the more frequent', () => {
  const single = off('2026-03-31', '2026-03-31', [{ from: 480, to: 540 }]);
  const exceptions = [
    single,
    repeated('year on mar 30', [{ from: 480, to: 600 }]),
    repeated('month on 15', [{ from: 480, to: 660 }]),
    repeated('month on 31', ten),
    repeated('day'),
    repeated('week on mon', allDay),
  ];
  for (const order of [exceptions, [...exceptions].reverse()]) {
    const calendar = compile(rules({ exceptions: order }));
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-03-31'))), single.shifts);
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-03-30'))), [{ from: 480, to: 600 }]);
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-04-15'))), [{ from: 480, to: 660 }]);
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-08-31'))), ten);
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-04-06'))), allDay);
    assert.deepEqual(calendar.shiftsOn(dayOf(at('2026-04-07'))), []);
  }
  const two = compile(rules({ exceptions: [repeated('month on 1'), repeated('month on 1', ten)] }));
  assert.deepEqual(two.shiftsOn(dayOf(at('2026-04-01'))), ten);
});

test('[CAL-12] a period has a week of its own, and exceptions win over it', () => {
  const summer = {
    title: 'Summer',
    fromDay: dayOf(at('2026-06-03')),
    toDay: dayOf(at('2026-08-31')),
    week: [ten, ten, ten, ten, [], undefined, undefined],
  };
  const base = rules({ key: 'base', periods: [summer], exceptions: [off('2026-06-10')] });
  const own = rules({ key: 'own', base: 'base', periods: [{ ...summer, week: [allDay] }] });
  const calendar = compile({ ...own, exceptions: [off('2026-07-06')] }, [base]);
  const shiftsOn = (day: string): readonly Shift[] => calendar.shiftsOn(dayOf(at(day)));
  const usual = standardCalendar.week[0] ?? [];
  assert.deepEqual(shiftsOn('2026-06-02'), usual);
  assert.deepEqual(shiftsOn('2026-06-03'), ten);
  assert.deepEqual(shiftsOn('2026-06-05'), []);
  assert.deepEqual(shiftsOn('2026-06-06'), []);
  assert.deepEqual(shiftsOn('2026-06-08'), allDay);
  assert.deepEqual(shiftsOn('2026-06-10'), []);
  assert.deepEqual(shiftsOn('2026-07-06'), []);
  assert.deepEqual(shiftsOn('2026-09-01'), usual);
});

test('[CAL-10] a repetition without an end is followed for thirty years after the likely time', () => {
  const pattern = parseRepetition('2 weeks on wed');
  assert.ok(pattern);
  const from = dayOf(at('2026-03-04'));
  const wednesdays = {
    ...off('2026-03-04'),
    toDay: lastPlannedDay,
    repeats: { pattern, times: undefined },
  };
  const span = { fromDay: from, toDay: from + 730 };
  const calendar = compileCalendar(standardCalendar, () => undefined, [wednesdays], span);
  const worked = (at: number): number => calendar.workBetween(at * 1440, (at + 1) * 1440);
  assert.deepEqual(
    [0, 7, 14, 14 * 780, 14 * 850].map(days => worked(from + days)),
    [0, 480, 0, 0, 480],
  );
});

test('[CAL-10] a leave that repeats takes its days away', () => {
  const calendar = compileCalendar(standardCalendar, () => undefined, [repeated('week on fri')]);
  check(calendar, '2026-03-05T18:00', 60, '2026-03-09T10:00');
});

test('[CAL-10] what repeats every week without bounds is as fast as a week, and gives way as before', () => {
  const range = { fromDay: firstPlannedDay, toDay: lastPlannedDay };
  const always = { ...repeated('week on fri'), ...range };
  const exceptions = [always, repeated('month on 6', ten), off('2026-05-08', '2026-05-08', ten)];
  const calendar = compile(rules({ exceptions }));
  const shiftsOn = (day: string): readonly Shift[] => calendar.shiftsOn(dayOf(at(day)));
  for (const day of ['1970-01-02', '2026-03-13', '2199-12-27']) assert.deepEqual(shiftsOn(day), []);
  for (const day of ['2026-03-06', '2026-05-08']) assert.deepEqual(shiftsOn(day), ten);
  const short = compile(rules({ exceptions: [always] }));
  assert.ok(short.table.length < compile(rules({ exceptions })).table.length);
  const away = compileCalendar(standardCalendar, () => undefined, [always, repeated('day', ten)]);
  assert.deepEqual(away.shiftsOn(dayOf(at('2026-03-13'))), []);
  assert.deepEqual(away.shiftsOn(dayOf(at('2026-03-12'))), ten);
  assert.deepEqual(away.shiftsOn(dayOf(at('2031-03-14'))), []);
});
