import { assertNever } from '../../src/core/base/assertNever.ts';
import { dayOf } from '../../src/core/model/instant.ts';
import type { QueryField, QueryFlag } from '../../src/core/views/itemQuery.ts';
import { isHeading, rowFlag, type GanttView } from '../../src/core/views/ganttView.ts';
import type { QueryFacts } from '../../src/core/views/matchQuery.ts';
import type { QueryMeasure } from '../../src/core/views/queryMeasures.ts';
import { numberAt, textAt } from './columnar.ts';
import { lastDayOf } from './dateText.ts';
import { hasFlag, isClosed, isMilestoneItem, isPoint, statusOf } from './rowText.ts';

/**
 * What a query can ask of a row: the same as `gantry list` asks of its item, but that words are
 * looked for in id, title, people and tags, and not in descriptions, which the chart does not have.
 */
export function factsOf(view: GanttView, row: number): QueryFacts {
  if (isHeading(view, row)) return noFacts;
  return {
    text: textOf(view, row),
    valuesOf: field => valuesOf(view, row, field),
    measureOf: measure => measureOf(view, row, measure),
    hasFlag: flag => isTrue(view, row, flag),
  };
}

/** What is no item is meant by no query. */
const noFacts: QueryFacts = {
  text: '',
  valuesOf: () => undefined,
  measureOf: () => undefined,
  hasFlag: () => false,
};

function textOf({ rows }: GanttView, row: number): string {
  const texts = [rows.id, rows.title, rows.assignees, rows.tags];
  return texts
    .map(column => textAt(column, row))
    .join('\n')
    .toLowerCase();
}

function valuesOf(view: GanttView, row: number, field: QueryField): readonly string[] | undefined {
  const { rows } = view;
  const isTask = !isMilestoneItem(view, row);
  switch (field) {
    case 'kind':
      return [isTask ? 'task' : 'milestone'];
    case 'status':
      return [isTask ? statusOf(view, row) : milestoneStatus(view, row)];
    case 'assignee':
      return linesOf(rows.assignees, row, ', ').map(each => each.split(' ')[0] ?? each);
    case 'milestone':
      return isTask ? linesOf(rows.milestone, row) : undefined;
    case 'parent': {
      if (!isTask) return undefined;
      const parent = numberAt(rows.parent, row);
      return parent >= 0 && !isMilestoneItem(view, parent) ? [textAt(rows.id, parent)] : [];
    }
    case 'priority':
      return isTask ? linesOf(rows.priority, row) : undefined;
    case 'type':
      return linesOf(rows.type, row);
    case 'tag':
      return linesOf(rows.tags, row);
    case 'code':
      return linesOf(rows.code, row);
    case 'category':
    case 'response':
    case 'rating':
    case 'review':
      return undefined;
    case 'origin':
      return linesOf(rows.origin, row);
    default:
      return assertNever(field);
  }
}

function milestoneStatus(view: GanttView, row: number): string {
  const status = statusOf(view, row);
  if (status === 'dropped') return status;
  return status === 'done' ? 'reached' : 'planned';
}

function linesOf(column: readonly string[], row: number, separator = '\n'): readonly string[] {
  const text = textAt(column, row);
  return text === '' ? [] : text.split(separator);
}

function measureOf(view: GanttView, row: number, measure: QueryMeasure): number | undefined {
  const { rows } = view;
  switch (measure) {
    case 'start':
      return present(dayOf(numberAt(rows.start, row)));
    case 'finish': {
      const finish = numberAt(rows.finish, row);
      return present(isPoint(view, row) ? dayOf(finish) : lastDayOf(finish));
    }
    case 'due':
      return present(lastDayOf(numberAt(rows.deadline, row)));
    case 'review':
      return undefined;
    case 'length':
      return hasDates(view, row) ? numberAt(rows.durationMinutes, row) : undefined;
    case 'float':
      return isClosed(view, row) ? undefined : present(numberAt(rows.totalFloat, row));
    case 'progress':
      return hasDates(view, row) ? numberAt(rows.progress, row) : undefined;
    default:
      return assertNever(measure);
  }
}

function present(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

function hasDates(view: GanttView, row: number): boolean {
  return !hasFlag(view, row, rowFlag.undated);
}

function isTrue(view: GanttView, row: number, flag: QueryFlag): boolean {
  switch (flag) {
    case 'open':
      return !isClosed(view, row);
    case 'critical':
      return hasFlag(view, row, rowFlag.critical);
    case 'overdue': {
      const { deadline, finish } = view.rows;
      const ends = numberAt(isMilestoneItem(view, row) ? deadline : finish, row);
      return !isClosed(view, row) && ends <= view.today;
    }
    case 'late':
      return hasFlag(view, row, rowFlag.late);
    case 'above-appetite':
      return false;
    case 'undated':
      return !hasDates(view, row) && !isClosed(view, row);
    default:
      return assertNever(flag);
  }
}
