import { assertNever } from '../../src/core/base/assertNever.ts';
import { dayOf, type Instant } from '../../src/core/model/instant.ts';
import {
  isFinishHold,
  rowHolds,
  type GanttView,
  type RowHold,
} from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import { lastDayOf, shortDay, spokenDay, yearOf } from './dateText.ts';
import { entriesOfRow } from './rowMarks.ts';

/** `Must start on 3 Mar`, one a line, for the tooltip; empty for what the plan's logic alone places. */
export function constraintText(view: GanttView, row: number): string {
  return holdsOf(view, row)
    .map(({ hold, at }) => sentenceOf(hold, shortDay(dayOfHold(hold, at), yearOf(view.today))))
    .join('\n');
}

/** `must start on 3 March`, for the ear. */
export function spokenConstraint(view: GanttView, row: number): string {
  return holdsOf(view, row)
    .map(({ hold, at }) => sentenceOf(hold, spokenDay(dayOfHold(hold, at), yearOf(view.today))))
    .map(text => text.charAt(0).toLowerCase() + text.slice(1))
    .join(', ');
}

function holdsOf(
  { constraints }: GanttView,
  row: number,
): readonly { readonly hold: RowHold; readonly at: Instant }[] {
  return entriesOfRow(constraints, row).map(entry => ({
    hold: rowHolds[numberAt(constraints?.kind ?? [], entry)] ?? 'ALAP',
    at: numberAt(constraints?.at ?? [], entry),
  }));
}

function dayOfHold(hold: RowHold, at: Instant): number {
  return isFinishHold(hold) ? lastDayOf(at) : dayOf(at);
}

function sentenceOf(hold: RowHold, day: string): string {
  switch (hold) {
    case 'ALAP':
      return 'As late as possible';
    case 'SNET':
      return `Starts no earlier than ${day}`;
    case 'SNLT':
      return `Starts no later than ${day}`;
    case 'FNET':
      return `Finishes no earlier than ${day}`;
    case 'FNLT':
      return `Finishes no later than ${day}`;
    case 'MSO':
      return `Must start on ${day}`;
    case 'MFO':
      return `Must finish on ${day}`;
    case 'pinned':
      return `Pinned to ${day}`;
    default:
      return assertNever(hold);
  }
}
