import { createElement } from './element.ts';
import { createIcon, type IconName } from './icon.ts';

/** A small native button; with `text` it shows words beside the picture. */
export function createIconButton(options: {
  readonly icon: IconName;
  /** Said by screen readers and shown as a tooltip. */
  readonly label: string;
  readonly text?: string;
  readonly onClick: (event: MouseEvent) => void;
}): HTMLButtonElement {
  const button = createElement(
    'button',
    {
      class: 'icon-button',
      title: options.label,
      attributes: { type: 'button', 'aria-label': options.label },
    },
    [createIcon(options.icon), options.text],
  );
  button.addEventListener('click', options.onClick);
  return button;
}
