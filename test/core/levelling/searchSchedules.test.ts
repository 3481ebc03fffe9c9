import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeLowerBound } from '../../../src/core/levelling/lowerBound.ts';
import { createResourceProject } from '../../../src/core/levelling/resourceProject.ts';
import { searchSchedules } from '../../../src/core/levelling/searchSchedules.ts';
import { drawProject, findFaults } from './drawProjects.ts';

test('every schedule found keeps the links and the capacities, and is no shorter than the bound', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const project = drawProject(seed, 25);
    const found = searchSchedules(project, { seed, schedules: 200 });
    assert.deepEqual(findFaults(project, found.start), [], `seed ${seed}`);
    const ends = [...found.start].map((at, v) => at + (project.duration[v] ?? 0));
    assert.equal(found.makespan, Math.max(...ends));
    assert.ok(found.makespan >= found.lowerBound && found.lowerBound >= found.criticalPath);
  }
});

test('no bound is above the best of all schedules', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const project = drawProject(seed, 6);
    const best = searchSchedules(project, { seed, schedules: 3000 }).makespan;
    assert.ok(computeLowerBound(project).best <= best, `seed ${seed}`);
  }
});

test('a greedy order that is not the best is improved', () => {
  // By latest finish the long chain begins, and 3 has to wait for both of the others.
  const project = createResourceProject({
    durations: [2, 2, 4, 3, 1],
    demands: [[1], [1], [1], [2], [1]],
    capacities: [2],
    links: [
      [0, 2],
      [1, 4],
    ],
  });
  assert.equal(searchSchedules(project, { seed: 1, schedules: 500 }).makespan, 9);
});

test('the same seed gives the same schedule, and no more schedules are built than were asked for', () => {
  const project = drawProject(7, 60);
  const first = searchSchedules(project, { seed: 3, schedules: 300 });
  const second = searchSchedules(project, { seed: 3, schedules: 300 });
  assert.deepEqual([...first.start], [...second.start]);
  assert.ok(first.schedules <= 302, String(first.schedules));
});

test('an empty project, one without resources and work of no length have schedules', () => {
  const empty = createResourceProject({ durations: [], demands: [], capacities: [], links: [] });
  assert.equal(searchSchedules(empty, { seed: 1, schedules: 10 }).makespan, 0);
  const points = createResourceProject({
    durations: [0, 3, 0],
    demands: [[], [], []],
    capacities: [],
    links: [
      [0, 1],
      [1, 2],
    ],
  });
  assert.deepEqual([...searchSchedules(points, { seed: 1, schedules: 10 }).start], [0, 0, 3]);
});

test('work that needs more than there is is refused with its number', () => {
  const parts = { durations: [1], demands: [[3]], capacities: [2], links: [] };
  assert.throws(() => createResourceProject(parts), /Activity 0 needs more of resource 0/);
});
