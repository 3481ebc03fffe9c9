import type { ForecastView } from '../../src/core/views/forecastView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { createForecastPage } from './forecastPage.ts';
import type { ShowItem } from './itemLink.ts';
import { createLaterSection, type LaterSection } from './laterSection.ts';
import { createProgressSection } from './progressSection.ts';
import { createRunningLine } from './runningLine.ts';

/** A simulation is asked for when the plan has come to rest. */
const restMs = 300;

type Asking = Pick<
  PanelActions,
  | 'forecast'
  | 'forecastHistory'
  | 'calibration'
  | 'progress'
  | 'save'
  | 'stopForecast'
  | 'onSimulated'
>;

/** When it will be done, how sure that is, and what would help: simulated when the view is open. */
export function createForecastPart(actions: Asking, show: ShowItem): PanelPart {
  const running = createRunningLine(actions, 'forecast', {
    running: 'Simulating the plan',
    work: 'The simulation',
  });
  let told: ForecastView | undefined;
  const later = createLaterSections(actions, show, () => told);
  const page = createElement('div', { class: 'forecast-page' });
  const element = createElement('div', { class: 'forecast', attributes: { tabindex: '-1' } }, [
    running.element,
    page,
  ]);
  const sections = later.map(each => each.element);
  let shown = -1;
  let timer: number | undefined;
  let run = 0;
  const simulate = async (): Promise<void> => {
    const own = ++run;
    running.begin(() => void simulate());
    page.classList.add('is-old');
    const forecast = await actions.forecast();
    if (own !== run) return;
    const isLeft = running.end(forecast !== undefined);
    page.classList.remove('is-old');
    if (!forecast) return;
    told = forecast;
    const { scrollTop } = element;
    const focused = focusKeyWithin(page);
    page.replaceChildren(...createForecastPage(forecast, show, sections));
    if (focused !== undefined) findByKey(page, focused)?.focus();
    if (isLeft) focusFirst();
    element.scrollTop = scrollTop;
    for (const section of later) section.renew();
  };
  const focusFirst = (): void => (findByKey(page, 'curve') ?? element).focus();
  const simulateSoon = (ms: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void simulate(), ms);
  };
  return {
    element,
    show: ({ revision }: PanelSnapshot) => {
      if (revision === shown) return;
      simulateSoon(shown < 0 ? 0 : restMs);
      shown = revision;
    },
    renew: () => simulateSoon(restMs),
    reveal: id => {
      if (id !== null) findByKey(page, id)?.scrollIntoView({ block: 'center' });
    },
    focus: focusFirst,
    dispose: () => {
      clearTimeout(timer);
      running.dispose();
      for (const section of later) section.dispose();
    },
  };
}

/** What is told of the past, once a person asks for it. */
function createLaterSections(
  actions: Asking,
  show: ShowItem,
  stated: () => ForecastView | undefined,
): readonly LaterSection[] {
  const pictures = () => import('./pastPictures.ts');
  const together = async <View, Pictures>(
    asking: Promise<View | undefined>,
    loading: Promise<Pictures>,
  ): Promise<{ readonly view: View; readonly draw: Pictures } | undefined> => {
    const [view, draw] = await Promise.all([asking, loading]);
    return view === undefined ? undefined : { view, draw };
  };
  return [
    createProgressSection(actions, show),
    createLaterSection({
      title: 'How the forecast has moved',
      key: 'history',
      running: createRunningLine(actions, 'history', {
        running: 'Simulating the plan at its past commits',
        work: 'It',
      }),
      ask: () => together(actions.forecastHistory(), pictures()),
      draw: ({ view, draw }) => draw.createHistoryPictures(view, show),
    }),
    createLaterSection({
      title: 'How good the estimates are',
      key: 'calibration',
      running: createRunningLine(actions, 'calibration', {
        running: 'Comparing finished tasks with their estimates',
        work: 'It',
      }),
      ask: () => together(actions.calibration(), pictures()),
      draw: ({ view, draw }) => draw.createCalibrationPictures(view, stated()?.dates ?? []),
    }),
  ];
}

function focusKeyWithin(page: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !page.contains(activeElement)) return undefined;
  return activeElement.dataset['focus'];
}

function findByKey(page: HTMLElement, key: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
}
