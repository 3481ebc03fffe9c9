import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { type MenuItem, openMenu } from '../ui/menu.ts';
import { commitAt } from './fieldEditing.ts';

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
  const run = (command: 'completeItem' | 'dropItem' | 'reopenItem' | 'removeItem'): void =>
    void commitAt(actions, { command, input: { id } }, anchor);
  const isDisabled = !canEdit;
  const ends: readonly MenuItem[] = row.isLive
    ? [
        {
          label: 'Reviewed today, next in…',
          icon: 'clock',
          isDisabled,
          run: () => actions.pick('reviewed', id),
        },
        {
          label: 'It has occurred…',
          icon: 'warning',
          isDisabled,
          run: () => actions.pick('occurred', id),
        },
        {
          label: 'Close the risk',
          icon: 'check',
          isDisabled,
          run: () => run('completeItem'),
        },
        {
          label: 'Drop the risk',
          icon: 'drop',
          isDisabled,
          run: () => run('dropItem'),
        },
      ]
    : [
        {
          label: 'Reopen the risk',
          icon: 'undo',
          isDisabled,
          run: () => run('reopenItem'),
        },
      ];
  return [
    {
      label: 'Link to code…',
      icon: 'link',
      isDisabled,
      startsGroup: true,
      run: () => actions.pick('linkCode', id),
    },
    ...ends,
    {
      label: 'Remove from the plan',
      icon: 'remove',
      isDisabled,
      startsGroup: true,
      run: () => run('removeItem'),
    },
  ];
}
