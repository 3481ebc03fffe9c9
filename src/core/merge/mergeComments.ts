import type { FileKind } from '../format/fields.ts';
import { arePlainEqual } from '../format/plainValue.ts';
import { applySplices, lineBreakOf, lineEnd, lineStart, nextLine } from '../format/splice.ts';
import type { Splice } from '../format/splice.ts';
import { findComments, type CommentOwner, type FoundComment } from './findComments.ts';
import type { TextSides } from './mergeRegions.ts';
import { readPlainFields } from './plainFields.ts';

/**
 * The merged text with the comments of all sides. A comment belongs to the field or entry below it
 * or on its line: where one side changed it, that side's stands, where both did, ours and then
 * theirs, and one whose field is gone stands above what came next. Undefined where one would be lost.
 */
export function mergeComments(
  kind: FileKind,
  { base, ours, theirs }: TextSides,
  merged: string,
): string | undefined {
  if (!ours.includes('#') && !theirs.includes('#')) return merged;
  const [b, o, t, now] = [base, ours, theirs, merged].map(text => readSlots(kind, text));
  if (!b || !o || !t || !now) return merged;
  const wanted = wantedComments({ b, o, t, now });
  const text = applySplices(merged, splicesFor(merged, now, wanted));
  const all = [...wanted.values()].flat();
  if (isWhole(merged, text, all)) return text;
  const left = lacking(merged, all).map(comment => comment + lineBreakOf(merged));
  const ended = merged === '' || merged.endsWith('\n') ? merged : merged + lineBreakOf(merged);
  const appended = ended + left.join('');
  return isWhole(merged, appended, all) ? appended : undefined;
}

interface Slots {
  readonly owners: ReadonlyMap<string, CommentOwner>;
  /** By slot. */
  readonly comments: ReadonlyMap<string, readonly FoundComment[]>;
}

/** Behind everything. */
const end = 'above ';

function slotOf(owner: string | undefined, isAbove: boolean): string {
  return owner === undefined ? end : `${isAbove ? 'above' : 'behind'} ${owner}`;
}

function ownerOf(slot: string): string {
  return slot.slice(slot.indexOf(' ') + 1);
}

function readSlots(kind: FileKind, text: string): Slots {
  const { owners, comments } = findComments(kind, text);
  const bySlot = new Map<string, FoundComment[]>();
  for (const comment of comments) {
    const slot = slotOf(comment.owner, comment.isAbove);
    const known = bySlot.get(slot);
    if (known) known.push(comment);
    else bySlot.set(slot, [comment]);
  }
  return { owners: new Map(owners.map(owner => [owner.key, owner])), comments: bySlot };
}

interface SlotSides {
  readonly b: Slots;
  readonly o: Slots;
  readonly t: Slots;
  /** The text that was merged so far. */
  readonly now: Slots;
}

/** What shall stand in each slot of the merged text. */
function wantedComments(sides: SlotSides): ReadonlyMap<string, readonly string[]> {
  const { o, t, now } = sides;
  const wanted = new Map<string, string[]>();
  for (const slot of now.comments.keys()) wanted.set(slot, []);
  for (const slot of new Set([...o.comments.keys(), ...t.comments.keys()])) {
    const comments = mergeSlot(sides, slot);
    if (comments.length === 0) continue;
    const isHere = slot === end || now.owners.has(ownerOf(slot));
    const place = isHere ? slot : nextSlot(sides, slot);
    wanted.set(place, [...(wanted.get(place) ?? []), ...comments]);
  }
  return wanted;
}

/** Above the next field that is still there, for the comments of one that is gone. */
function nextSlot({ o, t, now }: SlotSides, slot: string): string {
  const side = o.owners.has(ownerOf(slot)) ? o : t;
  let isBehind = false;
  for (const key of side.owners.keys()) {
    if (isBehind && now.owners.has(key)) return slotOf(key, true);
    isBehind ||= key === ownerOf(slot);
  }
  return end;
}

