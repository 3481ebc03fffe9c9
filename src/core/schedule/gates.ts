import type { Outline } from './outline.ts';

/**
 * A gate carries the links into a summary to all of its parts. A lag runs on a calendar
 * of the successor, so a summary has one gate for each such calendar of its parts.
 */
export interface Gates {
  readonly count: number;
  /** The summary task and the calendar of each gate. */
  readonly summary: readonly number[];
  readonly calendar: readonly number[];
  /** The gates of a summary, counted from zero; undefined when nothing holds it back. */
  gatesOf(summary: number): readonly number[];
  /** The gate of a summary for one calendar; -1 when nothing holds it back. */
  gateFor(summary: number, calendar: number): number;
}

/** Makes gates for the summaries that are held back, and for every summary inside them. */
export function buildGates(
  outline: Outline,
  lagCalendarOf: Int32Array,
  isHeld: (summary: number) => boolean,
): Gates {
  const { parent, isSummary } = outline;
  const held = findHeld(outline, isHeld);
  const summary: number[] = [];
  const calendar: number[] = [];
  const places = new Map<number, Map<number, number>>();
  for (let i = 0; i < parent.length; i++) {
    if (isSummary[i] === 1) continue;
    const place = lagCalendarOf[i] ?? 0;
    for (let s = parent[i] ?? -1; s >= 0 && held[s] === 1; s = parent[s] ?? -1) {
      const known = places.get(s) ?? new Map<number, number>();
      if (known.has(place)) break;
      places.set(s, known.set(place, summary.length));
      summary.push(s);
      calendar.push(place);
    }
  }
  return {
    count: summary.length,
    summary,
    calendar,
    gatesOf: s => [...(places.get(s)?.values() ?? [])],
    gateFor: (s, place) => places.get(s)?.get(place) ?? -1,
  };
}

/** 1 for each summary that is held back itself or lies within one that is. */
function findHeld(outline: Outline, isHeld: (summary: number) => boolean): Int8Array {
  const { parent, isSummary } = outline;
  const held = new Int8Array(parent.length).fill(-1);
  const path: number[] = [];
  for (let i = 0; i < parent.length; i++) {
    if (isSummary[i] !== 1) continue;
    let s = i;
    while (s >= 0 && held[s] === -1 && !isHeld(s)) {
      path.push(s);
      s = parent[s] ?? -1;
    }
    const found = s >= 0 && (held[s] === -1 || held[s] === 1) ? 1 : 0;
    if (s >= 0) held[s] = found;
    for (let step = path.pop(); step !== undefined; step = path.pop()) held[step] = found;
  }
  return held;
}
