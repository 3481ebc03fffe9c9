import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';

/** How time becomes pixels: x is 0 at `origin` and grows by `pxPerDay` a day. */
export interface TimeScale {
  readonly origin: Instant;
  readonly pxPerDay: number;
}

/** A stretch of time that the timeline can be scrolled through. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** An hour is 60 px wide at the closest zoom, a year 36 px at the farthest. */
const closestPxPerDay = 1440;
const farthestPxPerDay = 0.1;

/** Browsers stop laying out elements at some 33 million pixels. */
const widestContentPx = 16_000_000;

/** One press of the zoom buttons. */
export const zoomStep = 1.4;

export const defaultPxPerDay = 26;

export function toPx(scale: TimeScale, at: Instant): number {
  return ((at - scale.origin) * scale.pxPerDay) / minutesPerDay;
}

/** The inverse of {@link toPx}, not rounded. */
export function toInstant(scale: TimeScale, px: number): number {
  return scale.origin + (px * minutesPerDay) / scale.pxPerDay;
}

/** The zoom that was asked for, or the nearest that the range allows. */
export function clampZoom(pxPerDay: number, range: TimeRange): number {
  const days = Math.max(1, (range.to - range.from) / minutesPerDay);
  const closest = Math.min(closestPxPerDay, widestContentPx / days);
  return Math.min(closest, Math.max(farthestPxPerDay, pxPerDay));
}

/** The zoom at which a range fills a width, with a little air at both sides. */
export function fitZoom(range: TimeRange, widthPx: number): number {
  const days = Math.max(1 / 24, (range.to - range.from) / minutesPerDay);
  return Math.max(1, widthPx) / (days * 1.03);
}

/** True where hours are wide enough to be aimed at; then gestures snap to hours, else to days. */
export function showsHours(scale: TimeScale): boolean {
  return scale.pxPerDay >= 160;
}
