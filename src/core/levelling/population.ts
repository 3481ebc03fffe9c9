import type { ResourceProject } from './resourceProject.ts';
import { resourceShares } from './resourceShares.ts';
import type { TurnedSchedule } from './turnSchedule.ts';

/** A schedule that others are made from. */
export interface Parent extends TurnedSchedule {
  /** Work that its last periods hold, as shares of the resources: what is in the way of a shorter one. */
  readonly lastWork: number;
}

/** So many periods are the last. */
const lastPeriods = 6;
/** Schedules of one length are the same unless so many activities begin at another time. */
const fewestDiffering = 8;

/** The better of two comes first: the shorter, and of one length the one with less at its end. */
export function compareParents(a: Parent, b: Parent): number {
  return a.makespan - b.makespan || a.lastWork - b.lastWork;
}

/** The best of all that are not much the same; what is alike would only have more of its like. */
export function chooseParents(all: readonly Parent[], most: number): readonly Parent[] {
  const kept: Parent[] = [];
  for (const one of all.toSorted(compareParents)) {
    if (kept.some(other => isAlike(one, other))) continue;
    if (kept.push(one) === most) break;
  }
  return kept;
}

function isAlike(a: Parent, b: Parent): boolean {
  if (a.makespan !== b.makespan) return false;
  let differing = 0;
  for (let v = 0; v < a.start.length; v++) {
    if (a.start[v] !== b.start[v] && ++differing === fewestDiffering) return false;
  }
  return true;
}

/** Weighs what lies at the end of a schedule, which is where it begins as it is seen from there. */
export function lastWorkOf(project: ResourceProject): (seen: TurnedSchedule) => number {
  const { duration } = project;
  const shares = resourceShares(project);
  return ({ start }) => {
    let sum = 0;
    for (let v = 0; v < start.length; v++) {
      const within = lastPeriods - (start[v] ?? 0);
      if (within > 0) sum += Math.min(within, duration[v] ?? 0) * (shares[v] ?? 0);
    }
    return sum;
  };
}
