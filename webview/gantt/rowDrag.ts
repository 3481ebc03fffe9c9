import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ChartContext } from './chartContext.ts';
import { numberAt } from './columnar.ts';
import { EdgeScroll } from './edgeScroll.ts';
import { rowHeightPx } from './layout.ts';

/** A press becomes a drag after so many pixels, as on the timeline. */
const dragThresholdPx = 4;
/** A finger that rests so long has taken the row; one that moves earlier scrolls. */
const holdMs = 350;
/** So far to the side is a level of the outline. */
const levelPx = 16;

/** Beside a point of the window. */
type OpenMenu = (row: number, at: { readonly x: number; readonly y: number }) => void;

interface Press {
  readonly pointerId: number;
  readonly row: number;
  /** In the window. */
  readonly startX: number;
  readonly startY: number;
  /** Of the row that was pressed. */
  readonly level: number;
  /** Where the chart was scrolled to. */
  readonly leftPx: number;
  readonly topPx: number;
  /** True for a mouse, and for what has rested on the row. */
  isHeld: boolean;
  /** Where a menu was asked for by resting, which waits for the release. */
  menuAt: { readonly x: number; readonly y: number } | undefined;
}

/** Pointer to rows in hand: a press on the table that goes on takes the row with it. */
export function listenToRowDrags(ctx: ChartContext, onMenu: OpenMenu): Disposable {
  return new RowDrags(ctx, onMenu);
}

class RowDrags implements Disposable {
  readonly #ctx: ChartContext;
  readonly #onMenu: OpenMenu;
  readonly #listeners = new AbortController();
  readonly #edges = new EdgeScroll((_byX, byY) => this.#scrollOn(byY));
  #press: Press | undefined;
  #hold: number | undefined;
  /** Where the pointer was last, in the window. */
  #at = { x: 0, y: 0 };
  /** Until the next press: the click that comes with the release of a drag means nothing. */
  #wasDragged = false;

