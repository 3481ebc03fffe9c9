import type { Disposable } from '../../src/core/base/disposable.ts';
import { openInlineEditor } from '../ui/inlineEditor.ts';
import { editBeside } from './cellEditor.ts';
import type { ChartContext } from './chartContext.ts';
import { textAt } from './columnar.ts';

/** A field over the title of a row; undefined where the table has no room for one. */
export function openTitleEditor(ctx: ChartContext, row: number): Disposable | undefined {
  const { model, body, actions } = ctx;
  if (!model.plan) return undefined;
  model.leadBy(row);
  if (model.activeRow !== row) model.select(row);
  body.bringIntoView(row);
  body.render();
  const place = body.grid.titlePlace();
  if (!place) {
    actions.announce('Make the table wider to change the title in it');
    return undefined;
  }
  const id = model.idOf(row);
  const { host, ...at } = place;
  return openInlineEditor({
    host,
    at,
    kind: 'line',
    label: 'Title',
    value: textAt(model.plan.view.rows.title, row),
    present: () => {
      const now = model.plan?.rowOf(id);
      return model.plan && now !== undefined ? textAt(model.plan.view.rows.title, now) : undefined;
    },
    commit: async text => {
      const title = text.trim();
      if (title === '') return 'A title has at least one word';
      const outcome = await actions.run({ command: 'setFields', input: { id, fields: { title } } });
      return outcome.ok ? undefined : outcome.error.message;
    },
    onDropped: text => actions.announce(`“${text}” was not written: its row is elsewhere now`),
    onClose: exit => {
      body.grid.focus();
      const now = model.plan?.rowOf(id);
      if (exit === 'next' && now !== undefined) editBeside(ctx, now, { from: undefined, step: 1 });
    },
  });
}
