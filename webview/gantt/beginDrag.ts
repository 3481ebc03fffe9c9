import type { ChartContext } from './chartContext.ts';
import type { DragGesture, DragStart, Hit } from './drag.ts';
import { rowHeightPx } from './layout.ts';
import { headerPx } from './paintHeader.ts';

/** Below the last row there is nothing but time; undefined over the header and in an empty chart. */
export function emptyAt({ body, model }: ChartContext, y: number): Hit | undefined {
  const isShown = body.timeline.shown !== undefined && model.plan !== undefined;
  return isShown && y >= headerPx ? { row: -1, zone: 'empty' } : undefined;
}

/** Undefined, with the reason announced, for what cannot be dragged. */
export function beginDrag(
  { gesture, linking, drawing, model }: ChartContext,
  { row, zone, link = -1 }: Hit,
  { y, at }: DragStart,
): DragGesture | undefined {
  switch (zone) {
    case 'row':
    case 'link':
    case 'edit':
      return undefined;
    case 'linkFrom':
    case 'linkTo': {
      const moved = zone === 'linkFrom' ? 'predecessor' : 'successor';
      return linking.beginMove(link, moved) ? linking : undefined;
    }
    case 'linkStart':
    case 'linkFinish':
      return linking.begin(row, zone === 'linkStart' ? 'start' : 'finish') ? linking : undefined;
    case 'empty': {
      const position = Math.floor((y - headerPx + model.timeline.viewport.topPx) / rowHeightPx);
      return drawing.begin({ row, position, at }) ? drawing : undefined;
    }
    case 'bar':
    case 'end':
      return gesture.begin(row, zone === 'end' ? 'resize' : 'move') ? gesture : undefined;
  }
}
