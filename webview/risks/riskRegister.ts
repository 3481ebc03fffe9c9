import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { PanelSnapshot, PanelView } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import type { EditorExit } from '../ui/inlineEditor.ts';
import { LaterBowTie } from './laterBowTie.ts';
import { RiskDetail } from './detail.ts';
import { filterRows } from './filterRows.ts';
import { Matrix } from './matrix.ts';
import type { ColumnKey } from './registerColumns.ts';
import {
  createKeyTarget,
  listenToRegisterKeys,
  type RegisterSurface,
  type RowChange,
  viewOfItem,
} from './registerCommands.ts';
import type { GridCell } from './registerGrid.ts';
import { RegisterTable, sortAnew } from './registerTable.ts';
import { type RegisterFilter, type RegisterUi, restoreRegisterUi } from './registerUi.ts';
import { RiskEditing } from './riskEditing.ts';
import type { FieldKey } from './riskFields.ts';
import { RiskHistory } from './riskHistory.ts';
import { createSummary } from './summary.ts';
import { createToolbar, type Toolbar } from './toolbar.ts';
import type { RegisterAccess } from './viewsPopover.ts';

/** The register of risks: the table, the heat map and the selected risk. */
export function createRiskRegister(
  actions: PanelActions,
  memory: UiMemory<RegisterUi>,
  reveal: (view: PanelView, id: string | null) => void,
): PanelPart {
  return new RiskRegister(actions, memory, reveal);
}

class RiskRegister implements PanelPart {
  readonly element: HTMLElement;
  readonly #actions: PanelActions;
  readonly #memory: UiMemory<RegisterUi>;
  readonly #reveal: (view: PanelView, id: string | null) => void;
  readonly #editing: RiskEditing;
  readonly #toolbar: Toolbar;
  readonly #table: RegisterTable;
  readonly #matrix: Matrix;
  readonly #detail: RiskDetail;
  readonly #bowTie: LaterBowTie;
  readonly #summary = createSummary();
  readonly #history: RiskHistory;
  #ui: RegisterUi;
  #snapshot: PanelSnapshot | undefined;

