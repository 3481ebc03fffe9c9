import { rowKind, type GanttRows } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import { ancestorsOf } from './outline.ts';

/** Rows in hand, and the rows among which they can be put. */
export interface TakenRows {
  readonly rows: GanttRows;
  /** Position to row, as they are shown. */
  readonly visible: ArrayLike<number>;
  /** From top to bottom, without what is part of another of them. */
  readonly moved: readonly number[];
  /** All that goes along, what is part of a moved row included. */
  readonly taken: ReadonlySet<number>;
}

/** A place for rows in the outline. */
export interface RowLanding {
  /** The row that they become part of; -1 for none. */
  readonly parent: number;
  /** The sibling that they come to stand right after or right before; -1 for none, and never both. */
  readonly after: number;
  readonly before: number;
  /** The shown row at whose upper edge they would begin; past the last one at the end. */
  readonly position: number;
  readonly level: number;
}

/** Where the pointer is: in rows from the top of the first one, and at which level. */
export interface RowPoint {
  readonly position: number;
  readonly level: number;
}

export function takeRows(
  rows: GanttRows,
  visible: ArrayLike<number>,
  chosen: readonly number[],
): TakenRows {
  const all = new Set(chosen);
  const moved = chosen.filter(row => !ancestorsOf(rows, row).some(above => all.has(above)));
  const taken = new Set(moved);
  // Parts stand below what they are part of, so one pass finds all of them.
  for (let row = 0; row < rows.count; row += 1) {
    if (taken.has(numberAt(rows.parent, row))) taken.add(row);
  }
  return { rows, visible, moved, taken };
}

/** The place under the pointer, or why there is none. */
export function findLanding(hand: TakenRows, at: RowPoint): RowLanding | string {
  const { rows, moved, taken } = hand;
  const milestones = moved.filter(row => isMilestone(rows, row)).length;
  if (milestones > 0 && milestones < moved.length) {
    return 'Milestones and tasks have places of their own: move them one after the other';
  }
  const hovered = Math.floor(at.position);
  const own = numberAt(hand.visible, hovered);
  const isOver = taken.has(own);
  if (isOver && !moved.includes(own)) {
    const whole = ancestorsOf(rows, own).find(above => moved.includes(above)) ?? own;
    return `${textAt(rows.title, whole)} cannot become part of itself`;
  }
  const most = hand.visible.length;
  const gap = Math.max(0, Math.min(most, isOver ? hovered : Math.round(at.position)));
  const around: Gap = { position: gap, above: rowAbove(hand, gap), below: rowBelow(hand, gap) };
  return milestones > 0 ? landMilestone(hand, at, around) : landTask(hand, at, around);
}

/** What to do so that the rows come to stand there, one after the other; nothing where they stay. */
export function landingIntents(
  hand: TakenRows,
  landing: Pick<RowLanding, 'parent' | 'after' | 'before'>,
): readonly Intent[] {
  const { rows, moved } = hand;
  if (isAsBefore(hand, landing)) return [];
  return moved.map((row, i): Intent => {
    const id = textAt(rows.id, row);
    const last = moved[i - 1];
    if (last !== undefined) {
      return { command: 'moveItem', input: { id, after: textAt(rows.id, last) } };
    }
    return { command: 'moveItem', input: { id, ...placeOf(rows, landing) } };
  });
}

/** Between two shown rows that stay where they are; -1 where there is none. */
interface Gap {
  readonly position: number;
  readonly above: number;
  readonly below: number;
}

function landTask(hand: TakenRows, at: RowPoint, gap: Gap): RowLanding | string {
  const { rows } = hand;
  const { above, below } = gap;
  const isMilestoneBelow = below >= 0 && isMilestone(rows, below);
  if (above < 0) {
    if (isMilestoneBelow) return 'Tasks stand in a milestone, or below all milestones';
    return { ...atTop(gap, 0), before: below };
  }
  const isInMilestone = isMilestone(rows, ancestorAt(rows, above, 0));
  const outermost = isMilestoneBelow && isInMilestone ? 1 : 0;
  const highest = below < 0 ? 0 : Math.max(numberAt(rows.level, below), outermost);
  const own = numberAt(rows.level, above);
  const deepest = canHold(rows, above) ? own + 1 : own;
  if (highest > deepest) return `${textAt(rows.title, above)} has no length and holds no tasks`;
  const level = Math.min(deepest, Math.max(highest, at.level));
  const { position } = gap;
  if (level > own) return { ...landInside(hand, gap), position, level };
  const sibling = ancestorAt(rows, above, level);
  if (!isMilestone(rows, sibling)) {
    const parent = numberAt(rows.parent, sibling);
    return { parent, after: sibling, before: -1, position, level };
  }
  // Beside a milestone no task can stand: here the tasks begin that have none.
  if (below >= 0) return { ...atTop(gap, level), before: below };
  return { ...atTop(gap, level), after: lastPartOf(hand, -1) };
}

