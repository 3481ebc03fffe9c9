import { rowKind, type GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import type { Outline } from './outline.ts';
import type { ShownBaseline } from './shownBaseline.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** Where a row stood in the baseline: a thin bar below its own, or a small diamond. */
export interface BaselineMark {
  readonly row: number;
  readonly isPoint: boolean;
  /** The left end of a bar, the middle of a diamond. */
  readonly x: number;
  readonly width: number;
  readonly middleY: number;
}

/** What the marks are laid out against. */
export interface BaselineScene {
  readonly view: GanttView;
  readonly outline: Outline;
  /** Undefined while none is shown. */
  readonly baseline?: ShownBaseline | undefined;
  readonly scale: TimeScale;
  readonly viewport: {
    readonly leftPx: number;
    readonly topPx: number;
    readonly widthPx: number;
  };
  readonly rowHeightPx: number;
}

/** From the middle of a row to that of its mark, which keeps clear of bar and float. */
const belowMiddlePx = 11.5;
const narrowestMarkPx = 3;

/** The marks of the positions from `first` to before `end`. */
export function layoutBaseline(
  scene: BaselineScene,
  window: { readonly first: number; readonly end: number },
): readonly BaselineMark[] {
  const { baseline, view, outline, scale, viewport, rowHeightPx } = scene;
  const marks: BaselineMark[] = [];
  if (!baseline) return marks;
  for (let position = window.first; position < window.end; position += 1) {
    const row = numberAt(outline.visible, position);
    const finish = toPx(scale, baseline.finishOf(row)) - viewport.leftPx;
    if (Number.isNaN(finish)) continue;
    const kind = numberAt(view.rows.kind, row);
    const isPoint = kind === rowKind.milestone || kind === rowKind.group;
    const start = toPx(scale, baseline.startOf(row)) - viewport.leftPx;
    const x = isPoint ? finish : start;
    const width = isPoint ? 0 : Math.max(narrowestMarkPx, finish - start);
    const middleY = (position + 0.5) * rowHeightPx - viewport.topPx + belowMiddlePx;
    if (x + width > -8 && x < viewport.widthPx + 8) marks.push({ row, isPoint, x, width, middleY });
  }
  return marks;
}
