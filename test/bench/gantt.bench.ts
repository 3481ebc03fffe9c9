// The chart alone in a headless Chromium: the time until it is painted, the work of a frame while
// it scrolls, and what it weighs; each beside a bare canvas that draws the same rows.
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../editor/launch/findBrowser.mjs';
import type { Benchmark, Measurement } from './benchmark.ts';
import type { ChartKind } from './ganttPage.ts';

const sizes = [1_000, 10_000, 50_000, 100_000] as const;
const frames = 180;
const slowFrameMs = 20;
const firstFrameRuns = 5;

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

interface Bundle {
  readonly script: string;
  readonly style: string;
}

export const benchmark: Benchmark = {
  name: 'Gantt chart',
  run: async () => {
    const bundle = await bundlePart();
    const browser = await launchBrowser();
    const found: Measurement[] = [];
    try {
      for (const size of sizes) {
        found.push(...(await measureSize(browser, bundle, { size, kind: 'gantt' })));
        found.push(...(await measureSize(browser, bundle, { size, kind: 'bare' })));
      }
    } finally {
      await browser.close();
    }
    return found;
  },
};

interface Subject {
  readonly size: number;
  readonly kind: ChartKind;
}

async function measureSize(
  browser: Browser,
  bundle: Bundle,
  subject: Subject,
): Promise<readonly Measurement[]> {
  const label = `${subject.size / 1000}k ${subject.kind === 'gantt' ? 'rows' : 'bare canvas'}`;
  const firstFrames: number[] = [];
  for (let run = 1; run < firstFrameRuns; run += 1) {
    const { page } = await openPage(browser, bundle, subject);
    firstFrames.push(await page.evaluate(kind => window.bench.firstFrame(kind), subject.kind));
    await page.close();
  }
  const { page, session } = await openPage(browser, bundle, subject);
  const before = await heapOf(session);
  firstFrames.push(await page.evaluate(kind => window.bench.firstFrame(kind), subject.kind));
  const weight = (await heapOf(session)) - before;
  const found: Measurement[] = [
    { name: `${label}: first painted frame`, value: percentile(firstFrames, 50), unit: 'ms' },
    { name: `${label}: heap beside the data`, value: weight / 1e6, unit: 'MB' },
    {
      name: `${label}: elements`,
      value: await page.evaluate(() => window.bench.countElements()),
      unit: '1',
    },
    ...(await measureScrolling(page, session, label)),
  ];
  await page.close();
  return found;
}

async function measureScrolling(
  page: Page,
  session: CDPSession,
  label: string,
): Promise<readonly Measurement[]> {
  const scroll = (axis: 'x' | 'y'): ReturnType<typeof window.bench.scroll> =>
    page.evaluate(([along, count]) => window.bench.scroll(along, count), [axis, frames] as const);
  const down = await scroll('y');
  const across = await scroll('x');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const slow = await scroll('y');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const late = slow.gaps.filter(gap => gap > slowFrameMs).length / slow.gaps.length;
  return [
    { name: `${label}: frame down, p50`, value: percentile(down.work, 50), unit: 'ms' },
    { name: `${label}: frame down, p95`, value: percentile(down.work, 95), unit: 'ms' },
    { name: `${label}: frame across, p50`, value: percentile(across.work, 50), unit: 'ms' },
    { name: `${label}: frame across, p95`, value: percentile(across.work, 95), unit: 'ms' },
    { name: `${label}: frames over 20 ms, 4 × slower`, value: late * 100, unit: '%' },
  ];
}

async function openPage(
  browser: Browser,
  bundle: Bundle,
  { size }: Subject,
): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent('<!doctype html><body class="vscode-dark"></body>');
  await page.addStyleTag({ content: bundle.style });
  await page.addScriptTag({ content: bundle.script });
  await page.evaluate(count => window.bench.prepare(count), size);
  await page.waitForTimeout(settleMs);
  return { page, session: await page.context().newCDPSession(page) };
}

/** Bytes in use after the garbage is gone, typed arrays included. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function bundlePart(): Promise<Bundle> {
  const options = { bundle: true, write: false, minify: true, target: 'chrome132' } as const;
  const script = await build({
    ...options,
    format: 'iife',
    entryPoints: ['test/bench/ganttPage.ts'],
  });
  const style = await build({ ...options, entryPoints: ['webview/styles/panel.css'] });
  const colors = Object.entries(theme).map(([name, value]) => `--vscode-${name}:${value}`);
  return {
    script: script.outputFiles[0]?.text ?? '',
    style: `${style.outputFiles[0]?.text ?? ''}:root{${colors.join(';')}}`,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN
  );
}
