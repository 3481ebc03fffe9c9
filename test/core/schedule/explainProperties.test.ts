import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lag } from '../../../src/core/model/dependency.ts';
import { formatInstant } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import type { Reason } from '../../../src/core/schedule/explanation.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const count = 300;
const idOf = (number: number): string => `T-${String(number).padStart(4, '0')}`;

const office = { from: 540, to: 1080 };
const night = { from: 1320, to: 1800 };
const calendars = new Map([
  ['standard', rules('standard', [office, office, office, office, office], [])],
  ['nights', rules('nights', [night, night, night, night], [])],
  ['weekends', rules('weekends', [], [office, office])],
]);

type ShiftTimes = { readonly from: number; readonly to: number };

function rules(key: string, days: readonly ShiftTimes[], ends: readonly ShiftTimes[]) {
  const [sat, sun] = ends;
  const week = [0, 1, 2, 3, 4].map(day => (days[day] ? [days[day]] : []));
  return {
    key,
    title: undefined,
    base: undefined,
    week: [...week, sat ? [sat] : [], sun ? [sun] : []],
    exceptions: [],
  };
}

/** A plan of three hundred tasks that uses every rule now and then. */
function drawPlan(seed: number): Plan {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const day = (): string => `2026-0${3 + draw(3)}-${String(1 + draw(28)).padStart(2, '0')}`;
  const extras: readonly (() => TaskWords)[] = [
    () => ({ constraint: `${pick(['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'])} ${day()}` }),
    () => ({ constraint: 'ALAP' }),
    () => ({ pinned: day() }),
    () => ({ started: day(), progress: draw(100) / 100, status: 'doing' }),
    () => ({ status: 'done', started: '2026-03-02', finished: day() }),
    () => ({ status: 'done' }),
    () => ({ progress: (1 + draw(99)) / 100, status: 'doing' }),
    () => ({ status: 'dropped' }),
    () => ({ duration: pick(['0d', '2ed', '90m']) }),
    () => ({ duration: '6d', split: ['2d', '1d'] }),
    () => ({ calendar: pick(['nights', 'weekends']) }),
    () => ({ deadline: day() }),
  ];
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < count; i++) {
    const links = i === 0 ? 0 : draw(3);
    tasks[idOf(i)] = {
      duration: `${1 + draw(30)}h`,
      dependsOn: Array.from({ length: links }, () => {
        const lag = pick(['', '', '', '+1d', '-4h', '+50%', '+2ed', '+20e%']);
        const from = draw(12) === 0 ? 'M-AAAA' : idOf(Math.max(0, i - 1 - draw(25)));
        return `${from} ${pick(['FS', 'FS', 'FS', 'SS', 'FF', 'SF'])}${lag}`;
      }),
      ...(i > 20 && draw(4) === 0 ? { parent: idOf(i - 1 - draw(20)) } : {}),
      ...(draw(30) === 0 ? { milestone: pick(['M-AAAA', 'M-BBBB']) } : {}),
      ...(draw(4) === 0 ? pick(extras)() : {}),
    };
  }
  return buildPlan({
    ...(seed % 3 === 0 ? { statusDate: '2026-03-12' } : {}),
    ...(seed % 5 === 0 ? { start: undefined, finish: '2027-03-12' } : {}),
    project: { calendars },
    tasks,
    milestones: { 'M-AAAA': { due: '2026-03-20' }, 'M-BBBB': {} },
  });
}

function withTask(plan: Plan, task: Task): Plan {
  return { ...plan, tasks: new Map(plan.tasks).set(task.id, task) };
}

const seeds = [3, 6, 37];

test('every chain of reasons ends at something that is no dependency', () => {
  const links = new Set<Reason['kind']>(['dependency', 'part', 'last-task', 'successor']);
  for (const seed of seeds) {
    const plan = drawPlan(seed);
    const schedule = computeSchedule(plan);
    const ctx = createExplainContext(plan, schedule);
    for (const id of schedule.ids) {
      const explained = explainDates(ctx, id);
      assert.ok(explained.kind === 'dated', id);
      const last = explained.steps.at(-1)?.reason.kind ?? 'unknown';
      const says = `seed ${seed}: ${id} ends with ${last}`;
      assert.ok(!links.has(last) && last !== 'unknown', says);
    }
  }
});

