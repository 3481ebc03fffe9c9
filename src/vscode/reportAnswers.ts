import { ok, refused, type Result } from '../core/base/result.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { noRates } from '../core/model/moneyRules.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { frozenPath } from '../core/report/frozenReport.ts';
import { prepareReport } from '../core/report/prepareReport.ts';
import { judgesMoney, type Audience, type Report } from '../core/report/report.ts';
import { reportHtml } from '../core/report/reportHtml.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import { tellSinceFrozen, type SinceFrozen } from '../core/report/sinceFrozen.ts';
import type { ReportPage } from '../core/views/reportPage.ts';
import { midnightOf } from './clock.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { readPrivateRates } from './moneyAnswers.ts';

/** The report for an audience, with what changed since the last. */
export async function readReportPage(loaded: LoadedPlan, audience: Audience): Promise<ReportPage> {
  return (await readReports(loaded, audience)).page;
}

/** The report as it is told here, and as it is kept where others read it: without private rates. */
async function readReports(
  loaded: LoadedPlan,
  audience: Audience,
): Promise<{
  readonly page: ReportPage;
  readonly shared: Report;
  readonly sharedChanges: () => Promise<readonly string[]>;
}> {
  const { rates } = await readPrivateRates(loaded);
  const committedAt = await loaded.committedAt();
  const views = loaded.views();
  const { plan, revision } = views.snapshot;
  const reportWith = prepareReport(plan, {
    audience,
    committedAt,
    today: midnightOf(views.now),
    known: () => views.schedule(),
  });
  const report = reportWith(rates);
  const shared = rates === noRates ? report : reportWith(noRates);
  const paths = await loaded.listFiles();
  const kept = { list: paths, read: (path: string) => loaded.readAside(path) };
  const tell = async (isPrivate: boolean): Promise<SinceFrozen> =>
    tellSinceFrozen(shared, kept, { isPrivate });
  const past = await tell(rates !== noRates && judgesMoney(report));
  const isFrozen = paths.includes(frozenPath(report));
  const sharedChanges = async (): Promise<readonly string[]> => (await tell(false)).changes;
  return { page: { revision, report, ...past, isFrozen }, shared, sharedChanges };
}

/** Keeps what is told in the plan folder, without private rates, where it stays as it was told. */
export async function freezeReport(
  loaded: LoadedPlan,
  audience: Audience,
): Promise<Result<{ readonly path: string }, Problem>> {
  if (!loaded.canEdit) {
    const message = 'This plan can be read but not changed here';
    return refused(createProblem('command-refused', message));
  }
  const { shared, sharedChanges } = await readReports(loaded, audience);
  const path = frozenPath(shared);
  const text = reportMarkdown(shared, await sharedChanges(), { keepsIds: true });
  if (await loaded.writeNew(path, encodeUtf8(text))) return ok({ path });
  const message = `${path} is there already, and what was told stays as it was; remove the file first if it was never sent`;
  return refused(createProblem('command-refused', message));
}

/** The report as the text of a file. */
export async function reportText(
  loaded: LoadedPlan,
  audience: Audience,
  form: 'md' | 'html',
): Promise<string> {
  const { report, changes } = await readReportPage(loaded, audience);
  return form === 'md' ? reportMarkdown(report, changes) : reportHtml(report, changes);
}
