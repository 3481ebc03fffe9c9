export interface Measurement {
  readonly name: string;
  readonly value: number;
  /** For example `ms`, `kB` or `1`. */
  readonly unit: string;
}

/** What every `*.bench.ts` exports as `benchmark`. */
export interface Benchmark {
  readonly name: string;
  readonly run: (args: readonly string[]) => Promise<readonly Measurement[]>;
}

/** The time below which a share of the times lies; they are in order of length. */
export function shareOf(times: readonly number[], share: number): number {
  return times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
}

/** What `measure` finds at one size after the other. */
export async function measureSizes(
  sizes: readonly number[],
  measure: (size: number) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [];
  for (const size of sizes) measured.push(...(await measure(size)));
  return measured;
}

/** The middle of the times, in milliseconds, that `work` takes, after one run to warm up. */
export async function medianMs(work: () => unknown, runs = 5): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
