import { ratingNames, type RatingName } from '../model/risk.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { RiskEvent } from './riskEvents.ts';

/** In {@link Variant.ratingOf}: the event is not there. Else one more than the place in `ratingNames`. */
export const absent = 0;

/** One way in which the risks may stand; all ways are drawn with the same numbers. */
export interface Variant {
  readonly kind: RatingName | 'mitigated' | 'unmitigated' | 'without';
  /** The event that it is about; undefined for the three that are about all of them. */
  readonly event: number | undefined;
  /** By event, by which rating it goes. */
  readonly ratingOf: Uint8Array;
  /** Places in the lengths of the tasks that are not done in it. */
  readonly idle: readonly number[];
  /** Hundredths that its responses cost, by event. */
  readonly responseCost: number;
  /** The events that may come out differently from the current state. */
  readonly differing: readonly number[];
}

export function ratingCode(name: RatingName): number {
  return ratingNames.indexOf(name) + 1;
}

/** No more risks than these are tried one by one: those that weigh most. */
const mostTried = 40;

/**
 * The current state first, then the inherent and the residual one, and for each risk that weighs
 * something: the plan without it, and with and without its response.
 */
export function makeVariants(model: ForecastModel): readonly Variant[] {
  const { events } = model;
  if (events.length === 0) return [makeVariant(model, 'current', currentRatings(events))];
  const current = currentRatings(events);
  const variants = [
    makeVariant(model, 'current', current),
    // Before any response there is no work on one either.
    {
      ...makeVariant(model, 'inherent', statesOf(events, 'inherent')),
      idle: idleTasks(model, events),
    },
    makeVariant(model, 'residual', statesOf(events, 'residual')),
  ];
  for (const event of heaviest(events)) {
    variants.push(withEvent(model, 'without', event));
    if (!hasEffect(events[event])) continue;
    const idle = idleTasks(model, events.slice(event, event + 1));
    if (idle.length > 0) variants.push({ ...withEvent(model, 'unmitigated', event), idle });
    variants.push(withEvent(model, 'mitigated', event));
  }
  return variants;
}

function hasEffect(event: RiskEvent | undefined): boolean {
  return event?.risk.residual !== undefined && event.risk.current !== undefined;
}

/** A risk that a response brings is there once that response is under way. */
function currentRatings(events: readonly RiskEvent[]): Uint8Array {
  return Uint8Array.from(events, ({ isSecondary, broughtBy }) => {
    const isThere = broughtBy.some(place => events[place]?.risk.status === 'mitigating');
    return !isSecondary || isThere ? ratingCode('current') : absent;
  });
}

function statesOf(events: readonly RiskEvent[], name: 'inherent' | 'residual'): Uint8Array {
  return Uint8Array.from(events, ({ isSecondary }) =>
    isSecondary && name === 'inherent' ? absent : ratingCode(name),
  );
}

function withEvent(
  model: ForecastModel,
  kind: 'mitigated' | 'unmitigated' | 'without',
  event: number,
): Variant {
  const { events } = model;
  const ratingOf = currentRatings(events);
  if (kind === 'without') ratingOf[event] = absent;
  if (kind === 'mitigated') {
    ratingOf[event] = ratingCode('residual');
    events.forEach(({ broughtBy }, place) => {
      if (broughtBy.includes(event)) ratingOf[place] = ratingCode('current');
    });
  }
  return { ...makeVariant(model, kind, ratingOf), event };
}

function makeVariant(
  { events }: ForecastModel,
  kind: Variant['kind'],
  ratingOf: Uint8Array,
): Variant {
  return {
    kind,
    event: undefined,
    ratingOf,
    idle: [],
    responseCost: costOfResponses(events, kind, ratingOf),
    differing: findDiffering(events, ratingOf),
  };
}

/** What responses cost that are under way, or carried out in this variant. */
function costOfResponses(
  events: readonly RiskEvent[],
  kind: Variant['kind'],
  ratingOf: Uint8Array,
): number {
  if (kind === 'inherent') return 0;
  return events.reduce((sum, { risk, responseCost }, place) => {
    const isCarriedOut = ratingOf[place] === ratingCode('residual') || risk.status === 'mitigating';
    return isCarriedOut ? sum + responseCost : sum;
  }, 0);
}

/** Those whose rating is another one, and whatever they trigger or exclude. */
function findDiffering(events: readonly RiskEvent[], ratingOf: Uint8Array): readonly number[] {
  const current = currentRatings(events);
  const differs = events.map((_, place) => ratingOf[place] !== current[place]);
  const groups = new Set(events.flatMap(({ group }, place) => (differs[place] ? [group] : [])));
  events.forEach(({ group, triggers }, place) => {
    if (groups.has(group) || triggers.some(trigger => differs[trigger])) differs[place] = true;
  });
  return events.flatMap((_, place) => (differs[place] ? [place] : []));
}

/** Places of the open tasks that carry responses out. */
function idleTasks({ lengths }: ForecastModel, events: readonly RiskEvent[]): readonly number[] {
  const tasks = new Set(events.flatMap(({ risk }) => risk.response.tasks));
  return lengths.flatMap(({ id }, place) => (tasks.has(id) ? [place] : []));
}

/** By what they add on average, in days of work or money, whichever is more of all that is added. */
function heaviest(events: readonly RiskEvent[]): readonly number[] {
  if (events.length <= mostTried) return events.map((_, place) => place);
  const weights = events.map(({ ratings, hits, isAtEnd }) => {
    const { probability, delay, factor, cost } = ratings.current;
    const minutes = Math.abs(delay?.likely ?? 0) * (isAtEnd ? 1 : hits.length);
    const times = Math.abs((factor?.likely ?? 1) - 1) * 4800 * hits.length;
    return {
      time: probability * (minutes + times),
      money: probability * Math.abs(cost?.likely ?? 0),
    };
  });
  const time = weights.reduce((sum, weight) => sum + weight.time, 0) || 1;
  const money = weights.reduce((sum, weight) => sum + weight.money, 0) || 1;
  return events
    .map((_, place) => ({
      place,
      weight: Math.max((weights[place]?.time ?? 0) / time, (weights[place]?.money ?? 0) / money),
    }))
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, mostTried)
    .map(({ place }) => place)
    .toSorted((a, b) => a - b);
}
