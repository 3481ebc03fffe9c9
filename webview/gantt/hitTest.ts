import { diamondPx, type Bar } from './barLayout.ts';
import { handleAt } from './barHandles.ts';
import { numberAt } from './columnar.ts';
import type { Hit } from './drag.ts';
import {
  endsOfArrow,
  type Arrow,
  type ChartLayout,
  type ChartScene,
  type Point,
} from './layout.ts';
import { headerPx } from './paintHeader.ts';

/** The end of a bar can be taken from both sides of it, so that short bars can be resized too. */
const endInsidePx = 6;
const endOutsidePx = 7;

/** An arrow can be met a little beside it. */
const arrowReachPx = 4;
/** From the ends of the chosen link, which lie over the ends of bars. */
const linkEndReachPx = 8;

/**
 * What lies under a point of the canvas; undefined over the header and on empty time below the last
 * row.
 *
 * @param chosen the link that is chosen, which can be taken by its ends; -1 for none
 */
export function hitTest(
  chart: { readonly scene: ChartScene; readonly layout: ChartLayout },
  { x, y }: { readonly x: number; readonly y: number },
  chosen = -1,
): Hit | undefined {
  const { scene, layout } = chart;
  if (y < headerPx) return undefined;
  const end = linkEndAt(layout, chosen, { x, y: y - headerPx });
  if (end) return end;
  const onRow = hitRow(chart, x, y);
  if (onRow && onRow.zone !== 'row') return onRow;
  const arrow = arrowAt(scene, layout, { x, y: y - headerPx });
  return arrow ? { row: onRow?.row ?? arrow.toRow, zone: 'link', link: arrow.link } : onRow;
}

function hitRow(
  { scene, layout }: { readonly scene: ChartScene; readonly layout: ChartLayout },
  x: number,
  y: number,
): Hit | undefined {
  const position = Math.floor((y - headerPx + scene.viewport.topPx) / scene.rowHeightPx);
  if (position < layout.firstPosition || position >= layout.endPosition) return undefined;
  const row = numberAt(scene.outline.visible, position);
  const bar = layout.bars.find(each => each.row === row);
  if (!bar) return { row, zone: 'row' };
  const zone = zoneOf(bar, x);
  return { row, zone: zone === 'row' ? (handleAt(bar, { x, y: y - headerPx }) ?? 'row') : zone };
}

function linkEndAt(layout: ChartLayout, chosen: number, at: Point): Hit | undefined {
  const arrow = chosen < 0 ? undefined : layout.arrows.find(({ link }) => link === chosen);
  if (!arrow) return undefined;
  const { from, to } = endsOfArrow(arrow);
  const isNear = (end: Point): boolean => Math.hypot(at.x - end.x, at.y - end.y) <= linkEndReachPx;
  if (isNear(to)) return { row: arrow.toRow, zone: 'linkTo', link: chosen };
  return isNear(from) ? { row: arrow.fromRow, zone: 'linkFrom', link: chosen } : undefined;
}

/** The arrow that passes by nearest; undefined where none is near. */
function arrowAt(scene: ChartScene, layout: ChartLayout, at: Point): Arrow | undefined {
  if (at.x < 0 || at.x > scene.viewport.widthPx) return undefined;
  let nearest: Arrow | undefined;
  let least = arrowReachPx;
  for (const arrow of layout.arrows) {
    const away = distanceTo(arrow.points, at);
    if (away > least || (nearest && away === least)) continue;
    least = away;
    nearest = arrow;
  }
  return nearest;
}

/** Every stretch of an arrow runs along one of the axes. */
function distanceTo(points: readonly number[], { x, y }: Point): number {
  let least = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [fromX, fromY] = [numberAt(points, i), numberAt(points, i + 1)];
    const [toX, toY] = [numberAt(points, i + 2), numberAt(points, i + 3)];
    const beside = Math.max(Math.min(fromX, toX) - x, 0, x - Math.max(fromX, toX));
    const above = Math.max(Math.min(fromY, toY) - y, 0, y - Math.max(fromY, toY));
    least = Math.min(least, Math.hypot(beside, above));
  }
  return least;
}

function zoneOf(bar: Bar, x: number): Hit['zone'] {
  const half = diamondPx / 2 + 2;
  switch (bar.shape) {
    case 'milestone':
      return Math.abs(x - bar.x) <= half ? 'bar' : 'row';
    case 'group':
      return Math.abs(x - bar.x - bar.width) <= half ? 'bar' : 'row';
    case 'summary':
      return 'row';
    case 'task': {
      const right = bar.x + bar.width;
      const inside = bar.width >= 3 * endInsidePx ? endInsidePx : 0;
      if (x >= right - inside && x <= right + endOutsidePx) return 'end';
      return x >= bar.x - 2 && x < right ? 'bar' : 'row';
    }
  }
}
