import type { ChartModel } from './chartModel.ts';
import { sortTitle } from './rowOrder.ts';
import { groupTitles } from './groupRows.ts';

/**
 * How the rows are looked at now, in words: `12 rows match “parser”, sorted by Finish`. Empty for the
 * whole plan in its own order.
 */
export function shownText(
  model: Pick<
    ChartModel,
    'choices' | 'outline' | 'filterProblem' | 'hasFolds' | 'showsMatchesOnly'
  >,
): string {
  const { sort, group, isClosedHidden } = model.choices;
  const closed = isClosedHidden ? (model.outline?.closedCount ?? 0) : 0;
  const parts = [
    filterText(model),
    sort ? `sorted by ${sortTitle(sort)}${sort.isDescending ? ', falling' : ''}` : '',
    group ? `grouped by ${groupTitles[group].toLowerCase()}` : '',
    closed > 0 ? `${closed} done or dropped hidden` : '',
    isFolded(model) ? 'some rows folded' : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

function filterText({
  choices,
  outline,
  filterProblem,
}: Pick<ChartModel, 'choices' | 'outline' | 'filterProblem'>): string {
  const matches = outline?.matches;
  if (!matches || filterProblem !== '') return '';
  const { filter, onlyMatches } = choices;
  const count = matches.length === 1 ? '1 row matches' : `${matches.length} rows match`;
  const rest = onlyMatches ? '' : ', the others are shown too';
  return `${count} “${filter.trim()}”${rest}`;
}

/** Among the rows that match nothing is folded. */
function isFolded({
  showsMatchesOnly,
  hasFolds,
}: Pick<ChartModel, 'showsMatchesOnly' | 'hasFolds'>): boolean {
  return hasFolds && !showsMatchesOnly;
}
