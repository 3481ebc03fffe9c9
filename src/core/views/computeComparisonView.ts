import type { ComparisonBar } from '../comparison/comparisonBars.ts';
import { movedBy } from '../comparison/comparisonWords.ts';
import type { ComparisonText } from '../comparison/tellComparison.ts';
import { projectId } from '../model/change.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import { beginning } from './beginning.ts';
import type { ComparedBar, ComparedTable, ComparisonView } from './comparisonView.ts';

/** More lines are no picture. The project, milestones and what moved the most are drawn. */
const mostBars = 60;
/** So many rows of a table are handed over; all of them are in the Markdown of the command line. */
const mostRows = 500;

export interface Compared {
  readonly title: string;
  readonly text: ComparisonText;
  readonly bars: readonly ComparisonBar[];
}

/** A comparison as the panel shows it. `plan` is the plan as it is: what is in it can be opened. */
export function computeComparisonView(
  plan: Plan,
  { title, text, bars }: Compared,
  revision: number,
): ComparisonView {
  const shown = weightiest(bars);
  const canOpen = (id: string): boolean => id === projectId || itemOf(plan, id) !== undefined;
  return {
    revision,
    title: beginning(title),
    sentences: text.sentences.map(beginning),
    bars: shown.map(bar => barOf(plan, bar, canOpen)),
    moreBars: bars.length - shown.length,
    tables: text.sections.map(({ title: name, columns, rows }): ComparedTable => ({
      title: name,
      columns,
      rows: rows.slice(0, mostRows).map(cells => {
        const id = columns[0] === 'id' ? (cells[0] ?? '') : '';
        return {
          id: canOpen(id) ? id : '',
          cells: cells.map(beginning),
        };
      }),
      more: Math.max(0, rows.length - mostRows),
    })),
  };
}

/** The bars that moved the most, in the order that they had. */
function weightiest(bars: readonly ComparisonBar[]): readonly ComparisonBar[] {
  if (bars.length <= mostBars) return bars;
  const weight = (bar: ComparisonBar): number =>
    bar.id === '' ? Infinity : Math.abs(bar.minutes) + (bar.isPoint ? 1e9 : 0);
  const kept = new Set([...bars].sort((a, b) => weight(b) - weight(a)).slice(0, mostBars));
  return bars.filter(bar => kept.has(bar));
}

function barOf(
  plan: Plan,
  { id, title, isPoint, before, after, minutes }: ComparisonBar,
  canOpen: (id: string) => boolean,
): ComparedBar {
  const words = !before
    ? 'new'
    : !after
      ? 'gone'
      : minutes === 0 && before.finish === after.finish
        ? 'ends as before'
        : movedBy(plan, minutes);
  return {
    id: id !== '' && canOpen(id) ? id : '',
    title: id === '' ? 'Project' : beginning(title),
    isPoint,
    before: before ?? null,
    after: after ?? null,
    words,
    tone: minutes > 0 ? 'later' : minutes < 0 ? 'earlier' : 'other',
  };
}
