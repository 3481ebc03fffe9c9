import type { Change, PlainValue } from '../model/change.ts';
import type { Milestone } from '../model/milestone.ts';
import type { ImportedPlan, ImportedTask } from './importedPlan.ts';
import { findOverwritten, type OverwrittenValue } from './overwrittenValues.ts';
import { plainItem } from './plainItem.ts';

/** An item that an import changes. */
export interface ChangedItem {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
}

/**
 * What has become of the plan's milestones in another program, which has them as tasks without
 * length: their title and the date that was promised. The rest follows from their tasks.
 */
export function changedMilestones(
  { tasks }: ImportedPlan,
  own: ReadonlyMap<string, Milestone>,
  echoes: ReadonlyMap<string, ImportedTask>,
): {
  readonly changes: readonly Change[];
  readonly changed: readonly ChangedItem[];
  readonly unchanged: readonly string[];
  readonly overwritten: readonly OverwrittenValue[];
} {
  const overwritten: OverwrittenValue[] = [];
  const changes: Change[] = [];
  const changed: ChangedItem[] = [];
  const unchanged: string[] = [];
  for (const task of tasks) {
    const milestone = own.get(task.origin);
    const echo = echoes.get(task.origin);
    if (!milestone || !echo) continue;
    const fields: [string, PlainValue | undefined][] = [];
    if (task.title !== echo.title) fields.push(['title', task.title]);
    const due = task.fields['deadline'];
    if (due !== undefined && due !== echo.fields['deadline']) {
      const isDay =
        milestone.due?.hasTime !== true && clockOf(due) === clockOf(echo.fields['deadline']);
      fields.push(['due', isDay ? dayOf(due) : due]);
    }
    const { id } = milestone;
    const before = plainItem(milestone);
    for (const [field, value] of fields) {
      changes.push({ kind: 'set', id, field: [field], value });
      const lost = findOverwritten(id, field, { before: before[field], after: value });
      if (lost) overwritten.push(lost);
    }
    if (fields.length === 0) unchanged.push(id);
    else changed.push({ id, title: task.title, fields: fields.map(([field]) => field) });
  }
  return { changes, changed, unchanged, overwritten };
}

/** A promise for a day is sent as the end of its work, and stays one for a day at the same hour. */
function clockOf(date: PlainValue | undefined): string | undefined {
  return typeof date === 'string' ? date.split('T')[1] : undefined;
}

function dayOf(date: PlainValue | undefined): PlainValue | undefined {
  return typeof date === 'string' ? date.split('T')[0] : date;
}
