import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyGrid } from '../../../src/core/calendar/workGrid.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { buildNetwork } from '../../../src/core/schedule/buildNetwork.ts';
import { computeDates } from '../../../src/core/schedule/computeDates.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { readMoments } from '../../../src/core/schedule/lineDates.ts';
import { createDates, type Network } from '../../../src/core/schedule/network.ts';
import { buildFrame } from '../../../src/core/schedule/networkFrame.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { withGrid } from '../../../src/core/schedule/withGrid.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { drawTameEdit, idOf, manyHours, withTask } from '../../support/drawPlans.ts';
import { seededRandom } from '../../support/seededRandom.ts';

type Draw = (below: number) => number;

/** Ordinary tasks at many hours, each after two others by links of every kind. */
function drawLinks(draw: Draw, count: number): Map<string, TaskWords> {
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const words = new Map<string, TaskWords>();
  for (let i = 0; i < count; i++) {
    const lag = (): string => pick(['', '', '+3h', '-5h', '+1d', '+9eh', '-1ed']);
    const link = (): string => `${idOf(draw(i))} ${pick(['FS', 'FS', 'SS', 'FF', 'SF'])}${lag()}`;
    words.set(idOf(i), {
      estimate: `${1 + draw(30)}h`,
      ...pick<TaskWords>([{}, { calendar: 'nights' }, { calendar: 'weekends' }]),
      ...pick<TaskWords>([{}, {}, { assignees: ['ada'] }]),
      ...(i > 0 ? { dependsOn: [link(), link()] } : {}),
    });
  }
  return words;
}

function planOf(words: ReadonlyMap<string, TaskWords>): Plan {
  return buildPlan({ project: manyHours, tasks: Object.fromEntries(words) });
}

function datesOf(network: Network, plan: Plan): unknown {
  const dates = createDates(network);
  computeDates(network, dates, plan);
  return network.ids.map((id, v) => [
    id,
    readMoments(network, dates, v),
    dates.totalFloat[v],
    dates.freeFloat[v],
  ]);
}

test('dates and floats are the same with a grid of the calendars and without', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed * 104_729);
    const plan = planOf(drawLinks(below => Math.floor(random() * below), 120));
    const { network } = buildNetwork(buildFrame(plan), plan, {});
    const bare = { ...network, grid: emptyGrid(0) };
    const gridded = withGrid(bare, 0);
    assert.ok(gridded.grid.cells.length > 1000);
    assert.deepEqual(datesOf(gridded, plan), datesOf(bare, plan), `seed ${seed}`);
  }
});

test('a change is followed on a grid, also to hours that it does not have', () => {
  const random = seededRandom(31);
  const draw: Draw = below => Math.floor(random() * below);
  const words = drawLinks(draw, 600);
  const first = {
    estimate: '2d',
    calendar: 'weekends',
    assignees: ['ada'],
    keepsPeopleHours: true,
  };
  let plan = planOf(words);
  const schedule = createScheduler();
  for (let step = 0; step < 40; step++) {
    const [now, whole] = [schedule(plan), computeSchedule(plan)];
    for (const id of whole.ids)
      assert.deepEqual(now.datesOf(id), whole.datesOf(id), `${step} ${id}`);
    const id = idOf(1 + draw(599));
    const next = step === 20 ? first : drawTameEdit(draw, words.get(id) ?? {});
    words.set(id, next);
    plan = withTask(plan, id, next);
  }
});
