import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import { emptyGrid, type WorkGrid } from '../calendar/workGrid.ts';
import type { Instant } from '../model/instant.ts';
import { createLateState, type LateState } from './lateState.ts';
import type { SplitWork } from './splitWork.ts';

/**
 * What a link binds, as one small number so that the passes need no objects. The first four are
 * the dependency types without lag; a lag adds one of the bits below.
 */
export const linkCode = {
  FF: 0,
  FS: 1,
  SF: 2,
  SS: 3,
  /** From a task or an inner roll-up to the roll-up of the summary that it is part of. */
  part: 16,
  /** From a gate to what it holds back. */
  gate: 17,
  /** Taken out because it closes a loop. */
  cut: 18,
} as const;

/**
 * Added to the code of a dependency whose two ends are ordinary tasks on one calendar, with no lag
 * but a working one: it is computed on the calendar's line of work, without a look-up.
 */
export const lineBit = 64;

/**
 * Added instead where the two ends are ordinary tasks on two calendars: it is computed from the one
 * line of work to the other, see `CrossLinks`.
 */
export const crossBit = 128;

/**
 * Added instead where the moment on the clock counts too, for an elapsed lag, or because an end works
 * at night.
 */
export const momentBit = lineBit + crossBit;

export const lagBit = { working: 4, elapsed: 8, percentOfSummary: 32 } as const;

export const nodeFlag = {
  /** Has an actual start, which nothing moves, or has progressed without one; so has a part of it. */
  started: 1,
  /** Nothing is left to do. */
  finished: 2,
  alap: 4,
  /** Its duration runs through nights and days off. */
  elapsed: 8,
  /** A task without duration. */
  point: 16,
  /** The dates of a summary, rolled up from its parts. */
  rollUp: 32,
  /** Carries the links into a summary to its parts. It belongs to no item of its own. */
  gate: 64,
  /** A milestone item: the latest finish of its tasks. */
  milestone: 128,
  /** Stands at a date that nothing moves: `actualFinish`. */
  fixed: 256,
  /** Cannot begin before the project. */
  floor: 512,
  constrained: 1024,
  deadline: 2048,
  /** Has no dates: part of a loop, or a summary of nothing but such tasks. */
  undated: 4096,
  /** The forward pass had to break a link to keep its constraint. */
  conflict: 8192,
  /** All of its links run between lines of work: its dates are made when asked for. */
  line: 16384,
  /** Starts at `actualStart`, as a person has set it. */
  pinned: 32768,
} as const;

/** Nodes that are more than a duration on a calendar between predecessors and successors. */
export const specialNode =
  nodeFlag.pinned |
  nodeFlag.started |
  nodeFlag.finished |
  nodeFlag.alap |
  nodeFlag.elapsed |
  nodeFlag.point |
  nodeFlag.rollUp |
  nodeFlag.gate |
  nodeFlag.milestone |
  nodeFlag.constrained |
  nodeFlag.deadline |
  nodeFlag.undated;

/** Index into {@link Network.constraintKind}. */
export const constraintCode = {
  none: 0,
  SNET: 1,
  SNLT: 2,
  FNET: 3,
  FNLT: 4,
  MSO: 5,
  MFO: 6,
} as const;

/**
 * The plan as arrays: node v is a task, a milestone item or a gate; link e runs to the node in
 * whose range of `inRange` it lies. Tasks come first, in the order of their ids.
 */
