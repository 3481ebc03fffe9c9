import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ForecastWork } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';

export interface RunningLine extends Disposable {
  readonly element: HTMLElement;
  /** @param again starts it anew once it was stopped */
  begin(again: () => void): void;
  /** Answers true where the keyboard was on its button, which is there no more. */
  end(isDone: boolean): boolean;
}

/** What a line says, by how the work stands. */
interface RunningWords {
  /** Without an end: the share that is done comes after it. */
  readonly running: string;
  /** What is said to have been stopped. */
  readonly work: string;
}

/** Says how far a simulation is, ends it when asked to, and starts it again. */
export function createRunningLine(
  actions: Pick<PanelActions, 'stopForecast' | 'onSimulated'>,
  work: ForecastWork,
  words: RunningWords,
): RunningLine {
  const state = createElement('p', { class: 'forecast-state', attributes: { role: 'status' } });
  const button = createElement('button', {
    class: 'forecast-stop',
    attributes: { type: 'button', 'data-focus': `stop-${work}` },
  });
  let isRunning = false;
  let isStopped = false;
  let startAgain: (() => void) | undefined;
  button.addEventListener('click', () => {
    if (!isRunning) startAgain?.();
    else {
      isStopped = true;
      actions.stopForecast(work);
    }
  });
  const element = createElement('div', { class: 'forecast-running' }, [state, button]);
  // The button stays where it is, so that it keeps the keyboard.
  const tell = (text: string): void => {
    setText(state, text);
    setText(button, isRunning ? 'Stop' : 'Start again');
    setHidden(element, text === '');
  };
  tell('');
  const listening = actions.onSimulated(work, share => {
    // What has still to be put together is not done.
    if (isRunning) setText(state, `${words.running}… ${Math.min(99, Math.round(share * 100))}%`);
  });
  return {
    element,
    begin: again => {
      startAgain = again;
      isRunning = true;
      isStopped = false;
      tell(`${words.running}…`);
    },
    end: isDone => {
      const hadFocus = document.activeElement === button;
      isRunning = false;
      const ended = isStopped ? 'was stopped' : 'ended before it was done';
      tell(isDone ? '' : `${words.work} ${ended}`);
      return isDone && hadFocus;
    },
    dispose: () => {
      listening.dispose();
      actions.stopForecast(work);
    },
  };
}
