import { isHeading } from '../../src/core/views/ganttView.ts';
import { assertNever } from '../../src/core/base/assertNever.ts';
import { parseDependency } from '../../src/core/model/dependency.ts';
import { formatDay, minutesPerDay } from '../../src/core/model/instant.ts';
import { parseEstimate } from '../../src/core/model/duration.ts';
import { taskStatuses } from '../../src/core/model/task.ts';
import type { Choice } from '../ui/select.ts';
import { numberAt, textAt } from './columnar.ts';
import { columnOf, type ColumnKey } from './columns.ts';
import { lastDayOf } from './dateText.ts';
import {
  editDuration,
  editFinish,
  editProgress,
  editStart,
  editStatus,
  type Edit,
} from './editIntents.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { holdRow, whyFixed } from './reschedule.ts';
import { isMilestoneItem, statusLabel, statusOf } from './rowText.ts';

/** A cell that can be edited where it stands. */
export interface EditableCell {
  readonly kind: 'line' | 'suggest' | 'date';
  readonly value: string;
  readonly suggestions?: readonly Choice[];
  /** What a text means on the newest plan. */
  readonly read: (plan: LoadedPlan, row: number, text: string) => Edit;
}

/** The cell of a row as it can be edited, or why it cannot. */
export function editableCell(plan: LoadedPlan, row: number, key: ColumnKey): EditableCell | string {
  if (!plan.canEdit) return 'This plan cannot be changed here';
  if (isHeading(plan.view, row)) return 'A heading has nothing of its own to edit';
  if (isMilestoneItem(plan.view, row)) return milestoneCell(plan, row, key);
  switch (key) {
    case 'start':
    case 'finish':
    case 'length':
      return whyFixed(plan, row) ?? lengthCell(plan, row, key);
    case 'status':
      return {
        kind: 'suggest',
        value: statusLabel(statusOf(plan.view, row)),
        suggestions: taskStatuses.map(status => ({
          value: statusLabel(status),
          label: statusLabel(status),
        })),
        read: readStatus,
      };
    case 'progress':
      return {
        kind: 'line',
        value: columnOf(key).text(plan, row),
        read: ({ view }, at, text) => editProgress(textAt(view.rows.id, at), text),
      };
    case 'estimate':
      return fieldCell(textAt(plan.view.rows.estimate, row), readEstimate);
    case 'due':
      return dateCell(plan, row, 'deadline');
    case 'predecessors':
      return fieldCell(columnOf(key).text(plan, row), readPredecessors);
    case 'assignees':
      return {
        ...fieldCell(textAt(plan.view.rows.assignees, row), listOf('assignees')),
        suggestions: plan.view.people.map(person => ({ value: person.key, label: person.name })),
      };
    case 'milestone':
      return {
        ...fieldCell(textAt(plan.view.rows.milestone, row), fieldOf('milestone')),
        suggestions: milestonesOf(plan),
      };
    case 'tags':
      return fieldCell(tagsText(textAt(plan.view.rows.tags, row)), listOf('tags'));
    case 'variance':
      return 'Variance is computed: it tells how far the finish lies from the baseline';
    case 'float':
      return 'Float is computed: change dates, lengths or links';
    default:
      return assertNever(key);
  }
}

function milestoneCell(plan: LoadedPlan, row: number, key: ColumnKey): EditableCell | string {
  if (key === 'due') return dateCell(plan, row, 'due');
  if (key === 'assignees') {
    return fieldCell(textAt(plan.view.rows.assignees, row), fieldOf('owner'));
  }
  return 'A milestone follows its tasks: its title, due date and owner can be edited here';
}

function fieldCell(value: string, read: EditableCell['read']): EditableCell {
  return { kind: 'line', value, read };
}

