import { anchorStates, type AnchorState, type Resolution } from '../anchors/resolution.ts';
import { anchorText } from '../anchors/anchorText.ts';
import { compareNumber } from '../base/order.ts';
import type { Anchor } from '../model/anchor.ts';
import { itemOf, type Item, type Plan } from '../model/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isOpen, statusOf } from '../views/findItems.ts';
import { describeItem } from './itemCard.ts';

/** A link of an item to code, and where that is now. */
export interface CodeLink {
  readonly id: string;
  readonly anchor: Anchor;
  readonly now: Resolution;
}

/** What stands beside one line of code: everything that is linked there. */
export interface CodeMark {
  /** Counted from one. */
  readonly line: number;
  /** Of all that is linked there, the one that most needs a person. */
  readonly state: AnchorState;
  readonly links: readonly MarkedLink[];
}

interface MarkedLink {
  readonly item: Item;
  readonly link: CodeLink;
}

/**
 * The marks of a file, in the order of their lines: at the first line of what is linked, or of its
 * best guess; for what is lost, at the first line of its file. Closed items have none.
 *
 * @param links those of one file
 */
export function computeCodeMarks(links: readonly CodeLink[], plan: Plan): readonly CodeMark[] {
  const byLine = new Map<number, MarkedLink[]>();
  for (const link of links) {
    const place = link.now.place ?? link.now.guess;
    const item = itemOf(plan, link.id);
    if (!item || !isOpen(item)) continue;
    const line = place?.line ?? 1;
    const known = byLine.get(line);
    if (known) known.push({ item, link });
    else byLine.set(line, [{ item, link }]);
  }
  return [...byLine]
    .map(([line, marked]) => ({
      line,
      state: worstOf(marked),
      links: marked,
    }))
    .sort((a, b) => compareNumber(a.line, b.line));
}

function worstOf(links: readonly MarkedLink[]): AnchorState {
  const found = new Set(links.map(({ link }) => link.now.state));
  return anchorStates.findLast(state => found.has(state)) ?? 'fresh';
}

/** What is said where one looks at a mark: a heading and lines of plain text for each item once. */
export function describeMark(
  { links }: CodeMark,
  { plan, schedule }: { readonly plan: Plan; readonly schedule: Schedule },
): readonly { readonly id: string; readonly heading: string; readonly lines: readonly string[] }[] {
  return firstOfEach(links).flatMap(({ link }) => {
    const card = describeItem(plan, schedule, link.id);
    if (!card) return [];
    const { lines } = card;
    return [
      { id: card.id, heading: `${card.id} ${card.title}`, lines: [...lines, ...tellState(link)] },
    ];
  });
}

/** The short words above or behind a line for each of its items: `T-7KQ3 Sign-in, doing, critical`. */
export function titlesOfMark({ links }: CodeMark, schedule: Schedule): readonly MarkTitle[] {
  return firstOfEach(links).map(({ item, link }) => {
    const words = [
      `${item.id} ${item.title}`,
      statusOf(item),
      schedule.datesOf(item.id)?.isCritical === true ? 'critical' : '',
      link.now.place ? '' : shortDrift(link),
    ];
    return { id: item.id, text: words.filter(Boolean).join(', '), isCertain: !!link.now.place };
  });
}

function shortDrift({ now }: CodeLink): string {
  return now.state === 'lost'
    ? 'the code that was linked is gone'
    : 'the code has changed since it was linked';
}

export interface MarkTitle {
  readonly id: string;
  readonly text: string;
  readonly isCertain: boolean;
}

/** The open items whose code a line is part of, each once. A file as a whole counts at no line. */
export function itemsAtLine(links: readonly CodeLink[], plan: Plan, at: number): readonly Item[] {
  const found = new Set<Item>();
  for (const { id, now } of links) {
    const line = now.place?.line;
    const isHere = line !== undefined && line <= at && at <= (now.place?.endLine ?? line);
    const item = isHere ? itemOf(plan, id) : undefined;
    if (item && isOpen(item)) found.add(item);
  }
  return [...found];
}

/** What drifted counts before what is in its place. */
function firstOfEach(links: readonly MarkedLink[]): readonly MarkedLink[] {
  const first = new Map<string, MarkedLink>();
  for (const each of links) {
    const known = first.get(each.item.id);
    if (!known || (known.link.now.place && !each.link.now.place)) first.set(each.item.id, each);
  }
  return [...first.values()];
}

function tellState({ anchor, now }: CodeLink): readonly string[] {
  if (now.state === 'fresh') return [];
  if (now.state === 'moved') return [`It was linked at ${anchorText(anchor)}`];
  const old = anchor.quote?.split('\n')[0]?.trim() ?? '';
  const what =
    now.state === 'lost'
      ? 'Nothing like the code that was linked is left'
      : 'The code has changed since it was linked';
  return [old === '' ? what : `${what}, when it began with: ${old}`];
}
