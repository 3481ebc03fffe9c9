import { tellWrittenMoney } from '../../src/core/model/money.ts';
import { type RatingName, ratingNames } from '../../src/core/model/risk.ts';
import type {
  RiskReference,
  RiskRegisterView,
  RiskRow,
} from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { createChip } from './chip.ts';
import { type FieldKey, riskFields } from './riskFields.ts';
import {
  appetiteText,
  exposureText,
  levelText,
  nameOf,
  ratingText,
  ratingTitles,
  statusTitles,
  strategyTitles,
} from './riskText.ts';
import { createSentence, type StoryPart } from './storySentence.ts';

export interface DetailEvents {
  onEdit(row: RiskRow, field: FieldKey, anchor: HTMLElement): void;
  onRate(row: RiskRow, rating: RatingName, anchor: HTMLElement): void;
  onReference(id: string): void;
  onCode(row: RiskRow, link: number): void;
  onMenu(row: RiskRow, anchor: HTMLElement): void;
  onReview(row: RiskRow): void;
  onBowTie(row: RiskRow): void;
  onClose(): void;
}

interface DetailState {
  readonly view: RiskRegisterView;
  readonly row: RiskRow | undefined;
  readonly canEdit: boolean;
}

/** Everything about the selected risk; each value is edited where it stands. */
export class RiskDetail {
  readonly element = createElement('section', {
    class: 'detail',
    attributes: { 'aria-label': 'Selected risk' },
  });
  readonly #events: DetailEvents;

  constructor(events: DetailEvents) {
    this.#events = events;
  }

  show(state: DetailState): void {
    const { row } = state;
    this.element.hidden = row === undefined;
    if (!row) return;
    const focused = document.activeElement?.getAttribute('data-focus');
    const hadFocus = this.element.contains(document.activeElement);
    const scrollTop = this.element.scrollTop;
    this.element.replaceChildren(
      this.#createHead(row),
      ...this.#createStory(state, row),
      this.#createFacts(state, row),
      this.#createRatings(state, row),
      ...this.#createResponse(state, row),
      ...this.#createLinks(row),
    );
    this.element.scrollTop = scrollTop;
    if (!hadFocus || !focused) return;
    for (const button of this.element.querySelectorAll<HTMLElement>('[data-focus]')) {
      if (button.dataset['focus'] === focused) button.focus({ preventScroll: true });
    }
  }

  /** To the first of what can be done or changed here. */
  focus(): void {
    this.element.querySelector<HTMLElement>('.detail-title [data-focus], button')?.focus();
  }