test('the moment that the reason names is the moment at which the task begins', () => {
  for (const seed of seeds) {
    const plan = drawPlan(seed);
    const schedule = computeSchedule(plan);
    const ctx = createExplainContext(plan, schedule);
    for (const id of schedule.ids) {
      const explained = explainDates(ctx, id);
      if (explained.kind === 'undated') continue;
      const [step] = explained.steps;
      if (!step?.wait) continue;
      const calendar = schedule.calendarOf(id);
      const says = `seed ${seed}: ${id} ${formatInstant(step.wait.from)} ${step.reason.kind}`;
      assert.equal(calendar.workBetween(step.wait.from, step.dates.start), 0, says);
    }
  }
});

const day: Lag = { kind: 'duration', duration: { value: 1, unit: 'd', isElapsed: false } };

/** The same plan with one more day of lag on the dependency that a reason names. */
function withLongerLag(plan: Plan, { dependency, holder }: DependencyReason): Plan {
  const task = plan.tasks.get(holder);
  assert.ok(task);
  const dependsOn = task.dependsOn.map(each =>
    each === dependency ? { ...each, lag: day } : each,
  );
  return withTask(plan, { ...task, dependsOn });
}

type DependencyReason = Extract<Reason, { kind: 'dependency' }>;

test('a driving link is binding: a day more of it moves the task, or a limit that is named holds it', () => {
  for (const seed of seeds) {
    const plan = drawPlan(seed);
    const schedule = createScheduler();
    const before = schedule(plan);
    const ctx = createExplainContext(plan, before);
    let tried = 0;
    for (const id of before.ids) {
      const explained = explainDates(ctx, id);
      const steps = explained.kind === 'dated' ? explained.steps : [];
      const [step] = steps;
      if (step?.reason.kind !== 'dependency' || step.reason.dependency.lag) continue;
      const { constraint, status } = ctx.taskOf(id) ?? {};
      const isLimited = constraint?.kind === 'SNLT' || constraint?.kind === 'FNLT';
      // [CON-8] What is as late as possible goes earlier for the sake of a longer lag.
      const isLate = steps.some(({ reason }) => reason.kind === 'successor');
      if (isLimited || isLate || status === 'done') continue;
      const after = schedule(withLongerLag(plan, step.reason)).datesOf(id);
      tried++;
      assert.ok(after && after.start > step.dates.start, `seed ${seed}: ${id}`);
    }
    assert.ok(tried > 10 || ctx.isScheduledBack, `seed ${seed} tried ${tried}`);
  }
});

test('what holds a task at its date is the driver itself: the driver a week later, the task later', () => {
  for (const seed of seeds) {
    const plan = drawPlan(seed);
    const schedule = createScheduler();
    const before = schedule(plan);
    const ctx = createExplainContext(plan, before);
    for (const id of before.ids) {
      const explained = explainDates(ctx, id);
      if (explained.kind === 'undated') continue;
      const [step, driver] = explained.steps;
      if (step?.reason.kind !== 'dependency' || !driver) continue;
      const { constraint, status } = ctx.taskOf(id) ?? {};
      const isLimited = constraint?.kind === 'SNLT' || constraint?.kind === 'FNLT';
      const task = ctx.taskOf(driver.id);
      const isFixed = task?.started ?? task?.finished ?? task?.constraint ?? task?.progress;
      if (isLimited || status === 'done' || !task || isFixed || ctx.isSummary(task.id)) continue;
      const pinned = { at: driver.dates.start + 7 * 1440, hasTime: true };
      const after = schedule(withTask(plan, { ...task, pinned })).datesOf(id);
      assert.ok(after && after.start > step.dates.start, `seed ${seed}: ${id} after ${driver.id}`);
    }
  }
});
