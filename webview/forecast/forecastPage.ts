import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { createElement } from '../ui/element.ts';
import { createCurvePicture } from './curvePicture.ts';
import {
  createCostsTable,
  createDatesTable,
  createMilestonesTable,
  createMitigationsTable,
  createRisksTable,
  createTasksTable,
} from './forecastTables.ts';
import { createItemLink, type ShowItem } from './itemLink.ts';
import { createTornado } from './tornado.ts';

/**
 * All that a forecast has to say: words first, then the pictures and the numbers behind them.
 *
 * @param past the parts that tell of the past, which stay from one forecast to the next
 */
export function createForecastPage(
  view: ForecastView,
  show: ShowItem,
  past: readonly HTMLElement[],
): readonly HTMLElement[] {
  return [
    createElement('header', { class: 'forecast-head' }, [
      createElement('h2', { text: view.headline }),
      createElement('p', { text: view.sentences.join(' ') }),
      ...(view.notes.length === 0 ? [] : [createNotes(view)]),
    ]),
    ...(view.dates.length === 0
      ? []
      : [
          createSection('When it is done', 'is-wide', [
            createCurvePicture(view),
            createDatesTable(view),
          ]),
        ]),
    ...(view.costs.length === 0
      ? []
      : [createSection('What it costs', '', [createCostsTable(view)])]),
    ...(view.actions.length === 0
      ? []
      : [createSection('What would help most', '', [createActions(view, show)])]),
    ...(view.milestones.length === 0
      ? []
      : [createSection('Milestones', 'is-whole', [createMilestonesTable(view, show)])]),
    ...(view.tornado.length === 0
      ? []
      : [createSection('What the finish depends on', '', [createTornado(view, show)])]),
    ...(view.tasks.length === 0
      ? []
      : [createSection('Which tasks are critical', '', [createTasksTable(view, show)])]),
    ...(view.risks.length === 0
      ? []
      : [createSection('What risks add', '', [createRisksTable(view, show)])]),
    ...createResponses(view, show),
    ...past,
    createExplanation(view),
  ];
}

/** What one must know of the plan to read its forecast; several of them are folded away. */
function createNotes({ notes }: ForecastView): HTMLElement {
  const texts = notes.map(text => createElement('p', { class: 'forecast-note', text }));
  const [only] = texts;
  if (only && texts.length === 1) return only;
  const summary = createElement('summary', {
    text: `${notes.length} remarks on the plan`,
    attributes: { 'data-focus': 'notes' },
  });
  return createElement('details', { class: 'forecast-notes' }, [summary, ...texts]);
}

function createSection(title: string, more: string, parts: readonly HTMLElement[]): HTMLElement {
  return createElement('section', { class: `forecast-section ${more}`.trim() }, [
    createElement('h3', { text: title }),
    ...parts,
  ]);
}

function createResponses(view: ForecastView, show: ShowItem): readonly HTMLElement[] {
  const { mitigations, idleMitigations } = view;
  if (mitigations.length + idleMitigations === 0) return [];
  const text =
    mitigations.length === 0
      ? 'No response that is rated moves the finish by as much as a quarter of a day'
      : `Others that move neither the finish nor the cost: ${idleMitigations}`;
  return [
    createSection('What responses buy', 'is-whole', [
      ...(mitigations.length === 0 ? [] : [createMitigationsTable(view, show)]),
      ...(idleMitigations === 0 ? [] : [createElement('p', { class: 'faint', text })]),
    ]),
  ];
}

function createActions({ actions }: ForecastView, show: ShowItem): HTMLElement {
  return createElement(
    'ol',
    { class: 'forecast-actions' },
    actions.map(({ id, text }) =>
      createElement('li', {}, [text, ' ', createItemLink(id, `Show ${id}`, show)]),
    ),
  );
}

function createExplanation({ explanation, made }: ForecastView): HTMLElement {
  return createElement('details', { class: 'forecast-how' }, [
    createElement('summary', {
      text: `How this is made (${made})`,
      attributes: { 'data-focus': 'how' },
    }),
    createElement(
      'ul',
      {},
      explanation.map(text => createElement('li', { text })),
    ),
  ]);
}
