// Our chart beside other people's, on the same plans in the same run, at full speed and with the
// processor slowed four times. `npm run bench -- rivals [NAME|TASKS …]` measures those alone.
import { installOnce } from '../editor/launch/installOnce.mjs';
import type { Benchmark, Measurement } from './benchmark.ts';
import {
  bundleChart,
  type ChartBundle,
  type ChartFigures,
  type ChartSource,
  measureChart,
} from './measureChart.ts';

const sizes = [1_000, 10_000, 50_000, 100_000] as const;
const slowdowns = [1, 4] as const;
const own = 'gantry';
const rivals = ['dhtmlx', 'svar', 'frappe', 'vis', 'svelte', 'vtable'] as const;
const options = {
  firstFrames: 3,
  mountLimitMs: 120_000,
  limits: { frames: 120, ms: 10_000 },
} as const;

/** The columns of the table; less is better in each. */
const columns: readonly { readonly name: string; readonly of: (one: ChartFigures) => number }[] = [
  { name: 'first frame ms', of: one => one.firstFrame },
  { name: 'down p50', of: one => one.down.p50 },
  { name: 'down p95', of: one => one.down.p95 },
  { name: 'down late %', of: one => one.down.late },
  { name: 'across p50', of: one => one.across.p50 },
  { name: 'across p95', of: one => one.across.p95 },
  { name: 'across late %', of: one => one.across.late },
  { name: 'zoom p50', of: one => one.zoom.p50 },
  { name: 'zoom p95', of: one => one.zoom.p95 },
  { name: 'zoom late %', of: one => one.zoom.late },
  { name: 'elements', of: one => one.elements },
  { name: 'heap MB', of: one => one.heap },
];

export const benchmark: Benchmark = {
  name: 'Charts: columns in which another chart is ahead of ours',
  run: async args => {
    const sources = await findSources(args);
    const bundles = new Map<string, ChartBundle>();
    for (const source of sources) bundles.set(source.name, await bundleChart(source));
    const givenUp = new Set<string>();
    const measured: Measurement[] = [];
    const chosen = sizes.filter(size => args.includes(String(size)));
    for (const size of chosen.length > 0 ? chosen : sizes) {
      for (const slowdown of slowdowns) {
        const figures = new Map<string, ChartFigures>();
        for (const [name, bundle] of bundles) {
          const found = givenUp.has(`${name} ${slowdown}`)
            ? undefined
            : await measureChart(bundle, { ...options, size, slowdown });
          if (found) figures.set(name, found);
          else if (name === own) throw new Error(`Our own chart is not there at ${size} tasks`);
          else for (const rate of slowdowns) if (rate >= slowdown) givenUp.add(`${name} ${rate}`);
        }
        const title = `${size / 1000}k tasks${slowdown === 1 ? '' : `, ${slowdown} × slower`}`;
        printTable(title, sources, figures);
        measured.push(...behind(title, figures));
      }
    }
    return measured;
  },
};

async function findSources(args: readonly string[]): Promise<readonly ChartSource[]> {
  const packages = await installOnce('charts', () => Promise.resolve());
  const named = rivals.filter(name => args.includes(name));
  return [
    { name: own, module: 'test/bench/charts/gantry.ts' },
    { name: 'bare canvas', module: 'test/bench/charts/bare.ts' },
    ...(named.length > 0 ? named : rivals).map(name => ({
      name,
      module: `test/bench/rivals/${name}.mjs`,
      packages,
    })),
  ];
}

function printTable(
  title: string,
  sources: readonly ChartSource[],
  figures: ReadonlyMap<string, ChartFigures>,
): void {
  console.log(`\n${title}`);
  console.log(`| chart | ${columns.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|${columns.map(() => '---|').join('')}`);
  for (const { name } of sources) {
    const one = figures.get(name);
    const cells = one ? columns.map(({ of }) => shown(of(one))) : ['not there in two minutes'];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

const shown = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const leastOfAll = 0.1;

/** How many times more ours takes where another is ahead; the bare canvas is no chart. */
function behind(title: string, figures: ReadonlyMap<string, ChartFigures>): readonly Measurement[] {
  const ours = figures.get(own);
  if (!ours) return [];
  const others = [...figures].filter(([name]) => name !== own && name !== 'bare canvas');
  return columns.flatMap(({ name: column, of }) => {
    const best = others.reduce(
      (least, [name, one]) => (of(one) < least.value ? { name, value: of(one) } : least),
      { name: '', value: Number.POSITIVE_INFINITY },
    );
    if (of(ours) <= best.value) return [];
    const name = `${title}: ${column}, ${best.name}`;
    // Of shares of frames the best is often none at all.
    return [{ name, value: of(ours) / Math.max(best.value, leastOfAll), unit: '×' }];
  });
}
