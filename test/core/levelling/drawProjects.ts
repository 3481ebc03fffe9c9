import { randomFrom } from '../../../src/core/base/randomFrom.ts';
import {
  createResourceProject,
  type ResourceProject,
} from '../../../src/core/levelling/resourceProject.ts';

/** A project by chance, the same one for the same seed, in which every activity can be done. */
export function drawProject(seed: number, count: number): ResourceProject {
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const capacities = [2 + upTo(4), 1 + upTo(3)];
  const links: (readonly [number, number])[] = [];
  for (let v = 1; v < count; v++) {
    for (let link = upTo(2); link > 0; link--) links.push([upTo(v - 1), v]);
  }
  return createResourceProject({
    durations: Array.from({ length: count }, () => upTo(6)),
    demands: Array.from({ length: count }, () => capacities.map(upTo)),
    capacities,
    links,
  });
}

/** What is wrong with a schedule: links that it breaks and periods with too much work. */
export function findFaults(project: ResourceProject, start: Int32Array): readonly string[] {
  const { count, resourceCount, duration, demand, capacity, successors } = project;
  const faults: string[] = [];
  const finish = (v: number): number => (start[v] ?? 0) + (duration[v] ?? 0);
  const end = Math.max(...Array.from({ length: count }, (_, v) => finish(v)));
  for (let v = 0; v < count; v++) {
    if ((start[v] ?? -1) < 0) faults.push(`${v} has no start`);
    for (const w of successors.to.slice(successors.from[v], successors.from[v + 1])) {
      if ((start[w] ?? 0) < finish(v)) faults.push(`${w} before the end of ${v}`);
    }
  }
  for (let t = 0; t < end; t++) {
    for (let r = 0; r < resourceCount; r++) {
      let used = 0;
      for (let v = 0; v < count; v++) {
        if ((start[v] ?? 0) <= t && t < finish(v)) used += demand[v * resourceCount + r] ?? 0;
      }
      if (used > (capacity[r] ?? 0)) faults.push(`${used} of resource ${r} in period ${t}`);
    }
  }
  return faults;
}