/** As the first part that is shown, or behind those that are folded away. */
function landInside(
  hand: TakenRows,
  { above, below }: Gap,
): Pick<RowLanding, 'parent' | 'after' | 'before'> {
  const isFirst = below >= 0 && numberAt(hand.rows.parent, below) === above;
  if (isFirst) return { parent: above, after: -1, before: below };
  return { parent: above, after: lastPartOf(hand, above), before: -1 };
}

/** A milestone stands between others; over the tasks of one, it goes to its nearer end. */
function landMilestone(hand: TakenRows, at: RowPoint, gap: Gap): RowLanding | string {
  const { rows } = hand;
  const { above, below, position } = gap;
  const whole = above < 0 ? -1 : ancestorAt(rows, above, 0);
  if (below >= 0 && isMilestone(rows, below)) return { ...atTop(gap, 0), before: below };
  if (whole < 0 || !isMilestone(rows, whole)) {
    return 'Milestones stand above the tasks that have none';
  }
  if (below < 0 || numberAt(rows.parent, below) < 0) return { ...atTop(gap, 0), after: whole };
  const [first, end] = shownExtent(hand, whole, position);
  if (at.position - first < end - at.position) {
    return { ...atTop({ ...gap, position: first }, 0), before: whole };
  }
  return { ...atTop({ ...gap, position: end }, 0), after: whole };
}

function atTop({ position }: Gap, level: number): RowLanding {
  return { parent: -1, after: -1, before: -1, position, level };
}

/** The positions of an outermost row and of what follows all that is part of it. */
function shownExtent(
  { rows, visible }: TakenRows,
  whole: number,
  from: number,
): readonly [first: number, end: number] {
  let first = from;
  while (first > 0 && numberAt(visible, first) !== whole) first -= 1;
  let end = from;
  while (end < visible.length && numberAt(rows.parent, numberAt(visible, end)) >= 0) end += 1;
  return [first, end];
}

function isAsBefore(
  { rows, moved }: TakenRows,
  { parent, after, before }: Pick<RowLanding, 'parent' | 'after' | 'before'>,
): boolean {
  const [lead = -1] = moved;
  if (moved.some(row => numberAt(rows.parent, row) !== parent)) return false;
  const present = partsOf(rows, parent).filter(row => isSameKind(rows, row, lead));
  const others = present.filter(row => !moved.includes(row));
  const index = before >= 0 ? others.indexOf(before) : others.indexOf(after) + 1;
  // Without a neighbour to name there is none but those that are moved.
  const wanted = others.toSpliced(after < 0 && before < 0 ? others.length : index, 0, ...moved);
  return wanted.every((row, i) => row === present[i]);
}

function placeOf(
  rows: GanttRows,
  { parent, after, before }: Pick<RowLanding, 'parent' | 'after' | 'before'>,
): Omit<Extract<Intent, { readonly command: 'moveItem' }>['input'], 'id'> {
  if (after >= 0) return { after: textAt(rows.id, after) };
  if (before >= 0) return { before: textAt(rows.id, before) };
  if (parent < 0) return { parent: null, milestone: null };
  const into = textAt(rows.id, parent);
  return isMilestone(rows, parent) ? { parent: null, milestone: into } : { parent: into };
}

function rowAbove({ visible, taken }: TakenRows, gap: number): number {
  for (let position = gap - 1; position >= 0; position -= 1) {
    const row = numberAt(visible, position);
    if (!taken.has(row)) return row;
  }
  return -1;
}

function rowBelow({ visible, taken }: TakenRows, gap: number): number {
  for (let position = gap; position < visible.length; position += 1) {
    const row = numberAt(visible, position);
    if (!taken.has(row)) return row;
  }
  return -1;
}

/** The row itself or what it is part of, whichever stands at the level. */
function ancestorAt(rows: GanttRows, row: number, level: number): number {
  let found = row;
  while (numberAt(rows.level, found) > level) found = numberAt(rows.parent, found);
  return found;
}

function partsOf({ count, parent }: GanttRows, whole: number): readonly number[] {
  const parts: number[] = [];
  for (let row = whole + 1; row < count; row += 1) {
    const above = numberAt(parent, row);
    if (above === whole) parts.push(row);
    else if (above < whole) break;
  }
  return parts;
}

/** The last task there that stays where it is; -1 for none. */
function lastPartOf({ rows, taken }: TakenRows, whole: number): number {
  return partsOf(rows, whole).findLast(row => !taken.has(row) && !isMilestone(rows, row)) ?? -1;
}

/** A moment cannot have parts that take time. */
function canHold(rows: GanttRows, row: number): boolean {
  return isMilestone(rows, row) || numberAt(rows.kind, row) !== rowKind.milestone;
}

export function isMilestone(rows: GanttRows, row: number): boolean {
  return textAt(rows.id, row).startsWith('M-');
}

function isSameKind(rows: GanttRows, a: number, b: number): boolean {
  return isMilestone(rows, a) === isMilestone(rows, b);
}
