import { defaultGanttUi, type GanttUi } from '../../webview/gantt/uiState.ts';
import { createGanttChart } from '../../webview/gantt/createGanttChart.ts';
import type { PanelActions } from '../../webview/state/panelPart.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { buildBigView } from '../webview/gantt/support/bigView.ts';
import { snapshotOf } from '../webview/gantt/support/buildView.ts';
import { createBareChart } from './ganttBareChart.ts';

/** Runs in the browser, one page a size, so that nothing is warm or left over from another. */
export interface GanttBench {
  /** Makes the data before anything is measured. */
  prepare(count: number): void;
  /** From the snapshot's arrival until the frame has been handed to the screen, in milliseconds. */
  firstFrame(kind: ChartKind): Promise<number>;
  scroll(axis: 'x' | 'y', frames: number): Promise<ScrollTimes>;
  countElements(): number;
}

export type ChartKind = 'gantt' | 'bare';

export interface ScrollTimes {
  /** Work of each frame from its beginning until it is handed over, in milliseconds. */
  readonly work: readonly number[];
  /** Time between the beginnings of frames. */
  readonly gaps: readonly number[];
}

/** What a turn of the wheel moves. */
const stepPx = 137;

const ignored = (): undefined => undefined;
const actions: PanelActions = {
  run: () => Promise.resolve({ ok: true, value: { title: '', id: undefined } }),
  runAll: () => Promise.resolve({ ok: true, value: { title: '', id: undefined } }),
  undo: ignored,
  redo: ignored,
  open: ignored,
  select: ignored,
  pick: ignored,
  explain: () => Promise.resolve(''),
  plan: () => Promise.resolve(undefined),
  riskHistory: () => Promise.resolve(undefined),
  drivingPath: () => Promise.resolve(undefined),
  announce: ignored,
};

/** Zoomed in far enough that there is somewhere to scroll to. */
const keptUi: GanttUi = { ...defaultGanttUi, pxPerDay: 40, leftAt: Date.UTC(2026, 0, 12) / 60_000 };

let view: GanttView | undefined;
let moveBy: (axis: 'x' | 'y', px: number) => void = ignored;

/** What remains of a frame after the scripts is over when a message posted in it arrives. */
function afterFrame(): Promise<number> {
  return new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => channel.port2.postMessage(undefined));
  });
}

async function showGantt(shown: GanttView): Promise<number> {
  const part = createGanttChart(actions, { read: () => keptUi, write: ignored });
  document.body.append(part.element);
  await afterFrame();
  const startedAt = performance.now();
  part.show(snapshotOf(shown));
  const paintedAt = await afterFrame();
  const scroller = part.element.querySelector('.gantt-scroller');
  moveBy = (axis, px) => scroller?.scrollBy(axis === 'x' ? px : 0, axis === 'y' ? px : 0);
  return paintedAt - startedAt;
}

async function showBare(shown: GanttView): Promise<number> {
  const startedAt = performance.now();
  const chart = createBareChart(shown);
  moveBy = chart.moveBy;
  return (await afterFrame()) - startedAt;
}

async function scroll(axis: 'x' | 'y', frames: number): Promise<ScrollTimes> {
  const work: number[] = [];
  const gaps: number[] = [];
  let before = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise<void>(resolve => {
      requestAnimationFrame(() => {
        const startedAt = performance.now();
        if (before > 0) gaps.push(startedAt - before);
        before = startedAt;
        const isBack = axis === 'x' && Math.floor(frame / 20) % 2 === 1;
        moveBy(axis, isBack ? -stepPx : stepPx);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          work.push(performance.now() - startedAt);
          resolve();
        };
        channel.port2.postMessage(undefined);
      });
    });
  }
  return { work: work.slice(2), gaps: gaps.slice(2) };
}

const bench: GanttBench = {
  prepare: count => {
    view = buildBigView(count);
  },
  firstFrame: kind => {
    if (!view) return Promise.resolve(Number.NaN);
    return kind === 'gantt' ? showGantt(view) : showBare(view);
  },
  scroll,
  countElements: () => document.body.querySelectorAll('*').length,
};

declare global {
  interface Window {
    bench: GanttBench;
  }
}
window.bench = bench;
