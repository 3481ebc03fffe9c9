/** Which activities stand before or after each: those of `v` are `to[from[v]]` up to `to[from[v + 1]]`. */
export interface Neighbours {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Work that competes for renewable resources of constant capacity: the resource-constrained project
 * scheduling problem (Pritsker, Watters and Wolfe, 1969). Times and amounts are whole numbers.
 */
export interface ResourceProject {
  readonly count: number;
  readonly resourceCount: number;
  /** Periods, by activity. */
  readonly duration: Int32Array;
  /** What activity `v` needs of resource `r` in each of its periods: `demand[v * resourceCount + r]`. */
  readonly demand: Int32Array;
  readonly capacity: Int32Array;
  readonly predecessors: Neighbours;
  readonly successors: Neighbours;
}

/** What a project is made from. */
export interface ResourceProjectParts {
  readonly durations: readonly number[];
  /** By activity, by resource. */
  readonly demands: readonly (readonly number[])[];
  readonly capacities: readonly number[];
  /** Pairs of a predecessor and its successor, both counted from zero; they form no circle. */
  readonly links: readonly (readonly [number, number])[];
}

/**
 * @throws Error when an activity needs more of a resource than there is: no schedule would hold it
 */
export function createResourceProject(parts: ResourceProjectParts): ResourceProject {
  const { durations, demands, capacities, links } = parts;
  demands.forEach((row, activity) => {
    const lacking = row.findIndex((amount, resource) => amount > (capacities[resource] ?? 0));
    if (lacking >= 0)
      throw new Error(`Activity ${activity} needs more of resource ${lacking} than there is`);
  });
  return {
    count: durations.length,
    resourceCount: capacities.length,
    duration: Int32Array.from(durations),
    demand: Int32Array.from(demands.flat()),
    capacity: Int32Array.from(capacities),
    predecessors: groupNeighbours(durations.length, links, ([before, after]) => [after, before]),
    successors: groupNeighbours(durations.length, links, ([before, after]) => [before, after]),
  };
}

/** The same work seen from its end: what came before comes after. */
export function mirrorProject(project: ResourceProject): ResourceProject {
  return { ...project, predecessors: project.successors, successors: project.predecessors };
}

type Link = readonly [number, number];

function groupNeighbours(
  count: number,
  links: readonly Link[],
  turn: (link: Link) => Link,
): Neighbours {
  const from = new Int32Array(count + 1);
  for (const link of links) from[turn(link)[0] + 1] = (from[turn(link)[0] + 1] ?? 0) + 1;
  for (let v = 0; v < count; v++) from[v + 1] = (from[v + 1] ?? 0) + (from[v] ?? 0);
  const next = from.slice();
  const to = new Int32Array(links.length);
  for (const link of links) {
    const [v, other] = turn(link);
    const place = next[v] ?? 0;
    to[place] = other;
    next[v] = place + 1;
  }
  return { from, to };
}
