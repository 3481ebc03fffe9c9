import { computeTails } from './criticalPath.ts';
import type { ResourceProject } from './resourceProject.ts';

/** How much the first list, and the others, keep to what has the least time left. */
const firstBias = 8;
const biases = { least: 1, most: 4 };

/**
 * Lists to begin with: whatever is ready is drawn by chance, the likelier the earlier it must be
 * finished (regret-based biased random sampling by latest finish times, Drexl, 1991; Kolisch, 1995).
 */
export function* drawLists(
  project: ResourceProject,
  random: () => number,
  count: number,
): Generator<Int32Array> {
  const tail = computeTails(project);
  // The later the latest finish, the shorter is what comes after the activity.
  const after = tail.map((length, v) => length - (project.duration[v] ?? 0));
  for (let i = 0; i < count; i++) {
    const bias = i === 0 ? firstBias : biases.least + random() * (biases.most - biases.least);
    yield drawList(project, after, { bias, random });
  }
}

function drawList(
  { count, predecessors, successors }: ResourceProject,
  after: Int32Array,
  { bias, random }: { readonly bias: number; readonly random: () => number },
): Int32Array {
  const waitsFor = new Int32Array(count);
  const ready: number[] = [];
  for (let v = 0; v < count; v++) {
    waitsFor[v] = (predecessors.from[v + 1] ?? 0) - (predecessors.from[v] ?? 0);
    if (waitsFor[v] === 0) ready.push(v);
  }
  const list = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const chosen = drawPlace(ready, after, { bias, random });
    const v = ready[chosen] ?? 0;
    const last = ready.pop() ?? 0;
    if (chosen < ready.length) ready[chosen] = last;
    list[i] = v;
    for (let e = successors.from[v] ?? 0; e < (successors.from[v + 1] ?? 0); e++) {
      const w = successors.to[e] ?? 0;
      waitsFor[w] = (waitsFor[w] ?? 0) - 1;
      if (waitsFor[w] === 0) ready.push(w);
    }
  }
  return list;
}

function drawPlace(
  ready: readonly number[],
  after: Int32Array,
  { bias, random }: { readonly bias: number; readonly random: () => number },
): number {
  let least = Infinity;
  for (const v of ready) least = Math.min(least, after[v] ?? 0);
  const weights = ready.map(v => ((after[v] ?? 0) - least + 1) ** bias);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let place = 0; place < weights.length - 1; place++) {
    left -= weights[place] ?? 0;
    if (left <= 0) return place;
  }
  return weights.length - 1;
}
