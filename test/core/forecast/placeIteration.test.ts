import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DrawnBlock } from '../../../src/core/forecast/drawnBlock.ts';
import { compileForecast, type ForecastModel } from '../../../src/core/forecast/forecastModel.ts';
import { IterationLengths } from '../../../src/core/forecast/iterationLengths.ts';
import { IterationPlacer } from '../../../src/core/forecast/placeIteration.ts';
import type { LengthNode } from '../../../src/core/forecast/lengthNodes.ts';
import { makeVariants } from '../../../src/core/forecast/variant.ts';
import { exactEstimate } from '../../../src/core/model/duration.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { drawPlaces, drawTameEdit, idOf, manyHours } from '../../support/drawPlans.ts';
import { rate, soundRisk } from '../../support/riskRatings.ts';
import { seededRandom } from '../../support/seededRandom.ts';

/** Plans with summaries, milestones, calendars, people, progress, constraints and every kind of lag. */
function drawPlan(seed: number): Plan {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const words = drawPlaces(draw, 30);
  for (const [id, given] of words) {
    let task: TaskWords = {
      ...given,
      estimate: pick(['2d..3d..9d', '1d..6d', '3d', '2ed..3ed..7ed']),
    };
    if (draw(3) === 0) task = drawTameEdit(draw, task);
    if (draw(12) === 0) task = { ...task, constraint: 'ALAP' };
    const [first] = task.dependsOn ?? [];
    if (draw(6) === 0 && first?.includes('+') === false && !/-\d/.test(first.slice(6))) {
      task = { ...task, dependsOn: [`${first}+50%`] };
    }
    words.set(id, task);
  }
  return buildPlan({
    ...(draw(3) === 0 ? { statusDate: '2026-03-10' } : {}),
    project: manyHours,
    tasks: Object.fromEntries(words),
    milestones: { 'M-AAAA': { due: '2026-04-01' }, 'M-BBBB': {} },
  });
}

/** A risk on tasks, one on a milestone and one on a summary. */
function withRisks(plan: Plan): Plan {
  const risks = [
    soundRisk({
      id: 'R-AAAA',
      current: rate('40%', { schedule: '2d..5d' }),
      affects: [idOf(3), idOf(11)],
    }),
    soundRisk({ id: 'R-BBBB', current: rate('30%', { schedule: '1d..4d' }), affects: ['M-AAAA'] }),
    soundRisk({ id: 'R-CCCC', current: rate('30%', { schedule: '3d' }), affects: [idOf(8)] }),
  ];
  return { ...plan, risks: new Map(risks.map(risk => [risk.id, risk])) };
}

const seeds = Array.from({ length: 24 }, (_, i) => i + 1);

test('with every length as planned, an iteration is the schedule', () => {
  for (const seed of seeds) {
    for (const plan of [drawPlan(seed), withRisks(drawPlan(seed))]) {
      const model = compileForecast(plan, {});
      const block = new DrawnBlock(model, 1, 2);
      const lengths = new IterationLengths(model, block);
      const placer = new IterationPlacer(model);
      // Other lengths first, so that nothing of them may be left.
      block.draw(0);
      lengths.load(0);
      placer.place(true);
      const planned = new IterationLengths(model, block);
      assert.ok(planned !== lengths);
      const finish = placer.place(true);
      const schedule = computeSchedule(plan, {});
      assert.equal(finish, schedule.finish, `seed ${seed}: finish`);
      compareDates(model, placer, schedule, `seed ${seed}`);
    }
  }
});

test('each iteration is the schedule of a plan with its lengths', () => {
  for (const seed of seeds.slice(0, 10)) {
    const plan = withRisks(drawPlan(seed));
    const model = compileForecast(plan, {});
    const block = new DrawnBlock(model, seed, 8);
    block.draw(0);
    const lengths = new IterationLengths(model, block);
    const placer = new IterationPlacer(model);
    const [current] = makeVariants(model);
    assert.ok(current);
    const happens = new Uint8Array(model.events.length * block.size);
    block.markEvents(current, happens);
    for (let i = 0; i < block.size; i++) {
      lengths.load(i);
      lengths.apply(i, current, happens);
      const finish = placer.place(true);
      // The delays of risks on a milestone or a summary are tasks of the model's own plan.
      const told = withLengths(model);
      const schedule = computeSchedule(told, {});
      assert.equal(finish, schedule.finish, `seed ${seed}, iteration ${i}: finish`);
      compareDates(model, placer, schedule, `seed ${seed}, iteration ${i}`);
      lengths.restore();
    }
  }
});

/** The plan of a model whose tasks are as long as they were drawn. */
function withLengths(model: ForecastModel): Plan {
  const tasks = new Map<string, Task>(model.plan.tasks);
  const { duration, remaining, flags } = model.network;
  for (const { id, node, pausesIn, done, standsOn } of model.lengths) {
    const task = tasks.get(id);
    if (!task) continue;
    const isElapsed = ((flags[node] ?? 0) & 8) !== 0;
    const minutes = (value: number) => ({ value, unit: 'm', isElapsed }) as const;
    const left = exactEstimate(minutes(workWithin(remaining[node] ?? 0, pausesIn)));
    const isLong = standsOn !== undefined && (remaining[node] ?? 0) > 0;
    tasks.set(id, {
      ...task,
      duration: minutes(workWithin(duration[node] ?? 0, pausesIn)),
      ...(done > 0 || task.progress !== undefined
        ? { progress: undefined, remaining: left }
        : { remaining: undefined }),
      // A delay is worked off by the hours of the project.
      ...(isLong ? { calendar: undefined } : {}),
    });
  }
  return { ...model.plan, tasks };
}

/** The work of a length that counts its pauses too. */
function workWithin(length: number, pausesIn: LengthNode['pausesIn']): number {
  let work = length;
  while (pausesIn && work + sumOf(pausesIn(work)) > length) work--;
  return work;
}

function sumOf(pauses: readonly { readonly length: number }[]): number {
  return pauses.reduce((sum, pause) => sum + pause.length, 0);
}

function compareDates(
  model: ForecastModel,
  placer: IterationPlacer,
  schedule: ReturnType<typeof computeSchedule>,
  name: string,
): void {
  for (const node of [...model.tasks, ...model.milestones.map(milestone => milestone.node)]) {
    const id = model.network.ids[node] ?? '';
    const dates = schedule.datesOf(id);
    assert.equal(placer.finishOf(node), dates?.finish, `${name}: ${id}`);
    const float = placer.dates.totalFloat[node];
    if (model.tasks.includes(node))
      assert.equal(float, dates?.totalFloat, `${name}: float of ${id}`);
  }
}
