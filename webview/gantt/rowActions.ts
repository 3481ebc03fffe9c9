import { rowFlag, rowKind } from '../../src/core/views/ganttView.ts';
import type { Intent, PanelQuestion } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { IconName } from '../ui/icon.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { moveInOutline, type OutlineMove } from './outlineMoves.ts';
import { pausesOfRow } from './pausedWork.ts';
import { hasFlag, isClosed, isMilestoneItem } from './rowText.ts';
import { whyWhole } from './splitPopover.ts';
import { isSummary, summaryIntents, whyUnmovable } from './summaryMove.ts';

export type RowActionKey =
  | 'file'
  | 'code'
  | 'why'
  | 'edit'
  | 'title'
  | 'done'
  | 'drop'
  | 'assign'
  | 'assignWhoeverCan'
  | 'link'
  | 'unlink'
  | 'linkCode'
  | 'unlinkCode'
  | 'split'
  | 'join'
  | 'up'
  | 'down'
  | 'in'
  | 'out'
  | 'move'
  | 'earlier'
  | 'later'
  | 'add'
  | 'addInside'
  | 'rename'
  | 'remove';

/** What can be done with a row, or with all that are selected, by menu, popover and keys alike. */
export interface RowAction {
  readonly key: RowActionKey;
  readonly icon?: IconName;
  readonly startsGroup?: boolean;
  /** True for what makes sense for several rows at once. */
  readonly takesMany?: boolean;
  /** True for what the popover has by other means, or has no room for. */
  readonly isMenuOnly?: boolean;
  readonly label: (plan: LoadedPlan, row: number, count: number) => string;
  readonly isOffered: (plan: LoadedPlan, row: number) => boolean;
  readonly run: (ctx: RowActionContext) => void;
}

export interface RowActionContext {
  readonly actions: PanelActions;
  readonly plan: LoadedPlan;
  /** The row that leads. */
  readonly row: number;
  readonly id: string;
  /** All that are meant, from top to bottom; the leading row alone is `[row]`. */
  readonly rows: readonly number[];
  /** Their ids in the order in which they were selected. */
  readonly ids: readonly string[];
  /** False for a row that is hidden because it is done. */
  readonly isShown: (row: number) => boolean;
  readonly edit: () => void;
  readonly editTitle: () => void;
  readonly split: () => void;
}

const canWrite = (plan: LoadedPlan, row: number): boolean =>
  plan.canEdit && !hasFlag(plan.view, row, rowFlag.readOnly);

/** Summaries and milestones take a new task in anyway. */
const isLeaf = ({ view }: LoadedPlan, row: number): boolean =>
  !isMilestoneItem(view, row) && numberAt(view.rows.kind, row) === rowKind.task;

const isTask = (plan: LoadedPlan, row: number): boolean =>
  canWrite(plan, row) && !isMilestoneItem(plan.view, row);

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
    label: () => 'Edit dates, progress and links…',
    isOffered: canWrite,
    run: ({ edit }) => edit(),
  },
  {
    key: 'title',
    isMenuOnly: true,
    label: () => 'Change the title',
    isOffered: canWrite,
    run: ({ editTitle }) => editTitle(),
  },
  {
    key: 'done',
    icon: 'check',
    takesMany: true,
    label: (plan, row) => (isClosed(plan.view, row) ? 'Reopen' : 'Mark done'),
    isOffered: canWrite,
    run: (ctx: RowActionContext): void => {
      const wasClosed = isClosed(ctx.plan.view, ctx.row);
      const command = wasClosed ? 'reopenItem' : 'completeItem';
      runOnEach(ctx, row => isClosed(ctx.plan.view, row) === wasClosed, command);
    },
  },
  {
    key: 'drop',
    icon: 'drop',
    takesMany: true,
    label: () => 'Drop it from the plan of work',
    isOffered: (plan, row) => canWrite(plan, row) && !isClosed(plan.view, row),
    run: ctx => runOnEach(ctx, row => !isClosed(ctx.plan.view, row), 'dropItem'),
  },
  moveWhole('earlier', 'Move a day earlier, with its tasks', -1),
  moveWhole('later', 'Move a day later, with its tasks', 1),
  pickAction('assign', {
    startsGroup: true,
    label: (plan, row) => (isMilestoneItem(plan.view, row) ? 'Set the owner…' : 'Assign people…'),
    isOffered: canWrite,
  }),
  pickAction('assignWhoeverCan', {
    isMenuOnly: true,
    label: () => 'Assign to whoever can…',
    isOffered: (plan, row) => isTask(plan, row) && !isClosed(plan.view, row),
  }),
  {
    key: 'link',
    icon: 'link',
    takesMany: true,
    label: (_plan, _row, count) =>
      count > 1 ? 'Link one after the other' : 'Link to another task…',
    isOffered: isTask,
    run: (ctx: RowActionContext): void => {
      if (ctx.ids.length < 2) ctx.actions.pick('link', ctx.id);
      else void ctx.actions.runAll(chainOf(ctx.ids));
    },
  },
  {
    key: 'unlink',
    takesMany: true,
    isMenuOnly: true,
    label: (_plan, _row, count) => (count > 1 ? 'Unlink from one another' : 'Remove a link…'),
    isOffered: isTask,
    run: (ctx: RowActionContext): void => {
      if (ctx.ids.length < 2) ctx.actions.pick('unlink', ctx.id);
      else unlinkAmong(ctx);
    },
  },
  pickAction('linkCode', { label: () => 'Link to code…', isOffered: canWrite }),
  pickAction('unlinkCode', {
    isMenuOnly: true,
    label: () => 'Remove a link to code…',
    isOffered: (plan, row) => canWrite(plan, row) && hasFlag(plan.view, row, rowFlag.hasCode),
  }),
  {
    key: 'split',
    takesMany: true,
    isMenuOnly: true,
    startsGroup: true,
    label: (_plan, _row, count) =>
      count > 1 ? `Split these ${count} at a date…` : 'Split the work at a date…',
    isOffered: (plan, row) => whyWhole(plan, row) === undefined,
    run: ({ split }) => split(),
  },
  {
    key: 'join',
    takesMany: true,
    isMenuOnly: true,
    label: () => 'Take the pauses out',
    isOffered: (plan, row) => canWrite(plan, row) && pausesOfRow(plan.view.pauses, row).length > 0,
    run: joinParts,
  },
  outlineAction('up', { label: () => 'Move up', startsGroup: true }),
  outlineAction('down', { label: () => 'Move down' }),
  outlineAction('in', { label: () => 'Indent: part of the one above' }),
  outlineAction('out', { label: () => 'Outdent' }),
  pickAction('move', {
    isMenuOnly: true,
    label: () => 'Move to another place…',
    isOffered: canWrite,
  }),
  pickAction('add', {
    icon: 'add',
    startsGroup: true,
    label: () => 'Add a task here…',
    isOffered: plan => plan.canEdit,
  }),
  pickAction('addInside', {
    label: () => 'Break down into tasks: add one…',
    isOffered: (plan, row) => canWrite(plan, row) && isLeaf(plan, row),
  }),
  pickAction('rename', { isMenuOnly: true, label: () => 'Change the id…', isOffered: canWrite }),
  {
    key: 'remove',
    icon: 'remove',
    takesMany: true,
    label: (_plan, _row, count) =>
      count > 1 ? `Remove these ${count} from the plan…` : 'Remove from the plan',
    isOffered: canWrite,
    run: ({ actions, id, ids }) =>
      actions.pick(
        'remove',
        id,
        ids.filter(other => other !== id),
      ),
  },
];

