import { findConflicts } from '../schedule/explainConflicts.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import type { ChainStep } from '../schedule/explanation.ts';
import type { TriedPlan } from './findGains.ts';
import { findWaysOut } from './findWaysOut.ts';
import { tellConflict } from './tellConflict.ts';
import { tellUndated } from './tellExplanation.ts';
import { nameItem, tellNotes, tellReason } from './tellReason.ts';

/** How much of a long chain is told: its near end and where it comes from. */
const mostNear = 5;
const mostFar = 1;

/** How far a chain is followed, so that a pointer at rest costs milliseconds. */
const mostFollowed = 500;

/** In a larger plan conflicts are told without edits, each of which would schedule it once more. */
const mostTasks = 2000;

/** How many conflicts are told, each with the edits that end it. */
const mostConflicts = 2;

/**
 * Why an item has its dates in a few lines that begin like sentences: its own reason, what that hangs
 * on back to the start, and what is at odds. What would bring it earlier is not looked for.
 */
export function tellInShort(tried: TriedPlan, ctx: ExplainContext, id: string): readonly string[] {
  const explanation = explainDates(ctx, id, 'finish', mostFollowed);
  if (explanation.kind === 'undated') return [sentence(tellUndated(ctx, id, explanation.reason))];
  const { steps } = explanation;
  const lines = steps.map((step, i) => (i === 0 ? sentence(tell(ctx, step)) : tellStep(ctx, step)));
  if (steps.length === mostFollowed) {
    lines.splice(mostNear, lines.length, `… and ${steps.length - mostNear} more at least`);
  }
  const hidden = lines.length - mostNear - mostFar;
  if (hidden > 0) lines.splice(mostNear, hidden, `… and ${hidden} more …`);
  return [...lines, ...tellConflicts(tried, ctx, { id, steps })];
}

function tellStep(ctx: ExplainContext, step: ChainStep): string {
  return `${nameItem(ctx, step.id)} ${tell(ctx, step)}`;
}

function tell(ctx: ExplainContext, step: ChainStep): string {
  return [tellReason(ctx, step), ...tellNotes(ctx, step)].join('; ');
}

function tellConflicts(
  tried: TriedPlan,
  ctx: ExplainContext,
  { id, steps }: { readonly id: string; readonly steps: readonly ChainStep[] },
): readonly string[] {
  const chain = steps.map(step => step.id);
  const found = findConflicts(ctx, id, chain);
  const some = found.slice(0, mostConflicts);
  const isSmall = ctx.plan.tasks.size <= mostTasks;
  const explained = isSmall
    ? findWaysOut(tried, ctx, some)
    : some.map(conflict => ({ conflict, ways: [] }));
  const lines = explained.flatMap(each => {
    const { message, ways } = tellConflict(ctx, each);
    return [`At odds: ${message}`, ...ways.map(way => `– ${way}`)];
  });
  const hidden = found.length - some.length;
  return hidden > 0 ? [...lines, `… and ${hidden} more at odds`] : lines;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
