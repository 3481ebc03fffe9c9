import { assertNever } from '../base/assertNever.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import type { UndatedReason } from '../schedule/explanation.ts';
import type { Candidate } from './candidates.ts';
import type { Gain, GainSearch } from './findGains.ts';
import { nameItem } from './tellReason.ts';
import { tellWork } from './tellWork.ts';

/** Why an item has no dates, going on after its name. */
export function tellUndated(ctx: ExplainContext, id: string, reason: UndatedReason): string {
  switch (reason.kind) {
    case 'dropped':
      return reason.holder === id
        ? 'has no dates: it was dropped'
        : `has no dates: ${nameItem(ctx, reason.holder)}, which it is part of, was dropped`;
    case 'loop':
      return `has no dates because of a loop. ${reason.problem.message}`;
    case 'horizon':
      return `has no dates. ${reason.problem.message}`;
    case 'nothing-dated':
      return 'has no dates: it has no tasks, and no due date';
    default:
      return assertNever(reason);
  }
}

/** `T-7KQ3 "Parser" in 2d instead of 4d` */
export function tellChange(ctx: ExplainContext, change: Candidate): string {
  const name = nameItem(ctx, change.id);
  const { before = '', after = '' } = change;
  switch (change.kind) {
    case 'halve':
    case 'day-less':
      return change.field === 'remaining'
        ? `${name} with ${after} left instead of ${before}`
        : `${name} in ${after} instead of ${before}`;
    case 'optimistic':
      return `${name} in ${after}, the best case of ${before}`;
    case 'no-lag':
      return `${name} without the wait in ${before}`;
    case 'no-constraint':
      return after === ''
        ? `${name} without its constraint ${before}`
        : `${name} as soon as possible`;
    case 'no-pin':
      return `${name} not pinned to ${before}`;
    case 'no-pause':
      return `${name} without its pauses`;
    case 'other-people':
      return after === ''
        ? `${name} done by somebody who is there, instead of ${before}`
        : `${name} by ${after} instead of ${before}`;
    case 'full-share':
      return `${name} by ${after} instead of ${before}`;
    case 'project-calendar':
      return `${name} on the project's calendar instead of ${before}`;
    default:
      return assertNever(change.kind);
  }
}

/** `2 working days earlier, the project 1 working day`, and what it would bring along. */
export function tellGain(ctx: ExplainContext, gain: Gain): string {
  const scale = ctx.plan.project.durationScale;
  const { newProblems } = gain;
  const count = newProblems.length;
  const all =
    gain.projectMinutes > 0 && gain.projectMinutes !== gain.minutes
      ? `, the project ${tellWork(gain.projectMinutes, scale)}`
      : gain.projectMinutes > 0
        ? ', and so the project'
        : '';
  const price =
    count === 0
      ? ''
      : `, but then ${newProblems[0]?.message ?? ''}${count > 1 ? ` (and ${count - 1} more)` : ''}`;
  const size =
    gain.minutes > 0 ? `${tellWork(gain.minutes, scale)} earlier` : 'Earlier, by time off alone';
  return `${size}${all}${price}`;
}

/** How much was tried, said honestly. */
export function tellSearch(
  { gains, tried, untried }: GainSearch,
  together: Gain | undefined,
): string {
  const rest = untried > 0 ? ` of ${tried + untried} possible` : '';
  const changes = `${tried}${rest} change${tried + untried === 1 ? '' : 's'}`;
  if (tried === 0) return 'Nothing that it hangs on could be made shorter or looser';
  if (gains.length === 0) {
    const none = together ? 'none would bring it earlier alone' : 'none would bring it earlier';
    return `${changes} tried, and ${none}`;
  }
  const alone = together ? ' alone' : '';
  return `${changes} tried, ${gains.length} would bring it earlier${alone}`;
}
