import { nodeFlag, specialNode, type Network } from './network.ts';
import { mayBeOnLine, settleLink, settleNode } from './settleNodes.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** What a change of some nodes is settled with. */
export interface ChangedNodes {
  readonly network: Network;
  readonly successors: SuccessorLinks;
  /** What a node is by its own values alone. */
  readonly flagsOf: (v: number) => number;
  /** Called before what a node is changes. */
  readonly keep: (v: number) => void;
}

/**
 * Settles anew what the values of some nodes, or their links, say; what they are part of follows.
 * The answer are the nodes that are of another kind now, or one of whose links binds otherwise.
 *
 * @param changed nodes whose values are new
 * @param relinked nodes that other links end at, or that work at other hours
 */
export function settleAround(
  nodes: ChangedNodes,
  changed: Iterable<number>,
  relinked: Iterable<number>,
): ReadonlySet<number> {
  const around = new Surroundings(nodes);
  for (const v of changed) around.settle(v);
  for (const v of relinked) around.relink(v);
  around.settleLines();
  return around.found;
}

/** A class because it gathers. */
class Surroundings {
  readonly found = new Set<number>();
  readonly #nodes: ChangedNodes;
  /** Those whose links are to be looked at. */
  readonly #relinked = new Set<number>();

  constructor(nodes: ChangedNodes) {
    this.#nodes = nodes;
  }

  /** The node, and as long as that makes a difference, what it is part of. */
  settle(first: number): void {
    const { network, flagsOf, keep } = this.#nodes;
    const { flags } = network;
    const open = [first];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      keep(v);
      const before = flags[v] ?? 0;
      flags[v] = flagsOf(v);
      settleNode(network, v);
      flags[v] = (flags[v] ?? 0) | (before & (nodeFlag.conflict | nodeFlag.line));
      if (flags[v] === before) continue;
      this.found.add(v);
      if ((((flags[v] ?? 0) ^ before) & specialNode) !== 0) this.#relinked.add(v);
      open.push(...this.#wholesOf(v));
    }
  }

  relink(v: number): void {
    this.#relinked.add(v);
    this.settle(v);
  }

  /** Which links run between lines, and what lies on one. */
  settleLines(): void {
    const { inRange, predecessor } = this.#nodes.network;
    const { outRange, link, successor } = this.#nodes.successors;
    const near = new Set<number>();
    for (const v of this.#relinked) {
      near.add(v);
      for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
        near.add(predecessor[e] ?? 0);
        this.#settleLink(e, v);
      }
      for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
        const e = link[i] ?? 0;
        near.add(successor[e] ?? 0);
        this.#settleLink(e, successor[e] ?? 0);
      }
    }
    for (const v of near) this.#settleLine(v);
  }

  #wholesOf(v: number): readonly number[] {
    const { outRange, link, successor } = this.#nodes.successors;
    const wholes: number[] = [];
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const w = successor[link[i] ?? 0] ?? 0;
      if (((this.#nodes.network.flags[w] ?? 0) & nodeFlag.rollUp) !== 0) wholes.push(w);
    }
    return wholes;
  }

  #settleLink(e: number, v: number): void {
    const { network } = this.#nodes;
    const before = network.code[e];
    settleLink(network, e, v);
    if (network.code[e] === before) return;
    this.found.add(v).add(network.predecessor[e] ?? 0);
  }

  #settleLine(v: number): void {
    const { network, keep } = this.#nodes;
    const { flags } = network;
    const flag = flags[v] ?? 0;
    const isOnLine = this.#isOnLine(v, flag);
    if (isOnLine === ((flag & nodeFlag.line) !== 0)) return;
    keep(v);
    flags[v] = isOnLine ? flag | nodeFlag.line : flag & ~nodeFlag.line;
    this.found.add(v);
  }

  #isOnLine(v: number, flag: number): boolean {
    if ((flag & specialNode) !== 0) return false;
    const { network } = this.#nodes;
    const { inRange } = network;
    const { outRange, link, successor } = this.#nodes.successors;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      if (!mayBeOnLine(network, e, v)) return false;
    }
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      if (!mayBeOnLine(network, e, successor[e] ?? 0)) return false;
    }
    return true;
  }
}
