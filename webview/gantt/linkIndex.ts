import { dependencyTypes } from '../../src/core/model/dependency.ts';
import type { GanttLinks } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';

/** Links of one class of length, in buckets by the position at which they begin. */
interface LinkClass {
  /** No link of the class spans more positions than this; a bucket covers as many. */
  readonly size: number;
  /** Bucket to its first place in `items`; one more than there are buckets. */
  readonly offsets: Int32Array;
  readonly items: Int32Array;
}

/**
 * Finds the links that cross a window of positions without touching the others. Long links lie in
 * coarse buckets and short ones in fine buckets, so a link is stored once however far it reaches.
 */
export interface LinkIndex {
  readonly classes: readonly LinkClass[];
  readonly positionOf: Int32Array;
  /** By row: 1 when a shown arrow leaves or meets its finish, so that the label makes room. */
  readonly hasEndLink: Uint8Array;
}

const smallestSize = 32;
const growth = 4;

/** Links with an end that is not shown are left out. */
export function buildLinkIndex(
  links: GanttLinks,
  positionOf: Int32Array,
  shownCount: number,
): LinkIndex {
  const sizes = [smallestSize];
  while (numberAt(sizes, sizes.length - 1) < shownCount) {
    sizes.push(numberAt(sizes, sizes.length - 1) * growth);
  }
  const classOf = new Int8Array(links.count).fill(-1);
  const counts = sizes.map(size => new Int32Array(Math.ceil(shownCount / size) + 1));
  const place = (link: number): number => {
    const from = numberAt(positionOf, numberAt(links.from, link));
    const to = numberAt(positionOf, numberAt(links.to, link));
    return from < 0 || to < 0 ? -1 : Math.min(from, to);
  };
  for (let link = 0; link < links.count; link += 1) {
    const first = place(link);
    if (!(first >= 0)) continue;
    const span = Math.abs(
      numberAt(positionOf, numberAt(links.from, link)) -
        numberAt(positionOf, numberAt(links.to, link)),
    );
    const level = sizes.findIndex(size => span <= size);
    classOf[link] = level;
    const bucket = Math.floor(first / numberAt(sizes, level)) + 1;
    const count = counts[level];
    if (count) count[bucket] = numberAt(count, bucket) + 1;
  }
  const classes = sizes.map((size, level) => ({ size, offsets: accumulate(counts[level]) }));
  return {
    positionOf,
    classes: fill(classes, classOf, place),
    hasEndLink: findEndLinks(links, classOf, positionOf.length),
  };
}

/** Calls `visit` for every link that touches a position in [first, last], each once. */
export function visitLinks(
  index: LinkIndex,
  links: GanttLinks,
  window: { readonly first: number; readonly last: number },
  visit: (link: number) => void,
): void {
  for (const { size, offsets, items } of index.classes) {
    const from = Math.max(0, Math.floor(window.first / size) - 1);
    const to = Math.min(offsets.length - 1, Math.floor(window.last / size) + 1);
    for (let at = numberAt(offsets, from); at < numberAt(offsets, to); at += 1) {
      const link = numberAt(items, at);
      const a = numberAt(index.positionOf, numberAt(links.from, link));
      const b = numberAt(index.positionOf, numberAt(links.to, link));
      if (Math.max(a, b) >= window.first && Math.min(a, b) <= window.last) visit(link);
    }
  }
}

function findEndLinks(links: GanttLinks, classOf: Int8Array, rowCount: number): Uint8Array {
  const found = new Uint8Array(rowCount);
  for (let link = 0; link < links.count; link += 1) {
    if (numberAt(classOf, link) < 0) continue;
    const type = dependencyTypes[numberAt(links.type, link)];
    if (type === 'FS' || type === 'FF') found[numberAt(links.from, link)] = 1;
    if (type === 'FF' || type === 'SF') found[numberAt(links.to, link)] = 1;
  }
  return found;
}

function accumulate(counts: Int32Array | undefined): Int32Array {
  const offsets = new Int32Array(counts ?? []);
  for (let i = 1; i < offsets.length; i += 1) {
    offsets[i] = numberAt(offsets, i) + numberAt(offsets, i - 1);
  }
  return offsets;
}

function fill(
  classes: readonly { readonly size: number; readonly offsets: Int32Array }[],
  classOf: Int8Array,
  place: (link: number) => number,
): readonly LinkClass[] {
  const filled = classes.map(each => ({
    ...each,
    next: each.offsets.slice(),
    items: new Int32Array(numberAt(each.offsets, each.offsets.length - 1)),
  }));
  for (let link = 0; link < classOf.length; link += 1) {
    const target = filled[numberAt(classOf, link)];
    if (!target) continue;
    const bucket = Math.floor(place(link) / target.size);
    const at = numberAt(target.next, bucket);
    target.items[at] = link;
    target.next[bucket] = at + 1;
  }
  return filled.filter(each => each.items.length > 0);
}
