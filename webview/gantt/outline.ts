import { taskStatuses } from '../../src/core/model/task.ts';
import { rowKind, type GanttRows } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import { sortRows } from './rowOrder.ts';

const doneIndex = taskStatuses.indexOf('done');
const droppedIndex = taskStatuses.indexOf('dropped');

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
  /** True hides done and dropped work, with the summaries that hold nothing else. */
  readonly hidesClosed?: boolean;
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
  /** The same as they are shown, from top to bottom; what is folded away comes last. */
  readonly shownMatches: Int32Array | undefined;
  /** By position: place among the shown children of the same parent, from 1. */
  readonly placeInSet: Int32Array;
  /** By parent row + 1: how many of its children are shown. */
  readonly shownChildren: Int32Array;
  /** How many rows are hidden because they are closed. */
  readonly closedCount: number;
}

/**
 * Folding, filter and find in few passes over the rows. The passes read the columns directly and
 * call nothing: they run once for every plan, before the engine has had time to optimise them.
 */
export function computeOutline(rows: GanttRows, choice: OutlineChoice): Outline {
  const { matches: found } = choice;
  const closed = choice.hidesClosed === true ? findClosed(rows) : undefined;
  const closedCount = closed ? closed.reduce((sum, each) => sum + each, 0) : 0;
  const matches = closed ? found?.filter(row => closed[row] !== 1) : found;
  const hasChildren = findParents(rows, closed);
  if (matches && choice.onlyMatches) {
    const placed = place(rows, inOrder(collect(rows, keepAncestors(rows, matches)), rows, choice));
    const shownMatches = orderMatches(matches, placed, choice);
    return { ...placed, hasChildren, isOpen: hasChildren, matches, shownMatches, closedCount };
  }
  const isOpen = findOpen(rows, hasChildren, choice.folded);
  const isWhole = isOpen === hasChildren && closedCount === 0;
  const open = isWhole ? countUp(rows.count) : collectOpen(rows, isOpen, closed);
  const placed = place(rows, inOrder(open, rows, choice));
  const shownMatches = orderMatches(matches, placed, choice);
  return { ...placed, hasChildren, isOpen, matches, shownMatches, closedCount };
}

/** Unsorted rows are shown in the order that their matches have already. */
function orderMatches(
  matches: Int32Array | undefined,
  { positionOf }: Pick<Outline, 'positionOf'>,
  { compare }: OutlineChoice,
): Int32Array | undefined {
  if (!matches || !compare) return matches;
  const shown = matches.filter(row => positionOf[row] !== -1);
  shown.sort((a, b) => numberAt(positionOf, a) - numberAt(positionOf, b));
  if (shown.length === matches.length) return shown;
  return Int32Array.from([...shown, ...matches.filter(row => positionOf[row] === -1)]);
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

/** Ids of the outermost rows that hold done and dropped work alone; none where all is closed. */
export function finishedIds(rows: GanttRows): readonly string[] {
  const hasChildren = findParents(rows);
  const closed = findClosed(rows);
  if (!closed.includes(0)) return [];
  const ids: string[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const isOutermost = closed[rows.parent[row] ?? -1] !== 1;
    if (closed[row] === 1 && hasChildren[row] === 1 && isOutermost) ids.push(textAt(rows.id, row));
  }
  return ids;
}

/**
 * The match after (`step` 1) or before (-1) a row, going round at the ends; -1 without any. From a
 * row that is no match it goes by the rows of the plan.
 */
export function nextMatch(matches: Int32Array, row: number, step: 1 | -1): number {
  const { length } = matches;
  if (length === 0) return -1;
  const place = matches.indexOf(row);
  if (place >= 0) return numberAt(matches, (place + step + length) % length);
  const found = step === 1 ? matches.find(match => match > row) : matches.findLast(m => m < row);
  return found ?? numberAt(matches, step === 1 ? 0 : matches.length - 1);
}

/** Without the rows of `hidden`, of which whoever holds nothing else is no parent. */
function findParents({ count, parent }: GanttRows, hidden?: Uint8Array): Uint8Array {
  const hasChildren = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    if (hidden?.[row] === 1) continue;
    const above = parent[row] ?? -1;
    if (above >= 0) hasChildren[above] = 1;
  }
  return hasChildren;
}

/**
 * By row: 1 for what is done or dropped and holds nothing open, and for summaries of such rows
 * alone, whose own status nobody keeps. Children stand below their parents, so one pass from below
 * knows of all that a row holds.
 */
function findClosed({ count, parent, status, kind }: GanttRows): Uint8Array {
  const closed = new Uint8Array(count);
  const holdsOpen = new Uint8Array(count);
  const holdsClosed = new Uint8Array(count);
  for (let row = count - 1; row >= 0; row -= 1) {
    const isClosed = status[row] === doneIndex || status[row] === droppedIndex;
    const isSummary = kind[row] === rowKind.summary && holdsClosed[row] === 1;
    if (holdsOpen[row] !== 1 && (isClosed || isSummary)) closed[row] = 1;
    const above = parent[row] ?? -1;
    if (above >= 0) (closed[row] === 1 ? holdsClosed : holdsOpen)[above] = 1;
  }
  return closed;
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
function collectOpen(
  { count, parent }: GanttRows,
  isOpen: Uint8Array,
  hidden?: Uint8Array,
): Int32Array {
  const isShown = new Uint8Array(count);
  const visible = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row += 1) {
    const above = parent[row] ?? -1;
    if (above >= 0 && (isShown[above] !== 1 || isOpen[above] !== 1)) continue;
    if (hidden?.[row] === 1) continue;
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
