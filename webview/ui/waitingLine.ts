import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';

/** What comes sooner than this is not waited for: a line that flashes up only disturbs. */
const patienceMs = 150;

export interface WaitingLine extends Disposable {
  readonly element: HTMLElement;
}

/** Says what is waited for, once it takes long enough to be noticed; disposing takes it away. */
export function createWaitingLine(text: string): WaitingLine {
  const element = createElement('p', { class: 'shell-waiting', attributes: { role: 'status' } });
  const timer = window.setTimeout(() => {
    element.textContent = text;
  }, patienceMs);
  return {
    element,
    dispose: () => {
      clearTimeout(timer);
      element.remove();
    },
  };
}
