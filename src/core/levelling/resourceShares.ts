import type { ResourceProject } from './resourceProject.ts';

/** By activity, the shares that it uses of each resource while it runs, added up. */
export function resourceShares(project: ResourceProject): Float64Array {
  const { count, resourceCount, demand, capacity } = project;
  return Float64Array.from({ length: count }, (_, v) => {
    let sum = 0;
    for (let r = 0; r < resourceCount; r++)
      sum += (demand[v * resourceCount + r] ?? 0) / Math.max(1, capacity[r] ?? 0);
    return sum;
  });
}
