import { ok, refused, type Result } from '../core/base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../core/base/utf8.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
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
  const { money } = await readMoney(loaded);
  const { at } = money;
  const views = loaded.views();
  const { plan, revision } = views.snapshot;
  const schedule = views.schedule();
  const load = computeLoad(plan, schedule);
  const report = computeReport({ plan, schedule, audience, at, money, load });
  const paths = await loaded.listFiles();
  const past = await readPast(loaded, paths, report);
  return {
    revision,
    report,
    changes: past.changes,
    since: past.since,
    isFrozen: paths.includes(frozenPath(report)),
  };
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

/** Keeps what is told in the plan folder, where it stays as it was told. */
export async function freezeReport(
  loaded: LoadedPlan,
  audience: Audience,
): Promise<Result<{ readonly path: string }, Problem>> {
  if (!loaded.canEdit) {
    const message = 'This plan can be read but not changed here';
    return refused(createProblem('command-refused', message));
  }
  const { report, changes } = await readReportPage(loaded, audience);
  const path = frozenPath(report);
  const text = reportMarkdown(report, changes);
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
