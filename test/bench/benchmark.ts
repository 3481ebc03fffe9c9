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
