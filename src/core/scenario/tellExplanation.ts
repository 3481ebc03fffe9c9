import { assertNever } from '../base/assertNever.ts';
import { dayOf, formatDay, formatPlanDate, minutesPerDay, type Instant } from '../model/instant.ts';
import { finishMoment, startMoment } from '../schedule/dateMeaning.ts';
import type { Conflict } from '../schedule/explainConflicts.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import type { UndatedReason } from '../schedule/explanation.ts';
import type { Candidate } from './candidates.ts';
import type { Gain, GainSearch } from './findGains.ts';
import { nameItem, tellLate, tellNotes, tellReason } from './tellReason.ts';
import { tellWork } from './tellWork.ts';

/** A conflict for people: what is at odds, and the ways out of it. */
export interface ToldConflict {
  readonly message: string;
  /** The item to blame first. */
  readonly items: readonly string[];
  readonly ways: readonly string[];
}

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
    case 'other-people':
      return `${name} done by somebody who is there, instead of ${before}`;
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
    gain.minutes > 0 ? `${tellWork(gain.minutes, scale)} earlier` : 'Earlier in time off';
  return `${size}${all}${price}`;
}

/** How much was tried, said honestly. */
export function tellSearch({ gains, tried, untried }: GainSearch): string {
  const rest = untried > 0 ? ` of ${tried + untried} possible` : '';
  const changes = `${tried}${rest} change${tried + untried === 1 ? '' : 's'}`;
  if (tried === 0) return 'Nothing that it hangs on could be made shorter or looser';
  if (gains.length === 0) return `${changes} tried, and none would bring it earlier`;
  return `${changes} tried, ${gains.length} would bring it earlier`;
}

export function tellConflict(ctx: ExplainContext, conflict: Conflict): ToldConflict {
  switch (conflict.kind) {
    case 'against-logic':
      return tellAgainstLogic(ctx, conflict);
    case 'promise-missed': {
      const field = ctx.plan.milestones.has(conflict.id) ? 'due date' : 'deadline';
      const day = formatDay(conflict.finish - 1);
      return {
        message: conflict.problem.message,
        items: [conflict.id],
        ways: [`Move the ${field} to ${day}`, 'Bring what it hangs on earlier, as tried below'],
      };
    }
    case 'float-negative': {
      const last = conflict.path.at(-1) ?? conflict.id;
      const size = tellWork(conflict.minutes, ctx.plan.project.durationScale);
      const through = conflict.path.length > 1 ? ` (through ${conflict.path.length - 1} more)` : '';
      return {
        message: `${nameItem(ctx, conflict.id)} would have to be ${size} earlier: for ${nameItem(ctx, last)}${through}, ${tellLate(ctx, last, conflict.promise)}`,
        items: [conflict.id, ...conflict.path],
        ways: [
          'Move that date, or shorten what lies between',
          'Bring what it hangs on earlier, as tried below',
        ],
      };
    }
    default:
      return assertNever(conflict);
  }
}

function tellAgainstLogic(
  ctx: ExplainContext,
  { id, problem, drivers, logical }: Extract<Conflict, { kind: 'against-logic' }>,
): ToldConflict {
  const names = drivers.map(driver => nameItem(ctx, driver));
  const task = ctx.taskOf(id);
  const field = task?.pinned ? 'pin' : 'constraint';
  const isOfFinish = !task?.pinned && /^[FM]F|^FN/.test(task?.constraint?.kind ?? '');
  const day = logical && dateText(ctx, id, logical, isOfFinish);
  return {
    message: problem.message,
    items: [id, ...drivers],
    ways: [
      ...(day === undefined ? [] : [`Give the ${field} the date ${day} or later`]),
      `Take the ${field} out`,
      ...names.map(name => `Bring ${name} earlier, or take the dependency on it out`),
    ],
  };
}

/** The date that means the moment, as it would be written into a file. */
function dateText(
  { schedule }: ExplainContext,
  id: string,
  { start, finish }: { readonly start: Instant; readonly finish: Instant },
  isOfFinish: boolean,
): string {
  const at = isOfFinish ? finish : start;
  const day = { at: dayOf(at) * minutesPerDay, hasTime: false };
  const calendar = schedule.calendarOf(id);
  const meant = isOfFinish ? finishMoment(day, calendar) : startMoment(day, calendar);
  return formatPlanDate(meant === at ? day : { at, hasTime: true });
}

/** Why an item has its dates, in one line that begins like a sentence. */
export function tellExplanation(ctx: ExplainContext, id: string): string {
  const explanation = explainDates(ctx, id, 'finish', 1);
  if (explanation.kind === 'undated') return sentence(tellUndated(ctx, id, explanation.reason));
  const [step] = explanation.steps;
  return step ? sentence([tellReason(ctx, step), ...tellNotes(ctx, step)].join('; ')) : '';
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
