import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from '../ui/element.ts';
import { openPopover } from '../ui/popover.ts';

/** Asks for a date, and goes there with Enter or the button. */
export function openDatePopover(anchor: Element, goTo: (day: string) => void): Disposable {
  const input = createElement('input', {
    class: 'gantt-input',
    attributes: { type: 'date', required: '', max: '9999-12-31' },
  });
  const go = createElement('button', {
    class: 'gantt-button is-primary',
    text: 'Go',
    attributes: { type: 'submit' },
  });
  const label = createElement('label', { class: 'gantt-date-label' }, ['Date to go to', input]);
  const content = createElement('form', { class: 'gantt-popover gantt-date' }, [label, go]);
  const popover = openPopover({ anchor, content, label: 'Go to a date' });
  content.addEventListener('submit', event => {
    event.preventDefault();
    popover.dispose();
    goTo(input.value);
  });
  input.focus();
  return popover;
}
