import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { createElement, setText } from './element.ts';
import { createIcon } from './icon.ts';

export interface StatusLine {
  readonly element: HTMLElement;
  /** Shows and speaks a text. */
  say(text: string): void;
  /** Says more of the edit just told, and leaves the button that takes it back. */
  tellMore(text: string): void;
  /** What is shown now, for {@link settle}. */
  mark(): number;
  /** Something was done without a word: what had been refused before, and is still shown, is past. */
  settle(mark: number): void;
  /** Another view is opened: of what was shown only an edit stays, with the button that takes it back. */
  leaveView(): void;
  /** Shows and speaks why something was not done. */
  refuse(text: string): void;
  /** Shows and speaks what was done, with the button that takes it back or brings it back. */
  tellEdit(title: string, then: 'undo' | 'redo'): void;
  showProblems(problems: PanelSnapshot['problems']): void;
}

export function createStatusLine(actions: {
  undo(): void;
  redo(): void;
  showProblems(): void;
}): StatusLine {
  const text = createElement('span', {
    class: 'status-text',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  const undo = createTextButton('Undo', () => actions.undo());
  const redo = createTextButton('Redo', () => actions.redo());
  const problems = createTextButton('', () => actions.showProblems());
  problems.classList.add('status-problems');
  const element = createElement('div', { class: 'status-line' }, [text, undo, redo, problems]);

  let shown = 0;
  const show = (words: string, tone: string, button?: HTMLElement): void => {
    shown += 1;
    element.dataset['tone'] = tone;
    text.title = words;
    setText(text, words);
    undo.hidden = button !== undo;
    redo.hidden = button !== redo;
  };
  show('', 'said');
  return {
    element,
    say: words => show(words, 'said'),
    tellMore: words =>
      show(
        words,
        'edited',
        [undo, redo].find(button => !button.hidden),
      ),
    mark: () => shown,
    settle: mark => {
      if (mark === shown && element.dataset['tone'] === 'refused') show('', 'said');
    },
    leaveView: () => {
      if (element.dataset['tone'] !== 'edited') show('', 'said');
    },
    refuse: words => show(words, 'refused'),
    tellEdit: (title, then) => show(title, 'edited', then === 'undo' ? undo : redo),
    showProblems: counts => {
      const words = problemWords(counts);
      problems.hidden = words === '';
      problems.replaceChildren(createIcon(counts.error > 0 ? 'error' : 'warning'), words);
      problems.title = 'Show the problems of the plan';
    },
  };
}

function createTextButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = createElement('button', {
    class: 'text-button',
    text: label,
    attributes: { type: 'button' },
  });
  button.addEventListener('click', onClick);
  return button;
}

/** `1 error, 3 warnings`; empty when there is nothing but information. */
function problemWords({ error, warning }: PanelSnapshot['problems']): string {
  const count = (number: number, word: string): string =>
    number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
  return [count(error, 'error'), count(warning, 'warning')].filter(part => part !== '').join(', ');
}
