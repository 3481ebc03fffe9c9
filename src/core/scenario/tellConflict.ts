import { assertNever } from '../base/assertNever.ts';
import type { Conflict } from '../schedule/explainConflicts.ts';
import type { ExplainContext } from '../schedule/explainContext.ts';
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
    ways: [...ways.map(tellWay), tellEffort(ctx, conflict)],
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
  const { id, minutes, path, promise } = conflict;
  const last = path.at(-1) ?? id;
  const size = tellWork(minutes, ctx.plan.project.durationScale);
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

/** How much earlier what would have to be, where no single edit does it. */
function tellEffort(ctx: ExplainContext, conflict: Conflict): string {
  const scale = ctx.plan.project.durationScale;
  switch (conflict.kind) {
    case 'against-logic': {
      const { id, logical, drivers } = conflict;
      const dates = ctx.schedule.datesOf(id);
      const names = [...new Set(drivers.map(({ dependency }) => dependency.predecessor))]
        .map(driver => nameItem(ctx, driver))
        .join(' and ');
      if (!logical || !dates || names === '') return 'Bring what it waits for earlier';
      const minutes = ctx.schedule.calendarOf(id).workBetween(dates.start, logical.start);
      return `Bring ${names} ${tellWork(minutes, scale)} earlier`;
    }
    case 'promise-missed': {
      const { id, finish, promised } = conflict;
      const minutes = ctx.schedule.calendarOf(id).workBetween(promised, finish);
      return `Bring what it hangs on ${tellWork(minutes, scale)} earlier`;
    }
    case 'float-negative':
      return `Shorten what lies between by ${tellWork(conflict.minutes, scale)}`;
    default:
      return assertNever(conflict);
  }
}
