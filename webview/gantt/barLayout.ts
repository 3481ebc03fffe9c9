import { inOwnDirection } from '../../src/core/base/ownDirection.ts';
import { taskStatuses, type TaskStatus } from '../../src/core/model/task.ts';
import {
  rowFlag,
  rowKind,
  type GanttPauses,
  type GanttRows,
} from '../../src/core/views/ganttView.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import { numberAt, textAt } from './columnar.ts';
import { stubPx } from './linkRoute.ts';
import { pausesOfRow } from './pausedWork.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** What is drawn for a row with dates. */
export type BarShape = 'task' | 'summary' | 'milestone' | 'group';

/** Everything that the timeline draws of one row. Times are pixels from the left of the screen. */
export interface Bar extends BarExtent {
  readonly row: number;
  /** Top of the row. */
  readonly rowTop: number;
  readonly middleY: number;
  /** Width of what is done; of split work from its start over the pauses. */
  readonly doneWidth: number;
  /** Of split work, what lies between the pauses, from left to right; empty for all else. */
  readonly parts: readonly BarPart[];
  readonly status: TaskStatus;
  readonly isCritical: boolean;
  readonly hasProblem: boolean;
  /** The float bar, from the finish to the late finish. */
  readonly float: { readonly x: number; readonly width: number } | undefined;
  readonly deadline: { readonly x: number; readonly isMissed: boolean } | undefined;
  readonly label: { readonly x: number; readonly text: string; readonly note: string };
}

/** One stretch of split work. */
export interface BarPart {
  readonly x: number;
  readonly width: number;
  /** The pause before it, as far as it is on the screen; without width before the first part. */
  readonly gap: { readonly x: number; readonly width: number };
  readonly doneWidth: number;
}

/** What bars are laid out against. */
export interface BarContext {
  readonly rows: GanttRows;
  readonly pauses?: GanttPauses | undefined;
  readonly scale: TimeScale;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly rowHeightPx: number;
  /** By row: 1 when an arrow is at the bar's finish. */
  readonly hasEndLink: Uint8Array;
  readonly measure: (text: string) => number;
}

export const taskHeightPx = 14;
const summaryHeightPx = 7;
/** From tip to tip. */
export const diamondPx = 14;
/** So that the shortest task can still be seen and hit. */
const narrowestTaskPx = 4;
/** A narrower pause is no gap that can be seen. */
const narrowestPausePx = 2.5;
/** So far beyond the screen are pauses drawn: no pause is longer than the screen. */
const beyondPx = 8;
export const labelGapPx = 8;
const deadlineHalfPx = 5;
/** More letters than any screen is wide; each is measured and painted in every frame. */
const longestLabel = 400;

/** Where a row's shape begins and ends. */
export interface BarExtent {
  readonly shape: BarShape;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Where arrows leave and arrive: the tips of a diamond, the ends of a bar. */
  readonly leftX: number;
  readonly rightX: number;
}

/** Undefined for a row without dates. */
export function layoutExtent(ctx: BarContext, row: number): BarExtent | undefined {
  const { rows } = ctx;
  const start = timeX(ctx, numberAt(rows.start, row));
  const finish = timeX(ctx, numberAt(rows.finish, row));
  const isUndated = (numberAt(rows.flags, row) & rowFlag.undated) !== 0;
  if (Number.isNaN(start) || Number.isNaN(finish) || isUndated) return undefined;
  const shape = shapeOf(numberAt(rows.kind, row));
  const height = heightOf(shape);
  if (shape === 'milestone') {
    const half = diamondPx / 2;
    return { shape, x: finish, width: 0, height, leftX: finish - half, rightX: finish + half };
  }
  const width = Math.max(narrowestTaskPx, finish - start);
  return { shape, x: start, width, height, leftX: start, rightX: start + width };
}

