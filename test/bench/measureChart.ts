// A chart alone in a headless Chromium: the time until it is painted, the work of a frame while it
// is scrolled and zoomed, and what it weighs.
import { build, type Plugin } from 'esbuild';
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../editor/launch/findBrowser.mjs';
import type { FrameLimits, FrameTimes } from './charts/page.ts';

export interface ChartSource {
  readonly name: string;
  /** The module that exports `chart`, from the root of the project. */
  readonly module: string;
  /** Where its packages are, if not in the project's own node_modules. */
  readonly packages?: string;
}

/** What is found at one size and one speed; times in milliseconds. */
export interface ChartFigures {
  readonly firstFrame: number;
  readonly down: FrameFigures;
  readonly across: FrameFigures;
  readonly zoom: FrameFigures;
  readonly elements: number;
  /** Megabytes in use beside the plan, after the garbage is gone, typed arrays included. */
  readonly heap: number;
}

export interface FrameFigures {
  readonly p50: number;
  readonly p95: number;
  /** Percent of the frames that began more than 20 ms after the one before. */
  readonly late: number;
}

const lateFrameMs = 20;

/** A new window loads pages of the browser's own for a while, which would be measured as well. */
const settleMs = 1500;

/** As the editor gives them to a panel: without them everything is painted in one colour. */
const theme = {
  'editor-background': '#1f1f1f',
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  errorForeground: '#f85149',
  focusBorder: '#0078d4',
  'charts-blue': '#59a4f9',
  'charts-green': '#89d185',
  'charts-orange': '#d18616',
  'charts-purple': '#b180d7',
  'charts-red': '#f14c4c',
  'list-hoverBackground': '#2a2d2e',
  'editorWarning-foreground': '#cca700',
  'font-family': 'system-ui, sans-serif',
  'editor-font-family': 'monospace',
};

export interface ChartBundle {
  readonly script: string;
  readonly style: string;
}

/** The chart with the page that measures it; `style` has that of the chart and of the panel. */
export async function bundleChart({ module, packages }: ChartSource): Promise<ChartBundle> {
  const entry = `import { installBench } from './test/bench/charts/page.ts';
import { chart } from './${module}';
installBench(chart);`;
  const options = { bundle: true, write: false, minify: true, target: 'chrome132' } as const;
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: entry, resolveDir: path.resolve(), sourcefile: 'bench.ts', loader: 'ts' },
    outdir: 'bench',
    format: 'iife',
    plugins: packages === undefined ? [] : [packagesOf(packages)],
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.png': 'empty' },
    conditions: ['style'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const panel = await build({ ...options, entryPoints: ['webview/styles/panel.css'] });
  const colors = Object.entries(theme).map(([name, value]) => `--vscode-${name}:${value}`);
  const own = packages === undefined ? (panel.outputFiles[0]?.text ?? '') : '';
  const textOf = (ending: string): string =>
    outputFiles.find(file => file.path.endsWith(ending))?.text ?? '';
  return {
    script: textOf('.js'),
    style: `${own}${textOf('.css')}:root{${colors.join(';')}}
html,body{height:100%;margin:0}.bench-host{height:100%;overflow:hidden;display:flex;flex-direction:column}.bench-host>*{flex:1;min-height:0}`,
  };
}

/** Packages are those of the folder, never the project's own of the same name. */
function packagesOf(folder: string): Plugin {
  return {
    name: 'packages-of-the-chart',
    setup: bundling => {
      bundling.onResolve({ filter: /^[^./]/ }, ({ path: name, kind, resolveDir }) =>
        resolveDir.startsWith(folder) || resolveDir === ''
          ? undefined
          : bundling.resolve(name, { kind, resolveDir: folder }),
      );
    },
  };
}

export interface MeasureOptions {
  readonly size: number;
  /** How many times slower the processor is made to run. */
  readonly slowdown: number;
  /** How many new pages the first frame is taken from. */
  readonly firstFrames: number;
  /** A chart that is not there after so long is given up. */
  readonly mountLimitMs: number;
  readonly limits: FrameLimits;
}

/**
 * Undefined if the chart does not come up in time, when it holds the processor and the browser goes,
 * or if it takes the page down with it.
 */
export async function measureChart(
  bundle: ChartBundle,
  options: MeasureOptions,
): Promise<ChartFigures | undefined> {
  const browser = await launchBrowser();
  try {
    const measuring = measurePages(browser, bundle, options);
    measuring.catch(() => undefined);
    return await measuring;
  } catch (error) {
    if (error instanceof TookTooLong || isCrash(error)) return undefined;
    throw error;
  } finally {
    await browser.close();
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof Error && /has been closed|crashed/.test(error.message);
}

class TookTooLong extends Error {}

async function measurePages(
  browser: Browser,
  bundle: ChartBundle,
  options: MeasureOptions,
): Promise<ChartFigures> {
  const times: number[] = [];
  for (;;) {
    const { page, session } = await openPage(browser, bundle, options.size);
    const before = await heapOf(session);
    await slowDown(session, options.slowdown);
    const time = await withLimit(
      page.evaluate(() => window.bench.firstFrame()),
      options.mountLimitMs,
    );
    times.push(time);
    const isLast = times.length >= options.firstFrames || time > options.mountLimitMs / 4;
    if (!isLast) {
      await page.close();
      continue;
    }
    await slowDown(session, 1);
    const heap = ((await heapOf(session)) - before) / 1e6;
    const elements = await page.evaluate(() => window.bench.countElements());
    await slowDown(session, options.slowdown);
    const { limits } = options;
    const scroll = (axis: 'x' | 'y'): Promise<FrameTimes> =>
      page.evaluate(([along, given]) => window.bench.scroll(along, given), [axis, limits] as const);
    const down = figuresOf(await scroll('y'));
    const across = figuresOf(await scroll('x'));
    const zoom = figuresOf(await page.evaluate(given => window.bench.zoom(given), limits));
    await page.close();
    return { firstFrame: percentile(times, 50), down, across, zoom, elements, heap };
  }
}

async function openPage(
  browser: Browser,
  bundle: ChartBundle,
  size: number,
): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent('<!doctype html><body class="vscode-dark"></body>');
  await page.addStyleTag({ content: bundle.style });
  await page.addScriptTag({ content: bundle.script });
  await page.evaluate(count => window.bench.prepare(count), size);
  await page.waitForTimeout(settleMs);
  return { page, session: await page.context().newCDPSession(page) };
}

async function slowDown(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

async function withLimit<Value>(working: Promise<Value>, ms: number): Promise<Value> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(new TookTooLong(`Not there after ${ms} ms`)), ms);
  });
  working.catch(() => undefined);
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(limit);
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

function figuresOf({ work, gaps }: FrameTimes): FrameFigures {
  return {
    p50: percentile(work, 50),
    p95: percentile(work, 95),
    late: (gaps.filter(gap => gap > lateFrameMs).length / gaps.length) * 100,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100));
  return sorted[at] ?? Number.NaN;
}
