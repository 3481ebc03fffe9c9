import type { PeopleView } from '../../src/core/views/peopleView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import type { ShowItem } from '../forecast/itemLink.ts';
import { createElement, setText } from '../ui/element.ts';
import { createHistogram } from './histogram.ts';
import { createLevellingPage } from './levellingPage.ts';
import { LoadGrid } from './loadGrid.ts';
import type { LoadShown } from './loadRow.ts';
import { createLoadTable } from './loadTable.ts';
import {
  createPeopleToolbar,
  readPeopleUi,
  type PeopleToolbar,
  type PeopleUi,
} from './peopleToolbar.ts';
import { createPersonPage, type PersonEvents } from './personPage.ts';
import { replaceKeepingFocus } from './keepFocus.ts';
import { placeWindow } from './weekWindow.ts';

type Asking = Pick<
  PanelActions,
  'people' | 'person' | 'reliefs' | 'levelling' | 'run' | 'save' | 'announce'
>;

export interface PeopleParts {
  readonly actions: Asking;
  readonly memory: UiMemory<PeopleUi>;
  readonly show: ShowItem;
}

/** Who has how much to do, where it is too much, the ways out, and what each has to do next. */
export function createPeoplePart(parts: PeopleParts): PanelPart {
  return new PeoplePart(parts);
}

