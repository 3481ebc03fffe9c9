import { createButton } from '../ui/button.ts';
import { createElement } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { type MenuItem, openMenu } from '../ui/menu.ts';
import type { ColumnChoices } from './columnLayout.ts';
import { openColumnsPopover } from './columnsPopover.ts';
import { type Grouping, groupings, groupingTitles } from './groupRows.ts';
import { openRegisterKeys, registerKeysLabel } from './registerKeySheet.ts';
import { openViewsPopover, type RegisterAccess } from './viewsPopover.ts';

export interface ToolbarButtonEvents {
  add(): void;
  toggleSide(): void;
  group(): Grouping | '';
  chooseGroup(group: Grouping | ''): void;
  columns(): ColumnChoices;
  chooseColumns(choices: ColumnChoices): void;
  /** What its views are made of and change. */
  readonly register: RegisterAccess;
}

/** What stands at the end of the toolbar: adding, gathering, columns, and the side. */
export function createToolbarButtons(
  events: ToolbarButtonEvents,
): Readonly<Record<'add' | 'group' | 'columns' | 'views' | 'side' | 'keys', HTMLElement>> {
  const add = createButton({
    label: 'Add risk',
    appearance: 'primary',
    onClick: () => events.add(),
  });
  const group = createGroupButton(events);
  const columns = createElement('button', {
    class: 'icon-button',
    text: 'Columns',
    title: 'Choose the columns and their widths',
    attributes: { type: 'button', 'aria-haspopup': 'dialog' },
  });
  columns.addEventListener('click', () =>
    openColumnsPopover(columns, {
      choices: () => events.columns(),
      onChange: choices => events.chooseColumns(choices),
    }),
  );
  const views = createElement('button', {
    class: 'icon-button',
    text: 'Views',
    title: 'Views that the plan keeps',
    attributes: { type: 'button', 'aria-haspopup': 'dialog' },
  });
  views.addEventListener('click', () => openViewsPopover(views, events.register));
  const side = createIconButton({
    icon: 'map',
    label: 'Heat map and details',
    text: 'Heat map',
    onClick: () => events.toggleSide(),
  });
  const keys = createIconButton({
    icon: 'help',
    label: `${registerKeysLabel} (?)`,
    onClick: () => openRegisterKeys(keys),
  });
  return { add, group, columns, views, side, keys };
}

function createGroupButton(events: ToolbarButtonEvents): HTMLElement {
  const button = createElement('button', {
    class: 'icon-button',
    text: 'Group',
    title: 'Gather the risks in groups',
    attributes: { type: 'button', 'aria-haspopup': 'menu' },
  });
  button.addEventListener('click', () => {
    const chosen = events.group();
    const choice = (value: Grouping | '', label: string): MenuItem => ({
      label,
      isChecked: value === chosen,
      run: () => events.chooseGroup(value),
    });
    openMenu({
      anchor: button,
      label: 'Group by',
      items: [
        choice('', 'One list'),
        ...groupings.map(each => choice(each, `By ${groupingTitles[each].toLowerCase()}`)),
      ],
    });
  });
  return button;
}
