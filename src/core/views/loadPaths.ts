import type { LoadWindow } from './peopleView.ts';

/** Above what is given there is room for half as much again; what is more is cut off. */
const headroom = 1.5;

/** The load of one row as paths of SVG, for a lane, a histogram and a picture on paper. */
export interface LoadPaths {
  /** Up to what is given. */
  readonly work: string;
  /** Above it: work that nobody has yet. */
  readonly unassigned: string;
  /** Beyond it. */
  readonly over: string;
  /** What is given, as a line of steps. */
  readonly capacity: string;
  /** Weeks with leave, as wide as it is long. */
  readonly away: string;
  /** A mark above each week that has a day with too much. */
  readonly marks: string;
  /** Minutes at the top. */
  readonly most: number;
}

/** Lays out the weeks of a row side by side in a box. */
export function loadPaths(
  { given, work, unassigned, away, over }: LoadWindow,
  { width, height }: { readonly width: number; readonly height: number },
): LoadPaths {
  const count = given.length;
  const most =
    headroom *
    Math.max(1, ...given, ...(given.some(each => each > 0) ? [] : [...work, ...unassigned]));
  const step = width / Math.max(1, count);
  const yOf = (minutes: number): number => height * (1 - Math.min(1, minutes / most));
  const bar = (x: number, share: number, [from, to]: readonly [number, number]): string =>
    `M${px(x)} ${px(yOf(from))}h${px(share * step)}V${px(yOf(to))}h${px(-share * step)}z`;
  const paths = { work: '', unassigned: '', over: '', capacity: '', away: '', marks: '' };
  for (let week = 0; week < count; week++) {
    const [most, done] = [given[week] ?? 0, work[week] ?? 0];
    const x = week * step;
    if (done > 0) paths.work += bar(x, 0.9, [0, Math.min(done, most)]);
    if (done > most + 1) paths.over += bar(x, 0.9, [most, done]);
    const wanted = unassigned[week] ?? 0;
    if (wanted > 0) paths.unassigned += bar(x, 0.9, [done, done + wanted]);
    paths.capacity += `${week === 0 ? 'M' : 'L'}${px(x)} ${px(yOf(most))}h${px(step)}`;
    const days = away[week] ?? 0;
    if (days > 0) {
      const wide = px((step * Math.min(7, days)) / 7);
      paths.away += `M${px(x)} 0h${wide}v${px(height)}h-${wide}z`;
    }
    if (over[week] === 1)
      paths.marks += `M${px(x)} 0h${px(step * 0.9)}v${px(height * 0.12)}h${px(-0.9 * step)}z`;
  }
  return { ...paths, most };
}

function px(value: number): number {
  return Math.round(value * 100) / 100;
}
