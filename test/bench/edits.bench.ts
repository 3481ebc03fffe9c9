// What one edit of a task costs the engine that holds a plan, beside the whole schedule.
import { isSameTeam } from '../../src/core/model/assignment.ts';
import type { Dependency } from '../../src/core/model/dependency.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import type { Task } from '../../src/core/model/task.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { createScheduler } from '../../src/core/schedule/scheduler.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { measureSizes, medianMs, shareOf, type Benchmark, type Measurement } from './benchmark.ts';
import { openGenerated } from './openGenerated.ts';

const sizes = [1000, 10_000, 100_000];
const rounds = 60;

/** Something said anew of a task; `other` is one whose id comes before. */
type Edit = (task: Task, other: Task) => Partial<Task>;

const edits: Readonly<Record<string, Edit>> = {
  title: ({ title }) => ({ title: `${title}!` }),
  duration: ({ duration }) => ({ duration: days(duration?.value === 3 ? 5 : 3) }),
  progress: () => ({ progress: 0.5 }),
  'a link made': ({ dependsOn }, other) => ({ dependsOn: [...dependsOn, after(other.id)] }),
  'a link taken out': ({ dependsOn }) => ({ dependsOn: dependsOn.slice(1) }),
  'a place in the order': () => ({ rank: 1 }),
  'somebody else': ({ assignees }, other) => ({
    assignees: isSameTeam(assignees, other.assignees) ? [] : other.assignees,
  }),
};

function days(value: number): NonNullable<Task['duration']> {
  return { value, unit: 'd', isElapsed: false };
}

function after(predecessor: string): Dependency {
  return { predecessor, type: 'FS', lag: undefined };
}

export const benchmark: Benchmark = {
  name: 'edits',
  run: () => measureSizes(sizes, measure),
};

async function measure(size: number): Promise<readonly Measurement[]> {
  const plan = await openGenerated(size);
  const whole = await medianMs(() => computeSchedule(plan));
  const measured: Measurement[] = [
    { name: `${size} tasks: the whole schedule`, value: whole, unit: 'ms' },
  ];
  const timed = new Map(Object.entries(edits).map(([name, edit]) => [name, timeEdits(plan, edit)]));
  const late = timeEdits(withLateTask(plan), edits['duration'] ?? (() => ({})));
  timed.set('duration, where a task is as late as possible', late);
  for (const [name, times] of [...timed, ...timePassing(plan)]) {
    measured.push(
      { name: `${size} tasks: ${name}, median`, value: shareOf(times, 0.5), unit: 'ms' },
      { name: `${size} tasks: ${name}, 95 of 100`, value: shareOf(times, 0.95), unit: 'ms' },
      {
        name: `${size} tasks: ${name}, over the whole`,
        value: shareOf(times, 0.5) / whole,
        unit: '×',
      },
    );
  }
  return measured;
}

/** The plan with one task in its middle as late as possible, on which more passes hang. */
function withLateTask(plan: Plan): Plan {
  const open = [...plan.tasks.values()].filter(({ status }) => status === 'todo');
  const task = open[open.length >> 1];
  if (!task) return plan;
  const late: Task = { ...task, constraint: { kind: 'ALAP' } };
  return { ...plan, tasks: new Map(plan.tasks).set(task.id, late) };
}

/** Edits of open tasks here and there, one after the other; the times in order of length. */
function timeEdits(given: Plan, edit: Edit): readonly number[] {
  const random = seededRandom(7);
  const schedule = createScheduler();
  const parents = new Set([...given.tasks.values()].map(({ parent }) => parent));
  const open = [...given.tasks.values()].filter(
    ({ id, status }) => status === 'todo' && !parents.has(id),
  );
  let plan = given;
  schedule(plan);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const at = 1 + Math.floor(random() * (open.length - 1));
    const task = plan.tasks.get(open[at]?.id ?? '');
    const other = open[Math.floor(random() * at)];
    if (!task || !other) continue;
    // A file that changed is read anew, lists and all.
    const said = { ...task, ...edit(task, other) };
    const read = { ...said, dependsOn: [...said.dependsOn], assignees: [...said.assignees] };
    plan = { ...plan, tasks: new Map(plan.tasks).set(task.id, read) };
    const startedAt = performance.now();
    schedule(plan);
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

/** Tasks that are taken out here and there and come back; the times in order of length. */
function timePassing(given: Plan): ReadonlyMap<string, readonly number[]> {
  const random = seededRandom(11);
  const schedule = createScheduler();
  const parents = new Set([...given.tasks.values()].map(({ parent }) => parent));
  const open = [...given.tasks.values()].filter(({ id }) => !parents.has(id));
  schedule(given);
  const went: number[] = [];
  const came: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const task = open[Math.floor(random() * open.length)];
    const tasks = new Map(given.tasks);
    tasks.delete(task?.id ?? '');
    const without = { ...given, tasks };
    const startedAt = performance.now();
    schedule(without);
    const between = performance.now();
    schedule(given);
    came.push(performance.now() - between);
    went.push(between - startedAt);
  }
  const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b);
  return new Map([
    ['a task taken out', sorted(went)],
    ['a task added', sorted(came)],
  ]);
}
