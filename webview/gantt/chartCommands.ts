import type { Disposable } from '../../src/core/base/disposable.ts';
import { minutesPerDay, parsePlanDate } from '../../src/core/model/instant.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { openMenu } from '../ui/menu.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import { openColumnsPopover } from './columnsPopover.ts';
import { spokenDay, yearOf } from './dateText.ts';
import type { Hit } from './drag.ts';
import { openEditPopover, type EditPopover } from './editPopover.ts';
import { rowAt } from './grid.ts';
import type { RowPart } from './gridRow.ts';
import type { KeyTarget, RowStep } from './keyboard.ts';
import { openKeySheet } from './keySheet.ts';
import type { MoveGesture } from './moveGesture.ts';
import { nextMatch } from './outline.ts';
import { rowActions, runRowAction, type RowAction } from './rowActions.ts';
import { describeRow } from './rowText.ts';
import { stepRow } from './stepRow.ts';
import { rowHeightPx } from './timelineCanvas.ts';
import { zoomStep } from './timeScale.ts';
import type { Toolbar, ToolbarEvents } from './toolbar.ts';
import { createRowTooltip } from './tooltip.ts';

export interface CommandsContext {
  readonly actions: PanelActions;
  readonly model: ChartModel;
  readonly body: ChartBody;
  readonly gesture: MoveGesture;
  readonly toolbar: () => Toolbar;
}

/** What the chart can be asked for, by keys, toolbar, menu and pointer alike. */
export class ChartCommands implements KeyTarget, ToolbarEvents, Disposable {
  readonly #ctx: CommandsContext;
  readonly #model: ChartModel;
  readonly #tooltip = createRowTooltip(row => this.#describe(row));
  #popover: EditPopover | undefined;

  constructor(ctx: CommandsContext) {
    this.#ctx = ctx;
    this.#model = ctx.model;
  }

  dispose(): void {
    this.#tooltip.dispose();
    this.#popover?.close();
  }

  /** What is open over the chart follows a new plan. */
  followPlan(): void {
    this.#tooltip.hide();
    this.#popover?.refresh();
  }

  /** Selects and tells the host, which selects the same in its trees. */
  select(row: number): void {
    if (this.#model.selectedRow !== row) {
      this.#model.select(row);
      this.#ctx.actions.select(row < 0 ? null : this.#model.idOf(row));
    }
    this.#ctx.body.bringIntoView(row);
    this.#ctx.body.render();
    this.#ctx.body.grid.focus();
  }

