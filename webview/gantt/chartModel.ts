import type { GanttView } from '../../src/core/views/ganttView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { numberAt, textAt } from './columnar.ts';
import { groupView, isHeadingId, recountHeadings } from './groupRows.ts';
import { findMatches, noFilter, readFilter, type RowFilter } from './filterRows.ts';
import { buildLinkIndex, type LinkIndex } from './linkIndex.ts';
import { rowHeightPx, visiblePositions } from './layout.ts';
import { loadPlan, type LoadedPlan } from './loadedPlan.ts';
import { wordsOf } from './matchMarks.ts';
import { ancestorsOf, computeOutline, finishedIds, foldableIds, type Outline } from './outline.ts';
import { compareRows } from './rowOrder.ts';
import { RowSelection } from './rowSelection.ts';
import { pickBaseline } from './shownBaseline.ts';
import { TimelineView } from './timelineView.ts';
import type { GanttUi } from './uiState.ts';

/** The part of the memory that is not kept by the timeline or the folds. */
export type ChartChoices = Omit<
  GanttUi,
  'version' | 'pxPerDay' | 'leftAt' | 'topPx' | 'folded' | 'selected'
>;

/**
 * What the chart shows now: the plan as the host sent it, and how a person looks at it. Rows are
 * numbers that hold for one snapshot; what must outlive it is kept by id.
 */
export class ChartModel {
  readonly timeline: TimelineView;
  readonly #onChange: () => void;
  readonly #folded: Set<string>;
  /** The folds as they are kept; undefined when they have changed. */
  #foldedIds: readonly string[] | undefined;
  #leftAt: number | undefined;
  #choices: ChartChoices;
  #filter: RowFilter;
  #plan: LoadedPlan | undefined;
  #snapshot: PanelSnapshot | undefined;
  #outline: Outline | undefined;
  #links: LinkIndex | undefined;
  readonly #selection: RowSelection;
  /** Rows of the selection from top to bottom; undefined when they have to be found anew. */
  #selectedRows: readonly number[] | undefined;
  #activeId: string | undefined;
  #version = 0;
  #isPlaced = false;

  constructor(ui: GanttUi, onChange: () => void) {
    const { pxPerDay, leftAt, topPx, folded, selected, ...choices } = ui;
    this.timeline = new TimelineView(pxPerDay, topPx);
    this.#leftAt = leftAt;
    this.#folded = new Set(folded);
    this.#selection = new RowSelection(selected);
    this.#activeId = selected;
    this.#choices = choices;
    this.#filter = readFilter(choices.filter, noFilter);
    this.#onChange = onChange;
  }

  get plan(): LoadedPlan | undefined {
    return this.#plan;
  }

  /** All rows in the outline of the plan, whether they are shown grouped or not. */
  get wholeView(): GanttView | undefined {
    return this.#snapshot?.gantt;
  }

  get choices(): ChartChoices {
    return this.#choices;
  }

  /** What is wrong with the filter, or empty. */
  get filterProblem(): string {
    return this.#filter.problem;
  }

  /** What a saved view that is looked at names and the plan does not have, or empty. */
  get lostNote(): string {
    const filter = this.#choices.filter.trim();
    return this.wholeView?.lostFilters.find(lost => lost.filter === filter)?.note ?? '';
  }

