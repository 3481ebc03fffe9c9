import { rowKind } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import {
  followsOneOf,
  holdRow,
  movedBy,
  rescheduleIntent,
  whyFixed,
  type Held,
  type Placement,
} from './reschedule.ts';
import { entriesOfRow } from './rowMarks.ts';
import { isMilestoneItem } from './rowText.ts';

export function isSummary({ view }: LoadedPlan, row: number): boolean {
  return numberAt(view.rows.kind, row) === rowKind.summary;
}

/** Why a row cannot be moved along time, a summary with its tasks; undefined when it can. */
export function whyUnmovable(plan: LoadedPlan, row: number): string | undefined {
  if (!isSummary(plan, row)) return whyFixed(plan, row);
  if (!plan.canEdit) return 'This plan cannot be written';
  if (movableBelow(plan, row).length > 0) return undefined;
  const title = textAt(plan.view.rows.title, row);
  return `No task of "${title}" can be moved: all have begun, are done, or have no dates of their own`;
}

/** Summaries give way to those of their tasks that can be moved. */
export function expandSummaries(plan: LoadedPlan, rows: readonly number[]): readonly number[] {
  const all = rows.flatMap(row => (isSummary(plan, row) ? movableBelow(plan, row) : [row]));
  return [...new Set(all)];
}

/** The tasks below a row that have not begun; what has begun stays where it did. */
function movableBelow(plan: LoadedPlan, row: number): readonly number[] {
  const { rows } = plan.view;
  const level = numberAt(rows.level, row);
  const found: number[] = [];
  for (let at = row + 1; at < rows.count && numberAt(rows.level, at) > level; at += 1) {
    const isTask = !isMilestoneItem(plan.view, at) && !isSummary(plan, at);
    if (isTask && whyFixed(plan, at) === undefined && !hasBegun(plan, at)) found.push(at);
  }
  return found;
}

function hasBegun({ view }: LoadedPlan, row: number): boolean {
  const isRecorded = entriesOfRow(view.actuals, row).some(
    entry => !Number.isNaN(numberAt(view.actuals?.from ?? [], entry)),
  );
  return isRecorded || numberAt(view.rows.progress, row) > 0;
}

/** Everything goes by as much working time as the row that leads. */
export function movedAlike(lead: Held, to: Placement): (held: Held) => Placement {
  const { workingTime } = lead;
  const minutes = workingTime.workBetween(lead.from.start, to.start);
  return held => {
    if (held === lead) return to;
    if (minutes === 0) return held.from;
    const { from, pausedMinutes } = held;
    const start = workingTime.nextWork(workingTime.addWork(from.start, minutes));
    const finish = workingTime.addWork(start, from.durationMinutes + pausedMinutes);
    return { ...from, start, finish };
  };
}

/** What moves a summary by days; what follows another of its tasks is left to the schedule. */
export function summaryIntents(plan: LoadedPlan, row: number, days: number): readonly Intent[] {
  const below = movableBelow(plan, row);
  const taken = new Set(below);
  const lead = holdRow(plan, row);
  const shift = movedAlike(lead, movedBy(lead, days * 1440, 'day'));
  return below
    .filter(each => !followsOneOf(plan, each, taken))
    .flatMap(each => {
      const held = holdRow(plan, each);
      return rescheduleIntent(held, shift(held)) ?? [];
    });
}
