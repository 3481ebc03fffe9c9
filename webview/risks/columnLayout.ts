import { type ColumnKey, type RegisterColumn, registerColumns } from './registerColumns.ts';

/** Which columns a person has put away, and the widths that were chosen, in CSS pixels. */
export interface ColumnChoices {
  readonly hidden: readonly ColumnKey[];
  readonly widths: Readonly<Partial<Record<ColumnKey, number | undefined>>>;
}

/** What has weight today is shown; the same before and after the response waits to be asked for. */
export const defaultColumns: ColumnChoices = {
  hidden: ['delayInherent', 'delayResidual', 'moneyInherent', 'moneyResidual'],
  widths: {},
};

export const narrowestColumnPx = 48;
export const widestColumnPx = 800;

/** The share of the window that the title takes while other columns wait beyond the edge. */
const titleShare = 0.23;
const leastTitlePx = 150;
const mostTitlePx = 320;

/**
 * Without its title a row says nothing, and its actions lead to everything else: both are always
 * there, and stick to the edges while the others are scrolled.
 */
export function isFixedColumn(key: ColumnKey): boolean {
  return key === 'title' || key === 'actions';
}

/** In a window narrower than this, what the rows are sorted by stands beside the title. */
const narrowPx = 620;

/**
 * The columns of the table in their order; those that do not fit are scrolled to. In a narrow window
 * the one that the rows are sorted by comes first, so that their order can be seen.
 */
export function shownColumns(
  choices: ColumnChoices,
  window?: { readonly widthPx: number; readonly sortedBy: ColumnKey },
): readonly RegisterColumn[] {
  const sortedBy = window && window.widthPx < narrowPx ? window.sortedBy : undefined;
  const shown = registerColumns.filter(
    ({ key }) => isFixedColumn(key) || key === sortedBy || !choices.hidden.includes(key),
  );
  const sorted = shown.find(({ key }) => key === sortedBy && key !== 'title' && key !== 'id');
  if (!sorted) return shown;
  const others = shown.filter(column => column !== sorted);
  const after = others.findIndex(({ key }) => key === 'title') + 1;
  return [...others.slice(0, after), sorted, ...others.slice(after)];
}

/**
 * The widths of the columns in a window, in CSS pixels. The title has what is left; where not all
 * columns fit, it grows until the last of those that do ends at the edge.
 */
export function columnWidths(
  columns: readonly RegisterColumn[],
  choices: ColumnChoices,
  windowPx: number,
): readonly number[] {
  const widthOf = ({ key, widthPx }: RegisterColumn): number => choices.widths[key] ?? widthPx;
  const others = columns.filter(({ key }) => key !== 'title');
  const sum = others.reduce((total, column) => total + widthOf(column), 0);
  const least = Math.round(Math.min(mostTitlePx, Math.max(leastTitlePx, windowPx * titleShare)));
  let left = windowPx - sum;
  if (left < least) {
    const actions = others.find(({ key }) => key === 'actions');
    left = windowPx - (actions ? widthOf(actions) : 0);
    for (const column of others) {
      if (left - widthOf(column) < least) break;
      left -= widthOf(column);
    }
  }
  const titlePx = choices.widths.title ?? Math.max(least, left);
  return columns.map(column => (column.key === 'title' ? titlePx : widthOf(column)));
}

/** Shows a column, or puts it away. */
export function withShown(choices: ColumnChoices, key: ColumnKey, isShown: boolean): ColumnChoices {
  const others = choices.hidden.filter(each => each !== key);
  return { ...choices, hidden: isShown ? others : [...others, key] };
}

/** Gives a column a width that can be read; undefined gives it back its own. */
export function withWidth(
  choices: ColumnChoices,
  key: ColumnKey,
  widthPx: number | undefined,
): ColumnChoices {
  const isGiven = widthPx !== undefined && Number.isFinite(widthPx);
  const px = isGiven
    ? Math.round(Math.min(widestColumnPx, Math.max(narrowestColumnPx, widthPx)))
    : undefined;
  return { ...choices, widths: { ...choices.widths, [key]: px } };
}
