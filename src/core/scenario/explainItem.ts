import { findConflicts } from '../schedule/explainConflicts.ts';
import { createExplainContext, type ExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import type { ChainStep, Explanation } from '../schedule/explanation.ts';
import { findCandidates } from './candidates.ts';
import { findWaysOut, type ExplainedConflict } from './findWaysOut.ts';
import { findGains, type Gain, type GainSearch, type TriedPlan } from './findGains.ts';
import { findTogether } from './findTogether.ts';

/** Why an item has its dates, what they contradict, and what would bring them earlier. */
export interface ItemExplanation {
  readonly id: string;
  readonly ctx: ExplainContext;
  readonly explanation: Explanation;
  /** Of a summary: what it begins with. */
  readonly start: ChainStep | undefined;
  readonly conflicts: readonly ExplainedConflict[];
  readonly search: GainSearch;
  /** Changes that gain more together than any alone. */
  readonly together: Gain | undefined;
}

/**
 * How many changes are tried: enough for a chain of twenty tasks, and fewer in a large plan, of
 * which each is scheduled once more.
 */
export function mostTried(tasks: number): number {
  return Math.max(16, Math.min(60, Math.floor(200_000 / Math.max(1, tasks))));
}

const nothingTried: GainSearch = { gains: [], tried: 0, untried: 0 };

/** @param id of a task or milestone */
export function explainItem(
  tried: TriedPlan,
  id: string,
  most = mostTried(tried.snapshot.plan.tasks.size),
): ItemExplanation {
  const { before, options, snapshot } = tried;
  const ctx = createExplainContext(snapshot.plan, before, options);
  const explanation = explainDates(ctx, id);
  if (explanation.kind === 'undated') {
    const nothing = { start: undefined, conflicts: [], search: nothingTried, together: undefined };
    return { id, ctx, explanation, ...nothing };
  }
  const { steps } = explanation;
  const begun = ctx.isSummary(id) ? explainDates(ctx, id, 'start') : undefined;
  const isDone = steps[0]?.dates.progress === 1;
  const candidates = isDone ? [] : findCandidates(ctx, steps);
  const search = findGains(tried, id, { candidates, most });
  return {
    id,
    ctx,
    explanation,
    start: begun?.kind === 'dated' ? begun.steps[0] : undefined,
    conflicts: findWaysOut(tried, ctx, findConflicts(ctx, id, idsOf(steps))),
    search,
    together: isDone ? undefined : findTogether(tried, id, search.gains[0]),
  };
}

function idsOf(steps: readonly ChainStep[]): readonly string[] {
  return steps.map(({ id }) => id);
}
