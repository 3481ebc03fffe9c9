import type { Disposable } from '../../src/core/base/disposable.ts';
import { openInlineEditor, type EditorExit } from '../ui/inlineEditor.ts';
import { editableCell, type EditableCell } from './cellEdits.ts';
import type { ChartContext } from './chartContext.ts';
import { columnOf, type ColumnKey } from './columns.ts';

/**
 * A field over a cell of a row, or over its title. Tab goes on to the next cell that can be edited,
 * Shift+Tab back. Undefined where the table has no room for it, or the cell cannot be edited.
 */
export function openCellEditor(
  ctx: ChartContext,
  row: number,
  key: ColumnKey,
): Disposable | undefined {
  const { model, body, actions } = ctx;
  if (!model.plan) return undefined;
  const cell = editableCell(model.plan, row, key);
  if (typeof cell === 'string') {
    actions.announce(cell);
    return undefined;
  }
  model.leadBy(row);
  if (model.activeRow !== row) model.select(row);
  body.bringIntoView(row);
  body.render();
  body.showColumn(key);
  const place = body.grid.cellPlace(key);
  if (!place) return undefined;
  const id = model.idOf(row);
  const { host, ...at } = place;
  return openInlineEditor({
    host,
    at,
    kind: cell.kind,
    label: columnOf(key).title,
    value: cell.value,
    ...(cell.suggestions ? { suggestions: cell.suggestions } : {}),
    present: () => presentValue(ctx, id, key),
    commit: text => commit(ctx, { id, cell, text }),
    onClose: exit => leave(ctx, { id, key, exit }),
  });
}

function presentValue({ model }: ChartContext, id: string, key: ColumnKey): string | undefined {
  const row = model.plan?.rowOf(id);
  const cell = model.plan && row !== undefined ? editableCell(model.plan, row, key) : '';
  return typeof cell === 'string' ? undefined : cell.value;
}

async function commit(
  { model, actions }: ChartContext,
  { id, cell, text }: { readonly id: string; readonly cell: EditableCell; readonly text: string },
): Promise<string | undefined> {
  const row = model.plan?.rowOf(id);
  if (!model.plan || row === undefined) return 'This item is gone; press Escape to leave the field';
  const edit = cell.read(model.plan, row, text);
  if (!edit) return undefined;
  if (edit.kind === 'refusal') return edit.message;
  const outcome = await actions.run(edit.intent);
  return outcome.ok ? undefined : outcome.error.message;
}

function leave(
  ctx: ChartContext,
  { id, key, exit }: { readonly id: string; readonly key: ColumnKey; readonly exit: EditorExit },
): void {
  const { body, model } = ctx;
  body.grid.focus();
  const row = model.plan?.rowOf(id);
  if (exit === 'stay' || row === undefined) return;
  editBeside(ctx, row, { from: key, step: exit === 'next' ? 1 : -1 });
}

/** Opens the next cell of a row that can be edited; from the title when `from` is undefined. */
export function editBeside(
  ctx: ChartContext,
  row: number,
  { from, step }: { readonly from: ColumnKey | undefined; readonly step: 1 | -1 },
): void {
  const { plan } = ctx.model;
  if (!plan) return;
  const keys = ctx.body.columnKeys;
  let at = from === undefined ? -1 : keys.indexOf(from);
  for (at += step; at >= 0; at += step) {
    const key = keys[at];
    if (key === undefined) return;
    if (typeof editableCell(plan, row, key) === 'string') continue;
    openCellEditor(ctx, row, key);
    return;
  }
}