/** A class for what it keeps from one snapshot to the next. */
class PeoplePart implements PanelPart {
  readonly element = createElement('div', { class: 'people', attributes: { tabindex: '-1' } });
  readonly #parts: PeopleParts;
  readonly #toolbar: PeopleToolbar;
  readonly #headline = createElement('h2', { class: 'people-headline' });
  readonly #sentences = createElement('p', { class: 'people-sentences' });
  readonly #grid: LoadGrid;
  readonly #lanes = createElement('div', { class: 'people-lanes' });
  readonly #side = createElement('aside', {
    class: 'people-side',
    attributes: { 'aria-label': 'Details', tabindex: '-1' },
  });
  #ui: PeopleUi;
  #from: number | undefined;
  #view: PeopleView | undefined;
  #revision = -1;
  #canEdit = false;
  #asked = 0;
  #isLevelling = false;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    this.#ui = readPeopleUi(parts.memory.read());
    this.#toolbar = createPeopleToolbar(this.#ui, {
      change: ui => this.#change(ui),
      step: direction => this.#step(direction),
      level: () => this.#level(),
      save: form => parts.actions.save({ view: 'people', form, by: this.#ui.by }),
    });
    this.#grid = new LoadGrid({
      select: selected => this.#choose(selected),
      enter: () =>
        (this.#side.querySelector<HTMLElement>('summary, input, button') ?? this.#side).focus(),
    });
    this.element.append(
      this.#headline,
      this.#sentences,
      this.#toolbar.element,
      createElement('div', { class: 'people-body' }, [this.#lanes, this.#side]),
    );
  }

  show({ revision, canEdit }: PanelSnapshot): void {
    this.#canEdit = canEdit;
    if (revision === this.#revision) return;
    this.#revision = revision;
    void this.#load();
  }

  reveal(id: string | null): void {
    if (id !== null) this.#side.querySelector(`[data-focus="${CSS.escape(id)}"]`)?.scrollIntoView();
  }

  focus(): void {
    if (this.#ui.isTable || !this.#view) this.element.focus();
    else this.#grid.focus();
  }

  showTable(): void {
    this.#change({ isTable: true });
  }

  dispose(): void {
    this.#asked = -1;
  }

  async #load(): Promise<void> {
    const view = await this.#parts.actions.people();
    // An answer to an older question may come later than that to a newer one.
    if (!view || view.revision < (this.#view?.revision ?? -1)) return;
    this.#view = view;
    this.#render();
    if (this.#isLevelling) this.#level();
    else void this.#tell();
  }

  #change(ui: Partial<PeopleUi>): void {
    if (ui.range !== undefined) this.#from = undefined;
    this.#ui = { ...this.#ui, ...ui };
    this.#parts.memory.write(this.#ui);
    this.#toolbar.show(this.#ui);
    this.#render();
    if (ui.by !== undefined || ui.range !== undefined) void this.#tell();
  }

  #choose(selected: string): void {
    this.#ui = { ...this.#ui, selected };
    this.#parts.memory.write(this.#ui);
    this.#isLevelling = false;
    void this.#tell();
  }

  #step(direction: -1 | 1): void {
    const shown = this.#shown();
    if (!shown) return;
    const { from, count } = shown.window;
    const by = Math.max(1, Math.floor(count / 2)) * direction;
    this.#from = Math.max(0, Math.min(shown.view.weeks - count, from + by));
    this.#render();
    void this.#tell();
  }

  #shown(): LoadShown | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const { by, range } = this.#ui;
    return { view, by, window: placeWindow(view, { range, from: this.#from }) };
  }

  #render(): void {
    const shown = this.#shown();
    if (!shown) return;
    const { view, by } = shown;
    // Where there is no row there is nothing to choose.
    this.#side.hidden = view.tables[by].rows.length === 0 && !this.#isLevelling;
    setText(this.#headline, `${view.headline}.`);
    setText(this.#sentences, view.sentences.join(' '));
    this.#sentences.hidden = view.sentences.length === 0;
    if (view.tables[by].rows.length === 0) {
      const text =
        by === 'person'
          ? 'Name people in the project file under people, or assign a task to somebody.'
          : `Nobody has a ${by} in the project file yet.`;
      this.#lanes.replaceChildren(createElement('p', { class: 'faint', text }));
      return;
    }
    if (this.#ui.isTable) {
      this.#lanes.replaceChildren(createLoadTable(shown));
      return;
    }
    if (!this.#grid.element.isConnected) this.#lanes.replaceChildren(this.#grid.element);
    this.#grid.show(shown, this.#ui.selected);
  }

  /** Tells of the row that is selected beside the lanes. */
  async #tell(): Promise<void> {
    const shown = this.#shown();
    if (!shown || this.#isLevelling) return;
    const asked = ++this.#asked;
    const { rows } = shown.view.tables[shown.by];
    const row = rows.findIndex(({ key }) => key === this.#ui.selected);
    const chosen = rows[row];
    if (!chosen) {
      this.#side.replaceChildren(
        createElement('p', { class: 'faint', text: 'Choose a row to see what is behind it.' }),
      );
      return;
    }
    const person = shown.by === 'person' ? await this.#parts.actions.person(chosen.key) : undefined;
    if (asked !== this.#asked) return;
    const remark = chosen.remark === '' ? '' : `${chosen.name} ${chosen.remark}.`;
    replaceKeepingFocus(this.#side, [
      createElement('h2', { text: chosen.name }),
      createElement('p', { class: 'faint', text: chosen.detail }),
      ...(remark === '' ? [] : [createElement('p', { class: 'forecast-note', text: remark })]),
      createHistogram(shown, row),
      ...(person ? createPersonPage(person, this.#eventsFor(chosen.key)) : []),
    ]);
  }

  #eventsFor(person: string): PersonEvents {
    const { actions, show } = this.#parts;
    return {
      show,
      canEdit: this.#canEdit,
      tick: (id, isDone) => {
        void actions.run({ command: isDone ? 'completeItem' : 'reopenItem', input: { id } });
      },
      reliefs: firstDay => actions.reliefs(person, firstDay),
      take: ({ task, fields }) => {
        void actions.run({ command: 'setFields', input: { id: task, fields } });
      },
    };
  }

  #level(): void {
    this.#isLevelling = true;
    this.#side.hidden = false;
    void this.#previewLevelling();
  }

  async #previewLevelling(): Promise<void> {
    const asked = ++this.#asked;
    const { actions, show } = this.#parts;
    const isNew = this.#side.querySelector('.levelling') === null;
    if (isNew)
      this.#side.replaceChildren(
        createElement('p', { class: 'faint', text: 'Looking for a schedule without overload…' }),
      );
    const view = await actions.levelling();
    if (asked !== this.#asked || !view) return;
    const page = createLevellingPage(view, {
      show,
      canEdit: this.#canEdit,
      close: () => {
        this.#isLevelling = false;
        this.#render();
        void this.#tell();
        this.focus();
      },
      accept: moves => {
        void actions.run({ command: 'levelTasks', input: { moves } });
      },
    });
    this.#side.replaceChildren(page);
    if (isNew) this.#side.focus();
    actions.announce(view.headline);
  }
}
