import type { Disposable } from '../../src/core/base/disposable.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart } from '../state/panelPart.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';
import { createForecastPage } from './forecastPage.ts';
import type { ShowItem } from './itemLink.ts';

/** A simulation is asked for when the plan has come to rest. */
const restMs = 300;

type Asking = Pick<PanelActions, 'forecast' | 'stopForecast' | 'onSimulated'>;

/** When it will be done, how sure that is, and what would help: simulated when the view is open. */
export function createForecastPart(actions: Asking, show: ShowItem): PanelPart {
  const running = createRunningLine(actions);
  const page = createElement('div', { class: 'forecast-page' });
  const element = createElement('div', { class: 'forecast', attributes: { tabindex: '-1' } }, [
    running.element,
    page,
  ]);
  let shown = -1;
  let timer: number | undefined;
  let run = 0;
  const simulate = async (): Promise<void> => {
    const own = ++run;
    running.begin();
    page.classList.add('is-old');
    const forecast = await actions.forecast();
    if (own !== run) return;
    running.end(forecast !== undefined);
    page.classList.remove('is-old');
    if (!forecast) return;
    const { scrollTop } = element;
    const focused = focusKeyWithin(page);
    page.replaceChildren(...createForecastPage(forecast, show));
    if (focused !== undefined) findByKey(page, focused)?.focus();
    element.scrollTop = scrollTop;
  };
  return {
    element,
    show: ({ revision }: PanelSnapshot) => {
      if (revision === shown) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => void simulate(), shown < 0 ? 0 : restMs);
      shown = revision;
    },
    reveal: id => {
      if (id !== null) findByKey(page, id)?.scrollIntoView({ block: 'center' });
    },
    focus: () => (findByKey(page, 'curve') ?? element).focus(),
    dispose: () => {
      clearTimeout(timer);
      running.dispose();
    },
  };
}

interface RunningLine extends Disposable {
  readonly element: HTMLElement;
  begin(): void;
  end(isDone: boolean): void;
}

/** Says how far a simulation is, and ends it when asked to. */
function createRunningLine(actions: Asking): RunningLine {
  const state = createElement('p', { class: 'forecast-state', attributes: { role: 'status' } });
  const stop = createElement('button', {
    class: 'forecast-stop',
    text: 'Stop',
    attributes: { type: 'button', 'data-focus': 'stop' },
  });
  stop.addEventListener('click', () => actions.stopForecast());
  const element = createElement('div', { class: 'forecast-running' }, [state, stop]);
  const tell = (text: string, isRunning: boolean): void => {
    setText(state, text);
    setHidden(stop, !isRunning);
    setHidden(element, text === '');
  };
  const listening = actions.onSimulated(share => {
    if (!stop.hidden) setText(state, `Simulating the plan… ${Math.round(share * 100)}%`);
  });
  return {
    element,
    begin: () => tell('Simulating the plan…', true),
    end: isDone =>
      tell(
        isDone
          ? ''
          : 'The simulation was stopped; change the plan, or open the panel again, to start it',
        false,
      ),
    dispose: () => {
      listening.dispose();
      actions.stopForecast();
    },
  };
}

function focusKeyWithin(page: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !page.contains(activeElement)) return undefined;
  return activeElement.dataset['focus'];
}

function findByKey(page: HTMLElement, key: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
}
