import type { GanttRows } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { ancestorsOf } from './outline.ts';
import { sortTitle } from './rowOrder.ts';

/** Where rows go in the outline: among their siblings, or to another level. */
export type OutlineMove = 'up' | 'down' | 'in' | 'out';

/** The intents that move rows, in the order in which they build on one another; or why there are none. */
export type OutlineEdit =
  | { readonly kind: 'intents'; readonly intents: readonly Intent[] }
  | { readonly kind: 'refusal'; readonly message: string };

/** Why rows have no place in the outline to go to, as they are shown now; undefined when they have. */
export function whyNoPlace({
  choices,
  showsMatchesOnly,
}: Pick<ChartModel, 'choices' | 'showsMatchesOnly'>): string | undefined {
  if (choices.group) {
    return 'Rows are grouped: go back to the outline of the plan to move them in it';
  }
  if (choices.sort) {
    return `Rows are sorted by ${sortTitle(choices.sort)}: go back to the plan's own order to move them`;
  }
  if (!showsMatchesOnly) return undefined;
  return 'Rows are filtered, and what lies between them is hidden: clear the filter to move them';
}

/** What is part of a moved row goes with it, and what moves together stays in its order. */
export function moveInOutline(
  { view }: LoadedPlan,
  chosen: readonly number[],
  { move, isShown }: Pick<Wanted, 'move' | 'isShown'>,
): OutlineEdit {
  const { rows } = view;
  const taken = new Set(chosen);
  const moved = chosen.filter(row => !ancestorsOf(rows, row).some(above => taken.has(above)));
  const isBackward = move === 'down' || move === 'out';
  const ordered = isBackward ? moved.toReversed() : moved;
  const intents: Intent[] = [];
  for (const row of ordered) {
    const input = inputOf(rows, row, { move, isShown, taken });
    if (typeof input === 'string') return { kind: 'refusal', message: input };
    intents.push({ command: 'moveItem', input });
  }
  return { kind: 'intents', intents };
}

type MoveInput = Extract<Intent, { readonly command: 'moveItem' }>['input'];

interface Wanted {
  readonly move: OutlineMove;
  /** False for a row that nobody sees, and that nothing is moved to. */
  readonly isShown: (row: number) => boolean;
  readonly taken: ReadonlySet<number>;
}

function inputOf(rows: GanttRows, row: number, wanted: Wanted): MoveInput | string {
  const id = textAt(rows.id, row);
  const title = textAt(rows.title, row);
  switch (wanted.move) {
    case 'up': {
      const before = siblingOf(rows, row, { ...wanted, step: -1 });
      if (before < 0 || !isSameKind(rows, row, before)) return `${title} is the first where it is`;
      return { id, before: textAt(rows.id, before) };
    }
    case 'down': {
      const after = siblingOf(rows, row, { ...wanted, step: 1 });
      if (after < 0 || !isSameKind(rows, row, after)) return `${title} is the last where it is`;
      return { id, after: textAt(rows.id, after) };
    }
    case 'in': {
      if (isMilestone(rows, row)) return `${title} is a milestone and is part of nothing else`;
      const above = siblingOf(rows, row, { ...wanted, step: -1 });
      if (above < 0) return `There is nothing above ${title} that it could be part of`;
      return placeInside(rows, id, above);
    }
    case 'out': {
      const parent = numberAt(rows.parent, row);
      if (parent < 0) return `${title} is part of nothing`;
      if (isMilestone(rows, parent)) return { id, parent: null, milestone: null };
      return { id, after: textAt(rows.id, parent) };
    }
  }
}

/** Behind the last that is part of the row already, or as its first part. */
function placeInside(rows: GanttRows, id: string, above: number): MoveInput {
  const last = lastChildOf(rows, above);
  if (last >= 0) return { id, after: textAt(rows.id, last) };
  const into = textAt(rows.id, above);
  return isMilestone(rows, above) ? { id, parent: null, milestone: into } : { id, parent: into };
}

/** The nearest sibling above or below that is seen and not moved itself; -1 without one. */
function siblingOf(
  rows: GanttRows,
  row: number,
  { step, isShown, taken }: Pick<Wanted, 'isShown' | 'taken'> & { readonly step: 1 | -1 },
): number {
  const parent = numberAt(rows.parent, row);
  for (let at = row + step; at > parent && at < rows.count; at += step) {
    const above = numberAt(rows.parent, at);
    if (above === parent && !taken.has(at) && isShown(at)) return at;
    if (above < parent) return -1;
  }
  return -1;
}

function lastChildOf(rows: GanttRows, row: number): number {
  let last = -1;
  for (let at = row + 1; at < rows.count; at += 1) {
    const above = numberAt(rows.parent, at);
    if (above === row) last = at;
    else if (above < row) break;
  }
  return last;
}

function isMilestone(rows: GanttRows, row: number): boolean {
  return textAt(rows.id, row).startsWith('M-');
}

function isSameKind(rows: GanttRows, a: number, b: number): boolean {
  return isMilestone(rows, a) === isMilestone(rows, b);
}
