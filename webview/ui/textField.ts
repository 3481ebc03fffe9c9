import { createToolkitElement } from './toolkitElement.ts';

export interface TextField {
  readonly element: HTMLElement;
  value: string;
}

/** A field of one line; `onInput` hears of every stroke. */
export function createTextField(options: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}): TextField {
  const element = createToolkitElement('text-field', {
    'aria-label': options.label,
    placeholder: options.placeholder,
  });
  element.value = options.value;
  element.addEventListener('input', () => options.onInput(element.value));
  return {
    element,
    get value() {
      return element.value;
    },
    set value(text) {
      element.value = text;
    },
  };
}
