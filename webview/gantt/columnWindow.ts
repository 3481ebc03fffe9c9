import {
  columnKeys,
  columnOf,
  fitColumns,
  type ColumnChoices,
  type ColumnKey,
  type PlacedColumn,
} from './columns.ts';

/** The columns that are in sight, of all that are chosen. */
export interface ColumnWindow {
  /** From left to right. */
  readonly seen: readonly PlacedColumn[];
  /** Every chosen column, in the order in which they come into sight. */
  readonly all: readonly ColumnKey[];
  /** How many of them are scrolled away to the left. */
  readonly from: number;
  /** As far as they can be scrolled. */
  readonly lastFrom: number;
}

/** A title keeps at least this beside a column that is wider than all others. */
const narrowestTitlePx = 120;
/** Less of a column says nothing. */
const leastColumnPx = 60;

/**
 * The chosen columns beside the title, `from` of them scrolled away. While nobody has put them in an
 * order, those that say most come into sight first.
 */
export function windowColumns(
  choices: ColumnChoices,
  order: readonly ColumnKey[],
  { gridPx, from }: { readonly gridPx: number; readonly from: number },
): ColumnWindow {
  const fitted = fitColumns(choices, order, gridPx);
  const wanted = order.filter(key => choices[key].isShown);
  const hasAll = fitted.length === wanted.length;
  if (hasAll) return { seen: fitted, all: wanted, from: 0, lastFrom: 0 };
  const first = fitted.map(({ column }) => column.key);
  const isOwnOrder = order.every((key, place) => key === columnKeys[place]);
  const rest = wanted.filter(key => !first.includes(key));
  if (first.length === 0) rest.sort((a, b) => columnOf(a).rank - columnOf(b).rank);
  const all = isOwnOrder ? [...first, ...rest] : wanted;
  const widths = all.map(key => choices[key].widthPx);
  const usedPx = fitted.reduce((sum, { widthPx }) => sum + widthPx, 0);
  const roomPx = Math.max(0, Math.min(gridPx - narrowestTitlePx, Math.max(usedPx, ...widths)));
  const place = (start: number): readonly PlacedColumn[] =>
    takeColumns(all.slice(start), choices, roomPx);
  let lastFrom = all.length - 1;
  while (lastFrom > 0 && place(lastFrom - 1).length === all.length - lastFrom + 1) lastFrom -= 1;
  const start = Math.min(Math.max(0, from), lastFrom);
  return { seen: place(start), all, from: start, lastFrom };
}

/** As many as have room; the first also where it must be narrower for it. */
function takeColumns(
  keys: readonly ColumnKey[],
  choices: ColumnChoices,
  roomPx: number,
): readonly PlacedColumn[] {
  const taken: PlacedColumn[] = [];
  let left = roomPx;
  for (const key of keys) {
    const { widthPx } = choices[key];
    if (widthPx > left && (taken.length > 0 || left < leastColumnPx)) break;
    taken.push({ column: columnOf(key), widthPx: Math.min(widthPx, left) });
    left -= Math.min(widthPx, left);
  }
  return taken;
}
