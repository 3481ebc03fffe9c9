import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { searchSchedules } from '../../src/core/levelling/searchSchedules.ts';
import type { ResourceProject } from '../../src/core/levelling/resourceProject.ts';
import { randomFrom } from '../../src/core/base/randomFrom.ts';
import { levelPlan } from '../../src/core/levelling/levelPlan.ts';
import { buildPlan, type TaskWords } from '../support/buildPlan.ts';
import { medianMs, type Benchmark, type Measurement } from './benchmark.ts';
import { readPsplib } from './readPsplib.ts';

const budgets = [1000, 5000];
const times = [100, 1000];

/**
 * Schedules of the instances of PSPLIB in a folder, by how many are built for each and by time:
 * the average deviation from the critical path, and from the best known of `best.csv` in the folder.
 * The second argument is how many seeds are averaged over.
 */
export const benchmark: Benchmark = {
  name: 'levelling',
  run: async ([folder, seeds = '1']) => {
    const plans = [
      await measurePlan('5,000 tasks of 20 people', { tasks: 5000, people: 20 }),
      await measurePlan('10,000 tasks of one person', { tasks: 10_000, people: 1 }),
    ];
    if (folder === undefined) {
      console.log(
        'levelling: name a folder of PSPLIB instances (.sm), with best.csv if there is one',
      );
      return plans;
    }
    const instances = readInstances(folder);
    const sets = [...new Set(instances.map(({ set }) => set))].sort((a, b) => a - b);
    const measured = sets.flatMap(set => {
      const members = instances.filter(one => one.set === set);
      return measureSet(`j${set}`, members, Number(seeds));
    });
    return [...plans, ...measured];
  },
};

/** The time in which a plan is levelled from its tasks: links to one of the 400 tasks before. */
async function measurePlan(
  name: string,
  size: { readonly tasks: number; readonly people: number },
): Promise<Measurement> {
  const random = randomFrom(size.tasks);
  const upTo = (most: number): number => Math.floor(random() * most);
  const idOf = (i: number): string => `T-${String(i).padStart(6, '0')}`;
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < size.tasks; i++) {
    const before = idOf(i - 1 - upTo(Math.min(i - 1, 400)));
    tasks[idOf(i)] = {
      estimate: `${1 + upTo(30)}h`,
      assignees: [`p${upTo(size.people)}${upTo(3) === 0 ? ' 50%' : ''}`],
      dependsOn: i > 20 ? [before] : [],
    };
  }
  const plan = buildPlan({ tasks });
  return { name, value: await medianMs(() => levelPlan(plan), 3), unit: 'ms' };
}

interface Instance {
  readonly project: ResourceProject;
  /** How many jobs it has besides the two dummies. */
  readonly set: number;
  readonly best: number | undefined;
}

function readInstances(folder: string): readonly Instance[] {
  const best = readBest(folder);
  return readdirSync(folder)
    .filter(file => file.endsWith('.sm'))
    .sort()
    .map(file => {
      const project = readPsplib(readFileSync(path.join(folder, file), 'utf8'));
      return { project, set: project.count - 2, best: best.get(file) };
    });
}

function readBest(folder: string): ReadonlyMap<string, number> {
  if (!readdirSync(folder).includes('best.csv')) return new Map();
  const [head = '', ...rows] = readFileSync(path.join(folder, 'best.csv'), 'utf8')
    .trim()
    .split('\n');
  const column = head.trim().split(',').indexOf('best_known');
  return new Map(
    rows.map(row => {
      const cells = row.trim().split(',');
      return [cells[0] ?? '', Number(cells[column])];
    }),
  );
}

function measureSet(
  name: string,
  instances: readonly Instance[],
  seeds: number,
): readonly Measurement[] {
  return [
    ...budgets.flatMap(schedules =>
      measureOnce(`${name}, ${schedules} schedules`, instances, { seeds, schedules, ms: Infinity }),
    ),
    ...times.flatMap(ms =>
      measureOnce(`${name}, ${ms} ms`, instances, { seeds: 1, schedules: Infinity, ms }),
    ),
  ];
}

function measureOnce(
  name: string,
  instances: readonly Instance[],
  {
    seeds,
    schedules,
    ms,
  }: { readonly seeds: number; readonly schedules: number; readonly ms: number },
): readonly Measurement[] {
  let [overPath, overBest, overBound, known, runs] = [0, 0, 0, 0, 0];
  const begun = performance.now();
  for (const { project, best } of instances) {
    for (let seed = 1; seed <= seeds; seed++) {
      const end = performance.now() + ms;
      const isOver = (): boolean => performance.now() > end;
      const found = searchSchedules(project, { seed, schedules, isOver });
      runs += 1;
      overPath += found.makespan / found.criticalPath - 1;
      overBound += found.makespan / found.lowerBound - 1;
      if (best === undefined) continue;
      known += 1;
      overBest += found.makespan / best - 1;
    }
  }
  const share = (name: string, value: number): Measurement => ({
    name,
    value: value * 100,
    unit: '%',
  });
  return [
    share(`${name}: over the critical path`, overPath / runs),
    ...(known > 0 ? [share(`${name}: over the best known`, overBest / known)] : []),
    share(`${name}: gap to the lower bound`, overBound / runs),
    { name: `${name}: each`, value: (performance.now() - begun) / runs, unit: 'ms' },
  ];
}