  constructor(
    actions: PanelActions,
    memory: UiMemory<RegisterUi>,
    reveal: (view: PanelView, id: string | null) => void,
  ) {
    this.#actions = actions;
    this.#memory = memory;
    this.#reveal = reveal;
    this.#ui = restoreRegisterUi(memory.read());
    this.#editing = new RiskEditing(actions, () => this.#snapshot);
    this.#toolbar = createToolbar(this.#ui.filter, {
      change: filter => this.#filter(filter),
      add: () => this.#add(),
      group: () => this.#ui.group,
      chooseGroup: group => this.#change({ group, foldedGroups: [] }),
      columns: () => this.#ui.columns,
      chooseColumns: columns => this.#change({ columns }),
      register: this.#access(),
      toggleSide: () => this.#change({ isSideFolded: !this.#ui.isSideFolded }),
      leave: () => this.#table.grid.focus(),
    });
    this.#table = new RegisterTable({
      onSelect: row => this.#select(row.id),
      onAct: cell => this.#act(cell),
      onMenu: (row, anchor) => this.#editing.openMenu(row, anchor),
      onSort: column => this.#sortBy(column),
      onFold: id => this.#fold(id),
    });
    this.#matrix = new Matrix(
      {
        onRating: rating => this.#change({ rating, filter: { ...this.#ui.filter, cell: null } }),
        onKind: kind => this.#change({ kind, filter: { ...this.#ui.filter, cell: null } }),
        onMovement: isMovementShown => this.#change({ isMovementShown }),
        onCell: cell => this.#filter({ cell }),
      },
      { rating: this.#ui.rating, kind: this.#ui.kind },
    );
    this.#history = new RiskHistory(() => this.#actions.riskHistory());
    this.#detail = this.#createDetail();
    this.#bowTie = new LaterBowTie({
      onReference: id => this.#follow(id),
      onClose: () => this.#toggleBowTie(),
    });
    this.element = createElement('div', { class: 'register' }, [
      this.#toolbar.element,
      this.#table.element,
      this.#bowTie.element,
      createElement('div', { class: 'register-side' }, [
        this.#matrix.element,
        this.#detail.element,
        this.#summary.element,
      ]),
    ]);
    const keys = createKeyTarget(this.#surface());
    listenToRegisterKeys(this.element, this.#table.grid, keys);
  }

  show(snapshot: PanelSnapshot): void {
    this.#snapshot = snapshot;
    this.#render();
  }

  reveal(id: string | null): void {
    this.#change({ selected: id });
    if (id === null) return;
    const row = this.#row(id);
    if (row && !this.#table.grid.reveal(id)) {
      this.#change({
        filter: { ...restoreRegisterUi(undefined).filter, isClosedShown: !row.isLive },
        foldedGroups: [],
      });
      this.#table.grid.reveal(id);
    }
  }

  focus(): void {
    this.#table.grid.focus();
  }

  dispose(): void {
    this.element.remove();
  }

  /** What the views of the register are made of and change. */
  #access(): RegisterAccess {
    return {
      snapshot: () => this.#snapshot,
      ui: () => this.#ui,
      choose: choices => this.#change(choices),
      actions: this.#actions,
    };
  }

  /** What keys can do here. */
  #surface(): RegisterSurface {
    return {
      grid: this.#table.grid,
      editCell: cell => this.#editCell(cell),
      fold: id => this.#fold(id),
      openMenu: (row, anchor) => this.#editing.openMenu(row, anchor),
      openCode: row => this.#openCode(row),
      change: (row, how) => this.#changeRow(row, how),
      showDetails: () => {
        this.#change({ isSideFolded: false });
        this.#detail.focus();
      },
      showHistory: () => {
        this.#change({ isSideFolded: false });
        this.#history.toggle();
      },
      toggleBowTie: () => this.#toggleBowTie(),
      toggleClosed: () => this.#toggleClosed(),
      add: () => this.#add(),
      find: () => this.#toolbar.focusFilter(),
      showViews: () => this.#toolbar.showViews(),
      showKeys: () => this.#toolbar.showKeys(),
    };
  }

  #add(): void {
    if (this.#snapshot?.canEdit === true) this.#actions.pick('addRisk', null);
    else this.#actions.announce('This plan can be read but not changed here: no risk was added');
  }

  #toggleClosed(): void {
    const isClosedShown = !this.#ui.filter.isClosedShown;
    this.#filter({ isClosedShown });
    this.#actions.announce(`Closed risks are ${isClosedShown ? 'shown' : 'hidden'}`);
  }

  #changeRow(row: RiskRow, how: RowChange): void {
    if (!this.#editing.mayEdit(row)) return;
    if (how === 'completeItem' || how === 'reopenItem') {
      void this.#actions.run({ command: how, input: { id: row.id } });
    } else this.#actions.pick(how, row.id);
  }

  #createDetail(): RiskDetail {
    return new RiskDetail({
      onEdit: (row, field, anchor) => {
        const host = this.#detail.element;
        this.#editing.edit(row, field, {
          anchor,
          host,
          onClose: exit => leaveField(host, field, exit),
        });
      },
      onRate: (row, rating, anchor) => this.#editing.rate(row, rating, anchor),
      onReference: id => this.#follow(id),
      onCode: (row, link) => this.#actions.open({ id: row.id, target: 'code', link, beside: true }),
      onMenu: (row, anchor) => this.#editing.openMenu(row, anchor),
      onReview: row => this.#actions.pick('reviewed', row.id),
      onBowTie: () => this.#toggleBowTie(),
      onClose: () => {
        this.#select(null);
        this.#table.grid.focus();
      },
    });
  }

  #row(id: string | null): RiskRow | undefined {
    return this.#snapshot?.risks.rows.find(row => row.id === id);
  }

  #change(change: Partial<RegisterUi>): void {
    this.#ui = { ...this.#ui, ...change };
    this.#memory.write(this.#ui);
    this.#render();
  }

  #filter(change: Partial<RegisterFilter>): void {
    this.#change({ filter: { ...this.#ui.filter, ...change } });
  }

  #select(id: string | null): void {
    this.#change({ selected: id });
    this.#actions.select(id);
  }

  #sortBy(column: ColumnKey): void {
    const { sort, told } = sortAnew(this.#ui.sort, column);
    this.#change({ sort });
    this.#actions.announce(told);
  }

  /** Without a selected risk there is nothing to show it of. */
  #toggleBowTie(): void {
    const isBowTieShown = !this.#ui.isBowTieShown;
    if (isBowTieShown && !this.#row(this.#ui.selected)) {
      this.#actions.announce('Select a risk first; its bow-tie stands in the place of the table');
      return;
    }
    this.#change({ isBowTieShown });
    if (isBowTieShown) this.#bowTie.focus();
    else this.#table.grid.focus();
  }

  #fold(id: string): void {
    const { foldedGroups } = this.#ui;
    const others = foldedGroups.filter(each => each !== id);
    const isFolded = others.length < foldedGroups.length;
    this.#change({ foldedGroups: isFolded ? others : [...others, id] });
  }

  #render(): void {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    const { risks: view, canEdit } = snapshot;
    const { filter, rating, kind, selected, isMovementShown, isSideFolded } = this.#ui;
    const { isBowTieShown } = this.#ui;
    const found = filterRows(view, filter, { rating, kind }, snapshot.gantt);
    const { rows, mapped, hiddenClosed, problem } = found;
    const { lostFilters } = snapshot.gantt;
    const shown = rows.length;
    const counted = { shown, hiddenClosed, problem, lostFilters };
    this.#toolbar.show({ view, filter, ...counted, canEdit, isSideFolded });
    this.element.classList.toggle('is-side-folded', isSideFolded);
    this.#table.show({ rows, hiddenClosed, view, canEdit, ui: this.#ui });
    const row = this.#row(selected);
    const moving = isMovementShown && row?.riskKind === kind ? row : undefined;
    const { cell, category } = filter;
    this.#matrix.show({
      view,
      rows: mapped,
      rating,
      kind,
      category,
      cell,
      isMovementShown,
      moving,
    });
    const hadFocus = this.#history.hasFocus;
    this.#detail.show({ view, row, canEdit });
    const isTied = isBowTieShown && row !== undefined;
    this.element.classList.toggle('has-bow-tie', isTied);
    this.#bowTie.show({ view, row: isTied ? row : undefined });
    this.#summary.element.hidden = row !== undefined;
    if (!row) this.#summary.show(mapped, view);
    const parent = row ? this.#detail.element : this.#summary.element;
    this.#history.show(parent, { view, row, today: snapshot.gantt.today, hadFocus });
  }

  #act(cell: GridCell & { readonly row: RiskRow }): void {
    const { row, column, element } = cell;
    switch (column.key) {
      case 'id':
        return this.#actions.open({ id: row.id, target: 'file', beside: true });
      case 'affects':
        return this.#followFirst(row.affects.map(each => each.id));
      case 'code':
        return this.#openCode(row);
      case 'actions':
        return this.#editing.openMenu(row, element);
      default:
        this.#editCell(cell);
    }
  }

  /** What a cell shows is changed, or what it is reckoned from. */
  #editCell({ row, column, element }: GridCell & { readonly row: RiskRow }): void {
    if (column.field) this.#edit(row, column.field, element);
    else if (column.rating) this.#editing.rate(row, column.rating, element);
    else if (column.key === 'actions') this.#editing.openMenu(row, element);
    else if (this.#editing.mayEdit(row)) {
      this.#actions.pick(column.key === 'code' ? 'linkCode' : 'rename', row.id);
    }
  }

  #openCode(row: RiskRow): void {
    if (row.code.length === 0) this.#actions.announce(`No code is linked to ${row.id}`);
    else this.#actions.open({ id: row.id, target: 'code', link: 0, beside: true });
  }

  #followFirst(ids: readonly string[]): void {
    const [first] = ids;
    if (first !== undefined) this.#follow(first);
  }

  /** Tasks and milestones are shown in the chart, risks in the register, anything else in its file. */
  #follow(id: string): void {
    const view = viewOfItem(id);
    if (view) this.#reveal(view, id);
    else this.#actions.open({ id, target: 'file', beside: true });
  }

  #edit(row: RiskRow, key: FieldKey, anchor: HTMLElement): void {
    const host = this.#table.grid.overlay;
    const onClose = (exit: EditorExit): void => this.#leaveCell(row.id, key, exit);
    this.#editing.edit(row, key, { anchor, host, onClose });
  }

  /** Back to the cell, or on to the next that can be edited in the same row. */
  #leaveCell(id: string, key: FieldKey, exit: EditorExit): void {
    // A rating has a form of its own, which Tab does not leave.
    const columns = this.#table.grid.editableColumns().filter(column => column.field !== undefined);
    const place = columns.findIndex(column => column.field === key);
    const step = exit === 'next' ? 1 : exit === 'previous' ? -1 : 0;
    const column = columns[place + step] ?? columns[place];
    const cell = column && this.#table.grid.cellOf(id, column.key);
    cell?.element.focus();
    const row = this.#row(id);
    if (step === 0 || !cell || !row || column.field === key) return;
    this.#editCell({ ...cell, row });
  }
}

const story: readonly FieldKey[] = ['cause', 'event', 'effect'];

/** Back to the field; Tab goes on in the sentence to the next part, which is edited at once. */
function leaveField(detail: HTMLElement, key: FieldKey, exit: EditorExit): void {
  const step = exit === 'next' ? 1 : exit === 'previous' ? -1 : 0;
  const place = story.indexOf(key);
  const next = place < 0 ? undefined : story[place + step];
  const field = detail.querySelector<HTMLElement>(`[data-focus="${next ?? key}"]`);
  field?.focus();
  if (next !== undefined && next !== key) field?.click();
}
