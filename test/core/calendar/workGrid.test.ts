import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../../../src/core/calendar/compileCalendar.ts';
import {
  computeWorkGrid,
  findStretch,
  gridInstant,
  gridLines,
  onOtherLine,
} from '../../../src/core/calendar/workGrid.ts';
import { carryWork } from '../../../src/core/calendar/workLine.ts';
import { dayNumber } from '../../../src/core/model/instant.ts';
import {
  standardCalendar,
  type CalendarRules,
  type Shift,
} from '../../../src/core/model/project.ts';

const week = (...shifts: readonly Shift[]): CalendarRules['week'] =>
  [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? shifts : []));

const spring = dayNumber(2026, 3, 2);
const holiday = { title: undefined, fromDay: spring + 8, toDay: spring + 9, shifts: [] };

const calendars = [
  { ...standardCalendar, exceptions: [holiday] },
  { ...standardCalendar, week: week({ from: 1320, to: 1800 }) },
  { ...standardCalendar, week: week({ from: 0, to: 1440 }), exceptions: [holiday] },
  { ...standardCalendar, week: week({ from: 100, to: 103 }, { from: 470, to: 485 }) },
].map(rules =>
  compileCalendar(rules, () => undefined, [], { fromDay: spring - 30, toDay: spring + 90 }),
);
const tables = calendars.map(calendar => calendar.table);

test('by a grid work is found on every other line as by way of the moment', () => {
  const grid = computeWorkGrid(tables, { fromDay: spring - 20, endDay: spring + 60 });
  const size = calendars.length + gridLines;
  calendars.forEach((from, line) => {
    const first = from.workAt((spring - 20) * 1440);
    const last = from.workAt((spring + 60) * 1440);
    for (let work = first; work <= last; work++) {
      for (const isEnd of [0, 1]) {
        const row = findStretch(grid.cells, line, work - isEnd, size);
        const isInside = work - isEnd >= first && work - isEnd < last;
        assert.equal(row >= 0, isInside, `${line} ${work}`);
        if (!isInside) continue;
        const offset = work - (grid.cells[row] ?? 0);
        const at = isEnd === 1 ? from.endOf(work) : from.startOf(work);
        assert.equal((grid.cells[row + gridInstant] ?? 0) + offset, at);
        tables.forEach((table, other) => {
          const found = onOtherLine(grid.cells[row + gridLines + other] ?? 0, offset);
          assert.equal(found, carryWork(from.table, table, work, isEnd));
        });
      }
    }
  });
});

test('a grid tells nothing of work far away, and of lines that it has not', () => {
  const grid = computeWorkGrid(tables, { fromDay: spring - 20, endDay: spring + 60 });
  const size = calendars.length + gridLines;
  const first = grid.cells[0] ?? 0;
  for (const work of [first - 1, first + 2 ** 32, first - 2 ** 32, 1e15, -1e15, NaN, Infinity]) {
    assert.equal(findStretch(grid.cells, 0, work, size), -1, `${work}`);
  }
});

test('where hours change by the minute, or tables share no day, there is no grid', () => {
  const turns = Array.from({ length: 100 }, (_, i) => ({ from: i * 10, to: i * 10 + 3 }));
  const byTurns = compileCalendar({ ...standardCalendar, week: week(...turns) }, () => undefined);
  const none = [
    computeWorkGrid([...tables, byTurns.table], { fromDay: spring, endDay: spring + 60 }),
    computeWorkGrid(tables, { fromDay: spring + 60, endDay: spring }),
    computeWorkGrid(tables, { fromDay: spring + 90_000, endDay: spring + 90_060 }),
  ];
  for (const { cells } of none) {
    for (const line of tables.keys()) assert.equal(findStretch(cells, line, 0, 6), -1);
  }
});
