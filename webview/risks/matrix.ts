import { type RatingName, ratingNames, type RiskKind } from '../../src/core/model/risk.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';
import { createSegmented, type Segmented } from '../ui/segmented.ts';
import { layOutMatrix, type MatrixCellLayout, type MatrixLayout } from './matrixLayout.ts';
import { createMovement, movementText } from './matrixMovement.ts';
import type { MatrixCell } from './registerUi.ts';
import { bandText, countText, ratingTitles } from './riskText.ts';

export interface MatrixState {
  readonly view: RiskRegisterView;
  /** The risks that the table would show without a cell chosen. */
  readonly rows: readonly RiskRow[];
  readonly rating: RatingName;
  /** Threats and opportunities never stand in the same cells: what is heavy is bad or good. */
  readonly kind: RiskKind;
  /** The category that the table is narrowed to; it may have an appetite of its own. */
  readonly category: string;
  /** The cell that filters the table. */
  readonly cell: MatrixCell | null;
  readonly isMovementShown: boolean;
  /** Whose way over the map is drawn; undefined for all. */
  readonly moving: RiskRow | undefined;
}

export interface MatrixEvents {
  onRating(rating: RatingName): void;
  onKind(kind: RiskKind): void;
  onMovement(isShown: boolean): void;
  /** A click on the chosen cell gives null. */
  onCell(cell: MatrixCell | null): void;
}

/** Of characters; the stylesheet shows ids where cells are wide enough for as many. */
const longestShownId = 7;

