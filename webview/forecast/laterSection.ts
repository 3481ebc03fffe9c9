import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from '../ui/element.ts';
import type { RunningLine } from './runningLine.ts';

/** A part of the forecast that is made when it is opened, and not before. */
export interface LaterSection extends Disposable {
  readonly element: HTMLElement;
  /** The plan is another one now: what is shown of it is asked for anew. */
  renew(): void;
}

/**
 * @param make.running says how far it is
 * @param make.ask asks for what is shown; undefined where that was stopped
 */
export function createLaterSection<View>(make: {
  readonly title: string;
  /** By which the keyboard finds it again. */
  readonly key: string;
  readonly running: RunningLine;
  readonly ask: () => Promise<View | undefined>;
  readonly draw: (view: View) => readonly HTMLElement[];
}): LaterSection {
  const { running } = make;
  const summary = createElement('summary', {
    text: make.title,
    attributes: { 'data-focus': make.key },
  });
  const body = createElement('div', { class: 'forecast-past-body' });
  const element = createElement('details', { class: 'forecast-past' }, [
    summary,
    running.element,
    body,
  ]);
  let isAsked = false;
  let run = 0;
  const ask = async (): Promise<void> => {
    isAsked = true;
    const own = ++run;
    running.begin(() => void ask());
    body.classList.add('is-old');
    const view = await make.ask();
    if (own !== run) return;
    isAsked = view !== undefined;
    if (running.end(isAsked)) summary.focus();
    body.classList.remove('is-old');
    if (view !== undefined) body.replaceChildren(...make.draw(view));
  };
  element.addEventListener('toggle', () => {
    if (element.open && !isAsked) void ask();
  });
  return {
    element,
    renew: () => {
      isAsked = false;
      if (element.open) void ask();
    },
    dispose: () => running.dispose(),
  };
}
