import type { Impact } from '../core/impact/impact.ts';
import { impactMarkdown } from '../core/impact/impactMarkdown.ts';
import { impactProblems } from '../core/impact/impactProblems.ts';
import type { Problem } from '../core/model/problem.ts';
import type { CliAnswer, CliContext } from './cliCommand.ts';
import { floatOf, impactData, impactText, type LookedAt } from './impactText.ts';
import { placeProblem } from './placedProblem.ts';
import { formatSarif } from './sarif.ts';

/** An impact in the form that was asked for. */
export function impactAnswer(
  impact: Impact,
  around: LookedAt & { readonly to: 'text' | 'md' },
  ctx: CliContext,
): CliAnswer {
  const { plan, schedule, range, to } = around;
  const problems = impactProblems(impact);
  const title = `What ${titles.get(range) ?? range} means to the plan`;
  const told = (): string =>
    to === 'md'
      ? impactMarkdown(title, impact, floatOf(plan, schedule))
      : impactText(impact, around, ctx);
  const placed = problems.map(problem => placeProblem(problem, ''));
  return {
    kind: 'impact',
    data: impactData(impact, around),
    text: ctx.format === 'sarif' ? formatSarif(placed, ctx.host.version) : told(),
    isFile: to === 'md',
    // A person reads the rest in the table.
    problems: ctx.format === 'text' ? problems.filter(isFinding) : problems,
    folder: '',
    findingsFrom: 'warning',
  };
}

function isFinding({ severity }: Problem): boolean {
  return severity !== 'info';
}

const titles = new Map([
  ['worktree', 'has changed'],
  ['index', 'is to be committed'],
]);
