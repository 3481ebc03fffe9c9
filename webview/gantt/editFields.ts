import { formatDay, minutesPerDay } from '../../src/core/model/instant.ts';
import { rowKind } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import { daysText, lastDayOf } from './dateText.ts';
import { createInputField, createNudges, createStatusField, type Field } from './editControls.ts';
import {
  editDuration,
  editFinish,
  editProgress,
  editStart,
  editStatus,
  nudgeLength,
  nudgeStart,
  type Apply,
} from './editIntents.ts';
import { createLinksField } from './linksField.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { whyFixed } from './reschedule.ts';
import { isMilestoneItem, statusOf } from './rowText.ts';

/** The fields of a task, or the fewer of a milestone. */
export function createFields(plan: LoadedPlan, row: number, apply: Apply): readonly Field[] {
  const isMilestone = isMilestoneItem(plan.view, row);
  const start = createInputField({
    label: isMilestone ? 'Due' : 'Start',
    type: 'date',
    read: (now, at) => dateValue(startDay(now, at)),
    isFixed: (now, at) => whyFixed(now, at) !== undefined,
    onChange: text => apply(held => editStart(held, text)),
  });
  start.element.append(createNudges('day', days => apply(held => nudgeStart(held, days))));
  const status = createStatusField(isMilestone, to =>
    apply((held, now, at) => editStatus(held.id, statusOf(now.view, at), to)),
  );
  if (isMilestone) return [start, status, createLinksField('successor', apply)];
  const links = [createLinksField('predecessor', apply), createLinksField('successor', apply)];
  return [start, ...createLengthFields(apply), status, ...links];
}

function createLengthFields(apply: Apply): readonly Field[] {
  const isFixed = (now: LoadedPlan, at: number): boolean => whyFixed(now, at) !== undefined;
  const finish = createInputField({
    label: 'Finish',
    type: 'date',
    read: (now, at) => dateValue(lastDayOf(numberAt(now.view.rows.finish, at))),
    isFixed,
    onChange: text => apply(held => editFinish(held, text)),
  });
  const duration = createInputField({
    label: 'Duration',
    type: 'text',
    read: (now, at) =>
      daysText(numberAt(now.view.rows.durationMinutes, at), now.view.durationScale.minutesPerDay),
    isFixed,
    onChange: text => apply(held => editDuration(held, text)),
  });
  duration.element.append(createNudges('day of work', days => apply(h => nudgeLength(h, days))));
  const progress = createInputField({
    label: 'Progress %',
    type: 'number',
    read: (now, at) => String(Math.round((numberAt(now.view.rows.progress, at) || 0) * 100)),
    isFixed: (now, at) => !now.canEdit || numberAt(now.view.rows.kind, at) === rowKind.summary,
    onChange: text => apply(held => editProgress(held.id, text)),
  });
  return [finish, duration, progress];
}

/** Of a milestone its due date, of a task its start. */
function startDay(plan: LoadedPlan, row: number): number {
  const { rows } = plan.view;
  if (!isMilestoneItem(plan.view, row)) {
    return Math.floor(numberAt(rows.start, row) / minutesPerDay);
  }
  return lastDayOf(numberAt(rows.deadline, row));
}

function dateValue(day: number): string {
  return Number.isNaN(day) ? '' : formatDay(day * minutesPerDay);
}
