import { createElement, setText } from '../ui/element.ts';
import type { ChartModel } from './chartModel.ts';

export interface EmptyEvents {
  readonly add: () => void;
  readonly clearFilter: () => void;
}

/** What is said instead of rows: a plan without anything in it, or a filter that nothing matches. */
export function createEmptyState(events: EmptyEvents): {
  readonly element: HTMLElement;
  show(model: ChartModel): void;
} {
  const title = createElement('h2');
  const text = createElement('p');
  const button = createElement('button', {
    class: 'gantt-button is-primary',
    attributes: { type: 'button' },
  });
  const element = createElement('div', { class: 'gantt-empty' }, [title, text, button]);
  element.hidden = true;
  let isFiltered = false;
  button.addEventListener('click', () => (isFiltered ? events.clearFilter() : events.add()));
  return {
    element,
    show: model => {
      element.hidden = !model.outline || model.outline.visible.length > 0;
      if (element.hidden || !model.plan) return;
      isFiltered = model.plan.view.rows.count > 0;
      button.disabled = !isFiltered && !model.plan.canEdit;
      setText(title, isFiltered ? 'Nothing matches' : 'Nothing is planned yet');
      setText(button, isFiltered ? 'Clear the filter' : 'Add a task');
      setText(
        text,
        isFiltered
          ? `No title, id or person contains “${model.choices.filter}”.`
          : 'Add the first task, give it an estimate and say what it waits for: the dates follow by themselves.',
      );
    },
  };
}
