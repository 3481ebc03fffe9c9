import { ok } from '../core/base/result.ts';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { createProblem } from '../core/model/problem.ts';
import { frozenPath } from '../core/report/frozenReport.ts';
import type { Report } from '../core/report/report.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import { tellSinceFrozen } from '../core/report/sinceFrozen.ts';
import { cannotRun, type CliResult } from './cliCommand.ts';
import type { ReadPlan } from './openPlan.ts';

/** What changed since the newest report that was frozen for the same audience; nothing without one. */
export async function changesSinceFrozen(
  { files }: ReadPlan,
  { shared, isPrivate }: { readonly shared: Report; readonly isPrivate: boolean },
): Promise<readonly string[]> {
  const entries = (await files.list()) ?? [];
  const paths = entries.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const kept = { list: paths, read: (path: string) => files.read(path) };
  return (await tellSinceFrozen(shared, kept, { isPrivate })).changes;
}

/** Writes a report without private rates into the plan folder, where it stays as it was told. */
export async function freeze(
  { files, folder }: ReadPlan,
  report: Report,
  changes: readonly string[],
): Promise<CliResult> {
  const path = frozenPath(report);
  const text = reportMarkdown(report, changes, { keepsIds: true });
  const isWritten = await files.write(path, encodeUtf8(text), undefined);
  if (!isWritten) {
    const message = `${folder}/${path} is there already, and what was told stays as it was; remove the file first if it was never sent`;
    return cannotRun(createProblem('command-refused', message), folder);
  }
  const data = { to: 'md', file: `${folder}/${path}`, report: { ...report, changes }, text: null };
  return ok({
    kind: 'report',
    data,
    text: `Froze the report as ${folder}/${path}\n`,
    problems: [],
    folder,
  });
}
