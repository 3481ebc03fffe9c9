import { decodeUtf8 } from '../base/utf8.ts';
import { compareReports } from './compareReports.ts';
import { newestFrozen, parseFrozen, readFrozenPath } from './frozenReport.ts';
import { moneySection, type Report } from './report.ts';

/** The files of the plan folder. */
export interface FrozenFiles {
  readonly list: Iterable<string>;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** What changed since a report that was frozen. */
export interface SinceFrozen {
  /** The day of that report; empty where there is none. */
  readonly since: string;
  readonly changes: readonly string[];
}

/**
 * What changed since the newest report that was frozen for the same audience. That one has no private
 * rates: where the page has, amounts of both would be two answers to one question.
 *
 * @param report without private rates
 */
export async function tellSinceFrozen(
  report: Report,
  { list, read }: FrozenFiles,
  { isPrivate }: { readonly isPrivate: boolean },
): Promise<SinceFrozen> {
  const path = newestFrozen(list, report);
  const named = path === undefined ? undefined : readFrozenPath(path);
  const bytes = path === undefined ? undefined : await read(path);
  if (!named || !bytes) return { since: '', changes: [] };
  const frozen = parseFrozen(decodeUtf8(bytes), named);
  if (!isPrivate) return { since: named.on, changes: compareReports(frozen, report) };
  const note = `Money is not held against ${named.on}: that page was made without the private rates of this one.`;
  const changes = compareReports(frozen, withoutMoney(report));
  return { since: named.on, changes: [...changes, note] };
}

function withoutMoney(report: Report): Report {
  return {
    ...report,
    judgements: report.judgements.filter(({ subject }) => subject !== 'Money'),
    sections: report.sections.filter(({ title }) => title !== moneySection),
  };
}
