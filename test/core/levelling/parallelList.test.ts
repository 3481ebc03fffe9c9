import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderActivities } from '../../../src/core/levelling/criticalPath.ts';
import { parallelList } from '../../../src/core/levelling/parallelList.ts';
import { createResourceProject } from '../../../src/core/levelling/resourceProject.ts';
import { SerialDecoder } from '../../../src/core/levelling/serialDecoder.ts';
import { drawProject, findFaults } from './drawProjects.ts';

test('what there is room for now begins, although something before it in the list has to wait', () => {
  const project = createResourceProject({
    durations: [3, 4, 2, 2],
    demands: [[1], [2], [1], [1]],
    capacities: [2],
    links: [],
  });
  // The second needs both, so the third and the fourth begin beside and after the first.
  assert.deepEqual([...parallelList(project, Int32Array.of(0, 1, 2, 3))], [0, 2, 3, 1]);
});

test('each activity comes once, after those that it waits for, and nothing waits without need', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const project = drawProject(seed, 24);
    const list = parallelList(project, orderActivities(project));
    assert.deepEqual(
      list.toSorted(),
      Int32Array.from({ length: 24 }, (_, v) => v),
    );
    const start = new Int32Array(24);
    new SerialDecoder(project).decode(list, start);
    assert.deepEqual(findFaults(project, start), []);
    // Built serially, the activities begin in the very order of the list.
    const starts = Array.from(list, v => start[v] ?? 0);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
      `seed ${seed}`,
    );
  }
});
