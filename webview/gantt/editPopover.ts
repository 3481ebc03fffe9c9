import type { PanelActions } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { openPopover, type Anchor } from '../ui/popover.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import type { ChartModel } from './chartModel.ts';
import { textAt } from './columnar.ts';
import type { Edit } from './editIntents.ts';
import { createFields } from './editFields.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { holdRow, whyFixed, type Held } from './reschedule.ts';
import { rowActions } from './rowActions.ts';
import { spokenDates, undatedReason } from './rowText.ts';

/** Everything about a row that can be changed by clicks and typing alone. */
export interface EditPopover {
  /** Follows a new plan; what a person is typing just now is left alone. */
  refresh(): void;
  /** Puts the keyboard on the link to a predecessor. */
  focusLink(predecessor: string): void;
  close(): void;
}

export interface EditPopoverOptions {
  readonly model: ChartModel;
  readonly actions: PanelActions;
  readonly row: number;
  readonly anchor: Anchor;
  readonly onClose: () => void;
}

/** A longer one would push the fields out of the window; all of it is in its own field (F2). */
const longestTitle = 160;

/** The row as it is in the newest plan. */
interface Present {
  readonly plan: LoadedPlan;
  readonly row: number;
}

export function openEditPopover(options: EditPopoverOptions): EditPopover {
  const { model, actions, anchor } = options;
  const id = model.idOf(options.row);
  const present = (): Present | undefined => {
    const row = model.plan?.rowOf(id);
    return model.plan && row !== undefined ? { plan: model.plan, row } : undefined;
  };
  const error = createElement('p', { class: 'gantt-popover-error', attributes: { role: 'alert' } });
  const apply = (decide: (held: Held, plan: LoadedPlan, row: number) => Edit): void => {
    const now = present();
    if (!now) return;
    const edit = decide(holdRow(now.plan, now.row), now.plan, now.row);
    error.textContent = edit?.kind === 'refusal' ? edit.message : '';
    if (edit?.kind === 'intent') void actions.run(edit.intent).then(() => refresh());
  };
  const now = present();
  const fields = now ? createFields(now.plan, now.row, apply) : [];
  const title = createElement('h2', { class: 'gantt-popover-title' });
  const note = createElement('p', { class: 'gantt-popover-note' });
  const content = createElement('div', { class: 'gantt-popover' }, [
    title,
    note,
    ...fields.map(field => field.element),
    error,
    createActions(options, () => popover.dispose()),
  ]);
  const fill = ({ plan, row }: Present): void => {
    title.textContent = shortenText(textAt(plan.view.rows.title, row), longestTitle);
    const reason = whyFixed(plan, row);
    note.textContent = undatedReason(plan.view, row) ?? reason ?? spokenDates(plan.view, row);
    for (const field of fields) field.refresh(plan, row);
  };
  const refresh = (): void => {
    const newest = present();
    if (newest) fill(newest);
    else popover.dispose();
  };
  if (now) fill(now);
  const popover = openPopover({
    anchor,
    content,
    label: `Edit ${model.plan ? shortenText(textAt(model.plan.view.rows.title, options.row), longestTitle) : ''}`,
    onClose: options.onClose,
  });
  const first = content.querySelector<HTMLElement>('input:enabled, select:enabled, button:enabled');
  first?.focus();
  return {
    refresh,
    focusLink: predecessor => {
      for (const field of fields) field.reveal?.(predecessor);
      const links = content.querySelectorAll<HTMLInputElement>('input[data-link]');
      [...links].find(link => link.dataset['link'] === predecessor)?.focus();
    },
    close: () => popover.dispose(),
  };
}

function createActions(options: EditPopoverOptions, close: () => void): HTMLElement {
  const { model, actions, row } = options;
  const { plan } = model;
  const id = model.idOf(row);
  const offered = plan
    ? rowActions.filter(({ key, isMenuOnly, isOffered }) => {
        return key !== 'edit' && isMenuOnly !== true && isOffered(plan, row);
      })
    : [];
  const buttons = offered.map(action => {
    const button = createElement('button', {
      class: 'gantt-button is-secondary',
      text: plan ? action.label(plan, row, 1) : '',
      attributes: { type: 'button' },
    });
    button.addEventListener('click', () => {
      close();
      if (!plan) return;
      const isShown = (each: number): boolean => model.positionOf(each) >= 0;
      const ctx = { actions, plan, row, id, rows: [row], ids: [id], isShown };
      const nothing = (): void => undefined;
      action.run({ ...ctx, edit: nothing, editTitle: nothing, split: nothing });
    });
    return button;
  });
  return createElement('div', { class: 'gantt-popover-actions' }, buttons);
}
