import { createToolkitElement } from './toolkitElement.ts';

export interface Checkbox {
  readonly element: HTMLElement;
  setLabel(label: string): void;
  setChecked(isChecked: boolean): void;
}

export function createCheckbox(options: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}): Checkbox {
  const element = createToolkitElement('checkbox');
  element.textContent = options.label;
  if (options.isChecked) element.setAttribute('checked', '');
  let isChecked = options.isChecked;
  element.addEventListener('change', () => {
    if (element.checked === isChecked) return;
    isChecked = element.checked;
    options.onChange(isChecked);
  });
  return {
    element,
    setLabel: label => {
      if (element.textContent !== label) element.textContent = label;
    },
    setChecked: next => {
      isChecked = next;
      element.checked = next;
    },
  };
}
