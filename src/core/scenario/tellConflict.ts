import { assertNever } from '../base/assertNever.ts';
import type { Conflict } from '../schedule/explainConflicts.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
import { explainDates } from '../schedule/explainDates.ts';
import type { End, Reason } from '../schedule/explanation.ts';
import { endOfPredecessor } from '../schedule/findBounds.ts';
import type { ExplainedConflict, WayOut } from './findWaysOut.ts';
import { nameItem, tellLate } from './tellReason.ts';
import { tellWork } from './tellWork.ts';

/** A conflict for people: what is at odds, and the ways out of it. */
export interface ToldConflict {
  readonly message: string;
  /** The item to blame first. */
  readonly items: readonly string[];
  /** Edits that were tried and end it, each with what it would break, then what else would. */
  readonly ways: readonly string[];
}

export function tellConflict(
  ctx: ExplainContext,
  { conflict, ways }: ExplainedConflict,
): ToldConflict {
  return {
    message: messageOf(ctx, conflict),
    items: itemsOf(conflict),
    ways: [...ways.map(tellWay), ...tellEffort(ctx, conflict)],
  };
}

/** `Take the constraint out, but then …` */
export function tellWay({ says, newProblems }: WayOut): string {
  const [first] = newProblems;
  const more = newProblems.length > 1 ? ` (and ${newProblems.length - 1} more)` : '';
  return first ? `${says}, but then ${first.message}${more}` : says;
}

function messageOf(ctx: ExplainContext, conflict: Conflict): string {
  if (conflict.kind !== 'float-negative') return conflict.problem.message;
  const { id, minutes, path, promise, begun } = conflict;
  const last = path.at(-1) ?? id;
  const size = tellWork(minutes, ctx.plan.project.durationScale);
  if (begun !== undefined) {
    return `${nameItem(ctx, id)} ends ${size} later than is left by ${nameItem(ctx, begun)}, which has begun without waiting for it; correct what they say, or take the dependency out`;
  }
  const through = path.length > 1 ? ` (through ${path.length - 1} more)` : '';
  return `${nameItem(ctx, id)} would have to be ${size} earlier: for ${nameItem(ctx, last)}${through}, ${tellLate(ctx, last, promise)}`;
}

function itemsOf(conflict: Conflict): readonly string[] {
  switch (conflict.kind) {
    case 'against-logic':
      return [conflict.id, ...conflict.drivers.map(({ dependency }) => dependency.predecessor)];
    case 'promise-missed':
      return [conflict.id];
    case 'float-negative':
      return [conflict.id, ...conflict.path];
    default:
      return assertNever(conflict);
  }
}

/** How much earlier or shorter what would have to be, where no single edit does it and time is left. */
function tellEffort(ctx: ExplainContext, conflict: Conflict): readonly string[] {
  const scale = ctx.plan.project.durationScale;
  switch (conflict.kind) {
    case 'against-logic':
      return tellEarlier(ctx, conflict);
    case 'promise-missed': {
      const { id, finish, promised } = conflict;
      const minutes = ctx.schedule.calendarOf(id).workBetween(promised, finish);
      const explanation = explainDates(ctx, id, 'finish', 1);
      const [step] = explanation.kind === 'dated' ? explanation.steps : [];
      if (!step) return [];
      const isHung = isInner(step.reason) || step.reason.kind === 'dependency';
      if (isHung && !hangsOnPast(ctx, step.reason))
        return [`Bring what it hangs on ${tellWork(minutes, scale)} earlier`];
      const { reason, dates } = step;
      const length = reason.kind === 'progress' ? reason.left : dates.durationMinutes;
      const mayShrink = step.isDrivenByLength && minutes < length;
      return mayShrink ? [`Shorten it by ${tellWork(minutes, scale)}`] : [];
    }
    case 'float-negative':
      return [`Shorten what lies between by ${tellWork(conflict.minutes, scale)}`];
    default:
      return assertNever(conflict);
  }
}

function tellEarlier(
  ctx: ExplainContext,
  { id, logical, drivers }: Extract<Conflict, { kind: 'against-logic' }>,
): readonly string[] {
  const dates = ctx.schedule.datesOf(id);
  if (!dates || !logical) return ['Bring what it waits for earlier'];
  const scale = ctx.plan.project.durationScale;
  const calendar = ctx.schedule.calendarOf(id);
  // The status date and the start of the project cannot be brought earlier, nor can what is over.
  const isOpen = drivers.every(
    ({ dependency }) => !isPast(ctx, dependency.predecessor, endOfPredecessor(dependency)),
  );
  if (drivers.length > 0 && isOpen) {
    const names = [...new Set(drivers.map(({ dependency }) => dependency.predecessor))]
      .map(driver => nameItem(ctx, driver))
      .join(' and ');
    return [
      `Bring ${names} ${tellWork(calendar.workBetween(dates.start, logical.start), scale)} earlier`,
    ];
  }
  const kind = ctx.taskOf(id)?.constraint?.kind;
  const isOfFinish = kind === 'FNLT' || kind === 'MFO';
  const room = calendar.workBetween(logical.start, dates.finish);
  const minutes = calendar.workBetween(dates.finish, logical.finish);
  const mayShrink = isOfFinish && !ctx.taskOf(id)?.pinned && room > 0 && minutes > 0;
  return mayShrink ? [`Shorten it by ${tellWork(minutes, scale)}`] : [];
}

/** True where what it hangs on has come, so that nothing can bring that earlier. */
function hangsOnPast(ctx: ExplainContext, reason: Reason): boolean {
  switch (reason.kind) {
    case 'dependency': {
      const { dependency } = reason;
      return isPast(ctx, dependency.predecessor, endOfPredecessor(dependency));
    }
    case 'part':
      return isPast(ctx, reason.part, reason.end);
    case 'last-task':
      return isPast(ctx, reason.task, 'finish');
    default:
      return false;
  }
}

/** True of an end that has come, be it through the part of a summary or the task of a milestone. */
function isPast(ctx: ExplainContext, id: string, end: End): boolean {
  const explanation = explainDates(ctx, id, end);
  const steps = explanation.kind === 'dated' ? explanation.steps : [];
  const kind = steps.find(({ reason }) => !isInner(reason))?.reason.kind;
  return kind === 'finished' || kind === 'started' || kind === 'reached';
}

function isInner({ kind }: Reason): boolean {
  return kind === 'part' || kind === 'last-task';
}
