import { assertNever } from '../../src/core/base/assertNever.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';
import type { ChartModel } from './chartModel.ts';

export interface EmptyEvents {
  readonly add: () => void;
  readonly clearFilter: () => void;
  readonly showClosed: () => void;
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
  let lack: Lack = 'plan';
  button.addEventListener('click', () => {
    if (lack === 'match') events.clearFilter();
    else if (lack === 'open') events.showClosed();
    else events.add();
  });
  return {
    element,
    show: model => {
      setHidden(element, !model.outline || model.outline.visible.length > 0);
      if (element.hidden || !model.plan) return;
      lack = lackOf(model);
      button.disabled = lack === 'plan' && !model.plan.canEdit;
      const words = wordsOf(lack, model.choices.filter);
      setText(title, words.title);
      setText(button, words.button);
      setText(text, words.text);
    },
  };
}

/** What there is none of: items, matches of the filter, or work that is still open. */
type Lack = 'plan' | 'match' | 'open';

function lackOf({ plan, choices }: ChartModel): Lack {
  if (!plan || plan.view.rows.count === 0) return 'plan';
  return choices.filter.trim() === '' ? 'open' : 'match';
}

function wordsOf(
  lack: Lack,
  filter: string,
): { readonly title: string; readonly text: string; readonly button: string } {
  switch (lack) {
    case 'plan':
      return {
        title: 'Nothing is planned yet',
        text: 'Add the first task, give it an estimate and say what it waits for: the dates follow by themselves.',
        button: 'Add a task',
      };
    case 'match':
      return {
        title: 'Nothing matches',
        text: `No item of the plan fits “${filter}”.`,
        button: 'Clear the filter',
      };
    case 'open':
      return {
        title: 'All of it is done',
        text: 'Everything in the plan is done or dropped, and done work is hidden.',
        button: 'Show done work',
      };
    default:
      return assertNever(lack);
  }
}
