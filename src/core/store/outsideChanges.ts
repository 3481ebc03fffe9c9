import { areSameBytes } from '../base/utf8.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { LoadedFile } from './loadedFile.ts';
import { unreadFile, type LoadedFolder } from './loadFolder.ts';
import { readPlanPath } from './planPath.ts';

/** More files than this, changed or gone at once by another program, and a person is asked. */
export const mostAtOnce = 25;

/** A file that another program changed or took away. */
export interface WitnessedFile {
  readonly path: string;
  readonly isGone: boolean;
  /** What it held last. */
  readonly bytes: Uint8Array;
}

/**
 * Who can say that files were changed or taken away on purpose: git, for what it wrote or took away
 * itself. Answers with the paths that it vouches for.
 */
export type Witness = (files: readonly WitnessedFile[]) => Promise<ReadonlySet<string>>;

/** What other programs did that nobody has vouched for. */
export interface OutsideChanges {
  /** Files that are gone, and stand in the plan as they were last. */
  readonly gone: readonly string[];
  /** Files that were changed or went away with many others at once. */
  readonly many: readonly string[];
}

export interface Guarded {
  readonly folder: LoadedFolder;
  readonly outside: OutsideChanges;
}

/**
 * Holds a folder as it is now against what it was: items whose file vanished stay in the plan, unless
 * the witness, the trash or a new name tells what became of them.
 *
 * @param settled paths that need nobody to vouch for them
 */
export async function guardChanges(
  before: LoadedFolder,
  now: LoadedFolder,
  { witness, settled }: { readonly witness: Witness; readonly settled: ReadonlySet<string> },
): Promise<Guarded> {
  if (!before.exists || !now.exists || hasFailed(now)) return { folder: now, outside: none };
  const isOpen = ({ path }: LoadedFile): boolean => !settled.has(path);
  const vanished = findVanished(before, now).filter(isOpen);
  const changed = findChanged(before, now).filter(isOpen);
  if (vanished.length === 0 && changed.length <= mostAtOnce) return { folder: now, outside: none };
  const vouched = await witness(
    [
      ...vanished.map(({ path, bytes, gone }) => ({ path, isGone: true, bytes: bytes ?? gone })),
      ...changed.map(({ path, bytes }) => ({ path, isGone: false, bytes })),
    ].flatMap(({ path, isGone, bytes }) => (bytes ? [{ path, isGone, bytes }] : [])),
  );
  const kept = vanished.filter(({ path }) => !vouched.has(path));
  const gone = kept.map(({ path }) => path);
  const fresh = kept.filter(file => file.gone === undefined).map(({ path }) => path);
  const altered = changed.filter(({ path }) => !vouched.has(path)).map(({ path }) => path);
  const many = [...fresh, ...altered];
  const outside = { gone, many: many.length > mostAtOnce ? many : [] };
  if (kept.length === 0) return { folder: now, outside };
  const files = new Map([...now.files, ...kept.map(file => [file.path, asGone(file)] as const)]);
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { folder: { ...now, files: sorted }, outside };
}

const none: OutsideChanges = { gone: [], many: [] };

/** Nothing is written while many changes of another program have not been looked at. */
export function manyChangesProblem(count: number): Problem {
  const message = `${count} files of the plan were changed or taken away at once by another program; look at them, then run “Gantry: Settle Changes From Outside…” to go on`;
  return createProblem('mass-change', message);
}

function hasFailed({ problems }: LoadedFolder): boolean {
  return problems.some(({ code }) => code !== 'change-unfinished');
}

/** Removed and renamed items have not vanished: the one is in the trash, the other has a new name. */
function findVanished(before: LoadedFolder, now: LoadedFolder): readonly LoadedFile[] {
  const vanished: LoadedFile[] = [];
  let arrived: readonly LoadedFile[] | undefined;
  for (const file of before.files.values()) {
    const present = now.files.get(file.path);
    if (file.value === undefined || (present !== undefined && present.gone === undefined)) continue;
    const place = readPlanPath(file.path);
    if ('id' in place && place.id !== undefined && now.trash.has(place.id)) continue;
    arrived ??= [...now.files.values()].filter(({ path }) => !before.files.has(path));
    const last = file.bytes ?? file.gone;
    if (!arrived.some(({ bytes }) => areSameBytes(bytes, last))) vanished.push(file);
  }
  return vanished;
}

function findChanged(before: LoadedFolder, now: LoadedFolder): readonly LoadedFile[] {
  return [...now.files.values()].filter(file => {
    const known = before.files.get(file.path);
    return file !== known && file.bytes !== undefined && known?.bytes !== undefined;
  });
}

function asGone(file: LoadedFile): LoadedFile {
  if (file.gone) return file;
  const { path, bytes, value } = file;
  const message = `${path} is gone from the disk, though neither git nor Gantry took it away, so the plan goes on with what it said; run “Gantry: Settle Changes From Outside…” to bring it back or to let it go`;
  const unread = unreadFile(path, createProblem('file-vanished', message, { file: path }));
  return { ...unread, file: { ...unread.file, isKept: true }, value, gone: bytes };
}
