import { diamondPx, type Bar } from './barLayout.ts';
import { handleAt } from './barHandles.ts';
import { numberAt } from './columnar.ts';
import type { Hit } from './drag.ts';
import type { ChartLayout, ChartScene } from './layout.ts';
import { headerPx } from './paintHeader.ts';

/** The end of a bar can be taken from both sides of it, so that short bars can be resized too. */
const endInsidePx = 6;
const endOutsidePx = 7;

/** What lies under a point of the canvas; undefined over the header and below the last row. */
export function hitTest(
  chart: { readonly scene: ChartScene; readonly layout: ChartLayout },
  x: number,
  y: number,
): Hit | undefined {
  const { scene, layout } = chart;
  if (y < headerPx) return undefined;
  const position = Math.floor((y - headerPx + scene.viewport.topPx) / scene.rowHeightPx);
  if (position < layout.firstPosition || position >= layout.endPosition) return undefined;
  const row = numberAt(scene.outline.visible, position);
  const bar = layout.bars.find(each => each.row === row);
  if (!bar) return { row, zone: 'row' };
  const zone = zoneOf(bar, x);
  return { row, zone: zone === 'row' ? (handleAt(bar, x) ?? 'row') : zone };
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
