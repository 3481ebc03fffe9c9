import type { Disposable } from '../../src/core/base/disposable.ts';
import { dayOf, minutesPerDay } from '../../src/core/model/instant.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { RestTimer } from '../ui/restTimer.ts';
import type { ChartModel } from './chartModel.ts';
import { spokenDay, yearOf } from './dateText.ts';
import { rowHeightPx, visiblePositions } from './layout.ts';
import { frameBox, overviewRange, scrollOf, type OverviewStrip } from './overviewFrame.ts';
import { layoutOverview } from './overviewLayout.ts';
import { paintOverview } from './paintOverview.ts';
import type { Palette } from './palette.ts';
import { toInstant } from './timeScale.ts';

const heightPx = 40;
/** What is smaller can be taken beside itself, too. */
const targetPx = 24;
/** Of the shortest bar on the strip. */
const narrowestPx = 2;
/** The picture follows when the plan has come to rest: no edit and no first frame waits for it. */
const restMs = 120;
/** What the arrow keys move by, as a share of what is in sight. */
const keyShare = 0.25;
/** The chart zooms out no further than this by itself: more time needs the overview. */
const usualPxPerDay = 5;

/** Toolbar and header of the chart, which rows have no room in. */
const aboveRowsPx = 86;

export interface OverviewOptions {
  /** The chart with its toolbar. */
  readonly root: HTMLElement;
  readonly model: ChartModel;
  readonly palette: () => Palette;
  readonly requestFrame: () => void;
}

/**
 * The whole plan on a strip, with a frame around what is in sight. The strip is painted once for
 * each layout; while the chart scrolls, only the frame moves.
 */
