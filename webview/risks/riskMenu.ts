import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { IconName } from '../ui/icon.ts';
import { type MenuItem, openMenu } from '../ui/menu.ts';
import { commitAt } from './fieldEditing.ts';

type OneIdCommand = 'completeItem' | 'dropItem' | 'reopenItem';

interface RiskMenuPlace {
  readonly row: RiskRow;
  readonly anchor: HTMLElement;
  readonly canEdit: boolean;
}

/** What can be done with a risk, beside its cell. */
export function openRiskMenu(actions: PanelActions, options: RiskMenuPlace): void {
  const { row, anchor, canEdit } = options;
  openMenu({
    anchor,
    label: `Actions for ${row.id}`,
    items: [
      ...openItems(actions, row),
      ...editItems(actions, { ...options, canEdit: canEdit && !row.isReadOnly }),
    ],
  });
}

function openItems(actions: PanelActions, row: RiskRow): readonly MenuItem[] {
  const code = row.code.map(({ path, line }, link): MenuItem => ({
    label: `Open ${path}${line === undefined ? '' : `:${line}`}`,
    icon: 'code',
    run: () => actions.open({ id: row.id, target: 'code', link, beside: true }),
  }));
  return [
    {
      label: 'Open the file',
      icon: 'file',
      run: () => actions.open({ id: row.id, target: 'file', beside: true }),
    },
    ...code,
  ];
}

function editItems(
  actions: PanelActions,
  { row, anchor, canEdit }: RiskMenuPlace,
): readonly MenuItem[] {
  const { id } = row;
  const run = (command: OneIdCommand): void =>
    void commitAt(actions, { command, input: { id } }, anchor);
  const isDisabled = !canEdit;
  const item = (label: string, icon: IconName, act: () => void): MenuItem => ({
    label,
    icon,
    isDisabled,
    run: act,
  });
  const ends: readonly MenuItem[] = row.isLive
    ? [
        item('Reviewed today, next in…', 'clock', () => actions.pick('reviewed', id)),
        item('It has occurred…', 'warning', () => actions.pick('occurred', id)),
        item('Close the risk', 'check', () => run('completeItem')),
        item('Drop the risk', 'drop', () => run('dropItem')),
      ]
    : [item('Reopen the risk', 'undo', () => run('reopenItem'))];
  return [
    { ...item('Link to code…', 'link', () => actions.pick('linkCode', id)), startsGroup: true },
    ...ends,
    {
      ...item('Remove from the plan', 'remove', () => actions.pick('remove', id)),
      startsGroup: true,
    },
  ];
}
