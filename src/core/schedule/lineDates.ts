import type { Instant } from '../model/instant.ts';
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
    lateFinish: calendar.endOf(late),
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

/** Milestone items follow their tasks, so tasks alone decide when the project ends. */
export function latestFinish(network: Network, { finish, finishWork }: NetworkDates): Instant {
  const aside = nodeFlag.gate | nodeFlag.milestone | nodeFlag.rollUp | nodeFlag.undated;
  const { count, flags, calendars, calendarOf } = network;
  const works = new Float64Array(calendars.length).fill(-Infinity);
  let latest = -Infinity;
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    if ((flag & nodeFlag.line) !== 0) {
      const line = calendarOf[v] ?? 0;
      const work = finishWork[v] ?? 0;
      if (work > (works[line] ?? 0)) works[line] = work;
    } else if ((flag & aside) === 0) latest = Math.max(latest, finish[v] ?? 0);
  }
  works.forEach((work, line) => {
    if (work !== -Infinity) latest = Math.max(latest, calendars[line]?.endOf(work) ?? latest);
  });
  return latest === -Infinity ? network.projectStart : latest;
}

/** When the first of all items starts, or the project itself. */
export function earliestStart(network: Network, { start, finishWork }: NetworkDates): Instant {
  const aside = nodeFlag.gate | nodeFlag.undated;
  const { count, flags, calendars, calendarOf, duration } = network;
  const works = new Float64Array(calendars.length).fill(Infinity);
  let earliest = network.projectStart;
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    if ((flag & nodeFlag.line) !== 0) {
      const line = calendarOf[v] ?? 0;
      const work = (finishWork[v] ?? 0) - (duration[v] ?? 0);
      if (work < (works[line] ?? 0)) works[line] = work;
    } else if ((flag & aside) === 0) earliest = Math.min(earliest, start[v] ?? 0);
  }
  works.forEach((work, line) => {
    if (work !== Infinity)
      earliest = Math.min(earliest, calendars[line]?.startOf(work) ?? earliest);
  });
  return earliest;
}
