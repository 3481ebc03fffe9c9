import { cutTo, oneLine, widthOf } from './terminalText.ts';

export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Applied after padding, so that colour does not count as width. */
  readonly paint?: (text: string, row: Row) => string;
  /** Cut to what the terminal leaves. At most one column of a table. */
  readonly isFlexible?: boolean;
}

export interface TableStyle {
  /** For the line of titles. */
  readonly heading: (text: string) => string;
  /** Columns of the terminal; undefined for no limit. */
  readonly columns: number | undefined;
}

const gap = '  ';
const leastFlexible = 16;

/** Rows in aligned columns under a line of titles; empty text for no rows. */
export function formatTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  style: TableStyle,
): string {
  if (rows.length === 0) return '';
  const cells = rows.map(row => columns.map(column => oneLine(column.text(row))));
  const used = columns.map((_, c) => c).filter(c => cells.some(line => line[c] !== ''));
  const widths = columns.map((column, c) =>
    cells.reduce((widest, line) => Math.max(widest, widthOf(line[c] ?? '')), widthOf(column.title)),
  );
  fitFlexible(columns, used, widths, style.columns);
  const joinLine = (texts: readonly string[], row: Row | undefined): string =>
    used
      .map((c, place) => {
        const column = columns[c];
        const isLast = place === used.length - 1;
        const padded = pad(texts[c] ?? '', widths[c] ?? 0, { align: column?.align, isLast });
        return row !== undefined && column?.paint ? column.paint(padded, row) : padded;
      })
      .join(gap)
      .trimEnd();
  const titles = columns.map(column => column.title);
  const lines = rows.map((row, r) => joinLine(cells[r] ?? [], row));
  return [style.heading(joinLine(titles, undefined)), ...lines, ''].join('\n');
}

function fitFlexible<Row>(
  columns: readonly Column<Row>[],
  used: readonly number[],
  widths: number[],
  limit: number | undefined,
): void {
  const flexible = used.find(c => columns[c]?.isFlexible);
  if (limit === undefined || flexible === undefined) return;
  const total = used.reduce((sum, c) => sum + (widths[c] ?? 0), (used.length - 1) * gap.length);
  const width = widths[flexible] ?? 0;
  if (total > limit) widths[flexible] = Math.max(leastFlexible, width - (total - limit));
}

function pad(
  text: string,
  width: number,
  { align, isLast }: { readonly align: 'left' | 'right' | undefined; readonly isLast: boolean },
): string {
  const cut = cutTo(text, width);
  const spaces = ' '.repeat(Math.max(0, width - widthOf(cut)));
  if (align === 'right') return spaces + cut;
  return isLast ? cut : cut + spaces;
}
