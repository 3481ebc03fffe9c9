import type { ResourceProject } from './resourceProject.ts';

/** A schedule as it is seen from its end: what finishes last starts at zero. */
export interface TurnedSchedule {
  /** Every activity in the order of its start, and after those that it waits for as seen from here. */
  readonly list: Int32Array;
  readonly start: Int32Array;
  readonly makespan: number;
}

/** Turns a schedule round; turned twice it is the same, in the order of its starts. */
export function turnSchedule(
  { count, duration }: ResourceProject,
  { list, start, makespan }: TurnedSchedule,
): TurnedSchedule {
  const turned = new Int32Array(count);
  const next = new Int32Array(makespan + 2);
  for (let v = 0; v < count; v++) {
    const at = makespan - (start[v] ?? 0) - (duration[v] ?? 0);
    turned[v] = at;
    next[at + 1] = (next[at + 1] ?? 0) + 1;
  }
  for (let t = 0; t <= makespan; t++) next[t + 1] = (next[t + 1] ?? 0) + (next[t] ?? 0);
  const order = new Int32Array(count);
  for (let i = count - 1; i >= 0; i--) {
    const v = list[i] ?? 0;
    const at = turned[v] ?? 0;
    const place = next[at] ?? 0;
    order[place] = v;
    next[at] = place + 1;
  }
  return { list: order, start: turned, makespan };
}
