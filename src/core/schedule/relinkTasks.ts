import { addLinksOf, compareInOutline } from './buildLinks.ts';
import { linkCode, nodeFlag, type Network } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import { insertLink } from './insertLink.ts';
import { LinkList, type GroupedLinks } from './linkList.ts';
import type { NetworkIndex } from './networkIndex.ts';
import { findSuccessorLinks, type SuccessorLinks } from './successorLinks.ts';

/** A link into a node that is known. */
interface Link {
  readonly from: number;
  readonly code: number;
  readonly lag: number;
}

/** A network some of whose tasks are linked otherwise. */
export interface RelinkedNetwork {
  readonly links: GroupedLinks;
  readonly network: Network;
  readonly index: NetworkIndex;
  /** The ends of links that came or went, and what is made up of other parts, or in another order. */
  readonly ends: ReadonlySet<number>;
}

/**
 * Links some tasks anew, after what their values say now; the order of the nodes is mended in
 * place. Undefined where that would close a circle, tie a summary to a part of itself, or leave one
 * without parts: then the plan has another structure and is built from nothing.
 */
export function relinkTasks(
  frame: NetworkFrame,
  network: Network,
  { index, tasks }: { readonly index: NetworkIndex; readonly tasks: ReadonlySet<number> },
): RelinkedNetwork | undefined {
  // Those shares are known by the places of their links.
  if (network.percentOfSummary.size > 0) return undefined;
  const change = new LinkChange(frame, network);
  for (const task of tasks) if (!change.relink(task, index.successors)) return undefined;
  const links = change.apply();
  if (!links) return undefined;
  const next = { ...network, ...links.grouped, code: links.settled };
  const successors = findSuccessorLinks(next, network.count);
  const after = { successors, positions: index.positions };
  return putInOrder(next, after, change.made)
    ? { links: links.grouped, network: next, index: after, ends: change.ends }
    : undefined;
}

/** The links into nodes that change; a class because it gathers. */
class LinkChange {
  readonly ends = new Set<number>();
  /** The ends of links that are new. */
  readonly made: { readonly from: number; readonly to: number }[] = [];
  readonly #frame: NetworkFrame;
  readonly #network: Network;
  readonly #lists = new Map<number, readonly Link[]>();

  constructor(frame: NetworkFrame, network: Network) {
    this.#frame = frame;
    this.#network = network;
  }

