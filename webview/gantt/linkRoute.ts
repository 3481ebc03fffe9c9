import type { DependencyType } from '../../src/core/model/dependency.ts';

/** The two ends of an arrow: where it leaves the predecessor and where it meets the successor. */
export interface LinkEnds {
  readonly type: DependencyType;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Half the height of the successor's shape, for arrows that come from above or below. */
  readonly toHalfHeight: number;
  /** Width of the successor's shape, zero for a diamond. */
  readonly toWidth: number;
  readonly rowHeight: number;
}

/** How far an arrow runs straight out of a bar before it may turn. */
export const stubPx = 9;

/**
 * The corners of an arrow with right angles only: x, y, x, y … from predecessor to successor. It
 * leaves and enters horizontally, save where the successor starts right after the predecessor's
 * finish: then it drops into the bar, as staircases of tasks are easiest to follow so.
 */
export function routeLink(ends: LinkEnds): readonly number[] {
  switch (ends.type) {
    case 'FS':
      return routeAcross(ends, 1);
    case 'SF':
      return routeAcross(ends, -1);
    case 'SS':
      return routeAround(ends, Math.min(ends.fromX, ends.toX) - stubPx);
    case 'FF':
      return routeAround(ends, Math.max(ends.fromX, ends.toX) + stubPx);
  }
}

/** Out at one side and in at the same side: one column beside both ends. */
function routeAround({ fromX, fromY, toX, toY }: LinkEnds, columnX: number): readonly number[] {
  return [fromX, fromY, columnX, fromY, columnX, toY, toX, toY];
}

/** Out in a direction and in against it; `side` is 1 to the right and -1 to the left. */
function routeAcross(ends: LinkEnds, side: 1 | -1): readonly number[] {
  const { fromX, fromY, toX, toY } = ends;
  const gap = (toX - fromX) * side;
  if (gap >= 2 * stubPx) {
    const columnX = fromX + stubPx * side;
    return [fromX, fromY, columnX, fromY, columnX, toY, toX, toY];
  }
  const down = toY >= fromY ? 1 : -1;
  if (gap >= -1 && ends.toWidth > stubPx) {
    const columnX = (side === 1 ? Math.max(fromX, toX) : Math.min(fromX, toX)) + 5 * side;
    return [fromX, fromY, columnX, fromY, columnX, toY - down * ends.toHalfHeight];
  }
  const outX = fromX + stubPx * side;
  const inX = toX - stubPx * side;
  const laneY = toY - (down * ends.rowHeight) / 2;
  return [fromX, fromY, outX, fromY, outX, laneY, inX, laneY, inX, toY, toX, toY];
}