  /** The words that the filter looks for, in lower case. */
  get filterWords(): readonly string[] {
    return wordsOf(this.#filter.query);
  }

  /** Counts up whenever rows may look different; scrolling does not change it. */
  get version(): number {
    return this.#version;
  }

  get outline(): Outline | undefined {
    return this.#outline;
  }

  /** True while a filter hides the rest, and nothing that it finds can be folded away. */
  get showsMatchesOnly(): boolean {
    return this.#outline?.matches !== undefined && this.#choices.onlyMatches;
  }

  get links(): LinkIndex | undefined {
    return this.#links;
  }

  /** The row that leads the selection; -1 when nothing is selected, or what was selected is gone. */
  get selectedRow(): number {
    return this.#rowOf(this.#selection.lead);
  }

  /** Everything that is selected and shown, from top to bottom: what nobody sees is not meant. */
  get selectedRows(): readonly number[] {
    return (this.#selectedRows ??= this.selectedIds
      .map(id => this.#rowOf(id))
      .sort((a, b) => a - b));
  }

  /** In the order in which they were selected. */
  get selectedIds(): readonly string[] {
    return [...this.#selection.ids].filter(id => this.positionOf(this.#rowOf(id)) >= 0);
  }

  isSelected(row: number): boolean {
    return this.#selection.ids.has(this.idOf(row));
  }

  /** The rows that an action on a row is meant for: all that are selected where it is one of them. */
  rowsMeantBy(row: number): readonly number[] {
    return this.isSelected(row) ? this.selectedRows : [row];
  }

  /** The row that the keyboard stands on: shown whenever any row is. */
  get activeRow(): number {
    const row = this.#rowOf(this.#activeId);
    if (this.positionOf(row) >= 0) return row;
    const outline = this.#outline;
    return outline && outline.visible.length > 0 ? numberAt(outline.visible, 0) : -1;
  }

  get ui(): GanttUi {
    return {
      ...this.#choices,
      version: 1,
      pxPerDay: this.timeline.scale.pxPerDay,
      leftAt: this.#isPlaced ? this.timeline.leftAt : this.#leftAt,
      topPx: this.timeline.viewport.topPx,
      selected: this.#selection.lead,
      folded: (this.#foldedIds ??= [...this.#folded]),
    };
  }

  /** -1 for a row that is folded away or filtered out. */
  positionOf(row: number): number {
    return row >= 0 && this.#outline ? numberAt(this.#outline.positionOf, row) : -1;
  }

  idOf(row: number): string {
    return this.#plan ? textAt(this.#plan.view.rows.id, row) : '';
  }

  show(snapshot: PanelSnapshot): void {
    const position = this.#activePosition;
    this.#snapshot = snapshot;
    const { group } = this.#choices;
    const shown = group ? { ...snapshot, gantt: groupView(snapshot.gantt, group) } : snapshot;
    const { forecast, commits } = this.#plan ?? {};
    this.#plan = { ...loadPlan(shown, this.#choices), forecast, commits };
    this.timeline.setRange(this.#plan.range);
    this.#recompute();
    this.#standNear(position);
  }

  /** To be called when the timeline has a size: the first time, it decides what is in sight. */
  resize(widthPx: number, heightPx: number): void {
    this.timeline.resize(widthPx, heightPx);
    if (this.#isPlaced || !this.#plan || widthPx === 0) return;
    this.#isPlaced = true;
    this.#placeFirst(this.#plan);
  }

  choose(choices: Partial<ChartChoices>): void {
    const before = this.#choices;
    this.#choices = { ...before, ...choices };
    const after = this.#choices;
    this.#filter = readFilter(after.filter, this.#filter);
    const isSame =
      before.filter === after.filter &&
      before.onlyMatches === after.onlyMatches &&
      before.sort === after.sort &&
      before.isClosedHidden === after.isClosedHidden;
    const isSameBaseline =
      before.isBaselineShown === after.isBaselineShown && before.baseline === after.baseline;
    if (this.#snapshot && before.group !== after.group) {
      this.show(this.#snapshot);
      return;
    }
    if (this.#plan && !isSameBaseline) {
      this.#plan = { ...this.#plan, baseline: pickBaseline(this.#plan.view, after) };
    }
    const position = before.isClosedHidden === after.isClosedHidden ? -1 : this.#activePosition;
    if (isSame) this.touch();
    else this.#recompute();
    this.#standNear(position);
  }

  /** Shows when tasks may finish, by their ids. */
  showForecast(forecast: LoadedPlan['forecast']): void {
    if (!this.#plan) return;
    this.#plan = { ...this.#plan, forecast };
    this.touch();
  }

  /** Shows on which days there were commits for which tasks. */
  showCommits(commits: LoadedPlan['commits']): void {
    if (!this.#plan) return;
    this.#plan = { ...this.#plan, commits };
    this.touch();
  }

  /** Selects a row and puts the keyboard there; -1 clears the selection. */
  select(row: number): void {
    this.#selection.set(row < 0 ? undefined : this.idOf(row));
    this.#followLead();
  }

  /** Makes a row that is selected the one that leads, and leaves the others selected. */
  leadBy(row: number): void {
    this.#selection.leadBy(this.idOf(row));
    this.#followLead();
  }

  /** Takes a row into the selection, or out of it. */
  toggleSelected(row: number): void {
    this.#selection.toggle(this.idOf(row));
    this.#followLead();
  }

  /** Selects the shown rows from where the selection began to this one. */
  stretchSelection(row: number): void {
    const { visible } = this.#outline ?? {};
    const from = this.positionOf(this.#rowOf(this.#selection.anchor));
    const to = this.positionOf(row);
    if (!visible || from < 0 || to < 0) {
      this.select(row);
      return;
    }
    const rows = [...visible.subarray(Math.min(from, to), Math.max(from, to) + 1)];
    // A heading between the rows of two groups is no item, and nothing is done with it.
    const items = rows.filter(each => each === row || !isHeadingId(this.idOf(each)));
    this.#selection.stretch(
      items.map(each => this.idOf(each)),
      this.idOf(row),
    );
    this.#followLead();
  }

  /** Unfolds and unfilters until a row is shown. */
  uncover(row: number): void {
    const { plan } = this;
    if (!plan || row < 0) return;
    for (const ancestor of ancestorsOf(plan.view.rows, row)) {
      this.#folded.delete(this.idOf(ancestor));
    }
    this.#recompute();
    if (this.positionOf(row) < 0) this.choose({ filter: '' });
    if (this.positionOf(row) < 0) this.choose({ isClosedHidden: false });
  }

  setOpen(row: number, isOpen: boolean): void {
    const position = this.#activePosition;
    if (isOpen) this.#folded.delete(this.idOf(row));
    else this.#folded.add(this.idOf(row));
    this.#recompute();
    this.#standNear(position);
  }

  /** Folds every summary and group, or opens them all. */
  foldAll(isFolded: boolean): void {
    const position = this.#activePosition;
    this.#folded.clear();
    if (isFolded && this.#plan) {
      for (const id of foldableIds(this.#plan.view.rows)) this.#folded.add(id);
    }
    this.#recompute();
    this.#standNear(position);
  }

  get hasFolds(): boolean {
    return this.#folded.size > 0;
  }

  /** Scrolls on by so many pixels, as far as it goes; false where nothing moves. */
  panBy(byX: number, byY: number): boolean {
    const rowCount = this.#outline?.visible.length ?? 0;
    // One row more than there are: the last one is not glued to the edge.
    const lowest = (rowCount + 1) * rowHeightPx - this.timeline.viewport.heightPx;
    const isMoved = this.timeline.panBy(byX, byY, lowest);
    if (isMoved) this.touch();
    return isMoved;
  }

  /** Says that something that is shown has changed. */
  touch(): void {
    this.#version += 1;
    this.#onChange();
  }

  #followLead(): void {
    this.#selectedRows = undefined;
    this.#activeId = this.#selection.lead ?? this.#activeId;
    this.touch();
  }

  /** Where the row stands that the keyboard was put on; -1 while that is not shown. */
  get #activePosition(): number {
    return this.positionOf(this.#rowOf(this.#activeId));
  }

  /**
   * The row at this position that the keyboard stood on may be shown no more: then what it is folded
   * into is next, or the row that has taken its place.
   */
  #standNear(position: number): void {
    const outline = this.#outline;
    if (!this.#plan || !outline || position < 0 || this.#activePosition >= 0) return;
    const row = this.#rowOf(this.#activeId);
    const above = row < 0 ? [] : ancestorsOf(this.#plan.view.rows, row);
    const fold = above.findLast(each => this.positionOf(each) >= 0 && outline.isOpen[each] === 0);
    const last = outline.visible.length - 1;
    if (last < 0) return;
    this.#activeId = this.idOf(fold ?? numberAt(outline.visible, Math.min(position, last)));
    this.touch();
  }

  #rowOf(id: string | undefined): number {
    return id === undefined ? -1 : (this.#plan?.rowOf(id) ?? -1);
  }

  #recompute(): void {
    this.#foldedIds = undefined;
    this.#selectedRows = undefined;
    if (this.#plan) {
      const { view } = this.#plan;
      const { rows, links } = view;
      const { onlyMatches, sort, isClosedHidden: hidesClosed } = this.#choices;
      const matches = findMatches(view, this.#filter.query);
      const compare = sort && compareRows(this.#plan, sort);
      const folded = this.#folded;
      this.#outline = computeOutline(rows, { folded, matches, onlyMatches, compare, hidesClosed });
      if (this.#choices.group)
        this.#plan = recountHeadings(this.#plan, this.#outline, this.#choices);
      const { positionOf, visible } = this.#outline;
      this.#links = buildLinkIndex(links, positionOf, visible.length);
    }
    this.touch();
  }

  /** Back to where the person was, or today in sight, or the beginning of the rows that are seen. */
  #placeFirst(plan: LoadedPlan): void {
    if (this.#leftAt !== undefined) {
      this.timeline.goTo(this.#leftAt, 0);
      return;
    }
    this.#foldFinished(plan);
    this.timeline.fit();
    const { pxPerDay } = this.timeline.scale;
    if (pxPerDay >= 5) this.timeline.zoomTo(Math.min(40, pxPerDay), 0);
    else {
      this.timeline.zoomTo(5, 0);
      const { today } = plan.view;
      const isRunning = today > plan.range.from && today < plan.range.to;
      this.timeline.goTo(isRunning ? today : plan.range.from, isRunning ? 0.3 : 0.03);
      this.#avoidEmptyView(plan);
    }
  }

  /** A plan that is longer than the window begins with what is still to be done. */
  #foldFinished({ view }: LoadedPlan): void {
    const heightPx = (this.#outline?.visible.length ?? 0) * rowHeightPx;
    if (heightPx <= this.timeline.viewport.heightPx) return;
    for (const id of finishedIds(view.rows)) this.#folded.add(id);
    this.#recompute();
  }

  /** Rows without a single bar beside them look like a broken chart: their first bars are shown. */
  #avoidEmptyView({ view }: LoadedPlan): void {
    if (!this.#outline) return;
    const { viewport } = this.timeline;
    const { first, end } = visiblePositions({ outline: this.#outline, viewport, rowHeightPx });
    const rows = [...this.#outline.visible.subarray(first, end)];
    const isSeen = (row: number): boolean =>
      this.timeline.sideOf(numberAt(view.rows.start, row), numberAt(view.rows.finish, row)) ===
      'inside';
    if (rows.some(isSeen)) return;
    const starts = rows.map(row => numberAt(view.rows.start, row)).filter(at => !Number.isNaN(at));
    if (starts.length > 0) this.timeline.goTo(Math.min(...starts), 0.05);
  }
}
