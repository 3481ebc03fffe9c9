import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ChartModel } from './chartModel.ts';
import { EdgeScroll } from './edgeScroll.ts';
import { headerPx } from './paintHeader.ts';

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
  /** True for what can end on another row: the chart scrolls up and down for it too. */
  readonly isAcrossRows: boolean;
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
  /** Where the chart was scrolled to. */
  readonly leftPx: number;
  readonly topPx: number;
  gesture: DragGesture | undefined;
}

/** Pointer to gesture: what is pressed says which; Escape gives it up. */
export function listenToDrags(options: DragOptions): Disposable {
  return new PointerDrags(options);
}

class PointerDrags implements Disposable {
  readonly #options: DragOptions;
  readonly #listeners = new AbortController();
  readonly #edges = new EdgeScroll((byX, byY) => this.#scrollOn(byX, byY));
  #press: Press | undefined;
  /** Where the pointer was last. */
  #at = { x: 0, y: 0 };
  /** Until the next press: the click that comes with the release of a drag means nothing. */
  #wasDragged = false;

  constructor(options: DragOptions) {
    this.#options = options;
    const { canvas } = options;
    const { signal } = this.#listeners;
    canvas.addEventListener('pointerdown', event => this.#onDown(event), { signal });
    canvas.addEventListener('pointermove', event => this.#onMove(event), { signal });
    canvas.addEventListener('pointerup', event => this.#onUp(event), { signal });
    canvas.addEventListener('pointerleave', event => options.onHover(undefined, event), { signal });
    canvas.addEventListener('pointercancel', () => this.#giveUp(), { signal });
    const onClick = (event: MouseEvent): void => {
      if (this.#wasDragged) event.stopImmediatePropagation();
    };
    canvas.addEventListener('click', onClick, { signal, capture: true });
    listenToEscape(
      signal,
      () => this.#press?.gesture !== undefined,
      () => this.#giveUp(),
    );
  }

  dispose(): void {
    this.#edges.stop();
    this.#listeners.abort();
  }

  #onDown(event: PointerEvent): void {
    const { canvas, hitTest, onPress, model } = this.#options;
    const hit = hitTest(event.offsetX, event.offsetY, event);
    this.#wasDragged = false;
    if (!hit || event.button !== 0) return;
    onPress(hit, event);
    if (event.pointerType === 'touch') return;
    const { offsetX: startX, offsetY: startY } = event;
    const { leftPx, topPx } = model.timeline.viewport;
    const startAt = this.#instantAt(startX);
    this.#press = { hit, startX, startY, startAt, leftPx, topPx, gesture: undefined };
    canvas.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    const { canvas, hitTest, onHover, begin } = this.#options;
    const press = this.#press;
    this.#at = { x: event.offsetX, y: event.offsetY };
    if (!press) {
      const hit = hitTest(event.offsetX, event.offsetY, event);
      showCursor(canvas, hit);
      onHover(hit, event);
      return;
    }
    if (!press.gesture) {
      if (isStill(press, event)) return;
      onHover(undefined, event);
      const { startX: x, startY: y, startAt: at } = press;
      press.gesture = isStanding(press.hit) ? undefined : begin(press.hit, { x, y, at });
      if (!press.gesture) return this.#end();
      canvas.classList.add('is-dragging');
    }
    this.#dragOn(press);
  }

  #dragOn(press: Press): void {
    const { gesture } = press;
    if (gesture?.isOpen !== true) return this.#end();
    const { x, y } = this.#at;
    gesture.dragTo({ x, y, minutes: this.#instantAt(x) - press.startAt });
    const { widthPx, heightPx } = this.#options.model.timeline.viewport;
    // A gesture that stays in its row is never scrolled away from it.
    const height = gesture.isAcrossRows ? headerPx + heightPx : Infinity;
    const top = gesture.isAcrossRows ? headerPx : -Infinity;
    const box = { left: 0, top, right: widthPx, bottom: height };
    this.#edges.follow(this.#at, { x: press.startX, y: press.startY }, box);
  }

  /** The pointer stands still, and the chart goes on under it. */
  #scrollOn(byX: number, byY: number): void {
    const press = this.#press;
    if (!press || !this.#options.model.panBy(byX, byY)) return;
    this.#dragOn(press);
  }

  #onUp(event: PointerEvent): void {
    const released = this.#press;
    this.#wasDragged ||= released?.gesture !== undefined;
    this.#end();
    if (released?.gesture) released.gesture.commit();
    else if (released) this.#options.onClick(released.hit, event);
  }

  /** Everything is given back, also where the chart was. */
  #giveUp(): void {
    const press = this.#press;
    this.#wasDragged = press?.gesture !== undefined;
    press?.gesture?.cancel();
    if (press?.gesture) {
      this.#options.model.timeline.scrollTo(press.leftPx, press.topPx);
      this.#options.model.touch();
    }
    this.#end();
  }

  #end(): void {
    this.#edges.stop();
    this.#press = undefined;
    this.#options.canvas.classList.remove('is-dragging');
  }

  #instantAt(x: number): Instant {
    const { timeline } = this.#options.model;
    return timeline.leftAt + (x * minutesPerDay) / timeline.scale.pxPerDay;
  }
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
