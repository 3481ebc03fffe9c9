import { taskStatuses, type TaskStatus } from '../../src/core/model/task.ts';
import { createElement } from '../ui/element.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { statusLabel, statusOf } from './rowText.ts';

/** A field that can be brought up to date. */
export interface Field {
  readonly element: HTMLElement;
  readonly refresh: (plan: LoadedPlan, row: number) => void;
  /** Brings the link to an item into sight, where there are too many to show at once. */
  readonly reveal?: (id: string) => void;
}

export function createInputField(field: {
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
export function createNudges(what: string, onNudge: (days: number) => void): HTMLElement {
  const create = (days: number, text: string): HTMLButtonElement => {
    const label = `${text}: one ${what} ${days < 0 ? 'less' : 'more'}`;
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

export function createStatusField(isMilestone: boolean, onChange: (to: TaskStatus) => void): Field {
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
