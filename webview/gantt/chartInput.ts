import { afterRelease } from '../ui/afterRelease.ts';
import { chordOf } from '../ui/keyBindings.ts';
import { DisposableStore, type Disposable } from '../../src/core/base/disposable.ts';
import { openCellEditor } from './cellEditor.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartCommands } from './chartCommands.ts';
import type { ChartContext } from './chartContext.ts';
import { beginDrag, emptyAt } from './beginDrag.ts';
import { listenToDrags, type Hit } from './drag.ts';
import type { GridEvents } from './grid.ts';
import { rowAt, selectHow } from './grid.ts';
import { isOnPointer } from './edgePointer.ts';
import { hitTest } from './hitTest.ts';
import { findBinding } from './keyboard.ts';
import { rowHeightPx } from './layout.ts';
import { listenToRowDrags } from './rowDrag.ts';

/** Pointer and keys on both halves of the chart. */
export function listenToInput(ctx: ChartContext, commands: ChartCommands): Disposable {
  const { overlays } = commands;
  const owned = new DisposableStore();
  const { canvas } = ctx.body;
  const hitAt = (x: number, y: number): Hit | undefined => {
    const { shown } = ctx.body.timeline;
    return shown && hitTest(shown, { x, y }, ctx.links.link);
  };
  owned.add(
    listenToDrags({
      canvas,
      model: ctx.model,
      hitTest: (x, y, { altKey }) => {
        const hit = hitAt(x, y);
        if (hit && altKey) return { row: hit.row, zone: 'empty' };
        return hit ?? emptyAt(ctx, y);
      },
      begin: (hit, start) => beginDrag(ctx, hit, start),
      onPress: (hit, event) => {
        if (isOnLink(hit)) return;
        ctx.links.choose(undefined);
        if (hit.zone === 'empty') return;
        const how = selectHow(event);
        if (how !== 'only') commands.selectMore(hit.row, how);
        else if (isOneOfMany(ctx, hit.row) && event.pointerType !== 'touch') commands.lead(hit.row);
        else commands.select(hit.row);
      },
      onClick: (hit, event) => {
        if (hit.link !== undefined) commands.links.choose(hit.link);
        else if (hit.zone !== 'empty' && selectHow(event) === 'only') commands.select(hit.row);
      },
      onHover: (hit, event) => {
        hoverPosition(ctx, hit && hit.row >= 0 ? ctx.model.positionOf(hit.row) : -1);
        overlays.hover(hit, event);
        if (hit?.zone === 'bar' || hit?.zone === 'end') ctx.gesture.expect();
      },
    }),
  );
  owned.add(
    listenToRowDrags(ctx, (row, at) => {
      selectForMenu(ctx, commands, row);
      overlays.openMenu(row, at);
    }),
  );
  listenToClicks(ctx, commands, hitAt);
  listenToKeys(ctx, commands);
  return owned;
}

function listenToClicks(
  ctx: ChartContext,
  commands: ChartCommands,
  hitAt: (x: number, y: number) => Hit | undefined,
): void {
  const { overlays } = commands;
  const { canvas } = ctx.body;
  const pointerAt = (x: number, y: number): Hit | undefined => {
    const { shown } = ctx.body.timeline;
    const hit = hitAt(x, y);
    const bar = shown?.layout.bars.find(each => each.row === hit?.row);
    const isOn = shown && bar && isOnPointer(bar, shown.scene.viewport.widthPx, x);
    return isOn ? hit : undefined;
  };
  canvas.addEventListener('click', event => {
    const hit = pointerAt(event.offsetX, event.offsetY);
    if (hit) commands.showBar(hit.row);
    const pressed = hitAt(event.offsetX, event.offsetY);
    // What opens with the release of the pointer would be closed by it as well.
    if (pressed?.zone === 'edit') overlays.runAction('edit', pressed.row);
  });
  canvas.addEventListener('pointermove', event => {
    const isOn = pointerAt(event.offsetX, event.offsetY) !== undefined;
    canvas.classList.toggle('is-pointing', isOn);
  });
  canvas.addEventListener('dblclick', event => {
    const hit = hitAt(event.offsetX, event.offsetY);
    const { pair } = ctx.links;
    if (hit?.link !== undefined && pair) overlays.editLink(pair);
    else if (hit && hit.zone !== 'edit') overlays.runAction('file', hit.row);
  });
  canvas.addEventListener('contextmenu', event => {
    const hit = hitAt(event.offsetX, event.offsetY);
    if (!hit) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    afterRelease(event, () => {
      if (hit.link !== undefined) {
        commands.links.openMenu(hit.link, at);
        return;
      }
      selectForMenu(ctx, commands, hit.row);
      overlays.openMenu(hit.row, at);
    });
  });
}

/** What the grid's own events mean. */
export function createGridEvents(parts: {
  readonly ctx: () => ChartContext;
  readonly commands: () => ChartCommands;
}): GridEvents {
  return {
    onSelect: (row, how) => {
      if (how === 'only') parts.commands().select(row);
      else parts.commands().selectMore(row, how);
    },
    onPress: (part, row) => {
      if (part === 'twisty') parts.commands().toggleFold(row);
      else parts.commands().overlays.runAction(part === 'check' ? 'done' : part, row);
    },
    onEditCell: (row, key) => openCellEditor(parts.ctx(), row, key),
    onSort: key => parts.commands().sortBy(key),
    onWidth: (key, widthPx) => parts.commands().resizeColumn(key, widthPx),
    onPlace: (key, at) => parts.commands().placeColumn(key, at),
    onOpen: row => parts.commands().overlays.runAction('file', row),
    onMenu: (row, at) => {
      selectForMenu(parts.ctx(), parts.commands(), row);
      parts.commands().overlays.openMenu(row, at);
    },
    onHover: yPx => {
      const { model, rowMove } = parts.ctx();
      const { topPx } = model.timeline.viewport;
      const isNowhere = Number.isNaN(yPx) || rowMove.isOpen;
      hoverPosition(parts.ctx(), isNowhere ? -1 : Math.floor((yPx + topPx) / rowHeightPx));
    },
  };
}

function isOnLink({ zone }: Hit): boolean {
  return zone === 'link' || zone === 'linkFrom' || zone === 'linkTo';
}

/** A menu on one of several selected rows is meant for all of them. */
function selectForMenu(ctx: ChartContext, commands: ChartCommands, row: number): void {
  if (isOneOfMany(ctx, row)) commands.lead(row);
  else commands.select(row);
}

function isOneOfMany({ model }: ChartContext, row: number): boolean {
  return model.isSelected(row) && model.selectedRows.length > 1;
}

function hoverPosition({ model, body }: ChartContext, position: number): void {
  const found = rowAt(model, position) < 0 ? -1 : position;
  if (body.hoveredPosition === found) return;
  body.hoveredPosition = found;
  body.requestFrame();
}

/** Keys that the chart serves do not reach the editor, which may bind them to something else. */
function listenToKeys({ body, gesture }: ChartContext, commands: ChartCommands): void {
  const { element } = body.grid;
  element.addEventListener('keydown', event => {
    const binding = findBinding(chordOf(event));
    if (!binding) return;
    event.preventDefault();
    event.stopPropagation();
    binding.run(commands);
  });
  element.addEventListener('keyup', event => {
    if (event.key === 'Alt') gesture.commit();
  });
  element.addEventListener('focusout', event => {
    if (!isInside(body, event.relatedTarget)) gesture.commit();
  });
}

function isInside(body: ChartBody, target: EventTarget | null): boolean {
  return target instanceof Node && body.grid.element.contains(target);
}
