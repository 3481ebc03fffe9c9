import { ok, refused, type Result } from '../core/base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../core/base/utf8.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { MoneyView } from '../core/money/computeMoney.ts';
import { computeLoad } from '../core/people/computeLoad.ts';
import { compareReports } from '../core/report/compareReports.ts';
import { computeReport } from '../core/report/computeReport.ts';
import {
  frozenPath,
  newestFrozen,
  parseFrozen,
  readFrozenPath,
} from '../core/report/frozenReport.ts';
import type { Audience, Report } from '../core/report/report.ts';
import { reportHtml } from '../core/report/reportHtml.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import type { ReportPage } from '../core/views/reportPage.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { readMoney } from './moneyAnswers.ts';

/** The report for an audience as of the status date, else of today, with what changed since the last. */
export async function readReportPage(loaded: LoadedPlan, audience: Audience): Promise<ReportPage> {
  return (await readReports(loaded, audience)).page;
}

/** The report as it is told here, and as it is kept where others read it: without private rates. */
async function readReports(
  loaded: LoadedPlan,
  audience: Audience,
): Promise<{ readonly page: ReportPage; readonly shared: Report }> {
  const known = await readMoney(loaded);
  const { at } = known.money;
  const views = loaded.views();
  const { plan, revision } = views.snapshot;
  const schedule = views.schedule();
  const load = computeLoad(plan, schedule);
  const reportOf = (money: MoneyView): Report =>
    computeReport({ plan, schedule, audience, at, money, load });
  const report = reportOf(known.money);
  const shared = reportOf(known.shared());
  const paths = await loaded.listFiles();
  const { changes, since } = await readPast(loaded, paths, shared);
  const isFrozen = paths.includes(frozenPath(report));
  return { page: { revision, report, changes, since, isFrozen }, shared };
}

async function readPast(
  loaded: LoadedPlan,
  paths: readonly string[],
  report: Report,
): Promise<{ readonly since: string; readonly changes: readonly string[] }> {
  const path = newestFrozen(paths, report);
  const named = path === undefined ? undefined : readFrozenPath(path);
  const bytes = path === undefined ? undefined : await loaded.readAside(path);
  if (!named || !bytes) return { since: '', changes: [] };
  const frozen = parseFrozen(decodeUtf8(bytes), named);
  return { since: named.on, changes: compareReports(frozen, report) };
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
  const { page, shared } = await readReports(loaded, audience);
  const path = frozenPath(shared);
  const text = reportMarkdown(shared, page.changes);
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
