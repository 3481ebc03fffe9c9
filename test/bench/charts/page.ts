import { buildBigView } from '../../webview/gantt/support/bigView.ts';
import type { GanttView } from '../../../src/core/views/ganttView.ts';
import type { ChartUnderTest, MountedChart } from './chartUnderTest.ts';

/** Runs in the browser, one page a size, so that nothing is warm or left over from another. */
export interface ChartBench {
  /** Makes the data before anything is measured. */
  prepare(count: number): void;
  /** From the plan's arrival until the first bar has been handed to the screen, in milliseconds. */
  firstFrame(): Promise<number>;
  scroll(axis: 'x' | 'y', limits: FrameLimits): Promise<FrameTimes>;
  /** Twenty steps closer, twenty back, and again. */
  zoom(limits: FrameLimits): Promise<FrameTimes>;
  countElements(): number;
}

export interface FrameLimits {
  readonly frames: number;
  /** No further frame is begun after so many milliseconds. */
  readonly ms: number;
}

export interface FrameTimes {
  /** Work of each frame from its beginning until it is handed over, in milliseconds. */
  readonly work: readonly number[];
  /** Time between the beginnings of frames. */
  readonly gaps: readonly number[];
}

/** What a turn of the wheel moves. */
const stepPx = 137;
const stepsOneWay = 20;

/** The first frames still belong to what was before. */
const framesLeftOut = 2;

declare global {
  interface Window {
    bench: ChartBench;
  }
}

export function installBench(chart: ChartUnderTest): void {
  let view: GanttView | undefined;
  let mounted: MountedChart | undefined;
  const host = document.createElement('div');
  host.className = 'bench-host';
  document.body.append(host);
  window.bench = {
    prepare: count => {
      view = buildBigView(count);
    },
    firstFrame: async () => {
      if (!view) return Number.NaN;
      chart.prepare?.(host);
      await afterFrame();
      const startedAt = performance.now();
      mounted = chart.mount(host, view);
      let at = await afterFrame();
      while (mounted.isPainted?.() === false) at = await afterFrame();
      return at - startedAt;
    },
    scroll: (axis, limits) =>
      watchFrames(limits, frame => {
        const isBack = axis === 'x' && Math.floor(frame / stepsOneWay) % 2 === 1;
        mounted?.moveBy(axis, isBack ? -stepPx : stepPx);
      }),
    zoom: limits =>
      watchFrames(limits, frame => mounted?.zoom(Math.floor(frame / stepsOneWay) % 2 === 0)),
    countElements: () => host.querySelectorAll('*').length,
  };
}

/** What remains of a frame after the scripts is over when a message posted in it arrives. */
function afterFrame(): Promise<number> {
  return new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
  });
}

async function watchFrames(
  { frames, ms }: FrameLimits,
  step: (frame: number) => void,
): Promise<FrameTimes> {
  const work: number[] = [];
  const gaps: number[] = [];
  const until = performance.now() + ms;
  let before = 0;
  for (let frame = 0; frame < frames && performance.now() < until; frame += 1) {
    await new Promise<void>(resolve => {
      requestAnimationFrame(() => {
        const startedAt = performance.now();
        if (before > 0) gaps.push(startedAt - before);
        before = startedAt;
        step(frame);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          work.push(performance.now() - startedAt);
          resolve();
        };
        channel.port2.postMessage(undefined);
      });
    });
  }
  const isShort = work.length <= framesLeftOut * 2;
  return isShort ? { work, gaps } : { work: work.slice(framesLeftOut), gaps: gaps.slice(1) };
}
