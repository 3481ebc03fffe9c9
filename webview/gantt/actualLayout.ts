import type { Bar } from './barLayout.ts';
import { numberAt } from './columnar.ts';
import type { MarkScene } from './constraintLayout.ts';
import { pausesOfRow } from './pausedWork.ts';
import { entriesOfRow } from './rowMarks.ts';
import { toPx } from './timeScale.ts';

/** What really happened, along the foot of a bar. */
export interface ActualStrip {
  readonly row: number;
  /** From left to right; between them the work stood still. */
  readonly stretches: readonly { readonly x: number; readonly width: number }[];
  /** It ends in a point while it goes on, and squarely once it is over. */
  readonly isOver: boolean;
  readonly y: number;
}

/** From the middle of a row to that of the strip: inside the bar, above its lower edge. */
const belowMiddlePx = 4.5;
const narrowestPx = 2;
const beyondPx = 8;

/** The strips of the bars whose beginning is recorded. */
export function layoutActuals(scene: MarkScene, bars: readonly Bar[]): readonly ActualStrip[] {
  const { actuals } = scene.view;
  if (!actuals) return [];
  const strips: ActualStrip[] = [];
  for (const { row, shape, middleY } of bars) {
    const [entry] = entriesOfRow(actuals, row);
    if (entry === undefined || shape !== 'task') continue;
    const from = numberAt(actuals.from, entry);
    const to = numberAt(actuals.to, entry);
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    const stretches = stretchesOf(scene, row, { from, to });
    const isOver = actuals.isOver[entry] === 1;
    if (stretches.length > 0) strips.push({ row, stretches, isOver, y: middleY + belowMiddlePx });
  }
  return strips;
}

/** What lies between the pauses, as far as it can be seen. */
function stretchesOf(
  { view, scale, viewport }: MarkScene,
  row: number,
  { from, to }: { readonly from: number; readonly to: number },
): ActualStrip['stretches'] {
  const { pauses } = view;
  const found: { readonly x: number; readonly width: number }[] = [];
  const add = (start: number, end: number): void => {
    const left = Math.max(-beyondPx, toPx(scale, start) - viewport.leftPx);
    const right = Math.min(viewport.widthPx + beyondPx, toPx(scale, end) - viewport.leftPx);
    if (right < left || end <= start) return;
    found.push({ x: left, width: Math.max(narrowestPx, right - left) });
  };
  let start = from;
  for (const pause of pausesOfRow(pauses, row)) {
    const [stop, resume] = [numberAt(pauses?.from ?? [], pause), numberAt(pauses?.to ?? [], pause)];
    if (stop >= to) break;
    add(start, stop);
    start = Math.max(start, resume);
  }
  add(start, to);
  return found;
}
