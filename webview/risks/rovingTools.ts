import { createElement } from '../ui/element.ts';

/** Controls in a row that are one tab stop together: ← and → move between them. */
export function createRovingTools(
  label: string,
  controls: readonly HTMLElement[],
  children: readonly HTMLElement[],
): { readonly element: HTMLElement; refresh(): void } {
  const element = createElement(
    'div',
    { class: 'toolbar-tools', attributes: { role: 'toolbar', 'aria-label': label } },
    children,
  );
  let current = controls[0];
  const shown = (): readonly HTMLElement[] => controls.filter(isReachable);
  const refresh = (): void => {
    if (!current || !isReachable(current)) current = shown()[0];
    for (const control of controls) control.tabIndex = control === current ? 0 : -1;
  };
  element.addEventListener('focusin', event => {
    current = controls.find(control => control === event.target) ?? current;
    refresh();
  });
  element.addEventListener('keydown', event => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const reachable = shown();
    const place = reachable.findIndex(control => control === current);
    if (step === 0 || place < 0) return;
    event.preventDefault();
    reachable[(place + step + reachable.length) % reachable.length]?.focus();
  });
  // The controls of the toolkit make themselves tab stops when they come to life.
  for (const control of controls) {
    const tag = control.localName;
    if (tag.includes('-')) void customElements.whenDefined(tag).then(refresh);
  }
  return { element, refresh };
}

/** Also styles put controls away where there is little room; before they are in the page, none is. */
function isReachable(control: HTMLElement): boolean {
  return !control.hidden && (!control.isConnected || control.checkVisibility());
}
