import { wholeMinutes } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import { linkCode, nodeFlag, type Network } from '../schedule/network.ts';
import type { NetworkFrame } from '../schedule/networkFrame.ts';
import type { LengthNode } from './lengthNodes.ts';

/** [DEP-6] A lag that is a share of the length of its predecessor, which differs between iterations. */
export interface ShareLag {
  readonly link: number;
  /** The place of the predecessor among the lengths that differ. */
  readonly place: number;
  /** Percent of the predecessor's work. */
  readonly percent: number;
}

/** The links of a network whose lags are shares of a task's length; summaries tell theirs themselves. */
export function findShareLags(
  plan: Plan,
  frame: NetworkFrame,
  { network, lengths }: { readonly network: Network; readonly lengths: readonly LengthNode[] },
): readonly ShareLag[] {
  if (!frame.hasSharesOfLengths) return [];
  const placeOf = new Map(lengths.map(({ id }, place) => [id, place]));
  const found: ShareLag[] = [];
  const nodesOf = nodesById(network);
  for (const task of plan.tasks.values()) {
    for (const { predecessor, type, lag } of task.dependsOn) {
      const u = frame.nodeOf(predecessor);
      const place = placeOf.get(predecessor);
      if (lag?.kind !== 'percent' || u === undefined || place === undefined) continue;
      const minutes = wholeMinutes((workOf(network, u) * lag.percent) / 100);
      for (const v of nodesOf.get(task.id) ?? []) {
        for (const link of linksFrom(network, u, v)) {
          const isSame = ((network.code[link] ?? 0) & 3) === linkCode[type];
          if (!isSame || network.lag[link] !== minutes) continue;
          found.push({ link, place, percent: lag.percent });
        }
      }
    }
  }
  return found;
}

/** Minutes of work, pauses left out. */
function workOf({ splitOf, duration }: Network, v: number): number {
  return splitOf.get(v)?.work ?? duration[v] ?? 0;
}

/** The task itself, or the gates that carry the links into a summary. */
function nodesById({ ids, flags, count }: Network): ReadonlyMap<string, readonly number[]> {
  const nodes = new Map<string, number[]>();
  for (let v = 0; v < count; v++) {
    if (((flags[v] ?? 0) & (nodeFlag.rollUp | nodeFlag.milestone)) !== 0) continue;
    const id = ids[v] ?? '';
    const known = nodes.get(id);
    if (known) known.push(v);
    else nodes.set(id, [v]);
  }
  return nodes;
}

function linksFrom({ inRange, predecessor, code }: Network, u: number, v: number): number[] {
  const links: number[] = [];
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    const link = code[e] ?? linkCode.cut;
    const isDependency = link !== linkCode.cut && link !== linkCode.part && link !== linkCode.gate;
    if (predecessor[e] === u && isDependency) links.push(e);
  }
  return links;
}
