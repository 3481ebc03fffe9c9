import { isDependency } from './dependencyLoops.ts';
import {
  constraintCode,
  crossBit,
  lagBit,
  lineBit,
  linkCode,
  momentBit,
  nodeFlag,
  specialNode,
  type Network,
} from './network.ts';

/**
 * Once the loops are cut: what the nodes are by their links, and which links can be computed on the
 * lines of work of the calendars.
 */
export function settleNodes(network: Network): void {
  const { count, order, flags, inRange } = network;
  for (const v of order) settleNode(network, v);
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    flags[v] = (flag & specialNode) === 0 ? flag | nodeFlag.line : flag & ~nodeFlag.line;
  }
  for (let v = 0; v < count; v++) {
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      if (settleLink(network, e, v)) continue;
      const u = network.predecessor[e] ?? 0;
      flags[u] = (flags[u] ?? 0) & ~nodeFlag.line;
      flags[v] = (flags[v] ?? 0) & ~nodeFlag.line;
    }
  }
}

/**
 * Links from what has no dates bind nothing, a summary without a dated part has none and one with a
 * begun part has begun, and [PRJ-4] what has no predecessor, or one through FF, cannot begin before
 * the project. The predecessors of the node are settled.
 */
export function settleNode(network: Network, v: number): void {
  const { flags, inRange, predecessor, code, isLinked } = network;
  let hasPart = false;
  let hasFF = false;
  let hasBegun = false;
  let linked = 0;
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    const u = predecessor[e] ?? 0;
    if ((((flags[u] ?? 0) | (flags[v] ?? 0)) & nodeFlag.undated) !== 0) code[e] = linkCode.cut;
    const link = code[e] ?? linkCode.cut;
    if (link === linkCode.part) {
      hasPart = true;
      if (((flags[u] ?? 0) & (nodeFlag.started | nodeFlag.finished)) !== 0) hasBegun = true;
    } else if (link === linkCode.gate) linked |= isLinked[u] ?? 0;
    else if (isDependency(link)) {
      linked = 1;
      if ((link & 3) === linkCode.FF) hasFF = true;
    }
  }
  isLinked[v] = linked;
  let flag = flags[v] ?? 0;
  if (isHollow(flag, hasPart, linked === 1)) flag |= nodeFlag.undated;
  // [SUM-7] What stands where it was pinned has not begun with its parts.
  if (hasBegun && (flag & nodeFlag.pinned) === 0) flag |= nodeFlag.started;
  const isFree = linked === 0 && network.constraintKind[v] !== constraintCode.SNET;
  flags[v] = isFree || hasFF ? flag | nodeFlag.floor : flag;
}

/** Marks a link into a node by what it is computed from. False where neither end can be on a line. */
export function settleLink(network: Network, e: number, v: number): boolean {
  const { calendarOf, calendars, predecessor, code } = network;
  const link = (code[e] ?? linkCode.cut) & ~momentBit;
  code[e] = link;
  if (!mayBeOnLine(network, e, v)) return false;
  if (link === linkCode.cut) return true;
  const u = predecessor[e] ?? 0;
  const own = calendarOf[v] ?? 0;
  const other = calendarOf[u] ?? 0;
  // [LATE-4] On a line, only the work is known that is left, and not the moment.
  const isTold =
    ((link & 2) === 0 && calendars[other]?.isNightly === true) ||
    ((link & 1) === 0 && calendars[own]?.isNightly === true);
  if (isTold || link >= lagBit.elapsed) code[e] = link | momentBit;
  else code[e] = link | (own === other ? lineBit : crossBit);
  return true;
}

/**
 * False for a link that leads from or to what is no ordinary task, and [DEP-5] for one whose lag runs
 * on another calendar than its successor.
 */
export function mayBeOnLine(network: Network, e: number, v: number): boolean {
  const { flags, calendarOf, lagCalendarOf, predecessor, code } = network;
  const link = code[e] ?? linkCode.cut;
  if (link === linkCode.cut) return true;
  if ((((flags[predecessor[e] ?? 0] ?? 0) | (flags[v] ?? 0)) & specialNode) !== 0) return false;
  return (link & lagBit.working) === 0 || calendarOf[v] === lagCalendarOf[v];
}

/** True for a summary without dated parts, and for a milestone without dated tasks. */
function isHollow(flag: number, hasPart: boolean, isLinked: boolean): boolean {
  if ((flag & nodeFlag.rollUp) !== 0) return !hasPart;
  return (flag & nodeFlag.milestone) !== 0 && (flag & nodeFlag.fixed) === 0 && !isLinked;
}
