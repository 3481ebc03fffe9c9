import { dependencyTypes } from '../../src/core/model/dependency.ts';
import type { GanttLinks } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';

/** Links of one class of length lie in buckets by the position at which they begin. */
interface LinkClass {
  /** No link of the class spans more positions than 2 to this; a bucket covers as many. */
  readonly shift: number;
  readonly firstBucket: number;
  /** One past the last. */
  readonly endBucket: number;
}

/**
 * Finds the links that cross a window of positions without touching the others. Long links lie in
 * coarse buckets and short ones in fine buckets, so a link is stored once however far it reaches.
 */
export interface LinkIndex {
  readonly classes: readonly LinkClass[];
  /** Bucket to its first place in `items`; one more than there are buckets. */
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  readonly positionOf: Int32Array;
  /** By row: 1 when a shown arrow leaves or meets its finish, so that the label makes room. */
  readonly hasEndLink: Uint8Array;
}

/** The finest buckets cover 32 positions, the next ones four times as many each. */
const finestShift = 5;
const shiftStep = 2;

/**
 * Links with an end that is not shown are left out. The passes call nothing: they run over all the
 * links of every plan, before the engine has had time to optimise them.
 */
export function buildLinkIndex(
  links: GanttLinks,
  positionOf: Int32Array,
  shownCount: number,
): LinkIndex {
  const classes = layOutClasses(shownCount);
  const bucketCount = classes.at(-1)?.endBucket ?? 0;
  const firstBuckets = Int32Array.from(classes, each => each.firstBucket);
  const { count, from, to } = links;
  const bucketOf = new Int32Array(count).fill(-1);
  const offsets = new Int32Array(bucketCount + 1);
  let shownLinks = 0;
  for (let link = 0; link < count; link += 1) {
    const a = positionOf[from[link] ?? -1] ?? -1;
    const b = positionOf[to[link] ?? -1] ?? -1;
    if (a < 0 || b < 0) continue;
    const span = a < b ? b - a : a - b;
    let level = 0;
    let shift = finestShift;
    while (span > 1 << shift) {
      level += 1;
      shift += shiftStep;
    }
    const bucket = (firstBuckets[level] ?? 0) + ((a < b ? a : b) >> shift);
    bucketOf[link] = bucket;
    offsets[bucket] = (offsets[bucket] ?? 0) + 1;
    shownLinks += 1;
  }
  const items = sortIntoBuckets(bucketOf, offsets, shownLinks);
  return {
    classes,
    offsets,
    items,
    positionOf,
    hasEndLink: findEndLinks(links, bucketOf, positionOf.length),
  };
}

/** Calls `visit` for every link that touches a position in [first, last], each once. */
export function visitLinks(
  index: LinkIndex,
  links: GanttLinks,
  window: { readonly first: number; readonly last: number },
  visit: (link: number) => void,
): void {
  const { positionOf, offsets, items } = index;
  for (const { shift, firstBucket, endBucket } of index.classes) {
    const from = Math.max(firstBucket, firstBucket + (window.first >> shift) - 1);
    const to = Math.min(endBucket, firstBucket + (window.last >> shift) + 1);
    for (let at = numberAt(offsets, from); at < numberAt(offsets, to); at += 1) {
      const link = numberAt(items, at);
      const a = numberAt(positionOf, numberAt(links.from, link));
      const b = numberAt(positionOf, numberAt(links.to, link));
      if (Math.max(a, b) >= window.first && Math.min(a, b) <= window.last) visit(link);
    }
  }
}

/** Classes up to the one that holds a link from the first to the last position. */
function layOutClasses(shownCount: number): readonly LinkClass[] {
  const classes: LinkClass[] = [];
  let firstBucket = 0;
  for (let shift = finestShift; ; shift += shiftStep) {
    const endBucket = firstBucket + (shownCount >> shift) + 1;
    classes.push({ shift, firstBucket, endBucket });
    if (1 << shift >= shownCount) return classes;
    firstBucket = endBucket;
  }
}

/** Turns the counts of the buckets into their first places, and fills the places. */
function sortIntoBuckets(bucketOf: Int32Array, offsets: Int32Array, total: number): Int32Array {
  let sum = 0;
  for (let bucket = 0; bucket < offsets.length; bucket += 1) {
    sum += offsets[bucket] ?? 0;
    offsets[bucket] = sum;
  }
  const items = new Int32Array(total);
  for (let link = bucketOf.length - 1; link >= 0; link -= 1) {
    const bucket = bucketOf[link] ?? -1;
    if (bucket < 0) continue;
    const at = (offsets[bucket] ?? 0) - 1;
    offsets[bucket] = at;
    items[at] = link;
  }
  return items;
}

/** By the index of a dependency's type: 1 when its arrow leaves, or meets, a finish. */
const leavesFinish = Uint8Array.from(dependencyTypes, type => Number(type.startsWith('F')));
const meetsFinish = Uint8Array.from(dependencyTypes, type => Number(type.endsWith('F')));

function findEndLinks(links: GanttLinks, bucketOf: Int32Array, rowCount: number): Uint8Array {
  const { count, from, to, type } = links;
  const found = new Uint8Array(rowCount);
  for (let link = 0; link < count; link += 1) {
    if ((bucketOf[link] ?? -1) < 0) continue;
    const kind = type[link] ?? 0;
    if (leavesFinish[kind] === 1) found[from[link] ?? 0] = 1;
    if (meetsFinish[kind] === 1) found[to[link] ?? 0] = 1;
  }
  return found;
}
