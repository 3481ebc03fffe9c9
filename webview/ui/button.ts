import { createToolkitElement } from './toolkitElement.ts';

/** A button of words. */
export function createButton(options: {
  readonly label: string;
  readonly appearance: 'primary' | 'secondary';
  readonly onClick: () => void;
}): HTMLElement & { disabled: boolean } {
  const button = createToolkitElement('button', { appearance: options.appearance });
  button.textContent = options.label;
  button.addEventListener('click', options.onClick);
  return button;
}
