import { formatDay, minutesPerDay } from '../../src/core/model/instant.ts';
import { taskStatuses, type TaskStatus } from '../../src/core/model/task.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { openPopover, type Anchor } from '../ui/popover.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import { daysText, lastDayOf } from './dateText.ts';
import {
  editDuration,
  editFinish,
  editProgress,
  editStart,
  editStatus,
  nudgeLength,
  nudgeStart,
  type Edit,
} from './editIntents.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { holdRow, whyFixed, type Held } from './reschedule.ts';
import { rowActions } from './rowActions.ts';
import { isMilestoneItem, spokenDates, statusLabel, statusOf, undatedReason } from './rowText.ts';

/** Everything about a row that can be changed by clicks and typing alone. */
export interface EditPopover {
  /** Follows a new plan; what a person is typing just now is left alone. */
  refresh(): void;
  close(): void;
}

export interface EditPopoverOptions {
  readonly model: ChartModel;
  readonly actions: PanelActions;
  readonly row: number;
  readonly anchor: Anchor;
  readonly onClose: () => void;
}

/** A field that can be brought up to date. */
interface Field {
  readonly element: HTMLElement;
  readonly refresh: (plan: LoadedPlan, row: number) => void;
}

export function openEditPopover(options: EditPopoverOptions): EditPopover {
  const { model, actions, anchor } = options;
  const id = model.idOf(options.row);
  const present = (): { readonly plan: LoadedPlan; readonly row: number } | undefined => {
    const row = model.plan?.rowOf(id);
    return model.plan && row !== undefined ? { plan: model.plan, row } : undefined;
  };
  const error = createElement('p', { class: 'gantt-popover-error', attributes: { role: 'alert' } });
  const apply = (decide: (held: Held, plan: LoadedPlan, row: number) => Edit): void => {
    const now = present();
    if (!now) return;
    const edit = decide(holdRow(now.plan, now.row), now.plan, now.row);
    error.textContent = edit?.kind === 'refusal' ? edit.message : '';
    if (edit?.kind === 'intent') void actions.run(edit.intent).then(() => refresh());
  };
  const now = present();
  const fields = now ? createFields(now.plan, now.row, apply) : [];
  const title = createElement('h2', { class: 'gantt-popover-title' });
  const note = createElement('p', { class: 'gantt-popover-note' });
  const content = createElement('div', { class: 'gantt-popover' }, [
    title,
    note,
    ...fields.map(field => field.element),
    error,
    createActions(options, () => popover.dispose()),
  ]);
  const refresh = (): void => {
    const { plan, row } = present() ?? {};
    if (!plan || row === undefined) {
      popover.dispose();
      return;
    }
    title.textContent = textAt(plan.view.rows.title, row);
    const reason = whyFixed(plan, row);
    note.textContent = undatedReason(plan.view, row) ?? reason ?? spokenDates(plan.view, row);
    for (const field of fields) field.refresh(plan, row);
  };
  const popover = openPopover({
    anchor,
    content,
    label: `Edit ${model.plan ? textAt(model.plan.view.rows.title, options.row) : ''}`,
    onClose: options.onClose,
  });
  refresh();
  const first = content.querySelector<HTMLElement>('input:enabled, select:enabled, button:enabled');
  first?.focus();
  return { refresh, close: () => popover.dispose() };
}

type Apply = (decide: (held: Held, plan: LoadedPlan, row: number) => Edit) => void;

