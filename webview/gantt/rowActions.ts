import { rowFlag, rowKind } from '../../src/core/views/ganttView.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { IconName } from '../ui/icon.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { numberAt, textAt } from './columnar.ts';
import { hasFlag, isClosed, isMilestoneItem } from './rowText.ts';

/** What can be done with a row by menu, popover and keys alike. */
export interface RowAction {
  readonly key:
    | 'file'
    | 'code'
    | 'why'
    | 'edit'
    | 'done'
    | 'link'
    | 'assign'
    | 'linkCode'
    | 'add'
    | 'addInside'
    | 'drop';
  readonly icon?: IconName;
  readonly startsGroup?: boolean;
  readonly label: (plan: LoadedPlan, row: number) => string;
  readonly isOffered: (plan: LoadedPlan, row: number) => boolean;
  readonly run: (ctx: RowActionContext) => void;
}

export interface RowActionContext {
  readonly actions: PanelActions;
  readonly plan: LoadedPlan;
  readonly row: number;
  readonly id: string;
  readonly edit: () => void;
}

const canWrite = (plan: LoadedPlan, row: number): boolean =>
  plan.canEdit && !hasFlag(plan.view, row, rowFlag.readOnly);

/** Summaries and milestones take a new task in anyway. */
const isLeaf = ({ view }: LoadedPlan, row: number): boolean =>
  !isMilestoneItem(view, row) && numberAt(view.rows.kind, row) === rowKind.task;

export const rowActions: readonly RowAction[] = [
  {
    key: 'file',
    icon: 'file',
    label: () => 'Open the file',
    isOffered: () => true,
    run: ({ actions, id }) => actions.open({ id, target: 'file', beside: false }),
  },
  {
    key: 'code',
    icon: 'code',
    label: () => 'Open the linked code',
    isOffered: (plan, row) => hasFlag(plan.view, row, rowFlag.hasCode),
    run: ({ actions, id }) => actions.open({ id, target: 'code', beside: true }),
  },
  {
    key: 'why',
    icon: 'find',
    label: () => 'Why this date…',
    isOffered: () => true,
    run: ({ actions, id }) => actions.pick('why', id),
  },
  {
    key: 'edit',
    icon: 'edit',
    startsGroup: true,
    label: () => 'Edit dates and progress…',
    isOffered: canWrite,
    run: ({ edit }) => edit(),
  },
  {
    key: 'done',
    icon: 'check',
    label: (plan, row) => (isClosed(plan.view, row) ? 'Reopen' : 'Mark done'),
    isOffered: canWrite,
    run: ({ actions, plan, row, id }: RowActionContext): void => {
      const command = isClosed(plan.view, row) ? 'reopenItem' : 'completeItem';
      void actions.run({ command, input: { id } });
    },
  },
  {
    key: 'drop',
    icon: 'drop',
    label: () => 'Drop it from the plan of work',
    isOffered: (plan, row) => canWrite(plan, row) && !isClosed(plan.view, row),
    run: ({ actions, id }) => void actions.run({ command: 'dropItem', input: { id } }),
  },
  {
    key: 'assign',
    startsGroup: true,
    label: (plan, row) => (isMilestoneItem(plan.view, row) ? 'Set the owner…' : 'Assign people…'),
    isOffered: canWrite,
    run: ({ actions, id }) => actions.pick('assign', id),
  },
  {
    key: 'link',
    icon: 'link',
    label: () => 'Link to another task…',
    isOffered: (plan, row) => canWrite(plan, row) && !isMilestoneItem(plan.view, row),
    run: ({ actions, id }) => actions.pick('link', id),
  },
  {
    key: 'linkCode',
    label: () => 'Link to code…',
    isOffered: canWrite,
    run: ({ actions, id }) => actions.pick('linkCode', id),
  },
  {
    key: 'add',
    icon: 'add',
    label: () => 'Add a task here…',
    isOffered: plan => plan.canEdit,
    run: ({ actions, id }) => actions.pick('add', id),
  },
  {
    key: 'addInside',
    label: () => 'Split into parts: add one…',
    isOffered: (plan, row) => canWrite(plan, row) && isLeaf(plan, row),
    run: ({ actions, id }) => actions.pick('addInside', id),
  },
];

/** Runs an action when it is offered for the row; says so when it is not. */
export function runRowAction(key: RowAction['key'], ctx: Omit<RowActionContext, 'id'>): void {
  const action = rowActions.find(each => each.key === key);
  if (!action) return;
  const id = textAt(ctx.plan.view.rows.id, ctx.row);
  if (action.isOffered(ctx.plan, ctx.row)) action.run({ ...ctx, id });
  else if (key === 'code') ctx.actions.announce('No code is linked to this item');
  else ctx.actions.announce('This item cannot be changed here');
}
