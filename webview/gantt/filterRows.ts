import { isHeading, type GanttView } from '../../src/core/views/ganttView.ts';
import { parseItemQuery, type ItemQuery } from '../../src/core/views/itemQuery.ts';
import { matchesQuery } from '../../src/core/views/matchQuery.ts';
import { factsOf } from './rowFacts.ts';

/** A filter as a person has written it so far. */
export interface RowFilter {
  /** The last that could be understood: while somebody types, the rows stay as they are. */
  readonly query: ItemQuery;
  /** What is wrong with the text as it is now, or empty. */
  readonly problem: string;
}

export const noFilter: RowFilter = { query: [], problem: '' };

export function readFilter(text: string, before: RowFilter): RowFilter {
  const read = parseItemQuery(text);
  return read.ok
    ? { query: read.value, problem: '' }
    : { query: before.query, problem: read.error.message };
}

/** The rows that a query means, in order; undefined where it asks for nothing. */
export function findMatches(view: GanttView, query: ItemQuery): Int32Array | undefined {
  if (query.length === 0) return undefined;
  const found: number[] = [];
  for (let row = 0; row < view.rows.count; row += 1) {
    if (!isHeading(view, row) && matchesQuery(query, factsOf(view, row), view)) found.push(row);
  }
  return Int32Array.from(found);
}
