/** Scrolls by as little as brings a stretch into the window; answers where to scroll to. */
export function scrollFor(window: {
  readonly scroll: number;
  /** What can be seen between what sticks to the edges. */
  readonly room: number;
  readonly from: number;
  readonly to: number;
}): number {
  const { scroll, room, from, to } = window;
  if (from < scroll || to - from > room) return from;
  return to > scroll + room ? to - room : scroll;
}
