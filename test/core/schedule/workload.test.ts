import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, formatDay } from '../../../src/core/model/instant.ts';
import { createPreviewer, type BarEdit } from '../../../src/core/schedule/previewEdits.ts';
import { buildPeople, buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { instant } from '../../support/runOnFiles.ts';

type Tasks = Readonly<Record<string, TaskWords>>;
const people = buildPeople({
  ada: {},
  bob: { units: 0.5 },
  eve: {
    leave: [
      {
        title: undefined,
        fromDay: dayNumber(2026, 3, 5),
        toDay: dayNumber(2026, 3, 6),
        shifts: [],
      },
    ],
  },
});

function check(tasks: Tasks, edits: readonly BarEdit[], ...expected: readonly string[]): void {
  const preview = createPreviewer(buildPlan({ tasks, project: { people } }), {});
  const told = preview(edits).overloaded.map(
    ({ person, firstDay, days, peak }) =>
      `${person} ${formatDay(firstDay * 1440).slice(5)} ${days}d ${Math.round(peak * 100)}%`,
  );
  assert.deepEqual(told, expected);
}

const move = (id: string, to: string): BarEdit => ({ id, start: instant(`2026-${to}`) + 540 });

test('who has two tasks at once after a move is overloaded, from the first such day', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '3d', assignees: ['ada'] },
    'T-BBBB': { duration: '3d', assignees: ['ada 50%'], constraint: 'SNET 2026-03-09' },
  };
  check(tasks, [move('T-AAAA', '03-05')], 'ada 03-09 1d 150%');
  check(tasks, [move('T-AAAA', '03-09')], 'ada 03-09 3d 150%');
  check(tasks, [move('T-AAAA', '03-04')]);
  check(tasks, [{ id: 'T-AAAA', durationMinutes: 7 * 480 }], 'ada 03-09 2d 150%');
});

test('what follows by a link counts too, and so do shares and halves of days', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '1d' },
    'T-BBBB': { duration: '1d', assignees: ['bob 40%'], dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '1d', assignees: ['bob 20%'], constraint: 'SNET 2026-03-09' },
    'T-DDDD': { duration: '4h', assignees: ['ada'], constraint: 'SNET 2026-03-09' },
    'T-EEEE': { duration: '4h', assignees: ['ada'], constraint: 'SNET 2026-03-10T14:00' },
  };
  check(tasks, [move('T-AAAA', '03-06')], 'bob 03-09 1d 120%');
  check(tasks, [{ id: 'T-EEEE', start: instant('2026-03-09T14:00') }]);
});

test('overloads that move along with their tasks are no news', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '2d', assignees: ['ada'] },
    'T-BBBB': { duration: '2d', assignees: ['ada'] },
  };
  check(tasks, [move('T-AAAA', '03-09'), move('T-BBBB', '03-09')]);
  check(tasks, [move('T-AAAA', '03-03')]);
});

test('a pause is no work, and work in a calendar of its own counts on days off', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '2d', split: ['1d', '2d'], assignees: ['ada'] },
    'T-BBBB': { duration: '2d', assignees: ['ada'], constraint: 'SNET 2026-03-16' },
    'T-EEEE': { duration: '1d', assignees: ['eve'], calendar: 'standard' },
  };
  check(tasks, [move('T-BBBB', '03-03')]);
  check(tasks, [move('T-BBBB', '03-04')], 'ada 03-05 1d 200%');
  check(tasks, [move('T-EEEE', '03-05')], 'eve 03-05 1d Infinity%');
});
