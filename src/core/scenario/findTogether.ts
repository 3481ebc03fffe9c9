import { createExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { changePlan, compareGains, tryChanges, type Gain, type TriedPlan } from './findGains.ts';

/** How many changes are made together. */
const mostTogether = 4;

/** How many are tried for each of them. */
const mostEach = 4;

/**
 * Changes that bring an item earlier only together, or more so: where two causes hold it alike,
 * neither gains anything alone. Step by step the change that gains most is made, or the largest where
 * none does, and what holds the item then is looked for anew.
 *
 * @param alone the best that one change gains
 * @returns undefined where one change gains as much
 */
export function findTogether(
  tried: TriedPlan,
  id: string,
  alone: Gain | undefined,
): Gain | undefined {
  let changes: readonly Candidate[] = [];
  let best: Gain | undefined;
  while (changes.length < mostTogether) {
    const candidates = candidatesAfter(tried, id, changes).slice(0, mostEach);
    const [first] = candidates;
    if (!first) break;
    const made = changes;
    const gains = candidates.flatMap(
      candidate => tryChanges(tried, id, [...made, candidate]) ?? [],
    );
    const [next] = gains.sort(compareGains);
    const isBetter = next !== undefined && (best === undefined || next.finish < best.finish);
    if (isBetter) best = next;
    changes = isBetter ? next.changes : [...changes, first];
  }
  const needed = best && leaveOut(tried, id, best);
  if (!needed || needed.changes.length < 2) return undefined;
  return alone && alone.finish <= needed.finish ? undefined : needed;
}

/** What could be changed of what holds the item once the changes are made. */
function candidatesAfter(
  tried: TriedPlan,
  id: string,
  changes: readonly Candidate[],
): readonly Candidate[] {
  const plan = changePlan(tried, changes);
  if (!plan) return [];
  const schedule = tried.schedule(plan, tried.options);
  const ctx = createExplainContext(plan, schedule, tried.options);
  const explanation = explainDates(ctx, id);
  if (explanation.kind === 'undated') return [];
  const made = new Set(changes.map(keyOf));
  return findCandidates(ctx, explanation.steps).filter(candidate => !made.has(keyOf(candidate)));
}

function keyOf({ id, field }: Candidate): string {
  return `${id}.${field}`;
}

/** Without the changes that turned out to gain nothing. */
function leaveOut(tried: TriedPlan, id: string, gain: Gain): Gain {
  let needed = gain;
  for (const change of gain.changes) {
    const fewer = needed.changes.filter(other => other !== change);
    const without = fewer.length > 0 ? tryChanges(tried, id, fewer) : undefined;
    if (without && without.finish <= needed.finish) needed = without;
  }
  return needed;
}
