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
 * Once the loops are cut: links from what has no dates bind nothing, a summary without a dated part
 * has none and one with a begun part has begun, and [PRJ-4] what has no predecessor, or one through FF, cannot begin before the project.
 */
export function settleNodes(network: Network): void {
  const { flags, inFrom, predecessor, code } = network;
  const isLinked = new Uint8Array(network.count);
  for (const v of network.order) {
    let hasPart = false;
    let hasFF = false;
    let hasBegun = false;
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      if ((((flags[u] ?? 0) | (flags[v] ?? 0)) & nodeFlag.undated) !== 0) code[e] = linkCode.cut;
      const link = code[e] ?? linkCode.cut;
      if (link === linkCode.part) {
        hasPart = true;
        if (((flags[u] ?? 0) & (nodeFlag.started | nodeFlag.finished)) !== 0) hasBegun = true;
      } else if (link === linkCode.gate) isLinked[v] = (isLinked[v] ?? 0) | (isLinked[u] ?? 0);
      else if (isDependency(link)) {
        isLinked[v] = 1;
        if ((link & 3) === linkCode.FF) hasFF = true;
      }
    }
    if (isHollow(flags[v] ?? 0, hasPart, isLinked[v] === 1)) {
      flags[v] = (flags[v] ?? 0) | nodeFlag.undated;
    }
    // [SUM-7] What stands where it was pinned has not begun with its parts.
    if (hasBegun && ((flags[v] ?? 0) & nodeFlag.pinned) === 0)
      flags[v] = (flags[v] ?? 0) | nodeFlag.started;
    if ((isLinked[v] === 0 && network.constraintKind[v] !== constraintCode.SNET) || hasFF)
      flags[v] = (flags[v] ?? 0) | nodeFlag.floor;
  }
  findLines(network);
}

/** Marks what can be computed on the lines of work of the calendars. */
function findLines(network: Network): void {
  const { count, flags, calendarOf, inFrom, predecessor, code } = network;
  const isNightly = network.calendars.map(calendar => calendar.isNightly);
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    flags[v] = (flag & specialNode) === 0 ? flag | nodeFlag.line : flag & ~nodeFlag.line;
  }
  for (let v = 0; v < count; v++) {
    const own = calendarOf[v] ?? 0;
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) {
      const link = (code[e] ?? linkCode.cut) & ~momentBit;
      code[e] = link;
      if (link === linkCode.cut) continue;
      const u = predecessor[e] ?? 0;
      if ((((flags[u] ?? 0) | (flags[v] ?? 0)) & specialNode) === 0) {
        const other = calendarOf[u] ?? 0;
        // [LATE-4] On a line, only the work is known that is left, and not the moment.
        const isTold =
          ((link & 2) === 0 && isNightly[other] === true) ||
          ((link & 1) === 0 && isNightly[own] === true);
        if (isTold || link >= lagBit.elapsed) code[e] = link | momentBit;
        else code[e] = link | (own === other ? lineBit : crossBit);
      } else {
        flags[u] = (flags[u] ?? 0) & ~nodeFlag.line;
        flags[v] = (flags[v] ?? 0) & ~nodeFlag.line;
      }
    }
  }
}

/** True for a summary without dated parts, and for a milestone without dated tasks. */
function isHollow(flag: number, hasPart: boolean, isLinked: boolean): boolean {
  if ((flag & nodeFlag.rollUp) !== 0) return !hasPart;
  return (flag & nodeFlag.milestone) !== 0 && (flag & nodeFlag.fixed) === 0 && !isLinked;
}
