import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ChartModel } from './chartModel.ts';

/**
 * What lies under a point of the timeline; links are drawn from either side of a bar, and tasks on
 * empty time, where the row is -1 below the last one.
 */
export interface Hit {
  readonly row: number;
  readonly zone:
    | 'bar'
    | 'end'
    | 'row'
    | 'linkStart'
    | 'linkFinish'
    | 'edit'
    | 'empty'
    | 'link'
    | 'linkFrom'
    | 'linkTo';
  /** Of an arrow, and of the two ends of the one that is chosen. */
  readonly link?: number;
}

/** Where a drag begins. */
export interface DragStart {
  readonly x: number;
  readonly y: number;
  readonly at: Instant;
}

/** What a drag does as long as it lasts. */
export interface DragGesture {
  /** True while something can still be given up. */
  readonly isOpen: boolean;
  /** Where the pointer is, and how far it has gone in time since it went down. */
  dragTo(to: { readonly x: number; readonly y: number; readonly minutes: number }): void;
  commit(): void;
  cancel(): void;
}

export interface DragOptions {
  readonly canvas: HTMLCanvasElement;
  readonly model: ChartModel;
  /** Undefined over the header. Coordinates count from the canvas's corner. */
  readonly hitTest: (x: number, y: number, event: PointerEvent) => Hit | undefined;
  /** Undefined, with the reason announced, for what cannot be dragged. */
  readonly begin: (hit: Hit, start: DragStart) => DragGesture | undefined;
  readonly onPress: (hit: Hit, event: PointerEvent) => void;
  /** A press that became no drag. */
  readonly onClick: (hit: Hit, event: PointerEvent) => void;
  readonly onHover: (hit: Hit | undefined, event: PointerEvent) => void;
}

/** A press becomes a drag after so many pixels, so that a click with a shaky hand moves nothing. */
const dragThresholdPx = 4;

interface Press {
  readonly hit: Hit;
  readonly startX: number;
  readonly startY: number;
  readonly startAt: number;
  gesture: DragGesture | undefined;
}

/** Pointer to gesture: what is pressed says which; Escape gives it up. */
export function listenToDrags(options: DragOptions): Disposable {
  const { canvas, model } = options;
  let press: Press | undefined;
  const listeners = new AbortController();
  const { signal } = listeners;
  const instantAt = (x: number): number =>
    model.timeline.leftAt + (x * minutesPerDay) / model.timeline.scale.pxPerDay;

  /** Until the next press: the click that comes with the release of a drag means nothing. */
  let wasDragged = false;
  const end = (): void => {
    press = undefined;
    canvas.classList.remove('is-dragging');
  };
  const onDown = (event: PointerEvent): void => {
    const hit = options.hitTest(event.offsetX, event.offsetY, event);
    wasDragged = false;
    if (!hit || event.button !== 0) return;
    options.onPress(hit, event);
    if (event.pointerType === 'touch') return;
    const { offsetX: startX, offsetY: startY } = event;
    press = { hit, startX, startY, startAt: instantAt(startX), gesture: undefined };
    canvas.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!press) {
      const hit = options.hitTest(event.offsetX, event.offsetY, event);
      showCursor(canvas, hit);
      options.onHover(hit, event);
      return;
    }
    if (!press.gesture) {
      if (isStill(press, event)) return;
      options.onHover(undefined, event);
      const { startX: x, startY: y, startAt: at } = press;
      press.gesture = isStanding(press.hit) ? undefined : options.begin(press.hit, { x, y, at });
      if (!press.gesture) return end();
      canvas.classList.add('is-dragging');
    }
    const minutes = instantAt(event.offsetX) - press.startAt;
    if (press.gesture.isOpen) press.gesture.dragTo({ x: event.offsetX, y: event.offsetY, minutes });
    else end();
  };
  const onUp = (event: PointerEvent): void => {
    const released = press;
    wasDragged ||= released?.gesture !== undefined;
    end();
    if (released?.gesture) released.gesture.commit();
    else if (released) options.onClick(released.hit, event);
  };
  canvas.addEventListener('pointerdown', onDown, { signal });
  canvas.addEventListener('pointermove', onMove, { signal });
  canvas.addEventListener('pointerup', onUp, { signal });
  canvas.addEventListener('pointerleave', event => options.onHover(undefined, event), { signal });
  const giveUp = (): void => {
    wasDragged = press?.gesture !== undefined;
    press?.gesture?.cancel();
    end();
  };
  const onClick = (event: MouseEvent): void => {
    if (wasDragged) event.stopImmediatePropagation();
  };
  canvas.addEventListener('click', onClick, { signal, capture: true });
  canvas.addEventListener('pointercancel', giveUp, { signal });
  listenToEscape(signal, () => press?.gesture !== undefined, giveUp);
  return { dispose: () => listeners.abort() };
}

function isStanding({ zone }: Hit): boolean {
  return zone === 'row' || zone === 'link';
}

function isStill({ startX, startY }: Press, { offsetX, offsetY }: PointerEvent): boolean {
  return Math.max(Math.abs(offsetX - startX), Math.abs(offsetY - startY)) < dragThresholdPx;
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
  const isHandle = hit?.zone === 'edit' || hit?.zone.startsWith('link') === true;
  canvas.classList.toggle('is-handle', isHandle);
  canvas.classList.toggle('is-resizable', hit?.zone === 'end');
  canvas.classList.toggle('is-empty', hit?.zone === 'empty');
}
