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

/** By what rows can be sorted: every column that can be shown, and the title. */
export const chartSorts = ['title', ...viewColumns] as const;
export type ChartSortColumn = (typeof chartSorts)[number];

/** By which column rows are sorted among their siblings. */
export interface ViewSort {
  readonly column: ChartSortColumn;
  readonly isDescending: boolean;
}

/** By what the rows may be gathered. */
export const viewGroups = ['milestone', 'assignees', 'status', 'tags', 'code'] as const;
export type ViewGroup = (typeof viewGroups)[number];

/** What a view is looked at in. */
export const viewSurfaces = ['chart', 'register'] as const;
export type ViewSurface = (typeof viewSurfaces)[number];

/** By which column the register can be sorted. */
export const registerSorts = [
  'id',
  'title',
  'inherent',
  'current',
  'residual',
  'status',
  'owner',
  'strategy',
  'affects',
  'review',
  'delayInherent',
  'delay',
  'delayResidual',
  'moneyInherent',
  'money',
  'moneyResidual',
  'category',
  'code',
] as const;
export type RegisterSortColumn = (typeof registerSorts)[number];

/** By what the risks may be gathered. */
export const registerGroups = ['category', 'owner', 'status', 'strategy', 'milestone'] as const;
export type RegisterGroup = (typeof registerGroups)[number];

interface AnyView {
  readonly name: string;
  /** A query as `gantry list` takes it; empty for everything. */
  readonly filter: string;
}

/** A way of looking at the chart that the people of the plan share. */
export interface ChartView extends AnyView {
  readonly surface: 'chart';
  /** Undefined for the plan's own order. */
  readonly sort: ViewSort | undefined;
  /** Undefined for the plan's own outline. */
  readonly group: ViewGroup | undefined;
  /** From left to right; undefined for those that everybody chooses. */
  readonly columns: readonly ViewColumn[] | undefined;
}

/** The same for the register of risks. */
export interface RegisterView extends AnyView {
  readonly surface: 'register';
  /** Undefined for the heaviest first. */
  readonly sort:
    { readonly column: RegisterSortColumn; readonly isDescending: boolean } | undefined;
  /** Undefined for one list. */
  readonly group: RegisterGroup | undefined;
}

export type SavedView = ChartView | RegisterView;

/** `float`, or `-float` for the highest first. */
export function formatSort({
  column,
  isDescending,
}: {
  readonly column: string;
  readonly isDescending: boolean;
}): string {
  return isDescending ? `-${column}` : column;
}

/** Undefined for what is no column of the surface. */
export function parseSort<Column extends string>(
  text: string,
  columns: readonly Column[],
): { readonly column: Column; readonly isDescending: boolean } | undefined {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const column = columns.find(known => known === name);
  return column === undefined ? undefined : { column, isDescending };
}

/** What {@link parseSort} reads, of all surfaces. */
export const viewSorts: readonly string[] = [...new Set([...chartSorts, ...registerSorts])].flatMap(
  column => [column, `-${column}`],
);