export interface Network {
  readonly count: number;
  /** The item of each node; of a gate, its summary. */
  readonly ids: readonly string[];
  readonly flags: Uint16Array;
  /** 1 for what waits for something, itself or as a part of what does. */
  readonly isLinked: Uint8Array;
  /** Minutes, working or elapsed, pauses counted in. */
  readonly duration: Float64Array;
  /** Minutes of the duration that are still to come. */
  readonly remaining: Float64Array;
  readonly calendarOf: Int32Array;
  /** [DEP-5] The calendar that lags before a node run on. */
  readonly lagCalendarOf: Int32Array;
  readonly calendars: readonly CompiledCalendar[];
  /** Where all of the calendars stand at once, for links from one to another. */
  readonly grid: WorkGrid;
  readonly constraintKind: Uint8Array;
  readonly constraintAt: Float64Array;
  /** Infinity where there is none. */
  readonly deadline: Float64Array;
  /** Also of what is pinned. NaN where there is none, as of what has progressed nobody said since when. */
  readonly actualStart: Float64Array;
  readonly actualFinish: Float64Array;
  /** What is work of the nodes that pause. */
  readonly splitOf: ReadonlyMap<number, SplitWork>;
  /**
   * Links into node v are inRange[v * 2] to inRange[v * 2 + 1] - 1. The last number of all is the
   * place behind the last link: a change of links may leave gaps, and the columns may be longer.
   */
  readonly inRange: Int32Array;
  readonly predecessor: Int32Array;
  readonly code: Uint8Array;
  /** Minutes. */
  readonly lag: Float64Array;
  /** The share of the summary's length, for links whose code says so. */
  readonly percentOfSummary: ReadonlyMap<number, number>;
  /** Every node after all of its predecessors. */
  readonly order: Int32Array;
  readonly projectStart: Instant;
  /** Where the plan is scheduled back from its finish; undefined where it runs from its start. */
  readonly givenFinish: Instant | undefined;
  /** Minus infinity where no progress date moves what is open. */
  readonly statusDate: Instant;
  /** [FLOAT-3] The total float up to which work is critical, in minutes. */
  readonly criticalFloat: number;
}

/**
 * What the passes compute, by node. Times are instants; floats are working minutes. Times of nodes
 * with the flag `line` are not filled in: `lineDates` makes them.
 */
export interface NetworkDates {
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  /** As planned; the same array as the early one unless something is as late as possible. */
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  /** Of ordinary tasks: the finish on the line of work of their calendar. */
  readonly finishWork: Float64Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  readonly late: LateState;
  /**
   * [CON-8] Where something is as late as possible: the dates of everything as early as possible, from
   * which it is known how late that is. Their own planned dates are the early ones.
   */
  readonly ground: NetworkDates | undefined;
}

/**
 * What total float is measured from: the planned dates or, [PRJ-8] in a plan that is scheduled back
 * from its finish and so planned late, the early ones.
 */
export function floatBasis(
  { givenFinish }: Network,
  { start, finish, earlyStart, earlyFinish }: NetworkDates,
): { readonly start: Float64Array; readonly finish: Float64Array } {
  return givenFinish === undefined ? { start, finish } : { start: earlyStart, finish: earlyFinish };
}

/** [SUM-7] True for a summary that stands where it was pinned, whatever its parts do. */
export function isStandingSummary(
  { flags, inRange, code }: Pick<Network, 'flags' | 'inRange' | 'code'>,
  v: number,
): boolean {
  if (((flags[v] ?? 0) & nodeFlag.pinned) === 0) return false;
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    if (code[e] === linkCode.part) return true;
  }
  return false;
}

/** Room for the results; separate planned dates only where they can differ from the early ones. */
export function createDates(network: Network): NetworkDates {
  const { count, flags } = network;
  const ground = createColumns(count);
  if (!flags.some(flag => (flag & nodeFlag.alap) !== 0)) return ground;
  const [start, finish] = [new Float64Array(count), new Float64Array(count)];
  return { ...createColumns(count), start, finish, ground };
}

function createColumns(count: number): NetworkDates {
  const [earlyStart, earlyFinish] = [new Float64Array(count), new Float64Array(count)];
  return {
    earlyStart,
    earlyFinish,
    start: earlyStart,
    finish: earlyFinish,
    lateStart: new Float64Array(count),
    lateFinish: new Float64Array(count),
    finishWork: new Float64Array(count),
    totalFloat: new Float64Array(count),
    freeFloat: new Float64Array(count),
    late: createLateState(count),
    ground: undefined,
  };
}

/** The grid, where it is one of all calendars that there are by now. */
export function gridOf({ grid, calendars }: Network): WorkGrid {
  return grid.calendars === calendars.length ? grid : emptyGrid(calendars.length);
}
