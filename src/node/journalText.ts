import { createHash } from 'node:crypto';
import type { JournalledChange, JournalledFile } from '../core/store/changeJournal.ts';
import { readPlanPath } from '../core/store/planPath.ts';

/** A journal of another version is left to the Gantry that wrote it. */
const version = 1;

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * The text of a journal: each content once, under its hash.
 *
 * @param file what the disk numbers the journal itself by: one that came by a clone or a copy is told
 *   from one that was written here
 */
export function formatJournal({ title, files }: JournalledChange, file: number): string {
  const contents: Record<string, string> = {};
  const keep = (bytes: Uint8Array | undefined): string | null => {
    if (!bytes) return null;
    const hash = hashOf(bytes);
    contents[hash] ??= Buffer.from(bytes).toString('base64');
    return hash;
  };
  const listed = files.map(file => ({ ...file, contents: file.contents.map(keep) }));
  return JSON.stringify({ version, file, title, files: listed, contents });
}

/**
 * Undefined for what is no journal, is not whole, names what is no file of a plan, or was written
 * elsewhere: a repository could bring one with it.
 *
 * @param file what the disk numbers it by
 */
export function parseJournal(bytes: Uint8Array, file: number): JournalledChange | undefined {
  const value = parseRecord(bytes);
  if (value?.['file'] !== file) return undefined;
  if (value['version'] !== version || !Array.isArray(value['files'])) return undefined;
  const { title } = value;
  const contents = readContents(value['contents']);
  if (typeof title !== 'string' || !contents) return undefined;
  const files: JournalledFile[] = [];
  for (const entry of value['files']) {
    const file = readFile(entry, contents);
    if (!file) return undefined;
    files.push(file);
  }
  return { title, files };
}

/** A file that a recovery left to a person, with the hash of what it held then. */
export interface LeftFile {
  readonly path: string;
  readonly title: string;
  readonly hash: string | null;
}

export function formatLeft(files: readonly LeftFile[]): string {
  return JSON.stringify({ version, files });
}

/** What is no list of such files is none. */
export function parseLeft(bytes: Uint8Array): readonly LeftFile[] {
  const listed = parseRecord(bytes)?.['files'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: unknown) => {
    const { path, title, hash } = asRecord(entry) ?? {};
    const isHash = typeof hash === 'string' || hash === null;
    if (!isPlanPath(path) || typeof title !== 'string' || !isHash) return [];
    return [{ path, title, hash }];
  });
}

function readContents(value: unknown): ReadonlyMap<string, Uint8Array> | undefined {
  const record = asRecord(value);
  if (!record) return undefined;
  const contents = new Map<string, Uint8Array>();
  for (const [hash, text] of Object.entries(record)) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined;
    if (!bytes || hashOf(bytes) !== hash) return undefined;
    contents.set(hash, bytes);
  }
  return contents;
}

function readFile(
  value: unknown,
  contents: ReadonlyMap<string, Uint8Array>,
): JournalledFile | undefined {
  const { path, twin, contents: hashes } = asRecord(value) ?? {};
  if (!isPlanPath(path) || (twin !== undefined && !isPlanPath(twin))) return undefined;
  if (!Array.isArray(hashes) || hashes.length < 2) return undefined;
  const states: (Uint8Array | undefined)[] = [];
  for (const hash of hashes) {
    const bytes = typeof hash === 'string' ? contents.get(hash) : undefined;
    if (!bytes && hash !== null) return undefined;
    states.push(bytes);
  }
  return { path, contents: states, twin };
}

/** A journal touches the files that Gantry writes, and nothing else of the folder. */
function isPlanPath(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const { kind } = readPlanPath(value);
  return kind !== 'other';
}

function parseRecord(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