/** The heat map on the project's own scale. Its cells are buttons, all together one tab stop. */
export class Matrix {
  readonly element: HTMLElement;
  readonly #events: MatrixEvents;
  readonly #ratings: Segmented;
  readonly #kinds: Segmented;
  readonly #moves: HTMLButtonElement;
  readonly #legend = createElement('div', {
    class: 'matrix-legend',
    attributes: { 'aria-hidden': 'true' },
  });
  readonly #grid = createElement('div', {
    class: 'matrix-grid',
    attributes: { role: 'grid', 'aria-label': 'Heat map: probability by impact' },
  });
  readonly #movement = createElement('div', {
    class: 'matrix-overlay',
    attributes: { 'aria-hidden': 'true' },
  });
  readonly #note = createElement('p', { class: 'matrix-note' });
  #state: MatrixState | undefined;
  /** The tab stop: row from the top, column from the left. */
  #active = { row: 0, column: 0 };

  constructor(events: MatrixEvents, shown: Pick<MatrixState, 'rating' | 'kind'>) {
    this.#events = events;
    this.#ratings = createSegmented({
      label: 'Rating on the heat map',
      choices: ratingNames.map(value => ({ value, label: ratingTitles[value] })),
      value: shown.rating,
      onChange: value => {
        const name = ratingNames.find(each => each === value);
        if (name) this.#events.onRating(name);
      },
    });
    this.#kinds = createSegmented({
      label: 'Kind of risks on the heat map',
      choices: [
        { value: 'threat', label: 'Threats' },
        { value: 'opportunity', label: 'Opportunities' },
      ],
      value: shown.kind,
      onChange: value => this.#events.onKind(value === 'opportunity' ? value : 'threat'),
    });
    this.#moves = createElement('button', {
      class: 'text-button',
      text: 'Movement',
      title: 'Draw the way from inherent to residual, of the selected risk or of all',
      attributes: { type: 'button' },
    });
    this.#moves.addEventListener('click', () =>
      this.#events.onMovement(this.#state?.isMovementShown !== true),
    );
    this.element = createElement(
      'section',
      { class: 'matrix', attributes: { 'aria-label': 'Heat map' } },
      [
        createElement('div', { class: 'matrix-head' }, [
          this.#ratings.element,
          this.#kinds.element,
          this.#moves,
        ]),
        createElement('div', { class: 'matrix-axis-probability', text: 'Probability' }),
        createElement('div', { class: 'matrix-board' }, [this.#grid, this.#movement]),
        createElement('div', { class: 'matrix-axis-impact', text: 'Impact' }),
        this.#legend,
        this.#note,
      ],
    );
    this.#grid.addEventListener('click', event => this.#onClick(event));
    this.#grid.addEventListener('keydown', event => this.#onKey(event));
  }

  show(state: MatrixState): void {
    const hadFocus = this.#grid.contains(document.activeElement);
    this.#state = state;
    this.#ratings.setValue(state.rating);
    this.#moves.setAttribute('aria-pressed', String(state.isMovementShown));
    const { kind, view } = state;
    this.#kinds.setValue(kind);
    // The switch stays while it is the way back from a map that has become empty.
    const isThreat = kind === 'threat' && view.rows.every(row => row.riskKind === 'threat');
    this.#kinds.element.hidden = isThreat;
    this.element.dataset['kind'] = kind;
    const appetite = appetiteOf(state);
    this.#legend.replaceChildren(...createLegend(kind, appetite));
    const rows = state.rows.filter(row => row.riskKind === kind);
    const layout = layOutMatrix(rows, view.scale, state.rating, appetite);
    this.#active = {
      row: Math.min(this.#active.row, layout.rows.length - 1),
      column: Math.min(this.#active.column, layout.impacts.length - 1),
    };
    this.element.style.setProperty('--matrix-columns', String(layout.impacts.length));
    this.element.style.setProperty('--matrix-rows', String(layout.rows.length));
    const ways = state.moving ? [state.moving] : rows;
    const movement = state.isMovementShown ? createMovement(ways, view.scale) : undefined;
    this.#grid.replaceChildren(
      ...layout.rows.map((_, row) => this.#createRow(layout, row)),
      createImpactRow(layout),
    );
    this.#movement.replaceChildren(...(movement ? [movement] : []));
    const isAll = state.isMovementShown && !state.moving;
    this.#note.textContent = [
      isAll ? movementText(rows, view.scale) : '',
      layout.unrated === 0 ? '' : `${countText(layout.unrated)} without a place on this map`,
    ]
      .filter(part => part !== '')
      .join('. ');
    if (hadFocus) this.#button(this.#active.row, this.#active.column)?.focus();
  }

  #createRow(layout: MatrixLayout, row: number): HTMLElement {
    const { title = '', cells = [] } = layout.rows[row] ?? {};
    const head = createElement('div', {
      class: 'matrix-level',
      text: title,
      title,
      attributes: { role: 'rowheader' },
    });
    const buttons = cells.map((cell, column) => {
      const isChosen = isSame(this.#state?.cell, cell);
      const isActive = row === this.#active.row && column === this.#active.column;
      const impact = layout.impacts[column] ?? '';
      const line = cell.appetiteLine.map(side => ` has-line-${side}`).join('');
      const options = { class: `matrix-cell${line}`, attributes: { role: 'gridcell' } };
      return createElement('div', options, [
        createCellButton(cell, `Probability ${title}, impact ${impact}`, {
          isChosen,
          isActive,
          kind: this.#state?.kind ?? 'threat',
        }),
      ]);
    });
    return createElement('div', { class: 'matrix-row', attributes: { role: 'row' } }, [
      head,
      ...buttons,
    ]);
  }

  #button(row: number, column: number): HTMLElement | undefined {
    const cell = this.#grid.querySelectorAll('.matrix-row')[row]?.querySelectorAll('button')[
      column
    ];
    return cell;
  }

  #onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    const probability = Number(button.dataset['probability']);
    const impact = Number(button.dataset['impact']);
    const rows = this.#state?.view.scale.probability.length ?? 0;
    this.#active = { row: rows - 1 - probability, column: impact };
    const cell = { probability, impact };
    this.#events.onCell(isSame(this.#state?.cell, cell) ? null : cell);
  }

  #onKey(event: KeyboardEvent): void {
    const { row, column } = this.#active;
    const moves: Readonly<Record<string, { row: number; column: number }>> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: (this.#state?.view.scale.impact.length ?? 1) - 1 },
    };
    const target = moves[event.key];
    if (event.key === 'Escape' && this.#state?.cell) {
      this.#events.onCell(null);
      event.preventDefault();
    }
    if (!target) return;
    event.preventDefault();
    const next = this.#button(target.row, target.column);
    if (!next) return;
    this.#button(row, column)?.setAttribute('tabindex', '-1');
    this.#active = target;
    next.setAttribute('tabindex', '0');
    next.focus();
  }
}