  /** False where the task would be tied to what it is part of. */
  relink(task: number, successors: SuccessorLinks): boolean {
    const found = { links: new LinkList(), problems: [] };
    addLinksOf(this.#frame.source, task, found);
    if (found.problems.length > 0 || found.links.percentOfSummary.size > 0) return false;
    const into: Link[] = [];
    const gatherers = new Map<number, number>();
    for (let i = 0; i < found.links.count; i++) {
      const { from, to, code, lag } = found.links;
      if (to[i] !== task) gatherers.set(to[i] ?? 0, code[i] ?? 0);
      else into.push({ from: from[i] ?? 0, code: code[i] ?? 0, lag: lag[i] ?? 0 });
    }
    this.#replace(task, into);
    for (const known of this.#gatherersOf(task, successors)) {
      if (!gatherers.has(known)) this.#regather(known, task, undefined);
    }
    for (const [gatherer, code] of gatherers) this.#regather(gatherer, task, code);
    return true;
  }

  /** Undefined where something that tasks make up has none left. */
  apply(): { readonly grouped: GroupedLinks; readonly settled: Uint8Array } | undefined {
    const { count, inFrom: before } = this.#network;
    for (const [node, list] of this.#lists) {
      if (list.length === 0 && this.#isGathered(node)) return undefined;
    }
    const replaced = [...this.#lists.keys()].sort((a, b) => a - b);
    const inFrom = before.slice();
    let more = 0;
    replaced.forEach((node, place) => {
      const had = (before[node + 1] ?? 0) - (before[node] ?? 0);
      more += (this.#lists.get(node)?.length ?? had) - had;
      const end = replaced[place + 1] ?? count;
      for (let v = node + 1; v <= end; v++) inFrom[v] = (before[v] ?? 0) + more;
    });
    const size = inFrom[count] ?? 0;
    const grouped = {
      inFrom,
      predecessor: new Int32Array(size),
      code: new Uint8Array(size),
      lag: new Float64Array(size),
      percentOfSummary: new Map<number, number>(),
    };
    const settled = new Uint8Array(size);
    let first = 0;
    for (const node of [...replaced, count]) {
      this.#copyRun(grouped, settled, { first, end: node });
      this.#write(grouped, settled, node);
      first = node + 1;
    }
    return { grouped, settled };
  }

  /** The links into the nodes from `first` to before `end`, as they are. */
  #copyRun(
    into: GroupedLinks,
    settled: Uint8Array,
    { first, end }: { readonly first: number; readonly end: number },
  ): void {
    const { links } = this.#frame;
    const [from, to] = [links.inFrom[first] ?? 0, links.inFrom[end] ?? 0];
    const place = into.inFrom[first] ?? 0;
    if (from >= to) return;
    into.predecessor.set(links.predecessor.subarray(from, to), place);
    into.code.set(links.code.subarray(from, to), place);
    into.lag.set(links.lag.subarray(from, to), place);
    settled.set(this.#network.code.subarray(from, to), place);
  }

  #write(into: GroupedLinks, settled: Uint8Array, node: number): void {
    let place = into.inFrom[node] ?? 0;
    for (const { from, code, lag } of this.#lists.get(node) ?? []) {
      into.predecessor[place] = from;
      into.code[place] = settled[place] = code;
      into.lag[place] = lag;
      place++;
    }
  }

  #isGathered(node: number): boolean {
    const isMilestone = ((this.#network.flags[node] ?? 0) & nodeFlag.milestone) !== 0;
    return isMilestone || this.#frame.outline.isSummary[node] === 1;
  }

  /** The summary that a task is part of, and the milestone that it leads to. */
  #gatherersOf(task: number, { from, link, successor }: SuccessorLinks): readonly number[] {
    const found: number[] = [];
    for (let i = from[task] ?? 0; i < (from[task + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const node = successor[e] ?? 0;
      const isMilestone = ((this.#network.flags[node] ?? 0) & nodeFlag.milestone) !== 0;
      if (this.#frame.links.code[e] === linkCode.part || isMilestone) found.push(node);
    }
    return found;
  }

  #linksInto(node: number): readonly Link[] {
    const known = this.#lists.get(node);
    if (known) return known;
    const { inFrom, predecessor, code, lag } = this.#frame.links;
    const list: Link[] = [];
    for (let e = inFrom[node] ?? 0; e < (inFrom[node + 1] ?? 0); e++) {
      list.push({ from: predecessor[e] ?? 0, code: code[e] ?? 0, lag: lag[e] ?? 0 });
    }
    return list;
  }

  /** Puts a task to its place among the parts of a summary, or the tasks of a milestone. */
  #regather(gatherer: number, task: number, code: number | undefined): void {
    const before = this.#linksInto(gatherer);
    const list = before.filter(({ from }) => from !== task);
    const isNew = list.length === before.length;
    if (code !== undefined) {
      const { tasks } = this.#frame.outline;
      const later = list.findIndex(({ from }) => compareInOutline(tasks, task, from) < 0);
      list.splice(later < 0 ? list.length : later, 0, { from: task, code, lag: 0 });
      if (isNew) this.made.push({ from: task, to: gatherer });
    }
    this.#lists.set(gatherer, list);
    this.ends.add(gatherer).add(task);
  }

  #replace(node: number, list: readonly Link[]): void {
    const before = this.#linksInto(node);
    const known = new Set(before.map(keyOf));
    const kept = new Set(list.map(keyOf));
    this.#lists.set(node, list);
    this.ends.add(node);
    for (const link of before) if (!kept.has(keyOf(link))) this.ends.add(link.from);
    for (const link of list) {
      if (known.has(keyOf(link))) continue;
      this.ends.add(link.from);
      this.made.push({ from: link.from, to: node });
    }
  }
}

function keyOf({ from, code, lag }: Link): string {
  return `${from} ${code} ${lag}`;
}

/** False where one of the new links closes a circle. */
function putInOrder(
  network: Network,
  { successors, positions }: NetworkIndex,
  made: readonly { readonly from: number; readonly to: number }[],
): boolean {
  const isAhead = ({ from, to }: { from: number; to: number }): boolean =>
    (positions[from] ?? 0) > (positions[to] ?? 0);
  // What runs forward already stays so only while nothing is moved: each is looked at in turn.
  const waiting = new Set(made.filter(isAhead).map(({ from, to }) => `${from} ${to}`));
  for (const link of made) {
    waiting.delete(`${link.from} ${link.to}`);
    const ordered = { network, successors, positions, isWaiting: waiting };
    if (isAhead(link) && !insertLink(ordered, link)) return false;
  }
  return true;
}
