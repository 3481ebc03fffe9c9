import { formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import { noRates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { compareReports } from './compareReports.ts';
import { hiddenIn } from './computeReport.ts';
import { parseFrozen } from './frozenReport.ts';
import { prepareReport } from './prepareReport.ts';
import type { Report } from './report.ts';
import { reportMarkdown } from './reportMarkdown.ts';

/**
 * What a customer sees otherwise than in an earlier version of the plan, both as of the day of the
 * report. What has been hidden since is not spoken of.
 *
 * @param since when that version was committed
 */
export function tellSinceVersion(
  report: Report,
  before: Plan,
  { after, since }: { readonly after: Plan; readonly since: Instant },
): readonly string[] {
  const isHidden = hiddenIn(after);
  const keep = <T extends { readonly id: string }>(items: ReadonlyMap<string, T>) =>
    new Map([...items].filter(([id]) => !isHidden(id)));
  const shown = {
    ...before,
    tasks: keep(before.tasks),
    milestones: keep(before.milestones),
    risks: keep(before.risks),
    decisions: keep(before.decisions),
  };
  const day = report.span.at - minutesPerDay;
  const old = prepareReport(shown, {
    audience: report.audience,
    asked: { at: day, hasTime: false },
    committedAt: undefined,
    today: day,
  })(noRates);
  const { audience } = report;
  const frozen = parseFrozen(reportMarkdown(old, [], { keepsIds: true }), {
    audience,
    on: formatDay(since),
  });
  return compareReports(frozen, report);
}
