import type { Resolution } from '../anchors/resolution.ts';
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
  /** False where code of one of the items has changed so much that a person has to look. */
  readonly isCertain: boolean;
  readonly links: readonly MarkedLink[];
}

interface MarkedLink {
  readonly item: Item;
  readonly link: CodeLink;
}

/**
 * The marks of a file, in the order of their lines: at the first line of what is linked, or of its
 * best guess. Closed items have none.
 *
 * @param links those of one file
 */
export function computeCodeMarks(links: readonly CodeLink[], plan: Plan): readonly CodeMark[] {
  const byLine = new Map<number, MarkedLink[]>();
  for (const link of links) {
    const place = link.now.place ?? link.now.guess;
    const item = itemOf(plan, link.id);
    if (!place || !item || !isOpen(item)) continue;
    const line = place.line ?? 1;
    const known = byLine.get(line);
    if (known) known.push({ item, link });
    else byLine.set(line, [{ item, link }]);
  }
  return [...byLine]
    .map(([line, marked]) => ({
      line,
      isCertain: marked.every(({ link }) => link.now.place !== undefined),
      links: marked,
    }))
    .sort((a, b) => compareNumber(a.line, b.line));
}

/** What is said where one looks at a mark: a heading and lines of plain text for each item once. */
export function describeMark(
  { links }: CodeMark,
  { plan, schedule }: { readonly plan: Plan; readonly schedule: Schedule },
): readonly { readonly id: string; readonly heading: string; readonly lines: readonly string[] }[] {
  return firstOfEach(links).flatMap(({ link }) => {
    const card = describeItem(plan, schedule, link.id);
    if (!card) return [];
    const lines = link.now.place ? card.lines : [...card.lines, tellDrift(link)];
    return [{ id: card.id, heading: `${card.id} ${card.title}`, lines }];
  });
}

/** The short words above or behind a line for each of its items: `T-7KQ3 Sign-in, doing, critical`. */
export function titlesOfMark({ links }: CodeMark, schedule: Schedule): readonly MarkTitle[] {
  return firstOfEach(links).map(({ item, link }) => {
    const words = [
      `${item.id} ${item.title}`,
      statusOf(item),
      schedule.datesOf(item.id)?.isCritical === true ? 'critical' : '',
      link.now.place ? '' : 'the code has changed since it was linked',
    ];
    return { id: item.id, text: words.filter(Boolean).join(', '), isCertain: !!link.now.place };
  });
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

function tellDrift({ anchor }: CodeLink): string {
  const old = anchor.quote?.split('\n')[0]?.trim() ?? '';
  return old === ''
    ? 'The code has changed since it was linked'
    : `The code has changed since it was linked, when it began with: ${old}`;
}
