import type {
  GanttActuals,
  GanttConstraints,
  GanttPauses,
  GanttView,
} from '../../src/core/views/ganttView.ts';
import { numberAt, textAt, upperBound, type NumberColumn } from './columnar.ts';

/** Entries of a table of what few rows have: those of one row, in order. */
export function entriesOfRow(
  table: { readonly row: NumberColumn } | undefined,
  row: number,
): readonly number[] {
  if (!table || row < 0) return [];
  const found: number[] = [];
  for (let entry = upperBound(table.row, row - 1); table.row[entry] === row; entry += 1) {
    found.push(entry);
  }
  return found;
}

/** The tables of what few rows have, of rows that stand in other places; -1 for a heading. */
export function arrangeMarks(
  { pauses, constraints, actuals }: GanttView,
  source: readonly number[],
): Pick<GanttView, 'pauses' | 'constraints' | 'actuals'> {
  return {
    ...(pauses ? { pauses: arrangePauses(pauses, source) } : {}),
    ...(constraints ? { constraints: arrangeConstraints(constraints, source) } : {}),
    ...(actuals ? { actuals: arrangeActuals(actuals, source) } : {}),
  };
}

interface Arranged {
  readonly count: number;
  readonly row: Int32Array;
  readonly times: (column: NumberColumn) => Float64Array;
  readonly bytes: (column: Uint8Array) => Uint8Array;
  readonly texts: (column: readonly string[]) => string[];
}

function arrange(table: { readonly row: NumberColumn }, source: readonly number[]): Arranged {
  const places: number[] = [];
  const kept: number[] = [];
  source.forEach((row, place) => {
    for (const entry of entriesOfRow(table, row)) {
      places.push(place);
      kept.push(entry);
    }
  });
  return {
    count: kept.length,
    row: Int32Array.from(places),
    times: column => Float64Array.from(kept, entry => numberAt(column, entry)),
    bytes: column => Uint8Array.from(kept, entry => column[entry] ?? 0),
    texts: column => kept.map(entry => textAt(column, entry)),
  };
}

function arrangePauses(pauses: GanttPauses, source: readonly number[]): GanttPauses {
  const { count, row, times } = arrange(pauses, source);
  return { count, row, from: times(pauses.from), to: times(pauses.to) };
}

function arrangeConstraints(
  constraints: GanttConstraints,
  source: readonly number[],
): GanttConstraints {
  const { count, row, times, bytes } = arrange(constraints, source);
  return { count, row, kind: bytes(constraints.kind), at: times(constraints.at) };
}

function arrangeActuals(actuals: GanttActuals, source: readonly number[]): GanttActuals {
  const { count, row, times, bytes, texts } = arrange(actuals, source);
  return {
    count,
    row,
    from: times(actuals.from),
    to: times(actuals.to),
    isOver: bytes(actuals.isOver),
    spent: texts(actuals.spent),
    remaining: texts(actuals.remaining),
  };
}
