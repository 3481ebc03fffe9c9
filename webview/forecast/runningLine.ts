import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ForecastWork } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';

export interface RunningLine extends Disposable {
  readonly element: HTMLElement;
  begin(): void;
  end(isDone: boolean): void;
}

/** What a line says, by how the work stands. */
interface RunningWords {
  /** Without an end: the share that is done comes after it. */
  readonly running: string;
  readonly stopped: string;
}

/** Says how far a simulation is, and ends it when asked to. */
export function createRunningLine(
  actions: Pick<PanelActions, 'stopForecast' | 'onSimulated'>,
  work: ForecastWork,
  { running, stopped }: RunningWords,
): RunningLine {
  const state = createElement('p', { class: 'forecast-state', attributes: { role: 'status' } });
  const stop = createElement('button', {
    class: 'forecast-stop',
    text: 'Stop',
    attributes: { type: 'button', 'data-focus': `stop-${work}` },
  });
  stop.addEventListener('click', () => actions.stopForecast(work));
  const element = createElement('div', { class: 'forecast-running' }, [state, stop]);
  const tell = (text: string, isRunning: boolean): void => {
    setText(state, text);
    setHidden(stop, !isRunning);
    setHidden(element, text === '');
  };
  tell('', false);
  const listening = actions.onSimulated(work, share => {
    if (!stop.hidden) setText(state, `${running}… ${Math.round(share * 100)}%`);
  });
  return {
    element,
    begin: () => tell(`${running}…`, true),
    end: isDone => tell(isDone ? '' : stopped, false),
    dispose: () => {
      listening.dispose();
      actions.stopForecast(work);
    },
  };
}
