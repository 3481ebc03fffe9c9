import { addLinksOf, compareInOutline } from './buildLinks.ts';
import { linkCode, nodeFlag, type Network } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import { insertLink } from './insertLink.ts';
import { LinkList, type GroupedLinks } from './linkList.ts';
import type { NetworkIndex } from './networkIndex.ts';
import { rewriteLinks, type Link } from './rewriteLinks.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** A network some of whose tasks are linked otherwise. */
export interface RelinkedNetwork {
  readonly links: GroupedLinks;
  readonly network: Network;
  readonly index: NetworkIndex;
  /** The ends of links that came or went. */
  readonly ends: ReadonlySet<number>;
}

/**
 * Links some tasks anew, after what their values say now; links and the order of the nodes are
 * changed in place. Undefined where that would close a circle, tie a summary to a part of itself, or
 * leave one without parts: then the plan has another structure and is built from nothing.
 *
 * @param keep told of every node before the links into it change
 */
export function relinkTasks(
  frame: NetworkFrame,
  network: Network,
  {
    index,
    tasks,
    keep,
  }: {
    readonly index: NetworkIndex;
    readonly tasks: ReadonlySet<number>;
    readonly keep: (v: number) => void;
  },
): RelinkedNetwork | undefined {
  // Those shares are known by the places of their links.
  if (network.percentOfSummary.size > 0) return undefined;
  const change = new LinkChange(frame, network);
  for (const task of tasks) if (!change.relink(task, index.successors)) return undefined;
  const lists = change.findLists();
  if (!lists) return undefined;
  for (const node of lists.keys()) keep(node);
  const { grouped, settled, successors } = rewriteLinks(
    { grouped: frame.links, settled: network.code, successors: index.successors },
    lists,
  );
  const next = { ...network, ...grouped, code: settled };
  const after = { successors, positions: index.positions };
  return putInOrder(next, after, change.made)
    ? { links: grouped, network: next, index: after, ends: change.ends }
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
  /** Summaries and milestones one of whose tasks may stand elsewhere among them. */
  readonly #gatherers = new Set<number>();

  constructor(frame: NetworkFrame, network: Network) {
    this.#frame = frame;
    this.#network = network;
  }

  /** False where the task would be tied to what it is part of. */
  relink(task: number, successors: SuccessorLinks): boolean {
    const found = { links: new LinkList(8), problems: [] };
    addLinksOf(this.#frame.source, task, found);
    if (found.problems.length > 0 || found.links.percentOfSummary.size > 0) return false;
    const into: Link[] = [];
    const gatherers = new Map<number, number>();
    for (let i = 0; i < found.links.count; i++) {
      const { from, to, code: codes, lag } = found.links;
      const code = codes[i] ?? 0;
      if (to[i] !== task) gatherers.set(to[i] ?? 0, code);
      else into.push({ from: from[i] ?? 0, code, lag: lag[i] ?? 0, settled: code });
    }
    this.#replace(task, into);
    const known = this.#gatherersOf(task, successors);
    for (const gatherer of known.keys()) {
      if (!gatherers.has(gatherer)) this.#regather(gatherer, task, undefined);
    }
    for (const [gatherer, code] of gatherers) {
      if (!this.#isInPlace(gatherer, known.get(gatherer))) this.#regather(gatherer, task, code);
    }
    return true;
  }

  /** The links into each node that has others. Undefined where what tasks make up has none left. */
  findLists(): ReadonlyMap<number, readonly Link[]> | undefined {
    for (const [node, list] of this.#lists) {
      if (list.length === 0 && this.#isGathered(node)) return undefined;
    }
    const { outline } = this.#frame;
    for (const gatherer of this.#gatherers) {
      const list = this.#linksInto(gatherer);
      // In the order of before, unless one of them says another rank.
      const sorted = [...list].sort((a, b) => compareInOutline(outline, a.from, b.from));
      if (sorted.some((link, place) => link !== list[place])) this.#lists.set(gatherer, sorted);
    }
    return this.#lists;
  }

  #isGathered(node: number): boolean {
    const isMilestone = ((this.#network.flags[node] ?? 0) & nodeFlag.milestone) !== 0;
    return isMilestone || this.#frame.outline.isSummary[node] === 1;
  }

  /** The links to the summary that a task is part of, and to the milestone that it leads to. */
  #gatherersOf(
    task: number,
    { outRange, link, successor }: SuccessorLinks,
  ): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (let i = outRange[task * 2] ?? 0; i < (outRange[task * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const node = successor[e] ?? 0;
      const isMilestone = ((this.#network.flags[node] ?? 0) & nodeFlag.milestone) !== 0;
      if (this.#frame.links.code[e] === linkCode.part || isMilestone) found.set(node, e);
    }
    return found;
  }

  /** True where a task stands between its neighbours as its rank says. */
  #isInPlace(gatherer: number, e: number | undefined): boolean {
    if (e === undefined) return false;
    const { inRange, predecessor } = this.#frame.links;
    const { outline } = this.#frame;
    const isAhead = (place: number): boolean =>
      compareInOutline(outline, predecessor[place] ?? 0, predecessor[place + 1] ?? 0) < 0;
    const isFirst = e === inRange[gatherer * 2];
    const isLast = e + 1 === inRange[gatherer * 2 + 1];
    return (isFirst || isAhead(e - 1)) && (isLast || isAhead(e));
  }

  #linksInto(node: number): readonly Link[] {
    const known = this.#lists.get(node);
    if (known) return known;
    const { inRange, predecessor, code, lag } = this.#frame.links;
    const list: Link[] = [];
    for (let e = inRange[node * 2] ?? 0; e < (inRange[node * 2 + 1] ?? 0); e++) {
      list.push({
        from: predecessor[e] ?? 0,
        code: code[e] ?? 0,
        lag: lag[e] ?? 0,
        settled: this.#network.code[e] ?? 0,
      });
    }
    return list;
  }

  /** Adds a task to the parts of a summary, or the tasks of a milestone, or takes it out. */
  #regather(gatherer: number, task: number, code: number | undefined): void {
    this.#gatherers.add(gatherer);
    const before = this.#linksInto(gatherer);
    const isKnown = before.some(({ from }) => from === task);
    if (isKnown === (code !== undefined)) return;
    const list = before
      .filter(({ from }) => from !== task)
      .map(link => ({ ...link, settled: link.code }));
    if (code !== undefined) {
      list.push({ from: task, code, lag: 0, settled: code });
      this.made.push({ from: task, to: gatherer });
    }
    this.#lists.set(gatherer, list);
    this.ends.add(gatherer).add(task);
  }

  #replace(node: number, list: readonly Link[]): void {
    const before = this.#linksInto(node).map(keyOf);
    const after = list.map(keyOf);
    if (before.length === after.length && after.every((key, place) => key === before[place]))
      return;
    const known = new Set(before);
    const kept = new Set(after);
    this.ends.add(node);
    for (const link of this.#linksInto(node)) {
      if (!kept.has(keyOf(link))) this.ends.add(link.from);
    }
    for (const link of list) {
      if (known.has(keyOf(link))) continue;
      this.ends.add(link.from);
      this.made.push({ from: link.from, to: node });
    }
    this.#lists.set(node, list);
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
