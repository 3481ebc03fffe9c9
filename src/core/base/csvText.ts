/** What a cell of a table holds. */
export type Cell = string | number | undefined;

/**
 * Rows as RFC 4180 has them, with CRLF. Text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => `${row.map(formatCell).join(',')}\r\n`).join('');
}

/** Controls that no table needs, and that a terminal would obey. */
const controls = /[^\P{Cc}\t\r\n]/gu;

/** What spreadsheets take for the beginning of a formula, also in the wide forms of East Asia. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function formatCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = cell.replace(controls, '');
  const text = formulaStart.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
