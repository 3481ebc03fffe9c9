import type { ExplainContext } from './explainContext.ts';
import { explainStep, nextPlace, type Place } from './explainDates.ts';
import type { Reason } from './explanation.ts';

/** What drives an item's dates, and what its dates drive in turn. */
export interface DrivingPath {
  /** Without the item itself. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The dependencies that drive: predecessor, then the item that names it. */
  readonly links: readonly (readonly [string, string])[];
}

/** So many items are asked why they stand where they do, so that a selection costs milliseconds. */
const mostAsked = 3000;

/**
 * Follows the reasons that `explainDates` gives, all that hold at the same moment, back to where
 * they end, and forward through those who give the item as a reason of their own.
 */
export function findDrivingPath(ctx: ExplainContext, id: string): DrivingPath {
  const links = new Map<string, readonly [string, string]>();
  const before = findDrivers(ctx, id, links);
  const after = findDriven(ctx, id, links);
  return { before: [...before], after: [...after], links: [...links.values()] };
}

type Links = Map<string, readonly [string, string]>;

function findDrivers(ctx: ExplainContext, id: string, links: Links): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open: Place[] = [
    { id, end: 'start', isLate: false },
    { id, end: 'finish', isLate: false },
  ];
  for (let place = open.pop(); place && seen.size < mostAsked; place = open.pop()) {
    const key = `${place.id} ${place.end} ${place.isLate ? 'late' : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const reason of reasonsOf(ctx, place)) {
      const next = nextPlace(reason);
      if (!next) continue;
      keepLink(links, reason);
      if (next.id !== id) found.add(next.id);
      open.push({ ...next, from: place.id });
    }
  }
  return found;
}

function findDriven(ctx: ExplainContext, id: string, links: Links): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  let asked = 0;
  for (let driver = open.pop(); driver !== undefined; driver = open.pop()) {
    for (const other of mayBeDrivenBy(ctx, driver)) {
      if (asked++ > mostAsked) return found;
      const reasons = [
        ...reasonsOf(ctx, { id: other, end: 'start', isLate: false }),
        ...reasonsOf(ctx, { id: other, end: 'finish', isLate: false }),
      ].filter(reason => driverIn(reason) === driver);
      for (const reason of reasons) keepLink(links, reason);
      if (reasons.length === 0 || other === id || found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

function reasonsOf(ctx: ExplainContext, place: Place): readonly Reason[] {
  const step = explainStep(ctx, place);
  return step ? [step.reason, ...step.others] : [];
}

/** What waits for the item, itself or as a part of what does; its summary; its milestone. */
function mayBeDrivenBy(ctx: ExplainContext, id: string): ReadonlySet<string> {
  const waiting = ctx.linksFrom(id).flatMap(({ holder }) => ctx.leavesOf(holder));
  const milestone = ctx.taskOf(id)?.milestone;
  const [summary] = ctx.summariesOf(id);
  return new Set([
    ...waiting,
    ...(summary ? [summary.id] : []),
    ...(milestone === undefined ? [] : [milestone]),
  ]);
}

/** The item that a reason names as the one to wait for. */
function driverIn(reason: Reason): string | undefined {
  if (reason.kind === 'dependency') return reason.dependency.predecessor;
  if (reason.kind === 'part') return reason.part;
  return reason.kind === 'last-task' ? reason.task : undefined;
}

function keepLink(links: Links, reason: Reason): void {
  if (reason.kind === 'successor' && reason.dependency) {
    const { predecessor } = reason.dependency;
    links.set(`${predecessor} ${reason.successor}`, [predecessor, reason.successor]);
  }
  if (reason.kind !== 'dependency') return;
  const { holder, dependency } = reason;
  links.set(`${dependency.predecessor} ${holder}`, [dependency.predecessor, holder]);
}
