import { decodeUtf8 } from '../base/utf8.ts';
import { compareReports } from './compareReports.ts';
import { newestFrozen, parseFrozen, readFrozenPath } from './frozenReport.ts';
import type { Report } from './report.ts';

/** What changed since a report that was frozen. */
export interface SinceFrozen {
  /** The day of that report; empty where there is none. */
  readonly since: string;
  readonly changes: readonly string[];
}

/** What changed since the newest report that was frozen for the same audience. */
export async function tellSinceFrozen(
  report: Report,
  paths: Iterable<string>,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<SinceFrozen> {
  const path = newestFrozen(paths, report);
  const named = path === undefined ? undefined : readFrozenPath(path);
  const bytes = path === undefined ? undefined : await read(path);
  if (!named || !bytes) return { since: '', changes: [] };
  const frozen = parseFrozen(decodeUtf8(bytes), named);
  return { since: named.on, changes: compareReports(frozen, report) };
}