function createCellButton(
  cell: MatrixCellLayout,
  where: string,
  is: { readonly isChosen: boolean; readonly isActive: boolean; readonly kind: RiskKind },
): HTMLElement {
  const count = cell.ids.length;
  const ids = count <= 2 ? cell.ids : [];
  const word = is.kind === 'threat' ? 'risks' : 'opportunities';
  const inCell = count === 0 ? `no ${word}` : [String(count), ...ids].join(' ');
  const others =
    ids.length === 0 && count > 0 ? ` ${word}, ${cell.ids.slice(0, 12).join(', ')}` : '';
  const what = `${inCell}${others}`;
  const above = cell.isAboveAppetite ? ', above the appetite' : '';
  const label = `${where}: ${what}; score ${cell.score}, ${bandText(cell.band, is.kind).toLowerCase()}${above}`;
  return createElement(
    'button',
    {
      class: 'matrix-button',
      title: label,
      attributes: {
        type: 'button',
        tabindex: is.isActive ? '0' : '-1',
        'aria-label': label,
        'aria-pressed': String(is.isChosen),
        'data-band': cell.band,
        'data-probability': String(cell.probability),
        'data-impact': String(cell.impact),
        ...(count === 0 ? { 'data-empty': '' } : {}),
      },
    },
    [
      createElement('span', { class: 'matrix-count', text: count === 0 ? '' : String(count) }),
      ' ',
      createIds(ids),
    ],
  );
}

/** Shown where the cell has room for them whole; the name of the cell has them anyway. */
function createIds(ids: readonly string[]): HTMLElement | undefined {
  if (ids.length === 0 || ids.some(id => id.length > longestShownId)) return undefined;
  const spans = ids.map(text => createElement('span', { class: 'matrix-id', text }));
  return createElement('span', { class: 'matrix-ids' }, spans);
}

function createImpactRow(layout: MatrixLayout): HTMLElement {
  return createElement('div', { class: 'matrix-row', attributes: { role: 'row' } }, [
    createElement('div', { class: 'matrix-corner', attributes: { role: 'presentation' } }),
    ...layout.impacts.map(title =>
      createElement('div', {
        class: 'matrix-level is-impact',
        text: title,
        title,
        attributes: { role: 'columnheader' },
      }),
    ),
  ]);
}

function createLegend(kind: RiskKind, appetite: number | undefined): readonly HTMLElement[] {
  const bands = (['low', 'medium', 'high'] as const).map(band =>
    createElement('span', { class: 'legend-entry' }, [
      createElement('span', { class: 'legend-mark', attributes: { 'data-band': band } }),
      bandText(band, kind),
    ]),
  );
  if (appetite === undefined) return bands;
  const line = createElement('span', { class: 'legend-entry' }, [
    createElement('span', { class: 'legend-line' }),
    `Appetite ${appetite}`,
  ]);
  return [...bands, line];
}

/** Only threats are borne up to a score. */
function appetiteOf({ view, kind, category }: MatrixState): number | undefined {
  if (kind !== 'threat') return undefined;
  const { all, byCategory } = view.scale.appetite;
  return byCategory.find(([name]) => name === category)?.[1] ?? all;
}

function isSame(a: MatrixCell | null | undefined, b: MatrixCell): boolean {
  return a?.probability === b.probability && a.impact === b.impact;
}