/** Of several rows it is enough that one can take the action: those that cannot are left alone. */
export function isOfferedFor(
  { takesMany, isOffered }: RowAction,
  plan: LoadedPlan,
  rows: readonly number[],
): boolean {
  if (rows.length > 1 && takesMany !== true) return false;
  return rows.some(row => isOffered(plan, row));
}

/** Runs an action when it is offered for the rows; says so when it is not. */
export function runRowAction(key: RowActionKey, ctx: RowActionContext): void {
  const action = rowActions.find(each => each.key === key);
  if (action && isOfferedFor(action, ctx.plan, ctx.rows)) action.run(ctx);
  else if (key === 'code') ctx.actions.announce('No code is linked to this item');
  else if (key === 'split') ctx.actions.announce(whyWhole(ctx.plan, ctx.row) ?? '');
  else if (key === 'join') ctx.actions.announce('The work of this item has no pauses');
  else if (action) ctx.actions.announce('This item cannot be changed here');
}

/** An action that the editor asks about in its own way. */
function pickAction(
  key: RowActionKey & PanelQuestion,
  action: Omit<RowAction, 'key' | 'run'>,
): RowAction {
  return { key, ...action, run: ({ actions, id }) => actions.pick(key, id) };
}

function outlineAction(
  key: OutlineMove,
  action: Pick<RowAction, 'label' | 'startsGroup'>,
): RowAction {
  return {
    key,
    ...action,
    takesMany: true,
    isMenuOnly: true,
    isOffered: canWrite,
    run: ({ actions, plan, rows, isShown }) => {
      const edit = moveInOutline(plan, rows, { move: key, isShown });
      if (edit.kind === 'refusal') actions.announce(edit.message);
      else void actions.runAll(edit.intents);
    },
  };
}

function runOnEach(
  { actions, plan, rows }: RowActionContext,
  isMeant: (row: number) => boolean,
  command: 'completeItem' | 'reopenItem' | 'dropItem',
): void {
  const meant = rows.filter(row => canWrite(plan, row) && isMeant(row));
  void actions.runAll(
    meant.map(row => ({ command, input: { id: textAt(plan.view.rows.id, row) } })),
  );
}

function joinParts({ actions, plan, rows }: RowActionContext): void {
  const split = rows.filter(
    row => canWrite(plan, row) && pausesOfRow(plan.view.pauses, row).length > 0,
  );
  void actions.runAll(
    split.map((row): Intent => ({
      command: 'setFields',
      input: { id: textAt(plan.view.rows.id, row), fields: { split: null } },
    })),
  );
}

/** Each waits for the one that was selected before it. */
function chainOf(ids: readonly string[]): readonly Intent[] {
  return ids.slice(1).map((successor, before) => ({
    command: 'linkTasks',
    input: { predecessor: ids[before] ?? '', successor },
  }));
}

/** Takes out every link with both ends among the rows. */
function unlinkAmong({ actions, plan, rows }: RowActionContext): void {
  const { links } = plan.view;
  const ids = plan.view.rows.id;
  const taken = new Set(rows);
  const intents = rows.flatMap(row =>
    plan
      .linksInto(row)
      .filter(link => taken.has(numberAt(links.from, link)))
      .map((link): Intent => ({
        command: 'unlinkTasks',
        input: {
          predecessor: textAt(ids, numberAt(links.from, link)),
          successor: textAt(ids, row),
        },
      })),
  );
  if (intents.length > 0) void actions.runAll(intents);
  else actions.announce('Nothing links these tasks to one another');
}

/** A summary has no dates to type: this is its way by clicks alone. */
function moveWhole(key: 'earlier' | 'later', text: string, days: number): RowAction {
  return {
    key,
    label: () => text,
    isOffered: (plan, row) => isSummary(plan, row) && whyUnmovable(plan, row) === undefined,
    run: ({ actions, plan, row }) => void actions.runAll(summaryIntents(plan, row, days)),
  };
}
