import { computeTails } from './criticalPath.ts';
import { mirrorProject, type ResourceProject } from './resourceProject.ts';

/** Periods that no schedule can be shorter than. */
export interface LowerBound {
  /** The longest chain of activities. */
  readonly criticalPath: number;
  /** The highest of all bounds. */
  readonly best: number;
}

/**
 * The length of the critical path; what the resources need for all of the work, with what must come
 * before and after it; and the longest chain through pairs that no resource can hold at once
 * (Stinson, Davis and Khumawala, 1978, in the form for pairs).
 */
export function computeLowerBound(project: ResourceProject): LowerBound {
  const tail = computeTails(project);
  const toFinish = computeTails(mirrorProject(project));
  const head = toFinish.map((length, v) => length - (project.duration[v] ?? 0));
  const criticalPath = tail.reduce((longest, length) => Math.max(longest, length), 0);
  let best = criticalPath;
  for (let r = 0; r < project.resourceCount; r++)
    best = Math.max(best, boundByResource(project, r, { head, tail }));
  return { criticalPath, best: Math.max(best, boundByPairs(project, { head, tail })) };
}

interface Ways {
  /** The longest way from the start of all to the start of an activity, and from there to the end. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
}

/**
 * The work on one resource of all activities that cannot start before some moment and need some time
 * after them takes at least its amount over the capacity.
 */
function boundByResource(project: ResourceProject, resource: number, { head, tail }: Ways): number {
  const { count, resourceCount, duration, demand, capacity } = project;
  const given = capacity[resource] ?? 0;
  const users: number[] = [];
  for (let v = 0; v < count; v++) {
    if ((demand[v * resourceCount + resource] ?? 0) > 0 && (duration[v] ?? 0) > 0) users.push(v);
  }
  const rest = (v: number): number => (tail[v] ?? 0) - (duration[v] ?? 0);
  const byRest = users.toSorted((a, b) => rest(b) - rest(a) || a - b);
  let best = 0;
  for (const from of new Set(users.map(v => head[v] ?? 0))) {
    let work = 0;
    for (const v of byRest) {
      if ((head[v] ?? 0) < from) continue;
      work += (duration[v] ?? 0) * (demand[v * resourceCount + resource] ?? 0);
      best = Math.max(best, from + Math.ceil(work / given) + rest(v));
    }
  }
  return best;
}

/** Two activities that need too much together run one after the other. */
function boundByPairs(project: ResourceProject, { head, tail }: Ways): number {
  const { count, duration } = project;
  let best = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const ab = (head[a] ?? 0) + (duration[a] ?? 0) + (tail[b] ?? 0);
      const ba = (head[b] ?? 0) + (duration[b] ?? 0) + (tail[a] ?? 0);
      const least = Math.min(ab, ba);
      if (least > best && excludeEachOther(project, a, b)) best = least;
    }
  }
  return best;
}

function excludeEachOther(project: ResourceProject, a: number, b: number): boolean {
  const { resourceCount, demand, capacity, duration } = project;
  if (duration[a] === 0 || duration[b] === 0) return false;
  for (let r = 0; r < resourceCount; r++) {
    const together = (demand[a * resourceCount + r] ?? 0) + (demand[b * resourceCount + r] ?? 0);
    if (together > (capacity[r] ?? 0)) return true;
  }
  return false;
}
