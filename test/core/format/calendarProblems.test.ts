import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';

/** The warnings and errors of a project file, each with the field that it is about. */
function check(
  text: string,
  ...expected: readonly (readonly [field: string, words: RegExp])[]
): void {
  const { file } = parsePlanFile('project.yaml', encodeUtf8(`name: A\n${text}`));
  const found = file.problems.filter(({ severity }) => severity !== 'info');
  assert.deepEqual(
    found.map(({ field }) => field?.join('.')),
    expected.map(([field]) => field),
    JSON.stringify(found),
  );
  found.forEach(({ message }, i) => assert.match(message, expected[i]?.[1] ?? /^$/));
}

function calendar(text: string): string {
  return `calendars: { own: ${text} }\n`;
}

test('hours that stand beside `hours` are told, with what holds instead', () => {
  check(calendar('{ week: { mon-fri: 08:00-12:00 } }'), [
    'calendars.own.week',
    /no `hours`, so the standard hours are used; write them as `hours: \{ mon-fri/,
  ]);
  check(calendar('{ title: Own, mon-fri: 08:00-12:00, sat: off }'), [
    'calendars.own.mon-fri',
    /the standard hours are used/,
  ]);
  check(calendar('{ workingHours: unclear }'), ['calendars.own.workingHours', /standard hours/]);
  check(calendar('{ base: standard, fri: off }'), ['calendars.own.fri', /those of its base/]);
});

test('a calendar that leaves its hours to others on purpose is none to tell of', () => {
  check(calendar('{ exceptions: [2026-12-25] }'));
  check(calendar('{ base: standard, contact: Ada }'));
  check(calendar('{ hours: { mon: 09:00-12:00 }, contact: Ada }'));
  check('calendars: { own: }\n');
});

test('fields of a repetition that do not go together are told at their place', () => {
  const exceptions = (text: string): string => calendar(`{ exceptions: [${text}] }`);
  const place = 'calendars.own.exceptions.0';
  check(exceptions('{ every: week on fri, until: 2026-03-01, title: Free }'));
  check(exceptions('{ every: 2 weeks on fri }'), [`${place}.every`, /a field `from`/]);
  check(exceptions('{ every: week on fri, times: 3 }'), [`${place}.every`, /a field `from`/]);
  check(exceptions('{ every: day, from: 2026-03-02, until: 2026-03-01 }'), [
    `${place}.until`,
    /end before they begin/,
  ]);
  check(exceptions('{ on: 2026-03-02, until: 2026-03-05 }'), [
    `${place}.until`,
    /on: 2026-12-24\.\./,
  ]);
  check(exceptions('{ on: 2026-03-02, every: day }'), [`${place}.every`, /both `on` and `every`/]);
  check(exceptions('{ every: fortnight }'), [`${place}.every`, /no repetition; write `3 days`/]);
  check(exceptions('{ title: Free }'), [place, /needs a field `on` or `every`/]);
  check('people: { ada: { leave: { every: 3 days } } }\n', ['people.ada.leave.every', /`from`/]);
});
