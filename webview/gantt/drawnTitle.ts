import type { Disposable } from '../../src/core/base/disposable.ts';
import { openInlineEditor } from '../ui/inlineEditor.ts';
import type { ChartContext } from './chartContext.ts';
import type { DrawnTask } from './drawGesture.ts';
import { rowHeightPx } from './layout.ts';
import { headerPx } from './paintHeader.ts';
import { toPx } from './timeScale.ts';

/** Enough for the first words of a title, however short the bar is. */
const narrowestPx = 180;

/** A field for the title of a task, over the bar that was drawn for it. */
export function openDrawnTitle(
  { model, body }: Pick<ChartContext, 'model' | 'body'>,
  drawn: DrawnTask,
): Disposable {
  const { scale, viewport } = model.timeline;
  const { canvas } = body;
  const xOf = (at: number): number => toPx(scale, at) - viewport.leftPx;
  const room = Math.max(0, viewport.widthPx - 4);
  const wanted = Math.max(narrowestPx, xOf(drawn.to.finish) - Math.max(0, xOf(drawn.to.start)));
  const width = Math.min(room, wanted);
  const left = Math.max(2, Math.min(xOf(drawn.to.start), room - width));
  const top = headerPx + drawn.position * rowHeightPx - viewport.topPx;
  return openInlineEditor({
    host: body.pinned,
    at: { left: canvas.offsetLeft + left, top: Math.max(headerPx, top), width },
    kind: 'line',
    label: 'Title of the new task',
    value: '',
    commit: text => drawn.name(text.trim()),
    onClose: () => body.grid.focus(),
    onGone: drawn.close,
  });
}
