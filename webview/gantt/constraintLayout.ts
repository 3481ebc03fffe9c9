import {
  isFinishHold,
  rowHolds,
  type GanttView,
  type RowHold,
} from '../../src/core/views/ganttView.ts';
import type { Bar } from './barLayout.ts';
import { numberAt } from './columnar.ts';
import { entriesOfRow } from './rowMarks.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** Which way a constraint lets its row go from its date; `on` for neither, `pin` for set by hand. */
export type HoldSide = 'from' | 'until' | 'on' | 'late' | 'pin';

/** A small sign at the date of a constraint. */
export interface ConstraintMark {
  readonly row: number;
  readonly side: HoldSide;
  /** Hollow: it holds the finish, and not the start. */
  readonly isFinish: boolean;
  readonly x: number;
  /** The middle of the sign, above the bar or below it, and that of the bar. */
  readonly y: number;
  readonly middleY: number;
}

/** What the marks are laid out against. */
export interface MarkScene {
  readonly view: GanttView;
  readonly scale: TimeScale;
  readonly viewport: { readonly leftPx: number; readonly widthPx: number };
}

/** From the middle of a row to that of a sign. */
const awayPx = 10;
/** So near to its date, a pennant takes the room above the bar. */
const nearPx = 16;
const beyondPx = 8;

const sides: Readonly<Record<RowHold, HoldSide>> = {
  ALAP: 'late',
  SNET: 'from',
  SNLT: 'until',
  FNET: 'from',
  FNLT: 'until',
  MSO: 'on',
  MFO: 'on',
  pinned: 'pin',
};

/** The marks of the bars; what holds a finish, or is near a deadline, has its sign below the bar. */
export function layoutConstraints(
  { view, scale, viewport }: MarkScene,
  bars: readonly Bar[],
): readonly ConstraintMark[] {
  const { constraints } = view;
  if (!constraints) return [];
  return bars.flatMap(bar =>
    entriesOfRow(constraints, bar.row).flatMap(entry => {
      const hold = rowHolds[numberAt(constraints.kind, entry)] ?? 'ALAP';
      const at = numberAt(constraints.at, entry);
      const x = Number.isNaN(at) ? bar.x + bar.width : toPx(scale, at) - viewport.leftPx;
      if (x < -beyondPx || x > viewport.widthPx + beyondPx) return [];
      const isFinish = isFinishHold(hold);
      const isBelow = isFinish || Math.abs((bar.deadline?.x ?? NaN) - x) < nearPx;
      const y = bar.middleY + (isBelow ? awayPx : -awayPx);
      return [{ row: bar.row, side: sides[hold], isFinish, x, y, middleY: bar.middleY }];
    }),
  );
}
