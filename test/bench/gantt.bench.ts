// Our chart beside a bare canvas that draws the same rows, at full speed.
import type { Benchmark, Measurement } from './benchmark.ts';
import { bundleChart, type ChartFigures, type ChartSource, measureChart } from './measureChart.ts';

const sizes = [1_000, 10_000, 50_000, 100_000] as const;
const charts: readonly ChartSource[] = [
  { name: 'rows', module: 'test/bench/charts/gantry.ts' },
  { name: 'bare canvas', module: 'test/bench/charts/bare.ts' },
];
const options = {
  firstFrames: 5,
  mountLimitMs: 60_000,
  limits: { frames: 180, ms: 20_000 },
} as const;

export const benchmark: Benchmark = {
  name: 'Gantt chart',
  run: async () => {
    const found: Measurement[] = [];
    for (const source of charts) {
      const bundle = await bundleChart(source);
      for (const size of sizes) {
        const full = await measureChart(bundle, { ...options, size, slowdown: 1 });
        const slow = await measureChart(bundle, { ...options, firstFrames: 1, size, slowdown: 4 });
        if (full && slow)
          found.push(...measurementsOf(`${size / 1000}k ${source.name}`, full, slow));
      }
    }
    return found;
  },
};

function measurementsOf(
  label: string,
  full: ChartFigures,
  slow: ChartFigures,
): readonly Measurement[] {
  return [
    { name: `${label}: first painted frame`, value: full.firstFrame, unit: 'ms' },
    { name: `${label}: heap beside the data`, value: full.heap, unit: 'MB' },
    { name: `${label}: elements`, value: full.elements, unit: '1' },
    { name: `${label}: frame down, p50`, value: full.down.p50, unit: 'ms' },
    { name: `${label}: frame down, p95`, value: full.down.p95, unit: 'ms' },
    { name: `${label}: frame across, p50`, value: full.across.p50, unit: 'ms' },
    { name: `${label}: frame across, p95`, value: full.across.p95, unit: 'ms' },
    { name: `${label}: frame of a zoom, p95`, value: full.zoom.p95, unit: 'ms' },
    { name: `${label}: frames over 20 ms, 4 × slower`, value: slow.down.late, unit: '%' },
  ];
}
