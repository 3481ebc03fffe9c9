import { DisposableStore, type Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from '../ui/element.ts';
import type { ChartModel } from './chartModel.ts';
import { ColumnPager } from './columnPager.ts';
import { widenDates, withoutVariance, type ColumnKey, type PlacedColumn } from './columns.ts';
import type { PathEmphasis } from './drivingPath.ts';
import { createEmptyState, type EmptyEvents } from './emptyState.ts';
import { Grid, type GridEvents } from './grid.ts';
import { rowHeightPx, visiblePositions } from './layout.ts';
import type { Ghost, LinkGhost } from './paintGhost.ts';
import { headerPx } from './paintHeader.ts';
import { watchTheme } from './palette.ts';
import { Splitter } from './splitter.ts';
import { TimelineCanvas } from './timelineCanvas.ts';
import { zoomStep } from './timeScale.ts';

const splitterPx = 5;
const narrowestGridPx = 130;
/** The timeline keeps at least the rest of the width. */
const widestGridShare = 0.7;
const usualGridShare = 0.48;
/** Wide panels have room for whole titles and enough of the timeline at once. */
const wideGridShare = 0.56;
const widePanelPx = 1100;
/** Enough for a title with its finish and its float; a narrow panel gives it more than its share. */
const usefulGridPx = 380;
const narrowGridShare = 0.66;
/** In a column at the side, titles and bars share what there is; columns are scrolled to. */
const sideColumnPx = 480;
const sideColumnShare = 0.54;

export interface BodyOptions {
  readonly model: ChartModel;
  readonly grid: GridEvents;
  readonly empty: EmptyEvents;
  readonly ghosts: () => readonly Ghost[];
  readonly linkGhost: () => LinkGhost | undefined;
  readonly chosenLink: () => number;
  /** The rows of the table that are in hand. */
  readonly carried: () => ReadonlySet<number>;
  readonly path: () => PathEmphasis | undefined;
  /** After every frame, for what keeps in step with it. */
  readonly onFrame: () => void;
}

/**
 * Grid, splitter and timeline in one native scroller. What is seen is pinned inside the scroller
 * and follows it in one step per frame, so that rows and bars never part.
 */
export class ChartBody implements Disposable {
  readonly element: HTMLElement;
  readonly grid: Grid;
  readonly timeline: TimelineCanvas;
  hoveredPosition = -1;
  readonly #options: BodyOptions;
  readonly #splitter: Splitter;
  readonly #empty: ReturnType<typeof createEmptyState>;
  readonly #scroller = createElement('div', {
    class: 'gantt-scroller',
    attributes: { tabindex: '-1' },
  });
  readonly #content = createElement('div', { class: 'gantt-content' });
  readonly #pinned = createElement('div', { class: 'gantt-pinned' });
  readonly #owned = new DisposableStore();
  #frame: number | undefined;
  readonly #pager = new ColumnPager(() => {
    this.#isSizeStale = true;
    this.render();
  });
  #isSizeStale = true;
  /** Of the scroller, as last measured: asking it anew would lay the page out. */
  #widthPx = 0;
  #gridPx = 0;
  /** Where the scroller is known to be. */
  #scrolled = { left: 0, top: 0 };

  constructor(root: HTMLElement, options: BodyOptions) {
    this.#options = options;
    const { model } = options;
    this.grid = new Grid(options.grid, rowHeightPx);
    this.timeline = new TimelineCanvas(root);
    this.#splitter = new Splitter({
      onResize: gridPx => {
        model.choose({ gridPx: this.#clampGrid(gridPx), isGridFolded: false });
        this.resize();
      },
      onToggle: () => this.toggleGrid(),
    });
    this.#pinned.append(
      this.grid.element,
      this.#pager.element,
      this.#splitter.element,
      this.timeline.canvas,
    );
    this.#content.append(this.#pinned);
    this.#scroller.append(this.#content);
    this.#empty = createEmptyState(options.empty);
    this.element = createElement('div', { class: 'gantt-body' }, [
      this.#scroller,
      this.#empty.element,
    ]);
    this.#listen();
  }

  /** What stays where it is while the chart scrolls, for what is put over the chart. */
  get pinned(): HTMLElement {
    return this.#pinned;
  }

  get canvas(): HTMLCanvasElement {
    return this.timeline.canvas;
  }

  /** The columns that are shown now, and the width of all of them with the title. */
  get table(): { readonly columns: readonly PlacedColumn[]; readonly widthPx: number } {
    return { columns: this.grid.columns, widthPx: this.#gridPx };
  }

  /** Every column that is chosen, in the order in which they come into sight. */
  get columnKeys(): readonly ColumnKey[] {
    return this.#pager.all;
  }

  /** Scrolls the columns beside the title; answers with the titles of those that are in sight then. */
  scrollColumns(by: 1 | -1): readonly string[] {
    this.#pager.scrollBy(by);
    return this.#pager.seen.map(({ column }) => column.title);
  }

  showColumn(key: ColumnKey): void {
    this.#pager.reveal(key);
  }

  toggleGrid(): void {
    const { model } = this.#options;
    model.choose({ isGridFolded: !model.choices.isGridFolded });
    this.resize();
  }

  /** Sizes are measured again before the next frame. */
  resize(): void {
    this.#isSizeStale = true;
    this.requestFrame();
  }

  requestFrame(): void {
    this.#frame ??= requestAnimationFrame(() => this.render());
  }

  /** Paints at once what the model says; everything that waits for a frame is served by it. */
  render(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    const { model, ghosts, linkGhost } = this.#options;
    if (!model.plan || !model.outline) return;
    if (this.#isSizeStale) this.#measure();
    this.#placeContent(model.outline.visible.length);
    const { viewport } = model.timeline;
    this.timeline.paint(model, {
      selectedRow: model.selectedRow,
      isSelected: row => model.isSelected(row),
      hoveredPosition: this.hoveredPosition,
      isCriticalShown: model.choices.isCriticalShown,
      path: this.#options.path(),
      ghosts: ghosts(),
      linkGhost: linkGhost(),
      chosenLink: this.#options.chosenLink(),
      canEdit: model.plan.canEdit,
    });
    const window = visiblePositions({ outline: model.outline, viewport, rowHeightPx });
    this.grid.render(model, { ...window, carried: this.#options.carried() }, this.hoveredPosition);
    this.#empty.show(model);
    this.#options.onFrame();
  }

  /** Scrolls just so far that a row is wholly seen. */
  bringIntoView(row: number): void {
    const { model } = this.#options;
    const position = model.positionOf(row);
    if (position < 0) return;
    const { leftPx, topPx, heightPx } = model.timeline.viewport;
    const top = position * rowHeightPx;
    const isFar = Math.abs(top - topPx) > 2 * heightPx;
    if (isFar) model.timeline.scrollTo(leftPx, Math.max(0, top - heightPx / 3));
    else if (top < topPx) model.timeline.scrollTo(leftPx, top);
    else if (top + rowHeightPx > topPx + heightPx) {
      model.timeline.scrollTo(leftPx, top + rowHeightPx - heightPx);
    }
    this.requestFrame();
  }

  dispose(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#owned.dispose();
  }

  #clampGrid(gridPx: number): number {
    const widest = Math.max(narrowestGridPx, this.#widthPx * widestGridShare);
    return Math.min(widest, Math.max(narrowestGridPx, gridPx));
  }

  #measure(): void {
    const { model } = this.#options;
    const { clientWidth, clientHeight } = this.#scroller;
    this.#isSizeStale = clientWidth === 0;
    this.#widthPx = clientWidth;
    const { isGridFolded, gridPx: wanted, columns, columnOrder } = model.choices;
    const gridPx = isGridFolded ? 0 : this.#clampGrid(wanted ?? usualGridPx(clientWidth));
    this.#gridPx = gridPx;
    const widthPx = Math.max(0, clientWidth - gridPx - splitterPx);
    this.#pinned.style.width = `${clientWidth}px`;
    this.#pinned.style.height = `${clientHeight}px`;
    this.grid.element.style.height = `${clientHeight}px`;
    const { hasOtherYears = false, baseline } = model.plan ?? {};
    const held = baseline ? columns : withoutVariance(columns);
    const choices = hasOtherYears ? widenDates(held) : held;
    this.grid.resize(this.#pager.fit(choices, columnOrder, gridPx), gridPx);
    this.#splitter.show(gridPx, clientWidth);
    this.timeline.resize(widthPx, clientHeight);
    model.resize(widthPx, Math.max(0, clientHeight - headerPx));
  }

  /** Tells the scroller how far it may go and where the model is. */
  #placeContent(rowCount: number): void {
    const { timeline } = this.#options.model;
    const height = headerPx + (rowCount + 1) * rowHeightPx;
    setSize(this.#content, 'width', this.#gridPx + splitterPx + timeline.contentWidthPx);
    setSize(this.#content, 'height', height);
    const { leftPx, topPx, heightPx } = timeline.viewport;
    const lowest = Math.max(0, height - headerPx - heightPx);
    if (topPx > lowest) timeline.scrollTo(leftPx, lowest);
    const wanted = timeline.viewport;
    if (isApart(this.#scrolled.top, wanted.topPx)) this.#scroller.scrollTop = wanted.topPx;
    if (isApart(this.#scrolled.left, wanted.leftPx)) this.#scroller.scrollLeft = wanted.leftPx;
    this.#scrolled = { left: wanted.leftPx, top: wanted.topPx };
  }

  #listen(): void {
    const { model } = this.#options;
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(this.#scroller);
    this.#owned.add({ dispose: () => observer.disconnect() });
    this.#owned.add(
      watchTheme(() => {
        this.timeline.forgetColors();
        this.requestFrame();
      }),
    );
    this.#scroller.addEventListener('scroll', () => this.#followScroller(), { passive: true });
    this.grid.element.addEventListener(
      'wheel',
      event => {
        if (this.#pager.turn(event)) event.preventDefault();
      },
      { passive: false },
    );
    this.#scroller.addEventListener(
      'wheel',
      event => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const anchor = event.clientX - this.canvas.getBoundingClientRect().left;
        const steps = Math.max(-1, Math.min(1, -event.deltaY / 100));
        model.timeline.zoomTo(
          model.timeline.scale.pxPerDay * zoomStep ** steps,
          Math.max(0, anchor),
        );
        this.requestFrame();
      },
      { passive: false },
    );
  }

  #followScroller(): void {
    const { timeline } = this.#options.model;
    const { scrollLeft, scrollTop } = this.#scroller;
    const known = this.#scrolled;
    // The report of what the last frame did comes late: the model may have gone on since.
    if (!isApart(scrollLeft, known.left) && !isApart(scrollTop, known.top)) return;
    this.#scrolled = { left: scrollLeft, top: scrollTop };
    const { leftPx, topPx } = timeline.viewport;
    const left = isApart(scrollLeft, leftPx) ? scrollLeft : leftPx;
    const top = isApart(scrollTop, topPx) ? scrollTop : topPx;
    if (left === leftPx && top === topPx) return;
    timeline.scrollTo(left, top);
    this.requestFrame();
  }
}

function usualGridPx(widthPx: number): number {
  if (widthPx < sideColumnPx) return Math.round(widthPx * sideColumnShare);
  const useful = Math.min(usefulGridPx, widthPx * narrowGridShare);
  const share = widthPx >= widePanelPx ? wideGridShare : usualGridShare;
  return Math.round(Math.max(widthPx * share, useful));
}

/** Scrollers round to device pixels; the model does not, so that zooming does not drift. */
function isApart(a: number, b: number): boolean {
  return Math.abs(a - b) >= 1;
}

function setSize(element: HTMLElement, side: 'width' | 'height', px: number): void {
  const text = `${Math.round(px)}px`;
  if (element.style[side] !== text) element.style[side] = text;
}
