import {
  formatSort,
  registerSorts,
  type RegisterView,
  type SavedView,
} from '../../src/core/model/savedView.ts';
import { noneChoice } from './filterRows.ts';
import { groupingTitles } from './groupRows.ts';
import { registerColumns } from './registerColumns.ts';
import { openFilter, type RegisterFilter, type RegisterUi } from './registerUi.ts';

/** What a view of the register is made of. */
type RegisterChoices = Pick<RegisterUi, 'filter' | 'sort' | 'group'>;

export function isRegisterView(view: SavedView): view is RegisterView {
  return view.surface === 'register';
}

/** How the register is looked at now, as a view; a chosen cell of the heat map is no part of it. */
export function viewOf(name: string, { filter, sort, group }: RegisterChoices): RegisterView {
  const column = registerSorts.find(each => each === sort.column);
  return {
    surface: 'register',
    name,
    filter: queryOf(filter),
    sort: column && { column, isDescending: sort.isFalling },
    group: group === '' ? undefined : group,
  };
}

/** What a view asks for. Its filter is shown as it is written, in the field for it. */
export function choicesOf(
  { filter, sort, group }: RegisterView,
  now: Pick<RegisterChoices, 'sort'>,
): RegisterChoices {
  const isOpen = /^open(?: |$)/.test(filter);
  return {
    filter: {
      ...openFilter,
      text: isOpen ? filter.slice('open '.length) : filter,
      isClosedShown: !isOpen,
    },
    sort: sort ? { column: sort.column, isFalling: sort.isDescending } : now.sort,
    group: group ?? '',
  };
}

/** True where the register is looked at as the view says. */
export function isShown(view: RegisterView, choices: RegisterChoices): boolean {
  const now = viewOf(view.name, choices);
  const sortText = ({ sort }: RegisterView): string => (sort ? formatSort(sort) : '');
  return (
    view.filter === now.filter &&
    view.group === now.group &&
    (view.sort === undefined || sortText(view) === sortText(now))
  );
}

/** `open response:reduce, sorted by Current, the highest first`, in words. */
export function describeView({ filter, sort, group }: RegisterView): string {
  const title = registerColumns.find(({ key }) => key === sort?.column)?.title ?? '';
  const parts = [
    filter,
    sort ? `sorted by ${title}${sort.isDescending ? ', the highest first' : ''}` : '',
    group ? `by ${groupingTitles[group].toLowerCase()}` : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

/** The filter in the language of lists. */
export function queryOf(filter: RegisterFilter): string {
  const { text, status, category, owner, band, strategy, review, isClosedShown } = filter;
  const parts = [
    isClosedShown || status !== '' ? '' : 'open',
    text.trim(),
    termOf('status', status),
    termOf('category', category),
    termOf('assignee', owner),
    termOf('rating', band),
    termOf('response', strategy),
    termOf('review', review),
  ];
  return parts.filter(part => part !== '').join(' ');
}

function termOf(field: string, value: string): string {
  if (value === '') return '';
  const word = value === noneChoice ? 'none' : value;
  return /^[\w.-]+$/.test(word) ? `${field}:${word}` : `${field}:"${word}"`;
}
