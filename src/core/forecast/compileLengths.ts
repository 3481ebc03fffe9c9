import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import type { NetworkFrame } from '../schedule/networkFrame.ts';
import type { PlanWithDelays } from './delayNodes.ts';
import { lengthNodes, type LengthNode } from './lengthNodes.ts';
import type { RiskEvent } from './riskEvents.ts';
import { targetsOf } from './riskTargets.ts';
import { findSharedCauses, everyTask, type SharedCauses, type Variable } from './sharedCauses.ts';
import { rulesOf } from './taskSpread.ts';

/** The places in the lengths that a risk delays, and that it multiplies. */
export interface EventHits {
  readonly delayed: readonly number[];
  readonly multiplied: readonly number[];
}

/** The lengths that differ between iterations, what hits them and what they share. */
export interface CompiledLengths {
  /** Nodes whose length is not always as planned: those with a spread come first. */
  readonly lengths: readonly LengthNode[];
  /** How many of `lengths` have a spread. */
  readonly spreadCount: number;
  /** By event. */
  readonly hitsOf: readonly EventHits[];
  readonly causes: SharedCauses;
}

export function compileLengths(
  { plan, delayOf }: PlanWithDelays,
  {
    given,
    frame,
    network,
    events,
  }: {
    readonly given: Plan;
    readonly frame: NetworkFrame;
    readonly network: Network;
    readonly events: readonly RiskEvent[];
  },
): CompiledLengths {
  const targets = events.map(event => targetsOf(event, given, delayOf));
  const hit = new Set([
    ...targets.flatMap(({ delayed, multiplied }) => [...delayed, ...multiplied]),
    ...events.flatMap(({ risk }) => risk.response.tasks),
  ]);
  const lengths = lengthNodes(plan, { frame, network, hit, delays: new Set(delayOf.values()) });
  const spreadCount = lengths.filter(({ spread }) => spread !== undefined).length;
  const placeOf = new Map(lengths.map(({ id }, place) => [id, place]));
  const rules = rulesOf(plan.project);
  const named = new Set(rules.drivers.keys());
  const variables = [
    ...lengths.slice(0, spreadCount).map(({ id }) => ({
      id,
      drivers: [
        ...(plan.tasks.get(id)?.tags.filter(tag => named.has(tag)) ?? []),
        ...(rules.correlation > 0 ? [everyTask] : []),
      ],
    })),
    ...events.map((_, place) => eventVariable(events, place)),
  ];
  return {
    lengths,
    spreadCount,
    hitsOf: targets.map(({ delayed, multiplied }) => ({
      delayed: delayed.flatMap(id => placeOf.get(id) ?? []),
      multiplied: multiplied.flatMap(id => placeOf.get(id) ?? []),
    })),
    causes: findSharedCauses(sharing(variables), rules),
  };
}

/** Of events that exclude one another, the first stands for all: whether one of them happens. */
function eventVariable(events: readonly RiskEvent[], place: number): Variable {
  const id = events[place]?.id ?? '';
  const group = events.filter(event => event.group === place);
  const drivers = group.flatMap(({ risk }) => risk.drivers);
  const others = group.map(event => event.id).filter(other => other !== id);
  return { id, others, drivers: [...new Set(drivers)] };
}

/** A driver that drives one thing alone makes nothing move together. */
function sharing(variables: readonly Variable[]): readonly Variable[] {
  const counts = new Map<string, number>();
  for (const { drivers } of variables) {
    for (const driver of drivers) counts.set(driver, (counts.get(driver) ?? 0) + 1);
  }
  return variables.map(({ drivers, ...variable }) => ({
    ...variable,
    drivers: drivers.filter(driver => (counts.get(driver) ?? 0) > 1),
  }));
}
