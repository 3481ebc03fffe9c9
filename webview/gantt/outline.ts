import type { GanttRows } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import { sortRows } from './rowOrder.ts';

/** What a person has folded away or asked to see. */
export interface OutlineChoice {
  /** Ids of the rows whose children are hidden. */
  readonly folded: ReadonlySet<string>;
  /** The rows that a filter finds, in order; undefined without a filter. */
  readonly matches: Int32Array | undefined;
  /** True hides what does not match and is no ancestor of a match; false only marks the matches. */
  readonly onlyMatches: boolean;
  /** Compares rows by their numbers; undefined for the plan's own order. */
  readonly compare?: ((a: number, b: number) => number) | undefined;
}

/** The rows that are shown, from top to bottom. A position counts shown rows; a row counts all. */
export interface Outline {
  /** Position to row. */
  readonly visible: Int32Array;
  /** Row to position, or -1. */
  readonly positionOf: Int32Array;
  /** By row: 1 when it has children, shown or not. */
  readonly hasChildren: Uint8Array;
  /** By row: 1 when its children are shown. */
  readonly isOpen: Uint8Array;
  /** Matching rows in order; undefined without a filter. */
  readonly matches: Int32Array | undefined;
  /** By position: place among the shown children of the same parent, from 1. */
  readonly placeInSet: Int32Array;
  /** By parent row + 1: how many of its children are shown. */
  readonly shownChildren: Int32Array;
}

/**
 * Folding, filter and find in few passes over the rows. The passes read the columns directly and
 * call nothing: they run once for every plan, before the engine has had time to optimise them.
 */
export function computeOutline(rows: GanttRows, choice: OutlineChoice): Outline {
  const { matches } = choice;
  const hasChildren = findParents(rows);
  if (matches && choice.onlyMatches) {
    const visible = inOrder(collect(rows, keepAncestors(rows, matches)), rows, choice);
    return { ...place(rows, visible), hasChildren, isOpen: hasChildren, matches };
  }
  const isOpen = findOpen(rows, hasChildren, choice.folded);
  const found = isOpen === hasChildren ? countUp(rows.count) : collectOpen(rows, isOpen);
  const visible = inOrder(found, rows, choice);
  return { ...place(rows, visible), hasChildren, isOpen, matches };
}

function inOrder(
  visible: Int32Array,
  { parent }: GanttRows,
  { compare }: OutlineChoice,
): Int32Array {
  return compare ? sortRows(visible, parent, compare) : visible;
}

/** The outermost ancestors first. */
export function ancestorsOf(rows: GanttRows, row: number): readonly number[] {
  const found: number[] = [];
  for (let at = numberAt(rows.parent, row); at >= 0; at = numberAt(rows.parent, at)) {
    found.unshift(at);
  }
  return found;
}

/** Ids of every row that can be folded. */
export function foldableIds(rows: GanttRows): ReadonlySet<string> {
  const hasChildren = findParents(rows);
  const ids = new Set<string>();
  for (let row = 0; row < rows.count; row += 1) {
    if (hasChildren[row] === 1) ids.add(textAt(rows.id, row));
  }
  return ids;
}

/** The match after (`step` 1) or before (-1) a row, going round at the ends; -1 without any. */
export function nextMatch(matches: Int32Array, row: number, step: 1 | -1): number {
  if (matches.length === 0) return -1;
  const found = step === 1 ? matches.find(match => match > row) : matches.findLast(m => m < row);
  return found ?? numberAt(matches, step === 1 ? 0 : matches.length - 1);
}

function findParents({ count, parent }: GanttRows): Uint8Array {
  const hasChildren = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const above = parent[row] ?? -1;
    if (above >= 0) hasChildren[above] = 1;
  }
  return hasChildren;
}

function keepAncestors(rows: GanttRows, matches: Int32Array): Uint8Array {
  const isKept = new Uint8Array(rows.count);
  for (const match of matches) {
    for (let row = match; row >= 0 && isKept[row] !== 1; row = numberAt(rows.parent, row)) {
      isKept[row] = 1;
    }
  }
  return isKept;
}

/** `hasChildren` itself when nothing is folded. */
function findOpen(
  rows: GanttRows,
  hasChildren: Uint8Array,
  folded: ReadonlySet<string>,
): Uint8Array {
  if (folded.size === 0) return hasChildren;
  const isOpen = hasChildren.slice();
  for (let row = 0; row < rows.count; row += 1) {
    if (isOpen[row] === 1 && folded.has(textAt(rows.id, row))) isOpen[row] = 0;
  }
  return isOpen;
}

function countUp(count: number): Int32Array {
  const visible = new Int32Array(count);
  for (let row = 0; row < count; row += 1) visible[row] = row;
  return visible;
}

/** Parents stand before their children, so one pass knows of every ancestor. */
function collectOpen({ count, parent }: GanttRows, isOpen: Uint8Array): Int32Array {
  const isShown = new Uint8Array(count);
  const visible = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row += 1) {
    const above = parent[row] ?? -1;
    if (above >= 0 && (isShown[above] !== 1 || isOpen[above] !== 1)) continue;
    isShown[row] = 1;
    visible[length++] = row;
  }
  return visible.slice(0, length);
}

function collect({ count }: GanttRows, isShown: Uint8Array): Int32Array {
  const visible = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row += 1) if (isShown[row] === 1) visible[length++] = row;
  return visible.slice(0, length);
}

/** Where the shown rows stand, in the whole and among their siblings. */
function place(
  { count, parent }: GanttRows,
  visible: Int32Array,
): Pick<Outline, 'visible' | 'positionOf' | 'placeInSet' | 'shownChildren'> {
  const positionOf = new Int32Array(count).fill(-1);
  const shownChildren = new Int32Array(count + 1);
  const placeInSet = new Int32Array(visible.length);
  const { length } = visible;
  for (let position = 0; position < length; position += 1) {
    const row = visible[position] ?? 0;
    const above = (parent[row] ?? -1) + 1;
    const among = (shownChildren[above] ?? 0) + 1;
    positionOf[row] = position;
    shownChildren[above] = among;
    placeInSet[position] = among;
  }
  return { visible, positionOf, placeInSet, shownChildren };
}
