import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart } from '../state/panelPart.ts';
import { createElement, setHidden, setText } from '../ui/element.ts';
import { createForecastPage } from './forecastPage.ts';
import type { ShowItem } from './itemLink.ts';

/** A simulation is asked for when the plan has come to rest. */
const restMs = 300;

/** When it will be done, how sure that is, and what would help: simulated when the view is open. */
export function createForecastPart(
  actions: Pick<PanelActions, 'forecast' | 'stopForecast' | 'onSimulated'>,
  show: ShowItem,
): PanelPart {
  const state = createElement('p', { class: 'forecast-state', attributes: { role: 'status' } });
  const stop = createElement('button', {
    class: 'forecast-stop',
    text: 'Stop',
    attributes: { type: 'button', 'data-focus': 'stop' },
  });
  const bar = createElement('div', { class: 'forecast-running' }, [state, stop]);
  const page = createElement('div', { class: 'forecast-page' });
  const element = createElement('div', { class: 'forecast', attributes: { tabindex: '-1' } }, [
    bar,
    page,
  ]);
  let shown = -1;
  let timer: number | undefined;
  let run = 0;
  const tell = (text: string, isRunning: boolean): void => {
    setText(state, text);
    setHidden(stop, !isRunning);
    setHidden(bar, text === '');
    page.classList.toggle('is-old', isRunning && page.childElementCount > 0);
  };
  const simulate = async (): Promise<void> => {
    const own = ++run;
    tell('Simulating the plan…', true);
    const forecast = await actions.forecast();
    if (own !== run) return;
    if (!forecast) {
      tell(
        'The simulation was stopped; change the plan, or open this view again, to start it',
        false,
      );
      return;
    }
    const { scrollTop } = element;
    const focused = focusKeyWithin(page);
    page.replaceChildren(...createForecastPage(forecast, show));
    if (focused !== undefined) focusOn(page, focused);
    element.scrollTop = scrollTop;
    tell('', false);
  };
  stop.addEventListener('click', () => actions.stopForecast());
  actions.onSimulated(share => {
    if (!stop.hidden) setText(state, `Simulating the plan… ${Math.round(share * 100)}%`);
  });
  return {
    element,
    show: ({ revision }: PanelSnapshot) => {
      if (revision === shown) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => void simulate(), shown < 0 ? 0 : restMs);
      shown = revision;
    },
    reveal: id => {
      if (id === null) return;
      page.querySelector<HTMLElement>(`[data-focus="${CSS.escape(id)}"]`)?.scrollIntoView({
        block: 'center',
      });
    },
    focus: () => {
      const first = page.querySelector<HTMLElement>('[data-focus="curve"]');
      (first ?? element).focus();
    },
    dispose: () => {
      clearTimeout(timer);
      actions.stopForecast();
    },
  };
}

function focusKeyWithin(page: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !page.contains(activeElement)) return undefined;
  return activeElement.dataset['focus'];
}

function focusOn(page: HTMLElement, key: string): void {
  page.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`)?.focus();
}
