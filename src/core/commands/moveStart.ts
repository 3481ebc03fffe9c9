import { ok, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { formatConstraint } from '../model/constraint.ts';
import { formatDuration, formatEstimate } from '../model/duration.ts';
import { formatPlanDate, type Instant } from '../model/instant.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { editStart, type Bar, type TaskEdit } from '../schedule/taskEdits.ts';
import { nameOf, refuse, setField } from './commandPlan.ts';
import { ancestorsOf } from '../schedule/loopOfLinks.ts';

/**
 * Why a task cannot start earlier than it does: nothing but the plan's logic holds it there.
 * Undefined when a change of its own could let it.
 */
export function refuseEarlier({ item, dates, calendar }: Bar, plan: Plan): Problem | undefined {
  if (item.started ?? item.pinned) return undefined;
  const { constraint } = item;
  const kind = constraint?.kind ?? 'ASAP';
  const isHeldByDate =
    constraint && 'date' in constraint && kind === 'SNET'
      ? calendar.nextWork(constraint.date.at) >= dates.start
      : kind !== 'ASAP';
  if (isHeldByDate) return undefined;
  const holders = [item, ...ancestorsOf(plan, item.id).map(id => plan.tasks.get(id))];
  const names = holders.flatMap(holder =>
    (holder?.dependsOn ?? []).flatMap(({ predecessor }) => itemOf(plan, predecessor) ?? []),
  );
  const shown = [...new Set(names.slice(0, 3).map(nameOf)), ...(names.length > 3 ? ['…'] : [])];
  const cause =
    shown.length > 0
      ? `it waits for ${shown.join(', ')}; change what it waits for, or the link`
      : "it begins with the project, or with what is left to do on the status date; change the project's dates";
  const message = `${nameOf(item)} is as early as it can be: ${cause}`;
  return createProblem('command-refused', message, { items: [item.id] });
}

/**
 * The change that lets a task start at another moment.
 *
 * @param durationMinutes its length after the move
 */
export function moveStart(bar: Bar, to: Instant, durationMinutes: number): Result<Change, Problem> {
  const edit = editStart(bar, to, durationMinutes);
  if (edit) return ok(changeOfEdit(bar.item, edit));
  const { item } = bar;
  const limit = item.constraint ? formatConstraint(item.constraint) : '';
  const message = `${nameOf(item)} has the limit ${limit}, and a task has one constraint; make the limit a deadline or take it out to move the task`;
  return refuse(message, [item.id]);
}

/** The line of the file that an edit comes to. */
export function changeOfEdit({ id }: Task, edit: TaskEdit): Change {
  return setField(id, [edit.field], textOfEdit(edit));
}

export function textOfEdit(edit: TaskEdit): string {
  switch (edit.field) {
    case 'started':
    case 'pinned':
      return formatPlanDate(edit.value);
    case 'constraint':
      return formatConstraint(edit.value);
    case 'duration':
      return formatDuration(edit.value);
    case 'estimate':
    case 'remaining':
      return formatEstimate(edit.value);
  }
}
