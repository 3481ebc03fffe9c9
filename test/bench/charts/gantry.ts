import { createGanttChart } from '../../../webview/gantt/createGanttChart.ts';
import { defaultGanttUi, type GanttUi } from '../../../webview/gantt/uiState.ts';
import type { PanelActions, PanelPart } from '../../../webview/state/panelPart.ts';
import { snapshotOf } from '../../webview/gantt/support/buildView.ts';
import type { ChartUnderTest } from './chartUnderTest.ts';

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
  commitDays: () => Promise.resolve(undefined),
  onCommitted: () => ({ dispose: () => undefined }),
  forecast: () => Promise.resolve(undefined),
  forecastHistory: () => Promise.resolve(undefined),
  calibration: () => Promise.resolve(undefined),
  stopForecast: () => undefined,
  people: () => Promise.resolve(undefined),
  person: () => Promise.resolve(undefined),
  reliefs: () => Promise.resolve([]),
  levelling: () => Promise.resolve(undefined),
  report: () => Promise.resolve(undefined),
  progress: () => Promise.resolve(undefined),
  comparison: () => Promise.reject(new Error('The chart compares nothing')),
  freezeReport: () => Promise.resolve(false),
  money: () => Promise.resolve(undefined),
  save: ignored,
  onSimulated: () => ({ dispose: () => undefined }),
  drivingPath: () => Promise.resolve(undefined),
  announce: ignored,
  tellMore: ignored,
  refuse: ignored,
};

/** Zoomed in far enough that there is somewhere to scroll to. */
const keptUi: GanttUi = { ...defaultGanttUi, pxPerDay: 40, leftAt: Date.UTC(2026, 0, 12) / 60_000 };

let part: PanelPart | undefined;

/** The panel stands empty before its plan arrives, as in the editor. */
export const chart: ChartUnderTest = {
  prepare: host => {
    part = createGanttChart(actions, { read: () => keptUi, write: ignored });
    host.append(part.element);
  },
  mount: (host, view) => {
    part?.show(snapshotOf(view));
    const scroller = host.querySelector('.gantt-scroller');
    return {
      moveBy: (axis, px) => scroller?.scrollBy(axis === 'x' ? px : 0, axis === 'y' ? px : 0),
      zoom: isCloser => {
        const wheel = { deltaY: isCloser ? -100 : 100, ctrlKey: true, clientX: 900, clientY: 400 };
        scroller?.dispatchEvent(
          new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }),
        );
      },
    };
  },
};