  /** Selects what the host says, without saying it back. */
  reveal(id: string | null): void {
    const { plan, timeline } = this.#model;
    const row = id === null ? undefined : plan?.rowOf(id);
    if (!plan || row === undefined) {
      if (id === null) this.#model.select(-1);
      return;
    }
    if (this.#model.positionOf(row) < 0) this.#model.uncover(row);
    this.#model.select(row);
    const start = numberAt(plan.view.rows.start, row);
    if (!Number.isNaN(start)) timeline.bringIntoView(start, numberAt(plan.view.rows.finish, row));
    this.#ctx.body.bringIntoView(row);
  }

  press(part: RowPart, row: number): void {
    if (part === 'twisty') this.#model.setOpen(row, this.#model.outline?.isOpen[row] !== 1);
    else this.runAction(part === 'check' ? 'done' : 'code', row);
  }

  runAction(key: RowAction['key'], row: number): void {
    const { plan } = this.#model;
    if (!plan || row < 0) return;
    runRowAction(key, { actions: this.#ctx.actions, plan, row, edit: () => this.#edit(row) });
  }

  openMenu(row: number, at: { readonly x: number; readonly y: number }): void {
    const { plan } = this.#model;
    if (!plan) return;
    this.#tooltip.hide();
    const offered = rowActions.filter(action => action.isOffered(plan, row));
    openMenu({
      anchor: new DOMRectReadOnly(at.x, at.y, 0, 0),
      label: textAt(plan.view.rows.title, row),
      items: offered.map(({ key, icon, startsGroup, label }) => ({
        label: label(plan, row),
        ...(icon ? { icon } : {}),
        ...(startsGroup === undefined ? {} : { startsGroup }),
        run: () => this.runAction(key, row),
      })),
    });
  }

  hoverRow(yPx: number): void {
    const { topPx } = this.#model.timeline.viewport;
    this.#hoverPosition(Number.isNaN(yPx) ? -1 : Math.floor((yPx + topPx) / rowHeightPx));
  }

  hoverBar(hit: Hit | undefined, event: PointerEvent): void {
    this.#hoverPosition(hit ? this.#model.positionOf(hit.row) : -1);
    if (!hit || hit.zone === 'row' || event.pointerType === 'touch') {
      this.#tooltip.leave();
      return;
    }
    const { clientX } = event;
    this.#tooltip.hover(hit.row, () => {
      const place = this.#ctx.body.timeline.placeOf(hit.row, this.#model);
      return new DOMRectReadOnly(Math.max(place.left, clientX - 40), place.top, 1, place.height);
    });
  }

  step(to: RowStep): void {
    const { timeline } = this.#model;
    const page = Math.max(1, Math.floor(timeline.viewport.heightPx / rowHeightPx) - 1);
    const next = stepRow(this.#model, to, page);
    if (next.kind === 'row') this.select(next.row);
    else this.#model.setOpen(next.row, next.kind === 'unfold');
  }

  openFile(): void {
    this.runAction('file', this.#model.activeRow);
  }

  openCode(): void {
    this.runAction('code', this.#model.activeRow);
  }

  toggleDone(): void {
    this.runAction('done', this.#model.activeRow);
  }

  edit(): void {
    this.runAction('edit', this.#model.activeRow);
  }

  showMenu(): void {
    const row = this.#model.activeRow;
    const { left, bottom } = this.#ctx.body.timeline.placeOf(row, this.#model);
    this.openMenu(row, { x: left, y: bottom });
  }

  showDetails(): void {
    const row = this.#model.activeRow;
    if (row >= 0) this.#tooltip.showNow(row, this.#ctx.body.timeline.placeOf(row, this.#model));
    this.#ctx.actions.announce(
      this.#describe(row)
        .facts.map(({ name, value }) => `${name}: ${value}`)
        .join(', '),
    );
  }

  move(steps: number): void {
    this.#ctx.gesture.step(this.#model.activeRow, 'move', steps);
  }

  resize(steps: number): void {
    this.#ctx.gesture.step(this.#model.activeRow, 'resize', steps);
  }

  link(): void {
    this.runAction('link', this.#model.activeRow);
  }

  assign(): void {
    this.runAction('assign', this.#model.activeRow);
  }

  add(): void {
    const row = this.#model.selectedRow;
    this.#ctx.actions.pick('add', row < 0 ? null : this.#model.idOf(row));
  }

  zoom(steps: number): void {
    const { timeline } = this.#model;
    timeline.zoomTo(timeline.scale.pxPerDay * zoomStep ** steps, timeline.viewport.widthPx / 2);
    this.#ctx.body.requestFrame();
  }

  fit(): void {
    this.#model.timeline.fit();
    this.#ctx.body.requestFrame();
  }

  goToToday(): void {
    const { plan, timeline } = this.#model;
    if (plan) timeline.goTo(plan.view.today, 0.35);
    this.#ctx.body.requestFrame();
  }

  goToDate(): void {
    this.#ctx.toolbar().dateInput.focus();
  }

  goTo(day: string): void {
    const date = parsePlanDate(day);
    const { plan, timeline } = this.#model;
    if (!date || !plan) return;
    timeline.goTo(date.at, 0.35);
    const spoken = spokenDay(Math.floor(date.at / minutesPerDay), yearOf(plan.view.today));
    this.#ctx.actions.announce(`Showing ${spoken}`);
    this.#ctx.body.requestFrame();
  }

  find(): void {
    this.#ctx.toolbar().filterInput.focus();
    this.#ctx.toolbar().filterInput.select();
  }

  filter(text: string): void {
    this.#model.choose({ filter: text });
  }

  toggleOnlyMatches(): void {
    this.#model.choose({ onlyMatches: !this.#model.choices.onlyMatches });
  }

  /** Goes through the matches without taking the keyboard from the filter box. */
  findNext(step: 1 | -1): void {
    const { outline } = this.#model;
    if (!outline?.matches) return;
    const row = nextMatch(outline.matches, this.#model.selectedRow, step);
    if (row < 0) return;
    this.reveal(this.#model.idOf(row));
    this.#ctx.actions.select(this.#model.idOf(row));
  }

  leaveFilter(): void {
    this.#ctx.body.grid.focus();
  }

  toggleCritical(): void {
    const isCriticalShown = !this.#model.choices.isCriticalShown;
    this.#model.choose({ isCriticalShown });
    this.#ctx.actions.announce(
      isCriticalShown ? 'The critical path is emphasised' : 'Everything is shown alike',
    );
  }

  foldAll(isFolded: boolean): void {
    this.#model.foldAll(isFolded);
  }

  showColumns(anchor: Element): void {
    openColumnsPopover(anchor, this.#model, () => this.#ctx.body.resize());
  }

  showKeys(): void {
    openKeySheet(this.#ctx.toolbar().element, this.#ctx.body.timeline.palette);
  }

  cancel(): void {
    this.#tooltip.hide();
    if (this.#ctx.gesture.isOpen) this.#ctx.gesture.cancel();
    else if (this.#model.selectedRow >= 0) {
      this.#model.select(-1);
      this.#ctx.actions.select(null);
    }
  }

  #edit(row: number): void {
    this.#tooltip.hide();
    this.#popover?.close();
    this.#popover = openEditPopover({
      model: this.#model,
      actions: this.#ctx.actions,
      row,
      anchor: this.#ctx.body.timeline.placeOf(row, this.#model),
      onClose: () => {
        this.#popover = undefined;
      },
    });
  }

  #describe(row: number): ReturnType<Parameters<typeof createRowTooltip>[0]> {
    const { plan } = this.#model;
    if (!plan) return { title: '', facts: [] };
    return { title: textAt(plan.view.rows.title, row), facts: describeRow(plan.view, row) };
  }

  #hoverPosition(position: number): void {
    const found = rowAt(this.#model, position) < 0 ? -1 : position;
    if (this.#ctx.body.hoveredPosition === found) return;
    this.#ctx.body.hoveredPosition = found;
    this.#ctx.body.requestFrame();
  }
}
