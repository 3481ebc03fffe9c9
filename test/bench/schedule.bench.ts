import { compileCalendar } from '../../src/core/calendar/compileCalendar.ts';
import { dayNumber } from '../../src/core/model/instant.ts';
import { standardCalendar } from '../../src/core/model/project.ts';
import { buildNetwork } from '../../src/core/schedule/buildNetwork.ts';
import { buildFrame } from '../../src/core/schedule/networkFrame.ts';
import { computeDates } from '../../src/core/schedule/computeDates.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { createDates, linkCode, type Network } from '../../src/core/schedule/network.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { drawBenchPlan, drawCalendars } from './drawBenchPlan.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000];

/**
 * The schedule of plans with twice as many dependencies as tasks, beside a bare sweep over the same
 * graph: the ratio holds on any machine, the milliseconds do not. Once with all tasks on one
 * calendar, and once with half of them on three others at random, so that most links lead from one
 * calendar to another.
 */
export const benchmark: Benchmark = {
  name: 'schedule',
  run: () => {
    const measures: Measurement[] = [];
    for (const share of [0, 0.5]) {
      const name = share === 0 ? 'one calendar' : 'four calendars';
      let before: number | undefined;
      for (const size of sizes) {
        const passes = measureSize({ size, share, name: `${name}, ${size} tasks` }, measures);
        if (before !== undefined) {
          const growth = {
            name: `${name}, ${size} tasks: growth`,
            value: passes / before,
            unit: '×',
          };
          measures.push(growth);
        }
        before = passes;
      }
    }
    measures.push(...measureCalendar());
    return Promise.resolve(measures);
  },
};

interface Case {
  readonly name: string;
  readonly size: number;
  /** How many of the tasks have a calendar of their own: 0 to 1. */
  readonly share: number;
}

/** Adds what one size costs; answers with the time of the passes in milliseconds. */
function measureSize({ name, size, share }: Case, measures: Measurement[]): number {
  const plan = drawBenchPlan(size, share);
  const rounds = Math.max(3, Math.min(200, Math.round(300_000 / size)));
  const { network } = buildNetwork(buildFrame(plan), plan, {});
  const dates = createDates(network);
  const bare = createBare(network);
  const [passes = 0, sweep = 0] = medians(rounds, [
    () => computeDates(network, dates, plan),
    () => runBare(network, bare),
  ]);
  const whole = median(Math.max(1, Math.round(rounds / 10)), () => computeSchedule(plan));
  measures.push(
    { name: `${name}: bare passes`, value: sweep, unit: 'ms' },
    { name: `${name}: passes`, value: passes, unit: 'ms' },
    { name: `${name}: passes over bare`, value: passes / sweep, unit: '×' },
    { name: `${name}: from the plan`, value: whole, unit: 'ms' },
    {
      name: `${name}: memory`,
      value: (bytesOf(network) + bytesOf(dates) + bytesOf(dates.late)) / size,
      unit: 'B/task',
    },
  );
  return passes;
}

function bytesOf(columns: object): number {
  let bytes = 0;
  for (const column of Object.values(columns)) {
    if (ArrayBuffer.isView(column)) bytes += column.byteLength;
  }
  return bytes;
}

function median(rounds: number, work: () => unknown): number {
  return medians(rounds, [work])[0] ?? 0;
}

/** Of several works that take turns, so that what else the machine does meets all of them alike. */
function medians(rounds: number, works: readonly (() => unknown)[]): readonly number[] {
  for (const work of works) work();
  const times = works.map((): number[] => []);
  for (let i = 0; i < rounds; i++) {
    works.forEach((work, place) => {
      const from = performance.now();
      work();
      times[place]?.push(performance.now() - from);
    });
  }
  return times.map(list => list.sort((a, b) => a - b)[list.length >> 1] ?? 0);
}

function measureCalendar(): readonly Measurement[] {
  const calendars = [...drawCalendars().values()];
  const [standard = standardCalendar] = calendars;
  const compile = median(50, () => compileCalendar(standard, () => undefined));
  const calendar = compileCalendar(standard, () => undefined);
  const from = dayNumber(2026, 3, 2) * 1440;
  const adding = median(20, () => {
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += calendar.addWork(from + i * 17, i);
    return sum;
  });
  return [
    { name: 'compile a calendar of ten years', value: compile * 1000, unit: 'µs' },
    { name: 'add working time', value: adding * 10, unit: 'ns' },
  ];
}

interface Bare {
  readonly duration: Int32Array;
  readonly lag: Int32Array;
  readonly type: Uint8Array;
  readonly start: Int32Array;
  readonly late: Int32Array;
}

function createBare(network: Network): Bare {
  return {
    duration: Int32Array.from(network.duration),
    lag: Int32Array.from(network.lag),
    type: Uint8Array.from(network.code, code => code & 3),
    start: new Int32Array(network.count),
    late: new Int32Array(network.count),
  };
}

/** What no schedule can beat: early and late dates in integers, without calendars or floats. */
function runBare(network: Network, bare: Bare): number {
  const { count, inRange, predecessor, order } = network;
  const { duration, lag, type, start, late } = bare;
  let end = 0;
  for (let i = 0; i < count; i++) {
    const v = order[i] ?? 0;
    const length = duration[v] ?? 0;
    let earliest = 0;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      const link = type[e] ?? 0;
      let at = (start[u] ?? 0) + (lag[e] ?? 0);
      if (link <= linkCode.FS) at += duration[u] ?? 0;
      if (link === linkCode.FF || link === linkCode.SF) at -= length;
      if (at > earliest) earliest = at;
    }
    start[v] = earliest;
    if (earliest + length > end) end = earliest + length;
  }
  for (let v = 0; v < count; v++) late[v] = end - (duration[v] ?? 0);
  for (let i = count - 1; i >= 0; i--) {
    const v = order[i] ?? 0;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      const link = type[e] ?? 0;
      let at = (late[v] ?? 0) - (lag[e] ?? 0);
      if (link <= linkCode.FS) at -= duration[u] ?? 0;
      if (link === linkCode.FF || link === linkCode.SF) at += duration[v] ?? 0;
      if (at < (late[u] ?? 0)) late[u] = at;
    }
  }
  return end;
}