export class Overview implements Disposable {
  readonly element = createElement('div', { class: 'gantt-overview' });
  readonly #options: OverviewOptions;
  readonly #canvas = createElement('canvas', { attributes: { 'aria-hidden': 'true' } });
  readonly #frame = createElement('div', {
    class: 'gantt-overview-frame',
    attributes: {
      role: 'slider',
      tabindex: '0',
      'aria-label': 'Overview: the part of the plan in sight',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
      'aria-valuenow': '0',
    },
  });
  readonly #observer = new ResizeObserver(([entry]) => {
    if (entry) this.#room = { width: entry.contentRect.width, height: entry.contentRect.height };
    this.#options.requestFrame();
  });
  /** Of the root, as last measured: asking it anew would lay the page out. */
  #room = { width: 0, height: 0 };
  #fitted: readonly unknown[] = [];
  #painted: readonly unknown[] = [];
  #timer: number | undefined;
  readonly #rest = new RestTimer(restMs, () => this.#tell());
  #placed = '';

  constructor(options: OverviewOptions) {
    this.#options = options;
    this.element.append(this.#frame);
    this.element.hidden = true;
    this.#observer.observe(options.root);
    this.#listen();
  }

  /** Shows the strip where plan and window ask for it; to be called before a frame with a new plan. */
  fit(): void {
    const { root, model } = this.#options;
    const { plan, outline, choices } = model;
    if (this.#room.width === 0) this.#room = { width: root.clientWidth, height: root.clientHeight };
    const { width, height } = this.#room;
    const wanted = [plan, outline, choices, width, height];
    if (!plan || !outline || wanted.every((each, i) => each === this.#fitted[i])) return;
    this.#fitted = wanted;
    const { from, to } = plan.range;
    const isLong =
      outline.visible.length * rowHeightPx > height - aboveRowsPx ||
      ((to - from) / minutesPerDay) * usualPxPerDay > width;
    this.element.hidden = !choices.isOverviewShown || !isLong || outline.visible.length === 0;
  }

  /** To be called after every frame. */
  follow(): void {
    this.fit();
    const strip = this.#strip();
    if (!strip) return;
    const box = frameBox(strip, this.#options.model.timeline);
    const text = `translate(${box.left.toFixed(1)}px, ${box.top.toFixed(1)}px)`;
    if (text !== this.#placed) {
      this.#placed = text;
      this.#frame.style.transform = text;
      this.#rest.stir();
    }
    setPx(this.#frame, 'width', box.width);
    setPx(this.#frame, 'height', box.height);
    this.#paintAtRest(strip);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#rest.dispose();
    this.#observer.disconnect();
  }

  #strip(): OverviewStrip | undefined {
    const { plan, outline } = this.#options.model;
    const { width: widthPx } = this.#room;
    if (!plan || !outline || this.element.hidden || widthPx === 0) return undefined;
    return {
      range: overviewRange(plan.range),
      rowCount: outline.visible.length,
      widthPx,
      heightPx,
    };
  }

  #paintAtRest({ range, widthPx }: OverviewStrip): void {
    const { model, palette } = this.#options;
    const { plan, outline } = model;
    const ratio = devicePixelRatio;
    const wanted = [plan?.view, outline, palette(), widthPx, ratio];
    if (!plan || !outline || wanted.every((each, i) => each === this.#painted[i])) return;
    this.#painted = wanted;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const size = {
        width: Math.round(widthPx * ratio),
        height: Math.round(heightPx * ratio),
        narrowest: Math.ceil(narrowestPx * ratio),
      };
      const cells = layoutOverview({ rows: plan.view.rows, outline, range }, size);
      const today = ((plan.view.today - range.from) * size.width) / (range.to - range.from);
      if (!this.#canvas.isConnected) this.element.prepend(this.#canvas);
      paintOverview(this.#canvas, cells, { palette: palette(), today, ratio });
    }, restMs);
  }

  /** What is in sight, in words. */
  #tell(): void {
    const { plan, outline, timeline } = this.#options.model;
    if (!plan || !outline) return;
    const { scale, viewport } = timeline;
    const left = toInstant(scale, viewport.leftPx);
    const right = toInstant(scale, viewport.leftPx + viewport.widthPx);
    const year = yearOf(plan.view.today);
    const { first, end } = visiblePositions({ outline, viewport, rowHeightPx });
    const dates = `${spokenDay(dayOf(left), year)} to ${spokenDay(dayOf(right), year)}`;
    const share = (left - plan.range.from) / Math.max(1, plan.range.to - plan.range.from);
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
    setAttribute(this.#frame, 'aria-valuenow', String(percent));
    const rows = `rows ${first + 1} to ${end} of ${outline.visible.length}`;
    setAttribute(this.#frame, 'aria-valuetext', `${dates}, ${rows}`);
  }

  #listen(): void {
    this.element.addEventListener('pointerdown', event => this.#drag(event));
    this.#frame.addEventListener('keydown', event => {
      const step = stepOfKey(event.key);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const { timeline } = this.#options.model;
      const { leftPx, topPx, widthPx, heightPx: seenPx } = timeline.viewport;
      this.#scrollTo(leftPx + step.x * widthPx, topPx + step.y * seenPx);
    });
  }

  /** The frame follows the pointer; a press beside it brings its middle there first. */
  #drag(event: PointerEvent): void {
    const strip = this.#strip();
    if (!strip || event.button !== 0) return;
    event.preventDefault();
    this.#frame.focus({ preventScroll: true });
    const { model } = this.#options;
    const { viewport: before } = model.timeline;
    const origin = this.element.getBoundingClientRect();
    const point = { x: event.clientX - origin.left, y: event.clientY - origin.top };
    const box = frameBox(strip, model.timeline);
    const [aroundX, aroundY] = [box.width, box.height].map(px => Math.max(0, (targetPx - px) / 2));
    const isInside =
      isNear(point.x, { from: box.left, length: box.width, around: aroundX ?? 0 }) &&
      isNear(point.y, { from: box.top, length: box.height, around: aroundY ?? 0 });
    const grip = isInside
      ? { x: point.x - box.left, y: point.y - box.top }
      : { x: box.width / 2, y: box.height / 2 };
    const moveTo = ({ clientX, clientY }: PointerEvent): void => {
      const corner = { x: clientX - origin.left - grip.x, y: clientY - origin.top - grip.y };
      const { leftPx, topPx } = scrollOf(strip, model.timeline, corner);
      this.#scrollTo(leftPx, topPx);
    };
    if (!isInside) moveTo(event);
    const gesture = new AbortController();
    const { signal } = gesture;
    this.element.setPointerCapture(event.pointerId);
    this.element.addEventListener('pointermove', moveTo, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      this.element.addEventListener(end, () => gesture.abort(), { signal });
    }
    const giveUp = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      this.#scrollTo(before.leftPx, before.topPx);
      gesture.abort();
    };
    window.addEventListener('keydown', giveUp, { capture: true, signal });
  }

  #scrollTo(leftPx: number, topPx: number): void {
    const { model, requestFrame } = this.#options;
    const { timeline, outline } = model;
    const { viewport, contentWidthPx } = timeline;
    const lowest = ((outline?.visible.length ?? 0) + 1) * rowHeightPx - viewport.heightPx;
    const farthest = contentWidthPx - viewport.widthPx;
    timeline.scrollTo(
      Math.max(0, Math.min(farthest, leftPx)),
      Math.max(0, Math.min(lowest, topPx)),
    );
    requestFrame();
  }
}

function isNear(
  at: number,
  {
    from,
    length,
    around,
  }: { readonly from: number; readonly length: number; readonly around: number },
): boolean {
  return at >= from - around && at <= from + length + around;
}

/** In shares of what is in sight. */
function stepOfKey(key: string): { readonly x: number; readonly y: number } | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { x: -keyShare, y: 0 };
    case 'ArrowRight':
      return { x: keyShare, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -keyShare };
    case 'ArrowDown':
      return { x: 0, y: keyShare };
    case 'PageUp':
      return { x: 0, y: -1 };
    case 'PageDown':
      return { x: 0, y: 1 };
    case 'Home':
      return { x: -Infinity, y: 0 };
    case 'End':
      return { x: Infinity, y: 0 };
    default:
      return undefined;
  }
}

function setPx(element: HTMLElement, side: 'width' | 'height', px: number): void {
  const text = `${px.toFixed(1)}px`;
  if (element.style[side] !== text) element.style[side] = text;
}
