import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import { isHeading } from '../../src/core/views/ganttView.ts';
import type { Disposable } from '../../src/core/base/disposable.ts';
import { openMenu } from '../ui/menu.ts';
import type { ChartContext } from './chartContext.ts';
import { numberAt, textAt } from './columnar.ts';
import type { Hit } from './drag.ts';
import { DropLine } from './dropLine.ts';
import { openEditPopover, type EditPopover } from './editPopover.ts';
import type { LinkPair } from './linkChoice.ts';
import type { Outline } from './outline.ts';
import { isOfferedFor, rowActions, runRowAction, type RowActionKey } from './rowActions.ts';
import { describeRow, type Fact } from './rowText.ts';
import { openSplitPopover } from './splitPopover.ts';
import { openTitleEditor } from './titleEditor.ts';
import { createRowTooltip } from './tooltip.ts';
import { whyNoPlace } from './outlineMoves.ts';

/** What opens over a row: tooltip, menu and popover. */
export class RowOverlays implements Disposable {
  readonly #ctx: ChartContext;
  readonly #tooltip = createRowTooltip(
    row => this.#describe(row),
    row => this.#explain(row),
  );
  readonly #dropLine: DropLine;
  #popover: EditPopover | undefined;
  #titleEditor: Disposable | undefined;
  /** Whose title is edited, and the place of its row among those shown. */
  #edited = { id: '', position: -1 };
  /** Where in time the menu was asked for, which what it opens may go by. */
  #menuAt: Instant | undefined;
  #seen: {
    readonly outline: Outline | undefined;
    readonly leftPx: number;
    readonly topPx: number;
  } = { outline: undefined, leftPx: 0, topPx: 0 };

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
    this.#dropLine = new DropLine(ctx.body);
  }

  dispose(): void {
    this.#tooltip.dispose();
    this.#dropLine.dispose();
    this.#popover?.close();
    this.#titleEditor?.dispose();
  }

  /** What is open follows a new plan. */
  followPlan(): void {
    this.#tooltip.hide();
    this.#popover?.refresh();
  }

  /** A tooltip whose row has moved away from under it is hidden. */
  followView(): void {
    const { outline, timeline } = this.#ctx.model;
    const { leftPx, topPx } = timeline.viewport;
    this.#dropLine.show(this.#ctx.rowMove.mark, timeline.viewport);
    const isSame =
      outline === this.#seen.outline && leftPx === this.#seen.leftPx && topPx === this.#seen.topPx;
    if (isSame) return;
    if (topPx !== this.#seen.topPx || this.#hasEditedMoved()) this.#dropTitleEditor();
    this.#seen = { outline, leftPx, topPx };
    this.#tooltip.hide();
  }

  /** On a row, or on all that are selected where it is one of them. */
  runAction(key: RowActionKey, row: number): void {
    const { model, actions } = this.#ctx;
    const { plan } = model;
    if (!plan || row < 0) return;
    const isMove = key === 'up' || key === 'down' || key === 'in' || key === 'out';
    const reason = isMove ? whyNoPlace(model) : undefined;
    if (reason !== undefined) {
      actions.announce(reason);
      return;
    }
    const rows = model.rowsMeantBy(row);
    runRowAction(key, {
      actions,
      plan,
      row,
      id: model.idOf(row),
      rows,
      ids: rows.length > 1 ? model.selectedIds : [model.idOf(row)],
      isShown: each => model.positionOf(each) >= 0,
      edit: () => this.#edit(row),
      editTitle: () => this.#editTitle(row),
      split: () => this.#split(rows, row),
    });
  }

  /** The fields of the task that waits, with the keyboard on the link. */
  editLink({ predecessor, successor }: LinkPair): void {
    const row = this.#ctx.model.plan?.rowOf(successor) ?? -1;
    if (row < 0) return;
    this.runAction('edit', row);
    this.#popover?.focusLink(predecessor);
  }

  /** Beside a point of the window, or beside the row where there is none. */
  openMenu(row: number, at?: { readonly x: number; readonly y: number }): void {
    const { model, body } = this.#ctx;
    const { plan } = model;
    if (!plan || row < 0 || isHeading(plan.view, row)) return;
    this.#tooltip.hide();
    const rows = model.rowsMeantBy(row);
    const { length } = rows;
    openMenu({
      anchor: at ? new DOMRectReadOnly(at.x, at.y, 0, 0) : body.timeline.placeOf(row, model),
      label: length > 1 ? `${length} selected` : textAt(plan.view.rows.title, row),
      items: rowActions
        .filter(action => isOfferedFor(action, plan, rows))
        .map(({ key, icon, startsGroup, label }) => ({
          label: label(plan, row, length),
          ...(icon ? { icon } : {}),
          ...(startsGroup === undefined ? {} : { startsGroup }),
          run: () => {
            this.#menuAt = at && this.#instantAt(at.x);
            this.runAction(key, row);
            this.#menuAt = undefined;
          },
        })),
    });
  }

  /** Shows at once, and speaks, what the tooltip would tell. */
  showDetails(row: number): void {
    const { model, body, actions } = this.#ctx;
    if (row < 0) return;
    this.#tooltip.showNow(row, body.timeline.placeOf(row, model));
    const { facts } = this.#describe(row);
    const told = facts.map(({ name, value }) => `${name}: ${value}`).join(', ');
    actions.announce(told);
    void this.#explain(row).then(why => {
      if (why !== '') actions.announce(`${told}, Why: ${why.replaceAll('\n', '; ')}`);
    });
  }

  hover(hit: Hit | undefined, event: PointerEvent): void {
    const { model, body } = this.#ctx;
    const isOnBar = hit?.zone === 'bar' || hit?.zone === 'end';
    if (!hit || !isOnBar || event.pointerType === 'touch') {
      this.#tooltip.leave();
      return;
    }
    const { clientX } = event;
    this.#tooltip.hover(hit.row, () => {
      const place = body.timeline.placeOf(hit.row, model);
      return new DOMRectReadOnly(Math.max(place.left, clientX - 40), place.top, 1, place.height);
    });
  }

  hideTooltip(): void {
    this.#tooltip.hide();
  }

  #editTitle(row: number): void {
    const { model } = this.#ctx;
    this.#tooltip.hide();
    this.#titleEditor?.dispose();
    this.#titleEditor = openTitleEditor(this.#ctx, row);
    this.#edited = { id: model.idOf(row), position: model.positionOf(row) };
  }

  /** A new plan, after a checkout for example, leaves what is being typed alone where it can. */
  #hasEditedMoved(): boolean {
    const { model } = this.#ctx;
    const row = model.plan?.rowOf(this.#edited.id);
    return row === undefined || model.positionOf(row) !== this.#edited.position;
  }

  #dropTitleEditor(): void {
    this.#titleEditor?.dispose();
    this.#titleEditor = undefined;
  }

  #split(rows: readonly number[], row: number): void {
    const { model, body } = this.#ctx;
    const { plan } = model;
    if (!plan) return;
    const at = this.#menuAt;
    const { start, finish } = plan.view.rows;
    const isInside = at !== undefined && at > numberAt(start, row) && at < numberAt(finish, row);
    const anchor = body.timeline.placeOf(row, model);
    openSplitPopover(this.#ctx, { row, rows }, { anchor, at: isInside ? at : undefined });
  }

  /** Undefined left of the timeline. */
  #instantAt(x: number): Instant | undefined {
    const { model, body } = this.#ctx;
    const px = x - body.canvas.getBoundingClientRect().left;
    const { leftAt, scale } = model.timeline;
    return px < 0 ? undefined : Math.round(leftAt + (px * minutesPerDay) / scale.pxPerDay);
  }

  #edit(row: number): void {
    const { model, actions, body } = this.#ctx;
    this.#tooltip.hide();
    this.#popover?.close();
    this.#popover = openEditPopover({
      model,
      actions,
      row,
      anchor: body.timeline.placeOf(row, model),
      onClose: () => {
        this.#popover = undefined;
      },
    });
  }

  /** Nothing while there is no plan. */
  async #explain(row: number): Promise<string> {
    const { actions, model } = this.#ctx;
    return model.plan ? actions.explain(model.idOf(row)) : '';
  }

  #describe(row: number): { readonly title: string; readonly facts: readonly Fact[] } {
    const { plan } = this.#ctx.model;
    if (!plan) return { title: '', facts: [] };
    return { title: textAt(plan.view.rows.title, row), facts: describeRow(plan, row) };
  }
}
