import type { Choice } from './select.ts';
import { createElement } from './element.ts';

export interface Segmented {
  readonly element: HTMLElement;
  setValue(value: string): void;
}

/** A few choices side by side, one of them taken: a group of radio buttons with one tab stop. */
export function createSegmented(options: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): Segmented {
  const element = createElement('div', {
    class: 'segmented',
    attributes: { role: 'radiogroup', 'aria-label': options.label },
  });
  const buttons = options.choices.map(choice =>
    createElement('button', {
      class: 'segment',
      text: choice.label,
      attributes: { type: 'button', role: 'radio', 'data-value': choice.value },
    }),
  );
  element.append(...buttons);
  const setValue = (value: string): void => {
    for (const button of buttons) {
      const isChecked = button.dataset['value'] === value;
      button.setAttribute('aria-checked', String(isChecked));
      button.tabIndex = isChecked ? 0 : -1;
    }
  };
  const choose = (place: number): void => {
    const button = buttons[(place + buttons.length) % buttons.length];
    const value = button?.dataset['value'];
    if (!button || value === undefined) return;
    setValue(value);
    button.focus();
    options.onChange(value);
  };
  for (const [place, button] of buttons.entries()) {
    button.addEventListener('click', () => choose(place));
    button.addEventListener('keydown', event => {
      const step = stepOf(event.key);
      if (step === 0) return;
      event.preventDefault();
      choose(place + step);
    });
  }
  setValue(options.value);
  return { element, setValue };
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}
