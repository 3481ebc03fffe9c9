import { minutesPerDay } from '../../src/core/model/instant.ts';
import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ChartModel } from './chartModel.ts';
import type { MoveGesture } from './moveGesture.ts';

/** What lies under a point of the timeline. */
export interface Hit {
  readonly row: number;
  readonly zone: 'bar' | 'end' | 'row';
}

export interface DragOptions {
  readonly canvas: HTMLCanvasElement;
  readonly model: ChartModel;
  readonly gesture: MoveGesture;
  /** Undefined outside of the rows. Coordinates count from the canvas's corner. */
  readonly hitTest: (x: number, y: number) => Hit | undefined;
  readonly onPress: (row: number) => void;
  readonly onHover: (hit: Hit | undefined, event: PointerEvent) => void;
}

/** A press becomes a drag after so many pixels, so that a click with a shaky hand moves nothing. */
const dragThresholdPx = 4;

interface Press {
  readonly hit: Hit;
  readonly startX: number;
  readonly startAt: number;
  isDragging: boolean;
}

/** Pointer to gesture: move by the bar, resize by its end, give up with Escape. */
export function listenToDrags(options: DragOptions): Disposable {
  const { canvas, model, gesture } = options;
  let press: Press | undefined;
  const listeners = new AbortController();
  const { signal } = listeners;
  const instantAt = (x: number): number =>
    model.timeline.leftAt + (x * minutesPerDay) / model.timeline.scale.pxPerDay;

  const end = (): void => {
    press = undefined;
    canvas.classList.remove('is-dragging');
  };
  const onDown = (event: PointerEvent): void => {
    const hit = options.hitTest(event.offsetX, event.offsetY);
    if (!hit || event.button !== 0) return;
    options.onPress(hit.row);
    if (hit.zone === 'row' || event.pointerType === 'touch') return;
    press = { hit, startX: event.offsetX, startAt: instantAt(event.offsetX), isDragging: false };
    canvas.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!press) {
      const hit = options.hitTest(event.offsetX, event.offsetY);
      showCursor(canvas, hit);
      options.onHover(hit, event);
      return;
    }
    if (!press.isDragging) {
      if (Math.abs(event.offsetX - press.startX) < dragThresholdPx) return;
      options.onHover(undefined, event);
      if (!gesture.begin(press.hit.row, press.hit.zone === 'end' ? 'resize' : 'move')) {
        end();
        return;
      }
      press.isDragging = true;
      canvas.classList.add('is-dragging');
    }
    if (gesture.isOpen) gesture.dragTo(instantAt(event.offsetX) - press.startAt);
    else end();
  };
  const onUp = (): void => {
    if (press?.isDragging === true) gesture.commit();
    end();
  };
  canvas.addEventListener('pointerdown', onDown, { signal });
  canvas.addEventListener('pointermove', onMove, { signal });
  canvas.addEventListener('pointerup', onUp, { signal });
  canvas.addEventListener('pointerleave', event => options.onHover(undefined, event), { signal });
  const giveUp = (): void => {
    gesture.cancel();
    end();
  };
  canvas.addEventListener('pointercancel', giveUp, { signal });
  listenToEscape(signal, () => press?.isDragging === true, giveUp);
  return { dispose: () => listeners.abort() };
}

/** Before anything else hears of the key, as long as something is being dragged. */
function listenToEscape(signal: AbortSignal, isDragging: () => boolean, giveUp: () => void): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isDragging()) return;
    event.stopPropagation();
    giveUp();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}

function showCursor(canvas: HTMLCanvasElement, hit: Hit | undefined): void {
  canvas.classList.toggle('is-movable', hit?.zone === 'bar');
  canvas.classList.toggle('is-resizable', hit?.zone === 'end');
}
