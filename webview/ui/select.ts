import { createToolkitElement, type ToolkitElement } from './toolkitElement.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Select {
  readonly element: HTMLElement;
  /** Replaces the choices; nothing happens when they are the same. */
  setChoices(choices: readonly Choice[], value: string): void;
}

export function createSelect(options: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): Select {
  const element = createToolkitElement('dropdown', { 'aria-label': options.label });
  let shown = '';
  const setChoices = (choices: readonly Choice[], value: string): void => {
    const wanted = JSON.stringify(choices);
    if (wanted !== shown) {
      shown = wanted;
      element.replaceChildren(...choices.map(choice => createOption(choice, value)));
    }
    if (element.value !== value) element.value = value;
  };
  setChoices(options.choices, options.value);
  element.addEventListener('change', () => options.onChange(element.value));
  return { element, setChoices };
}

function createOption({ value, label }: Choice, selected: string): ToolkitElement {
  const option = createToolkitElement('option', { value });
  if (value === selected) option.setAttribute('selected', '');
  option.textContent = label;
  return option;
}