  #createHead(row: RiskRow): HTMLElement {
    const menu = createIconButton({
      icon: 'more',
      label: `Actions for ${row.id}`,
      onClick: () => this.#events.onMenu(row, menu),
    });
    const bowTie = createIconButton({
      icon: 'bowTie',
      label: `Bow-tie of ${row.id} (B)`,
      onClick: () => this.#events.onBowTie(row),
    });
    bowTie.dataset['focus'] = 'bowTie';
    const close = createIconButton({
      icon: 'close',
      label: 'Close the detail',
      onClick: () => this.#events.onClose(),
    });
    const kind = row.riskKind === 'opportunity' ? 'Opportunity' : 'Threat';
    return createElement('header', { class: 'detail-head' }, [
      createElement('span', { class: 'detail-id', text: `${row.id} · ${kind}` }),
      bowTie,
      menu,
      close,
    ]);
  }

  /** The title, and the story as a sentence whose parts are edited where they stand. */
  #createStory(state: DetailState, row: RiskRow): readonly HTMLElement[] {
    const title = createElement('h2', { class: 'detail-title' }, [
      this.#createValue(state, 'title', row.title),
    ]);
    const sentence = createSentence(row, (part, shown, isGap) => {
      const value = this.#createPart(state, row, { part, shown });
      if (isGap) value.dataset['gap'] = '';
      return value;
    });
    return [title, sentence];
  }

  /** Runs on with the sentence over several lines, which no button does. */
  #createPart(
    state: DetailState,
    row: RiskRow,
    { part, shown }: { readonly part: StoryPart; readonly shown: string },
  ): HTMLElement {
    const { label } = riskFields[part];
    const value = createElement('span', { class: 'sentence-part', text: shown });
    if (!isEditable(state, row)) return value;
    value.tabIndex = 0;
    value.title = `Edit: ${label}`;
    value.dataset['focus'] = part;
    value.setAttribute('role', 'button');
    value.setAttribute('aria-label', `${label}: ${row[part] === '' ? 'empty' : shown}, edit`);
    value.addEventListener('click', () => this.#events.onEdit(row, part, value));
    value.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'F2') return;
      event.preventDefault();
      value.click();
    });
    return value;
  }

  #createFacts(state: DetailState, row: RiskRow): HTMLElement {
    const { view } = state;
    return createElement('dl', { class: 'detail-facts' }, [
      ...this.#createFact(state, 'status', statusTitles[row.status]),
      ...this.#createFact(state, 'owner', row.owner === '' ? '' : nameOf(view, row.owner)),
      ...this.#createFact(state, 'category', row.category),
      ...this.#createFact(state, 'reviewBy', reviewText(row)),
      ...this.#createReview(state, row),
    ]);
  }

  #createReview(state: DetailState, row: RiskRow): readonly HTMLElement[] {
    if (!row.isLive || !isEditable(state, row)) return [];
    const button = createElement('button', {
      class: 'link-button',
      text: 'Reviewed today, next in…',
      attributes: { type: 'button', 'data-focus': 'reviewed' },
    });
    button.addEventListener('click', () => this.#events.onReview(row));
    return [
      createElement('dt', { text: row.isReviewDue ? 'Review due' : 'Review' }),
      createElement('dd', {}, [button]),
    ];
  }

  #createRatings(state: DetailState, row: RiskRow): HTMLElement {
    const lines = ratingNames.map(name => {
      const rating = row.ratings[name];
      const { probability, impact } = state.view.scale;
      const parts = [
        levelText(rating.probabilityText, probability),
        levelText(rating.scheduleText, impact),
        levelText(tellWrittenMoney(rating.costText), impact),
      ];
      const others = Object.entries(rating.levels).map(
        ([key, level]) => `${key} ${levelText(level, impact).toLowerCase()}`,
      );
      const above = name === 'current' && row.isAboveAppetite ? [appetiteText(row)] : [];
      const words = [...parts, ...others, ...above].filter(part => part !== '').join(' · ');
      const weight = exposureText(row.exposures[name], state.view);
      const button = createElement(
        'button',
        {
          class: 'value-button',
          attributes: {
            type: 'button',
            'data-focus': name,
            'aria-label': `${ratingTitles[name]}: ${ratingText(rating, row.riskKind)}, edit`,
          },
        },
        [createChip(rating, row.riskKind)],
      );
      button.disabled = !isEditable(state, row);
      button.addEventListener('click', () => this.#events.onRate(row, name, button));
      return createElement('tr', {}, [
        createElement('th', { text: ratingTitles[name], attributes: { scope: 'row' } }),
        createElement('td', {}, [button]),
        createElement('td', { class: 'detail-words', text: words }, [
          weight === ''
            ? undefined
            : createElement('span', { class: 'detail-exposure', text: `exposure ${weight}` }),
        ]),
      ]);
    });
    return createElement(
      'table',
      { class: 'detail-ratings', attributes: { 'aria-label': 'Ratings' } },
      [createElement('tbody', {}, lines)],
    );
  }

  #createResponse(state: DetailState, row: RiskRow): readonly HTMLElement[] {
    const strategy = row.strategy === undefined ? '' : strategyTitles[row.strategy];
    const costs = [
      row.responseCostText === '' ? '' : `costs ${tellWrittenMoney(row.responseCostText)}`,
      row.reserveText === '' ? '' : `reserve ${tellWrittenMoney(row.reserveText)}`,
    ].filter(part => part !== '');
    return [
      createElement('h3', { class: 'detail-part', text: 'Response' }),
      createElement('dl', { class: 'detail-facts' }, [
        ...this.#createFact(state, 'strategy', strategy),
        ...this.#createFact(state, 'plan', row.responsePlan),
        ...(costs.length === 0 ? [] : createPlainFact('Money', costs.join(' · '))),
        ...this.#createFact(state, 'trigger', row.trigger),
        ...this.#createFact(state, 'contingency', row.contingency),
        ...this.#createFact(state, 'fallback', row.fallback),
        ...(row.drivers.length === 0 ? [] : createPlainFact('Drivers', row.drivers.join(', '))),
      ]),
    ];
  }

  #createLinks(row: RiskRow): readonly HTMLElement[] {
    const code = row.code.map(({ path, line }, link) =>
      this.#createLink(`${path}${line === undefined ? '' : `:${line}`}`, () =>
        this.#events.onCode(row, link),
      ),
    );
    return [
      ...createList('Response tasks', this.#createReferences(row.responseTasks)),
      ...createList('Affects', this.#createReferences(row.affects)),
      ...createList(
        'Secondary risks, brought by the response',
        this.#createReferences(row.secondary),
      ),
      ...createList('Brought by the response to', this.#createReferences(row.secondaryOf)),
      ...createList('Code', code),
    ];
  }

  #createReferences(references: readonly RiskReference[]): readonly HTMLElement[] {
    return references.map(({ id, title, state }) => {
      const text = title === '' ? id : `${id} ${title}`;
      return this.#createLink(state === '' ? text : `${text} · ${state}`, () =>
        this.#events.onReference(id),
      );
    });
  }

  #createLink(text: string, onClick: () => void): HTMLElement {
    const link = createElement('button', {
      class: 'link-button',
      text,
      attributes: { type: 'button', 'data-focus': text },
    });
    link.addEventListener('click', onClick);
    return link;
  }

  #createFact(state: DetailState, field: FieldKey, text: string): readonly HTMLElement[] {
    return [
      createElement('dt', { text: riskFields[field].label }),
      createElement('dd', {}, [this.#createValue(state, field, text)]),
    ];
  }

  #createValue(state: DetailState, field: FieldKey, text: string): HTMLElement {
    const { row } = state;
    const { label } = riskFields[field];
    const shown = text === '' ? '–' : text;
    if (!row || !isEditable(state, row)) return createElement('span', { text: shown });
    const button = createElement('button', {
      class: 'value-button',
      text: shown,
      title: `Edit: ${label}`,
      attributes: {
        type: 'button',
        'data-focus': field,
        'aria-label': `${label}: ${text === '' ? 'empty' : text}, edit`,
      },
    });
    button.addEventListener('click', () => this.#events.onEdit(row, field, button));
    return button;
  }
}

function isEditable({ canEdit }: DetailState, row: RiskRow): boolean {
  return canEdit && !row.isReadOnly;
}

function reviewText(row: RiskRow): string {
  const day = riskFields.reviewBy.value(row);
  return row.isReviewDue ? `${day} (due)` : day;
}

function createPlainFact(label: string, text: string): readonly HTMLElement[] {
  return [createElement('dt', { text: label }), createElement('dd', { text })];
}

function createList(title: string, links: readonly HTMLElement[]): readonly HTMLElement[] {
  if (links.length === 0) return [];
  return [
    createElement('h3', { class: 'detail-part', text: title }),
    createElement(
      'ul',
      { class: 'detail-links' },
      links.map(link => createElement('li', {}, [link])),
    ),
  ];
}
