import type { ResourceProject } from './resourceProject.ts';

/** Every activity after its predecessors. */
export function orderActivities({ count, predecessors, successors }: ResourceProject): Int32Array {
  const waitsFor = Int32Array.from(
    { length: count },
    (_, v) => (predecessors.from[v + 1] ?? 0) - (predecessors.from[v] ?? 0),
  );
  const order: number[] = [];
  for (let v = 0; v < count; v++) if (waitsFor[v] === 0) order.push(v);
  for (const v of order) {
    for (let e = successors.from[v] ?? 0; e < (successors.from[v + 1] ?? 0); e++) {
      const w = successors.to[e] ?? 0;
      waitsFor[w] = (waitsFor[w] ?? 0) - 1;
      if (waitsFor[w] === 0) order.push(w);
    }
  }
  return Int32Array.from(order);
}

/** By activity, the longest way from its start to the end of the project, without any resource. */
export function computeTails(project: ResourceProject): Int32Array {
  const { duration, successors } = project;
  const tail = new Int32Array(project.count);
  for (const v of orderActivities(project).reverse()) {
    let after = 0;
    for (let e = successors.from[v] ?? 0; e < (successors.from[v + 1] ?? 0); e++)
      after = Math.max(after, tail[successors.to[e] ?? 0] ?? 0);
    tail[v] = after + (duration[v] ?? 0);
  }
  return tail;
}
