import type { Plan } from '../model/plan.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { isClosed } from '../model/task.ts';
import { hasEnded } from '../model/milestone.ts';
import { shareOf } from '../risks/exposure.ts';
import { findDropped } from '../model/findDropped.ts';
import type { ForecastNote } from './forecastNote.ts';
import { partsOf } from './delayNodes.ts';
import { eventRatings, isOwnMoney, type EventRatings } from './riskEvent.ts';

/** A risk that may happen in a run. */
export interface RiskEvent {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  /** 1 for a threat, -1 for an opportunity. */
  readonly sign: 1 | -1;
  readonly ratings: EventRatings;
  /** The open tasks and milestones that it hits. */
  readonly hits: readonly string[];
  /** True where nothing is named that it hits, so that it delays the end of the project. */
  readonly isAtEnd: boolean;
  /** Places, in the list of events, of those of which one must have happened; empty for none. */
  readonly triggers: readonly number[];
  /** The place of the first event of its group, of which at most one happens; its own without a group. */
  readonly group: number;
  /** True for a risk that a response brings, so that without the response there is none. */
  readonly isSecondary: boolean;
  /** Places of the events whose responses bring it. */
  readonly broughtBy: readonly number[];
  /** Hundredths that its response costs. */
  readonly responseCost: number;
}

export interface FoundEvents {
  /** In the order of the ids, but those that trigger others before these. */
  readonly events: readonly RiskEvent[];
  readonly notes: readonly ForecastNote[];
}

/** The risks of a plan that can still happen, and what of them cannot be reckoned with. */
export function findEvents(plan: Plan): FoundEvents {
  const notes: ForecastNote[] = [];
  const live = [...plan.risks.values()].filter(risk => isLive(risk) && isUsable(risk, plan, notes));
  const risks = inTriggerOrder(withoutIdle(live.toSorted(byId), plan, notes), notes);
  const placeOf = new Map(risks.map((risk, place) => [risk.id, place]));
  const placesOf = (ids: readonly string[] = []): number[] =>
    ids.flatMap(id => placeOf.get(id) ?? []);
  const groups = findGroups(risks, placeOf);
  const isOpen = hasOpenWork(plan);
  const events = risks.map((risk, place): RiskEvent => {
    const hits = openHits(risk, plan, notes);
    const broughtBy = risks.flatMap((other, at) => (other.secondary.includes(risk.id) ? [at] : []));
    const { cost } = risk.response;
    return {
      id: risk.id,
      title: risk.title,
      risk,
      sign: risk.riskKind === 'opportunity' ? -1 : 1,
      ratings: eventRatings(risk, plan.project),
      hits,
      isAtEnd: risk.affects.length === 0 && isOpen,
      triggers: isTriggered(risk, plan)
        ? []
        : placesOf(risk.triggeredBy).filter(trigger => trigger < place),
      group: groups[place] ?? place,
      isSecondary: broughtBy.length > 0,
      broughtBy,
      responseCost: cost && isOwnMoney(cost, plan.project) ? cost.hundredths : 0,
    };
  });
  notes.push(
    ...noteGroups(events),
    ...noteThroughOthers(events),
    ...noteEnds(events),
    ...noteHarmless(events),
  );
  return { events, notes };
}

/** Where all is done nothing can be delayed any more. */
function hasOpenWork({ tasks, milestones }: Plan): boolean {
  const isOpen = [...tasks.values()].some(task => !isClosed(task));
  return isOpen || [...milestones.values()].some(milestone => !hasEnded(milestone));
}

function byId(a: Risk, b: Risk): number {
  return a.id < b.id ? -1 : 1;
}

function isUsable(risk: Risk, plan: Plan, notes: ForecastNote[]): boolean {
  const rating = risk.current ?? risk.inherent ?? risk.residual;
  if (shareOf(rating?.probability, plan.project.riskScale) !== undefined) return true;
  notes.push({
    code: 'risk-no-probability',
    message: `${risk.id} "${risk.title}" has no probability from 0% to 100%, so it is left out; give current one`,
    items: [risk.id],
  });
  return false;
}

/** What is dropped, done or reached already cannot be delayed any more. */
function openHits(risk: Risk, plan: Plan, notes: ForecastNote[]): readonly string[] {
  const open = [...new Set(risk.affects)].filter(id => {
    const task = plan.tasks.get(id);
    const milestone = plan.milestones.get(id);
    if (findDropped(plan, id) !== undefined) return false;
    return task ? !isClosed(task) : milestone !== undefined && !hasEnded(milestone);
  });
  if (risk.affects.length > 0 && open.length === 0) {
    const costs = risk.current?.impact.cost === undefined ? '' : '; its cost still counts';
    notes.push({
      code: 'risk-idle',
      message: `${risk.id} "${risk.title}" affects only what is done, dropped or not in the plan, so it delays nothing${costs}`,
      items: [risk.id, ...risk.affects],
    });
  }
  const empty = open.filter(id => plan.milestones.has(id) && partsOf(plan, id).length === 0);
  if (empty.length === 0) return open;
  const which = empty.length === 1 ? 'which no task brings' : 'which no tasks bring';
  notes.push({
    code: 'risk-empty-milestone',
    message: `${risk.id} "${risk.title}" affects ${empty.join(', ')}, ${which} about, so it delays nothing there; put tasks under the milestone, or name tasks in affects`,
    items: [risk.id, ...empty],
  });
  return open.filter(id => !empty.includes(id));
}

/** True for a risk for which one of those that it waits for has happened. */
function isTriggered({ triggeredBy = [] }: Risk, { risks }: Plan): boolean {
  return triggeredBy.some(id => risks.get(id)?.status === 'occurred');
}

