import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../../../src/core/calendar/compileCalendar.ts';
import { carryWork } from '../../../src/core/calendar/workLine.ts';
import { dayNumber } from '../../../src/core/model/instant.ts';
import {
  standardCalendar,
  type CalendarRules,
  type Shift,
} from '../../../src/core/model/project.ts';

const week = (...shifts: readonly Shift[]): CalendarRules['week'] =>
  [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? shifts : []));

const off = (fromDay: number, toDay: number): CalendarRules['exceptions'][number] => ({
  title: undefined,
  fromDay,
  toDay,
  shifts: [],
});

const spring = dayNumber(2026, 3, 2);

const calendars = [
  standardCalendar,
  { ...standardCalendar, week: week({ from: 1320, to: 1800 }) },
  { ...standardCalendar, week: week({ from: 0, to: 1440 }), exceptions: [off(spring, spring + 9)] },
  { ...standardCalendar, week: week({ from: 100, to: 101 }, { from: 1000, to: 1439 }) },
].flatMap(rules => [
  compileCalendar(rules, () => undefined),
  compileCalendar(rules, () => undefined, [], { fromDay: spring + 3, toDay: spring + 40 }),
]);

test('work is carried from line to line as by way of the moment, in the table and outside', () => {
  for (const from of calendars) {
    for (const to of calendars) {
      const first = from.workAt((spring - 21) * 1440);
      const last = from.workAt((spring + 84) * 1440);
      for (let work = first; work < last; work += 61) {
        const { table } = to;
        assert.equal(carryWork(from.table, table, work, 0), to.workAt(from.startOf(work)));
        assert.equal(carryWork(from.table, table, work, 1), to.workAt(from.endOf(work)));
      }
    }
  }
});