/** Undefined for a row without dates. */
export function layoutBar(ctx: BarContext, row: number, rowTop: number): Bar | undefined {
  const extent = layoutExtent(ctx, row);
  if (!extent) return undefined;
  const { rows } = ctx;
  const flags = numberAt(rows.flags, row);
  const deadlineX = timeX(ctx, numberAt(rows.deadline, row));
  const status = taskStatuses[numberAt(rows.status, row)] ?? 'todo';
  const isMissed = (flags & rowFlag.late) !== 0;
  const { shape, x, width, rightX } = extent;
  const progress = Math.min(1, Math.max(0, numberAt(rows.progress, row) || 0));
  const parts = shape === 'task' ? layoutParts(ctx, row, { extent, progress }) : [];
  const lastDone = parts.findLast(part => part.doneWidth > 0);
  return {
    ...extent,
    row,
    rowTop,
    middleY: rowTop + ctx.rowHeightPx / 2,
    doneWidth: lastDone ? lastDone.x + lastDone.doneWidth - x : width * progress,
    parts,
    status,
    isCritical: status !== 'done' && (flags & rowFlag.critical) !== 0,
    hasProblem: (flags & rowFlag.hasProblem) !== 0,
    float: status === 'done' ? undefined : layoutFloat(ctx, row, x + width),
    deadline: Number.isNaN(deadlineX) ? undefined : { x: deadlineX, isMissed },
    label: layoutLabel(ctx, row, { shape, rightX, deadlineX }),
  };
}

/** What is done fills the parts one after another. */
function layoutParts(
  ctx: BarContext,
  row: number,
  { extent, progress }: { readonly extent: BarExtent; readonly progress: number },
): readonly BarPart[] {
  const { pauses } = ctx;
  const found: Omit<BarPart, 'doneWidth'>[] = [];
  let x = extent.x;
  let gap = { x, width: 0 };
  for (const pause of pausesOfRow(pauses, row)) {
    const end = timeX(ctx, numberAt(pauses?.from ?? [], pause));
    const next = timeX(ctx, numberAt(pauses?.to ?? [], pause));
    if (next - end < narrowestPausePx || end <= x) continue;
    found.push({ x, width: end - x, gap });
    x = next;
    const seenFrom = Math.max(end, -beyondPx);
    gap = { x: seenFrom, width: Math.max(0, Math.min(next, ctx.widthPx + beyondPx) - seenFrom) };
  }
  if (found.length === 0) return [];
  found.push({ x, width: Math.max(1, extent.rightX - x), gap });
  let done = progress * found.reduce((sum, { width }) => sum + width, 0);
  return found.map(part => {
    const doneWidth = Math.min(part.width, done);
    done -= doneWidth;
    return { ...part, doneWidth };
  });
}

function timeX(ctx: BarContext, at: number): number {
  return toPx(ctx.scale, at) - ctx.leftPx;
}

function shapeOf(kind: number): BarShape {
  if (kind === rowKind.summary || kind === rowKind.heading) return 'summary';
  if (kind === rowKind.milestone) return 'milestone';
  return kind === rowKind.group ? 'group' : 'task';
}

function heightOf(shape: BarShape): number {
  if (shape === 'task') return taskHeightPx;
  return shape === 'milestone' ? diamondPx : summaryHeightPx;
}

function layoutFloat(ctx: BarContext, row: number, fromX: number): Bar['float'] {
  if (!(numberAt(ctx.rows.totalFloat, row) > 0)) return undefined;
  const width = timeX(ctx, numberAt(ctx.rows.lateFinish, row)) - fromX;
  return width >= 2 ? { x: fromX, width } : undefined;
}

/** The label stands right of everything that belongs to the bar's end, and of a near deadline. */
function layoutLabel(
  ctx: BarContext,
  row: number,
  end: { readonly shape: BarShape; readonly rightX: number; readonly deadlineX: number },
): Bar['label'] {
  const text = inOwnDirection(shortenText(textAt(ctx.rows.title, row), longestLabel));
  const note = inOwnDirection(shortenText(textAt(ctx.rows.assignees, row), longestLabel));
  const reach = end.shape === 'group' ? diamondPx / 2 : 0;
  const room = ctx.hasEndLink[row] === 1 ? stubPx + 4 : 0;
  const x = end.rightX + reach + Math.max(labelGapPx, room);
  if (Number.isNaN(end.deadlineX) || end.deadlineX < end.rightX - 1 || x > ctx.widthPx) {
    return { x, text, note };
  }
  const endX = x + ctx.measure(text) + (note === '' ? 0 : labelGapPx + ctx.measure(note));
  const isInTheWay = end.deadlineX - deadlineHalfPx < endX;
  return { x: isInTheWay ? end.deadlineX + deadlineHalfPx + labelGapPx : x, text, note };
}