function lengthCell(
  plan: LoadedPlan,
  row: number,
  key: 'start' | 'finish' | 'length',
): EditableCell {
  const { start, finish } = plan.view.rows;
  switch (key) {
    case 'start':
      return {
        kind: 'date',
        value: dateText(Math.floor(numberAt(start, row) / minutesPerDay)),
        read: (now, at, text) => editStart(holdRow(now, at), text),
      };
    case 'finish':
      return {
        kind: 'date',
        value: dateText(lastDayOf(numberAt(finish, row))),
        read: (now, at, text) => editFinish(holdRow(now, at), text),
      };
    case 'length':
      return {
        kind: 'line',
        value: columnOf(key).text(plan, row),
        read: (now, at, text) => editDuration(holdRow(now, at), text),
      };
    default:
      return assertNever(key);
  }
}

function dateCell(plan: LoadedPlan, row: number, field: 'deadline' | 'due'): EditableCell {
  const value = dateText(lastDayOf(numberAt(plan.view.rows.deadline, row)));
  return { kind: 'date', value, read: fieldOf(field) };
}

function dateText(day: number): string {
  return Number.isNaN(day) ? '' : formatDay(day * minutesPerDay);
}

function milestonesOf({ view: { rows } }: LoadedPlan): readonly Choice[] {
  return rows.id
    .map((id, row) => ({ value: id, label: textAt(rows.title, row) }))
    .filter(({ value }) => value.startsWith('M-'));
}

function readStatus({ view }: LoadedPlan, row: number, text: string): Edit {
  const wanted = text.trim().toLowerCase();
  const found = taskStatuses.find(
    status => status === wanted || statusLabel(status).toLowerCase() === wanted,
  );
  if (!found) return refusal(`Write one of ${taskStatuses.map(statusLabel).join(', ')}`);
  return editStatus(textAt(view.rows.id, row), statusOf(view, row), found);
}

/** The column tells the fixed length of a task that has one, and that is then what is edited. */
function readEstimate({ view }: LoadedPlan, row: number, text: string): Edit {
  const trimmed = text.trim();
  const isFixed = textAt(view.rows.duration, row) !== '';
  if (trimmed === '')
    return setFields(view.rows, row, { [isFixed ? 'duration' : 'estimate']: null });
  if (!parseEstimate(trimmed)) {
    return refusal('Write an estimate like 3d, or a range like 2d..3d..8d');
  }
  if (trimmed.includes('..')) {
    return setFields(view.rows, row, { estimate: trimmed, ...(isFixed ? { duration: null } : {}) });
  }
  return setFields(view.rows, row, { [isFixed ? 'duration' : 'estimate']: trimmed });
}

/** `T-7KQ3, T-9F2A SS+2d`; a comma stands between what the task waits for. */
function readPredecessors({ view }: LoadedPlan, row: number, text: string): Edit {
  const parts = partsOf(text);
  const wrong = parts.find(part => !parseDependency(part));
  if (wrong !== undefined) {
    return refusal(`“${wrong}” is no link: write an id like T-7KQ3, T-7KQ3 SS+2d or T-7KQ3 FF-1ed`);
  }
  return setFields(view.rows, row, { dependsOn: parts.length > 0 ? parts : null });
}

function listOf(field: 'assignees' | 'tags'): EditableCell['read'] {
  return ({ view }, row, text) => {
    const parts = partsOf(text);
    return setFields(view.rows, row, { [field]: parts.length > 0 ? parts : null });
  };
}

function fieldOf(field: 'deadline' | 'due' | 'owner' | 'milestone'): EditableCell['read'] {
  return ({ view }, row, text) => {
    const trimmed = text.trim();
    return setFields(view.rows, row, { [field]: trimmed === '' ? null : trimmed });
  };
}

/** What stands between commas; in quotes a comma is one of the text, and two quotes are one. */
function partsOf(text: string): readonly string[] {
  return [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]+))/g)]
    .map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** As {@link partsOf} reads it; the tags stand one a line. */
function tagsText(lines: string): string {
  return lines
    .split('\n')
    .map(tag => (/[",]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag))
    .join(', ');
}

function setFields(
  { id }: LoadedPlan['view']['rows'],
  row: number,
  fields: Readonly<Record<string, string | readonly string[] | null>>,
): Edit {
  return {
    kind: 'intent',
    intent: { command: 'setFields', input: { id: textAt(id, row), fields } },
  };
}

function refusal(message: string): Edit {
  return { kind: 'refusal', message };
}
