import type { GanttView } from '../../../src/core/views/ganttView.ts';

/** A chart that can be measured: ours, a bare canvas, or somebody else's. */
export interface ChartUnderTest {
  /** What is done before the clock runs and is no work of the chart, for example an empty panel. */
  prepare?(host: HTMLElement): void;
  mount(host: HTMLElement, view: GanttView): MountedChart;
}

export interface MountedChart {
  /** Whether the first bar is there; a chart that draws at once need not say. */
  isPainted?(): boolean;
  moveBy(axis: 'x' | 'y', px: number): void;
  /** One step of the wheel towards the days or away from them. */
  zoom(isCloser: boolean): void;
}