  constructor(ctx: ChartContext, onMenu: OpenMenu) {
    this.#ctx = ctx;
    this.#onMenu = onMenu;
    const { pane } = ctx.body.grid;
    const { signal } = this.#listeners;
    pane.addEventListener('pointerdown', event => this.#onDown(event), { signal });
    window.addEventListener('pointermove', event => this.#onMove(event), { signal });
    window.addEventListener('pointerup', event => this.#onUp(event), { signal });
    window.addEventListener('pointercancel', event => this.#onCancel(event), { signal });
    const capture = { signal, capture: true };
    pane.addEventListener('click', event => this.#onClick(event), capture);
    pane.addEventListener('contextmenu', event => this.#onMenuAsked(event), capture);
    window.addEventListener('keydown', event => this.#onKey(event), capture);
    // A finger that has taken a row moves it, where else it would scroll.
    const onTouch = (event: TouchEvent): void => {
      if (this.#press?.isHeld === true && event.cancelable) event.preventDefault();
    };
    pane.addEventListener('touchmove', onTouch, { signal, passive: false });
  }

  dispose(): void {
    this.#end();
    this.#listeners.abort();
  }

  #onDown(event: PointerEvent): void {
    const { body, model } = this.#ctx;
    this.#wasDragged = false;
    if (this.#press || event.button !== 0 || !event.isPrimary) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) return;
    const row = body.grid.rowUnder(event);
    if (row < 0) return;
    const { leftPx, topPx } = model.timeline.viewport;
    const { pointerId, clientX: startX, clientY: startY } = event;
    const isHeld = event.pointerType === 'mouse';
    const level = numberAt(model.plan?.view.rows.level ?? [], row);
    const press: Press = {
      ...{ pointerId, row, startX, startY, level, leftPx, topPx },
      isHeld,
      menuAt: undefined,
    };
    this.#press = press;
    if (!isHeld) this.#hold = window.setTimeout(() => (press.isHeld = true), holdMs);
  }

  #onMove(event: PointerEvent): void {
    const press = this.#press;
    if (press?.pointerId !== event.pointerId) return;
    this.#at = { x: event.clientX, y: event.clientY };
    const { rowMove } = this.#ctx;
    if (!rowMove.isOpen) {
      if (this.#wasDragged) return this.#end();
      if (isStill(press, event)) return;
      if (!press.isHeld || !rowMove.begin(press.row)) return this.#end();
      this.#take(press);
    }
    this.#dragOn(press);
  }

  #take({ pointerId }: Press): void {
    const { grid } = this.#ctx.body;
    this.#wasDragged = true;
    grid.pane.setPointerCapture(pointerId);
    grid.element.classList.add('is-carrying');
  }

  #dragOn(press: Press): void {
    const { rowMove, model, body } = this.#ctx;
    if (!rowMove.isOpen) return this.#end();
    const box = body.grid.pane.getBoundingClientRect();
    const { x, y } = this.#at;
    const down = Math.max(0, Math.min(box.height, y - box.top)) + model.timeline.viewport.topPx;
    const level = press.level + Math.round((x - press.startX) / levelPx);
    rowMove.dragTo({ position: down / rowHeightPx, level, x, y });
    const middle = box.left + box.width / 2;
    this.#edges.follow({ x: middle, y }, { x: middle, y: press.startY }, box);
  }

  /** The pointer stands still, and the rows go on under it. */
  #scrollOn(byY: number): void {
    if (this.#press && this.#ctx.model.panBy(0, byY)) this.#dragOn(this.#press);
  }

  #onUp(event: PointerEvent): void {
    const press = this.#press;
    if (press?.pointerId !== event.pointerId) return;
    const { rowMove } = this.#ctx;
    const wasOpen = rowMove.isOpen;
    this.#end();
    if (wasOpen) rowMove.commit();
    // What opens with the release of the pointer would be closed by it as well.
    else if (press.menuAt) requestAnimationFrame(() => this.#openMenu(press));
  }

  #openMenu({ row, menuAt }: Press): void {
    if (menuAt && !this.#listeners.signal.aborted) this.#onMenu(row, menuAt);
  }

  #onCancel(event: PointerEvent): void {
    if (this.#press?.pointerId === event.pointerId) this.#giveUp();
  }

  #onClick(event: MouseEvent): void {
    if (this.#wasDragged) event.stopImmediatePropagation();
  }

  /** Of a finger at rest nobody knows yet whether it wants the menu or will move the row. */
  #onMenuAsked(event: MouseEvent): void {
    const press = this.#press;
    if (!press || event.button === 2) return;
    press.isHeld = true;
    press.menuAt = { x: event.clientX, y: event.clientY };
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Before anything else hears of the key, as long as rows are in hand. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#ctx.rowMove.isOpen) return;
    event.stopPropagation();
    this.#giveUp();
  }

  /** Everything is given back, also where the chart was. */
  #giveUp(): void {
    const { model, rowMove } = this.#ctx;
    const press = this.#press;
    this.#end();
    if (!rowMove.isOpen) return;
    rowMove.cancel();
    if (press) model.timeline.scrollTo(press.leftPx, press.topPx);
    model.touch();
  }

  #end(): void {
    const { grid } = this.#ctx.body;
    const { pointerId } = this.#press ?? {};
    clearTimeout(this.#hold);
    this.#edges.stop();
    this.#press = undefined;
    grid.element.classList.remove('is-carrying');
    if (pointerId !== undefined && grid.pane.hasPointerCapture(pointerId)) {
      grid.pane.releasePointerCapture(pointerId);
    }
  }
}

function isStill({ startX, startY }: Press, { clientX, clientY }: PointerEvent): boolean {
  return Math.max(Math.abs(clientX - startX), Math.abs(clientY - startY)) < dragThresholdPx;
}
