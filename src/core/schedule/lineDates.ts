import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { farAway } from './extremes.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';

/** The moments of a node, however they were computed. */
export interface NodeMoments {
  readonly start: Instant;
  readonly finish: Instant;
  readonly earlyStart: Instant;
  readonly earlyFinish: Instant;
  readonly lateStart: Instant;
  readonly lateFinish: Instant;
}

/** Of a node on the line of work, four look-ups; of any other, what the passes wrote. */
export function readMoments(network: Network, dates: NetworkDates, v: number): NodeMoments {
  const calendar = network.calendars[network.calendarOf[v] ?? 0];
  if (((network.flags[v] ?? 0) & nodeFlag.line) === 0 || !calendar) {
    return {
      start: dates.start[v] ?? 0,
      finish: dates.finish[v] ?? 0,
      earlyStart: dates.earlyStart[v] ?? 0,
      earlyFinish: dates.earlyFinish[v] ?? 0,
      lateStart: dates.lateStart[v] ?? 0,
      lateFinish: dates.lateFinish[v] ?? 0,
    };
  }
  const length = network.duration[v] ?? 0;
  const work = dates.finishWork[v] ?? 0;
  const late = work + (dates.totalFloat[v] ?? 0);
  const start = calendar.startOf(work - length);
  const finish = calendar.endOf(work);
  return {
    start,
    finish,
    earlyStart: start,
    earlyFinish: finish,
    lateStart: calendar.startOf(late - length),
    lateFinish: calendar.isNightly ? (dates.lateFinish[v] ?? 0) : calendar.endOf(late),
  };
}

/** Fills in the early and planned moments of every node on a line of work. */
export function fillLineMoments(network: Network, dates: NetworkDates): void {
  const { count, flags } = network;
  for (let v = 0; v < count; v++) {
    if (((flags[v] ?? 0) & nodeFlag.line) === 0) continue;
    const { start, finish } = readMoments(network, dates, v);
    dates.earlyStart[v] = start;
    dates.earlyFinish[v] = finish;
    dates.start[v] = start;
    dates.finish[v] = finish;
  }
}

/** From when to when a schedule runs. */
export interface Span {
  /** When the first of all items starts, or the project itself. */
  readonly start: Instant;
  /** Milestone items follow their tasks, so tasks alone decide when the project ends. */
  readonly finish: Instant;
}

/** Whether a node counts where the schedule starts, and where it ends. */
export function isInSpan(flag: number): { readonly atStart: boolean; readonly atFinish: boolean } {
  return { atStart: (flag & asideOfStart) === 0, atFinish: (flag & asideOfFinish) === 0 };
}

const asideOfStart = nodeFlag.gate | nodeFlag.undated;
const asideOfFinish = asideOfStart | nodeFlag.milestone | nodeFlag.rollUp;

export function findSpan(network: Network, dates: NetworkDates): Span {
  const { calendars, projectStart } = network;
  const ends: LineEnds = {
    first: new Float64Array(calendars.length).fill(Infinity),
    last: new Float64Array(calendars.length).fill(-Infinity),
    off: Float64Array.of(projectStart, -Infinity),
  };
  gatherEnds(network, dates, ends);
  let [earliest = projectStart, latest = -Infinity] = ends.off;
  calendars.forEach((calendar, line) => {
    const last = ends.last[line] ?? -Infinity;
    if (last === -Infinity) return;
    latest = Math.max(latest, calendar.endOf(last));
    earliest = Math.min(earliest, calendar.startOf(ends.first[line] ?? 0));
  });
  return { start: earliest, finish: latest === -Infinity ? projectStart : latest };
}

/** The first start and the last finish on each line of work, and of what is on none. */
interface LineEnds {
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly off: Float64Array;
}

/** A function of its own, because a loop is the faster the less comes after it. */
function gatherEnds(network: Network, dates: NetworkDates, { first, last, off }: LineEnds): void {
  const { count, flags, calendarOf, duration } = network;
  const { start, finish, finishWork } = dates;
  const lineFlag = nodeFlag.line;
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    if ((flag & lineFlag) !== 0) {
      const line = calendarOf[v] ?? 0;
      const work = finishWork[v] ?? 0;
      if (work > (last[line] ?? 0)) last[line] = work;
      if (work - (duration[v] ?? 0) < (first[line] ?? 0)) first[line] = work - (duration[v] ?? 0);
    } else {
      if ((flag & asideOfStart) === 0) off[0] = Math.min(off[0] ?? 0, start[v] ?? 0);
      if ((flag & asideOfFinish) === 0) off[1] = Math.max(off[1] ?? 0, finish[v] ?? 0);
    }
  }
}

/** A moment on each line of work; where there is none, before all that happens there. */
export function workOnLines(calendars: readonly CompiledCalendar[], at: Instant): Float64Array {
  const work = new Float64Array(calendars.length).fill(-farAway);
  if (at === -Infinity) return work;
  for (let line = 0; line < work.length; line++) work[line] = calendars[line]?.workAt(at) ?? 0;
  return work;
}

/** By line of work: 1 for those that are worked at night. */
export function nightsOf(calendars: readonly CompiledCalendar[]): Uint8Array {
  const isNightly = new Uint8Array(calendars.length);
  for (let line = 0; line < isNightly.length; line++) {
    isNightly[line] = calendars[line]?.isNightly === true ? 1 : 0;
  }
  return isNightly;
}
