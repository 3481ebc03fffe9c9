import { dayOf, minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import type { Viewport } from './layout.ts';
import {
  clampZoom,
  fitZoom,
  toInstant,
  toPx,
  type TimeRange,
  type TimeScale,
} from './timeScale.ts';

/** Air around the plan, so that its first and last bars do not stick to the edge. */
const daysBefore = 14;
const daysAfter = 45;
/** Room for the labels right of the last bars when the whole plan is fitted in. */
const labelRoomPx = 150;
/** In a narrow panel, labels of the last bars are worth no more than this. */
const labelShare = 0.12;
/** A bar of which less than this looks into the view is not noticed. */
const seenPx = 10;

/** Where a person is in the timeline: zoom, scroll and size. All of it in CSS pixels. */
export class TimelineView {
  #planRange: TimeRange = { from: 0, to: minutesPerDay };
  #range: TimeRange = { from: 0, to: minutesPerDay };
  #scale: TimeScale;
  #viewport: Viewport = { leftPx: 0, topPx: 0, widthPx: 0, heightPx: 0 };

  constructor(pxPerDay: number, topPx: number) {
    this.#scale = { origin: 0, pxPerDay };
    this.#viewport = { ...this.#viewport, topPx };
  }

  get scale(): TimeScale {
    return this.#scale;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** The instant at the left edge. */
  get leftAt(): Instant {
    return toInstant(this.#scale, this.#viewport.leftPx);
  }

  /** Width of all that can be scrolled through, never less than what is seen. */
  get contentWidthPx(): number {
    return Math.max(this.#viewport.widthPx, Math.ceil(toPx(this.#scale, this.#range.to)));
  }

  /** A plan's dates changed: what is at the left edge stays there. */
  setRange(range: TimeRange): void {
    this.#planRange = range;
    this.#widen(range);
  }

  resize(widthPx: number, heightPx: number): void {
    this.#viewport = { ...this.#viewport, widthPx, heightPx };
  }

  scrollTo(leftPx: number, topPx: number): void {
    this.#viewport = { ...this.#viewport, leftPx, topPx };
  }

  /**
   * Scrolls on by so many pixels as far as it goes; to the right there is always more time, until
   * the content would be larger than browsers lay out. False where nothing moves.
   */
  panBy(byX: number, byY: number, lowestPx: number): boolean {
    const { leftPx, topPx, widthPx } = this.#viewport;
    const rightAt = toInstant(this.#scale, leftPx + byX + widthPx);
    if (byX > 0 && rightAt > this.#range.to) {
      const range = { ...this.#range, to: (dayOf(rightAt) + daysAfter) * minutesPerDay };
      const fits = clampZoom(this.#scale.pxPerDay, range) === this.#scale.pxPerDay;
      if (fits) this.#range = range;
    }
    const top = Math.min(Math.max(0, lowestPx), Math.max(0, topPx + byY));
    this.#viewport = { ...this.#viewport, topPx: top };
    this.#scrollLeft(leftPx + byX);
    return this.#viewport.leftPx !== leftPx || top !== topPx;
  }

  /** Zooms so that what is at `anchorPx` from the left of the screen stays there. */
  zoomTo(pxPerDay: number, anchorPx: number): void {
    const at = toInstant(this.#scale, this.#viewport.leftPx + anchorPx);
    this.#scale = { ...this.#scale, pxPerDay: clampZoom(pxPerDay, this.#range) };
    this.#scrollLeft(toPx(this.#scale, at) - anchorPx);
  }

  /** Zooms and scrolls so that the whole plan is seen. */
  fit(): void {
    const { widthPx } = this.#viewport;
    const width = Math.max(120, widthPx - Math.min(labelRoomPx, widthPx * labelShare));
    this.zoomTo(fitZoom(this.#planRange, width), 0);
    const air = (this.#planRange.to - this.#planRange.from) * 0.015;
    this.#scrollLeft(toPx(this.#scale, this.#planRange.from - air));
  }

  /** Brings an instant to a share of the width from the left, widening the range when needed. */
  goTo(at: Instant, share: number): void {
    this.#widen({ from: Math.min(at, this.#planRange.from), to: Math.max(at, this.#planRange.to) });
    this.#scrollLeft(toPx(this.#scale, at) - this.#viewport.widthPx * share);
  }

  /** Scrolls sideways only when the stretch from `start` to `finish` is out of sight. */
  bringIntoView(start: Instant, finish: Instant): void {
    const side = this.sideOf(start, finish);
    if (side === 'before' || side === 'after') this.goTo(start, 0.2);
  }

  /** Where a stretch of time lies beside what is seen; undefined for a stretch without dates. */
  sideOf(start: Instant, finish: Instant): 'before' | 'inside' | 'after' | undefined {
    if (Number.isNaN(start) || Number.isNaN(finish)) return undefined;
    const { leftPx, widthPx } = this.#viewport;
    if (toPx(this.#scale, finish) - leftPx < seenPx) return 'before';
    return toPx(this.#scale, start) - leftPx > widthPx - seenPx ? 'after' : 'inside';
  }

  #scrollLeft(leftPx: number): void {
    const most = Math.max(0, this.contentWidthPx - this.#viewport.widthPx);
    this.#viewport = { ...this.#viewport, leftPx: Math.min(most, Math.max(0, leftPx)) };
  }

  #widen(range: TimeRange): void {
    const at = this.leftAt;
    const from = (dayOf(range.from) - daysBefore) * minutesPerDay;
    const seen = (this.#viewport.widthPx / this.#scale.pxPerDay) * 0.5;
    const to = (dayOf(range.to) + Math.max(daysAfter, Math.ceil(seen))) * minutesPerDay;
    this.#range = { from, to };
    const pxPerDay = clampZoom(this.#scale.pxPerDay, this.#range);
    this.#scale = { origin: from, pxPerDay };
    this.#scrollLeft(toPx(this.#scale, at));
  }
}