function createFields(plan: LoadedPlan, row: number, apply: Apply): readonly Field[] {
  const isMilestone = isMilestoneItem(plan.view, row);
  const start = createInput({
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
  if (isMilestone) return [start, status];
  return [start, ...createLengthFields(apply), status];
}

function createLengthFields(apply: Apply): readonly Field[] {
  const isFixed = (now: LoadedPlan, at: number): boolean => whyFixed(now, at) !== undefined;
  const finish = createInput({
    label: 'Finish',
    type: 'date',
    read: (now, at) => dateValue(lastDayOf(numberAt(now.view.rows.finish, at))),
    isFixed,
    onChange: text => apply(held => editFinish(held, text)),
  });
  const duration = createInput({
    label: 'Duration',
    type: 'text',
    read: (now, at) =>
      daysText(numberAt(now.view.rows.durationMinutes, at), now.view.minutesPerDay),
    isFixed,
    onChange: text => apply(held => editDuration(held, text)),
  });
  duration.element.append(createNudges('day of work', days => apply(h => nudgeLength(h, days))));
  const progress = createInput({
    label: 'Progress %',
    type: 'number',
    read: (now, at) => String(Math.round((numberAt(now.view.rows.progress, at) || 0) * 100)),
    isFixed: now => !now.canEdit,
    onChange: text => apply(held => editProgress(held.id, text)),
  });
  return [finish, duration, progress];
}

function createInput(field: {
  readonly label: string;
  readonly type: 'date' | 'text' | 'number';
  readonly read: (plan: LoadedPlan, row: number) => string;
  readonly isFixed: (plan: LoadedPlan, row: number) => boolean;
  readonly onChange: (text: string) => void;
}): Field {
  const input = createElement('input', { class: 'gantt-input', attributes: { type: field.type } });
  if (field.type === 'number') {
    input.min = '0';
    input.max = '100';
    input.step = '5';
  }
  input.addEventListener('change', () => field.onChange(input.value));
  const label = createElement('label', { class: 'gantt-field-label' }, [field.label, input]);
  return {
    element: createElement('div', { class: 'gantt-field' }, [label]),
    refresh: (plan, row) => {
      input.disabled = field.isFixed(plan, row);
      if (document.activeElement !== input) input.value = field.read(plan, row);
    },
  };
}

/** One day less and one day more, for those who neither drag nor type. */
function createNudges(what: string, onNudge: (days: number) => void): HTMLElement {
  const create = (days: number, text: string): HTMLButtonElement => {
    const label = days < 0 ? `One ${what} less` : `One ${what} more`;
    const button = createElement('button', {
      class: 'gantt-button is-secondary',
      text,
      title: label,
      attributes: { type: 'button', 'aria-label': label },
    });
    button.addEventListener('click', () => onNudge(days));
    return button;
  };
  return createElement('div', { class: 'gantt-tools' }, [create(-1, '−1d'), create(1, '+1d')]);
}

function createStatusField(isMilestone: boolean, onChange: (to: TaskStatus) => void): Field {
  const offered = isMilestone
    ? taskStatuses.filter(status => status === 'todo' || status === 'done' || status === 'dropped')
    : taskStatuses;
  const select = createElement(
    'select',
    { class: 'gantt-input' },
    offered.map(status =>
      createElement('option', { text: statusLabel(status), attributes: { value: status } }),
    ),
  );
  select.addEventListener('change', () => {
    const to = offered.find(status => status === select.value);
    if (to) onChange(to);
  });
  const label = createElement('label', { class: 'gantt-field-label' }, ['Status', select]);
  return {
    element: createElement('div', { class: 'gantt-field' }, [label]),
    refresh: (plan, row) => {
      select.disabled = !plan.canEdit;
      select.value = statusOf(plan.view, row);
    },
  };
}

function createActions(options: EditPopoverOptions, close: () => void): HTMLElement {
  const { model, actions, row } = options;
  const { plan } = model;
  const id = model.idOf(row);
  const offered = plan
    ? rowActions.filter(action => action.key !== 'edit' && action.isOffered(plan, row))
    : [];
  const buttons = offered.map(action => {
    const button = createElement('button', {
      class: 'gantt-button is-secondary',
      text: plan ? action.label(plan, row) : '',
      attributes: { type: 'button' },
    });
    button.addEventListener('click', () => {
      close();
      if (plan) action.run({ actions, plan, row, id, edit: () => undefined });
    });
    return button;
  });
  return createElement('div', { class: 'gantt-popover-actions' }, buttons);
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