/** A risk of which none that it waits for can happen any more cannot happen either. */
function withoutIdle(risks: readonly Risk[], plan: Plan, notes: ForecastNote[]): readonly Risk[] {
  const ids = new Set(risks.map(({ id }) => id));
  const idle = risks.filter(risk => {
    const { triggeredBy = [] } = risk;
    return (
      triggeredBy.length > 0 && !isTriggered(risk, plan) && !triggeredBy.some(id => ids.has(id))
    );
  });
  if (idle.length === 0) return risks;
  for (const { id, title, triggeredBy = [] } of idle) {
    const which =
      triggeredBy.length === 1
        ? `${triggeredBy[0] ?? ''}, which cannot`
        : `one of ${triggeredBy.join(', ')}, none of which can`;
    notes.push({
      code: 'risk-no-trigger',
      message: `${id} "${title}" may only happen after ${which}, so it is left out; name in triggeredBy what can still happen, or close it`,
      items: [id, ...triggeredBy],
    });
  }
  return withoutIdle(
    risks.filter(risk => !idle.includes(risk)),
    plan,
    notes,
  );
}

/** Each after those that trigger it; a circle of triggers is cut where it closes. */
function inTriggerOrder(risks: readonly Risk[], notes: ForecastNote[]): readonly Risk[] {
  const byKey = new Map(risks.map(risk => [risk.id, risk]));
  const placed = new Set<string>();
  const open = new Set<string>();
  const order: Risk[] = [];
  const place = (risk: Risk): void => {
    if (placed.has(risk.id)) return;
    open.add(risk.id);
    for (const id of risk.triggeredBy ?? []) {
      const trigger = byKey.get(id);
      if (!trigger) continue;
      if (open.has(id)) noteCircle(risk, trigger, notes);
      else place(trigger);
    }
    open.delete(risk.id);
    placed.add(risk.id);
    order.push(risk);
  };
  for (const risk of risks) place(risk);
  return order;
}

function noteCircle(risk: Risk, trigger: Risk, notes: ForecastNote[]): void {
  notes.push({
    code: 'risk-circle',
    message: `${risk.id} and ${trigger.id} trigger one another in a circle, so ${risk.id} is taken to happen without ${trigger.id}; take one of them out of triggeredBy`,
    items: [risk.id, trigger.id],
  });
}

/** By event, the first of those that it excludes, also through others. */
function findGroups(risks: readonly Risk[], placeOf: ReadonlyMap<string, number>): Int32Array {
  const group = Int32Array.from(risks, (_, place) => place);
  const headOf = (place: number): number => {
    let head = place;
    while (group[head] !== head) head = group[head] ?? head;
    return head;
  };
  risks.forEach((risk, place) => {
    for (const id of risk.excludes ?? []) {
      const other = placeOf.get(id);
      if (other === undefined) continue;
      const [a, b] = [headOf(place), headOf(other)];
      group[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return group.map((_, place) => headOf(place));
}

function noteGroups(events: readonly RiskEvent[]): readonly ForecastNote[] {
  return events.flatMap((_, head): readonly ForecastNote[] => {
    const group = events.filter(event => event.group === head);
    const sum = group.reduce((all, { ratings }) => all + ratings.current.probability, 0);
    if (group.length < 2 || sum <= 1 + 1e-9) return [];
    const ids = group.map(({ id }) => id);
    const message = `${ids.join(', ')} exclude one another, directly or through each other, and their probabilities add up to ${Math.round(sum * 100)}%; they are brought down in proportion to 100%`;
    return [{ code: 'exclusive-too-likely', message, items: ids }];
  });
}

/** Of what excludes one thing no two happen together, which nobody may have meant. */
function noteThroughOthers(events: readonly RiskEvent[]): readonly ForecastNote[] {
  const excludes = (a: RiskEvent, b: RiskEvent): boolean =>
    a.risk.excludes?.includes(b.id) === true || b.risk.excludes?.includes(a.id) === true;
  return events.flatMap((_, head): readonly ForecastNote[] => {
    const group = events.filter(event => event.group === head);
    for (const [place, a] of group.entries()) {
      const b = group.slice(place + 1).find(other => !excludes(a, other));
      if (!b) continue;
      const message = `${a.id} and ${b.id} are taken to exclude one another too, since both hang on the same others in excludes; where they may happen together, say it with a shared driver instead`;
      return [{ code: 'exclusive-through-others', message, items: [a.id, b.id] }];
    }
    return [];
  });
}

/** A risk that happens and does nothing is told, as its impact may have been forgotten. */
function noteHarmless(events: readonly RiskEvent[]): readonly ForecastNote[] {
  return events.flatMap(({ id, title, ratings }): readonly ForecastNote[] => {
    const impacts = Object.values(ratings).map(
      ({ delay, factor, cost }) => delay ?? factor ?? cost,
    );
    if (impacts.some(impact => impact !== undefined)) return [];
    const message = `${id} "${title}" has no impact in days or money that can be counted, so it changes nothing here; give current an impact with schedule or cost, such as 2d..5d`;
    return [{ code: 'risk-no-impact', message, items: [id] }];
  });
}

function noteEnds(events: readonly RiskEvent[]): readonly ForecastNote[] {
  return events.flatMap(({ id, title, isAtEnd, ratings }): readonly ForecastNote[] => {
    if (!isAtEnd || !ratings.current.delay) return [];
    const message = `${id} "${title}" does not say what it delays, so it delays the end of the project; name tasks or milestones in affects`;
    return [{ code: 'risk-at-end', message, items: [id] }];
  });
}
