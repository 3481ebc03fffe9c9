import type { LoadedPlan } from './loadedPlan.ts';
import { textAt } from './columnar.ts';
import { gapOf, type CommitGap } from './commitGap.ts';
import { shortDay, spokenDay, yearOf } from './dateText.ts';

/** The plan, and the commits of its tasks while they are shown. */
export type PlanWithCommits = Pick<LoadedPlan, 'view'> &
  Partial<Pick<LoadedPlan, 'baseline' | 'commits'>>;

/** How many commits on which days, and how far from the plan, for the tooltip; empty for none. */
export function commitText(plan: PlanWithCommits, row: number): string {
  const told = tell(plan, row, shortDay);
  if (!told) return '';
  const { counts, first, last, gap } = told;
  const days = first === last ? first : `${first} – ${last}`;
  return [`${counts}, ${days}`, ...gapTexts(gap)].join('\n');
}

/** `12 commits on 5 days, 2 March to 9 March, the first …`, for the ear. */
export function spokenCommits(plan: PlanWithCommits, row: number): string {
  const told = tell(plan, row, spokenDay);
  if (!told) return '';
  const { counts, first, last, gap } = told;
  const days = first === last ? first : `${first} to ${last}`;
  return [`${counts}, ${days}`, ...gapTexts(gap).map(lowerFirst)].join(', ');
}

function tell(
  plan: PlanWithCommits,
  row: number,
  dayText: (day: number, presentYear: number) => string,
):
  | {
      readonly counts: string;
      readonly first: string;
      readonly last: string;
      readonly gap: CommitGap;
    }
  | undefined {
  const { view, commits } = plan;
  const own = commits?.of(textAt(view.rows.id, row));
  if (!own) return undefined;
  const year = yearOf(view.today);
  const total = own.commits.reduce((sum, count) => sum + count, 0);
  return {
    counts: `${counted(total, 'commit')} on ${counted(own.days.length, 'day')}`,
    first: dayText(own.days[0] ?? Number.NaN, year),
    last: dayText(own.days.at(-1) ?? Number.NaN, year),
    gap: gapOf(plan, row, own),
  };
}

/** Nothing is said of a day that is the planned one, and of what was not planned. */
function gapTexts({ start, finish, baseline }: CommitGap): readonly string[] {
  const where = baseline === undefined ? '' : ` in ${baseline}`;
  const said = (commit: string, days: number | undefined, moment: string): string[] => {
    if (days === undefined || days === 0) return [];
    const side = days > 0 ? 'after' : 'before';
    const far = counted(Math.abs(days), 'calendar day');
    return [`${commit} commit ${far} ${side} the planned ${moment}${where}`];
  };
  return [...said('First', start, 'start'), ...said('Last', finish, 'finish')];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