function mergeSlot({ b, o, t, now }: SlotSides, slot: string): readonly string[] {
  const [base, ours, theirs] = [b, o, t].map(
    ({ comments }) => comments.get(slot)?.map(({ text }) => text) ?? [],
  );
  if (!base || !ours || !theirs) return [];
  const owner = ownerOf(slot);
  if (slot !== end && now.owners.has(owner)) {
    // A field that one side alone has is there with the comments of that side.
    if (!o.owners.has(owner)) return theirs;
    if (!t.owners.has(owner)) return ours;
  }
  if (arePlainEqual(ours, theirs) || arePlainEqual(theirs, base)) return ours;
  if (arePlainEqual(ours, base)) return theirs;
  const isKept = (comment: string, other: readonly string[]): boolean =>
    !base.includes(comment) || other.includes(comment);
  return [
    ...ours.filter(comment => isKept(comment, theirs)),
    ...theirs.filter(comment => isKept(comment, ours) && !ours.includes(comment)),
  ];
}

function splicesFor(
  text: string,
  { owners, comments }: Slots,
  wanted: ReadonlyMap<string, readonly string[]>,
): readonly Splice[] {
  return [...wanted].flatMap(([slot, want]) => {
    const present = comments.get(slot) ?? [];
    const owner = owners.get(ownerOf(slot));
    return slot.startsWith('behind ')
      ? spliceBehind(text, owner, { present, want })
      : spliceAbove(text, owner, { present, want });
  });
}

interface SlotChange {
  readonly present: readonly FoundComment[];
  readonly want: readonly string[];
}

/** On one line, ours before theirs. */
function spliceBehind(
  text: string,
  owner: CommentOwner | undefined,
  { present, want }: SlotChange,
): readonly Splice[] {
  const written = want.join(' ');
  if (present.map(comment => comment.text).join(' ') === written || !owner) return [];
  const [first, ...others] = present.map(({ start, end: stop }) => {
    const from = blanksBefore(text, start);
    return { start: from, end: stop, blanks: text.slice(from, start) };
  });
  if (!first) {
    const place = lineEnd(text, owner.tail);
    return [{ start: place, end: place, text: ` ${written}` }];
  }
  return [
    { ...first, text: written === '' ? '' : first.blanks + written },
    ...others.map(other => ({ ...other, text: '' })),
  ];
}

/** Where the blanks begin that end at a place. */
function blanksBefore(text: string, place: number): number {
  let from = place;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1;
  return from;
}

/** Lines are put in and taken out one by one, so that blank lines between them stay. */
function spliceAbove(
  text: string,
  owner: CommentOwner | undefined,
  { present, want }: SlotChange,
): readonly Splice[] {
  const eol = lineBreakOf(text);
  const below = owner ? lineStart(text, owner.start) : text.length;
  const indent = owner ? text.slice(below, owner.start).replace(/\S[^]*/, '') : '';
  const isOpen = !owner && text !== '' && !text.endsWith('\n');
  const splices: Splice[] = [];
  let next = 0;
  for (const comment of want) {
    const at = present.findIndex((each, i) => i >= next && each.text === comment);
    if (at < 0) {
      const following = present[next];
      const place = following ? lineStart(text, following.start) : below;
      const isLast = isOpen && place === text.length;
      const line = isLast ? eol + comment : indent + comment + eol;
      splices.push({ start: place, end: place, text: line });
    } else {
      splices.push(...present.slice(next, at).map(each => withoutLine(text, each)));
      next = at + 1;
    }
  }
  return [...splices, ...present.slice(next).map(each => withoutLine(text, each))];
}

function withoutLine(text: string, { start }: FoundComment): Splice {
  return { start: lineStart(text, start), end: nextLine(text, start), text: '' };
}

function isWhole(before: string, after: string, comments: readonly string[]): boolean {
  const [old, fields] = [readPlainFields(before), readPlainFields(after)];
  return (
    old !== undefined &&
    fields !== undefined &&
    arePlainEqual(old, fields) &&
    lacking(after, comments).length === 0
  );
}

function lacking(text: string, comments: readonly string[]): readonly string[] {
  return comments.filter(comment => !text.includes(comment));
}
