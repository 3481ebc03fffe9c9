/** What a plan is looked at by, beside the titles: columns of the chart. */
export const viewColumns = [
  'status',
  'start',
  'finish',
  'length',
  'estimate',
  'due',
  'float',
  'variance',
  'progress',
  'predecessors',
  'assignees',
  'milestone',
  'tags',
] as const;
export type ViewColumn = (typeof viewColumns)[number];

/** By which column rows are sorted among their siblings. */
export interface ViewSort {
  readonly column: ViewColumn;
  readonly isDescending: boolean;
}

/** By what the rows may be gathered. */
export const viewGroups = ['milestone', 'assignees', 'status', 'tags', 'code'] as const;
export type ViewGroup = (typeof viewGroups)[number];

/** A way of looking at the plan that its people share. */
export interface SavedView {
  readonly name: string;
  /** A query as `gantry list` takes it; empty for everything. */
  readonly filter: string;
  /** Undefined for the plan's own order. */
  readonly sort: ViewSort | undefined;
  /** Undefined for the plan's own outline. */
  readonly group: ViewGroup | undefined;
  /** From left to right; undefined for those that everybody chooses. */
  readonly columns: readonly ViewColumn[] | undefined;
}

/** `float`, or `-float` for the highest first. */
export function formatSort({ column, isDescending }: ViewSort): string {
  return isDescending ? `-${column}` : column;
}

export function parseSort(text: string): ViewSort | undefined {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const column = viewColumns.find(known => known === name);
  return column && { column, isDescending };
}

/** What {@link parseSort} reads. */
export const viewSorts: readonly string[] = viewColumns.flatMap(column => [column, `-${column}`]);
