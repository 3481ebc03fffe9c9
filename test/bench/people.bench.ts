// What the view of the people costs the host: the load added up, and packed into rows and weeks; and
// what a frame of its lanes costs the panel while somebody scrolls.
import type { Instant } from '../../src/core/model/instant.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import { computeLoad } from '../../src/core/people/computeLoad.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { computePeopleView } from '../../src/core/views/computePeopleView.ts';
import type { PeopleView } from '../../src/core/views/peopleView.ts';
import { buildPeople, buildPlan, type TaskWords } from '../support/buildPlan.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { measureSizes, medianMs, type Benchmark, type Measurement } from './benchmark.ts';
import { measureScrolling } from './scrollPeople.ts';

/** People, each with ten tasks one after another over two years. */
const sizes = [20, 200, 1000];
const tasksEach = 10;
const scrolledSize = 200;

export const benchmark: Benchmark = {
  name: 'people',
  run: async () => [
    ...(await measureSizes(sizes, measure)),
    ...(await measureScrolling(`${scrolledSize} people`, scrolledView())),
  ],
};

function scrolledView(): PeopleView {
  const { plan, at } = busyPlan(scrolledSize);
  return computePeopleView(plan, computeLoad(plan, computeSchedule(plan)), at);
}

interface BusyPlan {
  readonly plan: Plan;
  readonly at: { readonly revision: number; readonly today: Instant };
}

function busyPlan(size: number): BusyPlan {
  const random = seededRandom(size);
  const keys = Array.from({ length: size }, (_, place) => `p${place}`);
  const tasks: Record<string, TaskWords> = {};
  keys.forEach((key, person) => {
    for (let place = 0; place < tasksEach; place++) {
      const id = `T-${String(person * tasksEach + place).padStart(5, '0')}`;
      const before = `T-${String(person * tasksEach + place - 1).padStart(5, '0')}`;
      tasks[id] = {
        estimate: `${30 + Math.floor(random() * 40)}d`,
        assignees: [key],
        dependsOn: place === 0 ? [] : [before],
      };
    }
  });
  const people = buildPeople(
    Object.fromEntries(keys.map((key, place) => [key, { team: `t${place % 12}` }])),
  );
  const plan = buildPlan({ project: { people }, tasks });
  return { plan, at: { revision: 1, today: computeSchedule(plan).start } };
}

async function measure(size: number): Promise<readonly Measurement[]> {
  const { plan, at } = busyPlan(size);
  const schedule = computeSchedule(plan);
  const load = computeLoad(plan, schedule);
  return [
    {
      name: `${size} people, ${load.people[0]?.weeks.length ?? 0} weeks: load`,
      value: await medianMs(() => computeLoad(plan, schedule)),
      unit: 'ms',
    },
    {
      name: `${size} people: rows and weeks of the view`,
      value: await medianMs(() => computePeopleView(plan, load, at)),
      unit: 'ms',
    },
  ];
}
