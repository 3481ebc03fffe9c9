import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Item } from '../core/model/plan.ts';
import type { CachedFile, ParseCache } from '../core/store/parseCache.ts';
import { pauseNow } from './pause.ts';
import { replaceFile } from './replaceFile.ts';

/** Written into the file; one that says otherwise is not read. */
const format = 3;

/** So many files stand on one line, which is read in one go: about 5 ms of work. */
const filesInLine = 400;

/** Of what a line holds, so much of its hash stands before it. */
const sumSigns = 16;

/** A cache that no session has written for so long is taken away with the next that is written. */
const longestKeptMs = 90 * 24 * 60 * 60 * 1000;

export interface ParseCachePlace {
  /** The absolute path of a folder that is ours alone. */
  readonly storage: string;
  /** The absolute path of the plan folder. */
  readonly plan: string;
  /** Of the program that reads the files: what another made of them is not trusted. */
  readonly program: string;
}

/**
 * A cache in a file of the storage folder, one for each plan folder. Every line is a checksum and
 * JSON, in every line but the first that of some files; a line that cannot be read, or holds what was
 * not written, makes the whole worthless.
 */
export function createParseCache({ storage, plan, program }: ParseCachePlace): ParseCache {
  const name = createHash('sha256').update(plan).digest('hex').slice(0, 32);
  const target = path.join(storage, `${name}.jsonl`);
  return {
    async read() {
      try {
        return await readCache(target, { program, plan });
      } catch {
        return new Map();
      }
    },
    async write(files) {
      mkdirSync(storage, { recursive: true });
      sweepOld(storage);
      const usual = usualFields(files);
      const lines = [summed({ format, program, plan, usual })];
      for (let from = 0; from < files.length; from += filesInLine) {
        const slice = files.slice(from, from + filesInLine);
        lines.push(summed(slice.map(file => withoutUsual(file, usual))));
        await pauseNow();
      }
      const bytes = Buffer.from(lines.join('\n'));
      await replaceFile(target, bytes, { isSame: () => true, isNew: false });
    },
  };
}

/**
 * What the program is made of.
 *
 * @param entry the path of its first file, which names all others by what they hold
 */
export function programMark(entry: string): string {
  return createHash('sha256').update(readFileSync(entry)).digest('hex');
}

/**
 * By the kind of an item the keys that all of it have, in order, each with what most of them hold: an
 * empty list, `false`, or nothing. That is not written a second time, and not read.
 */
type UsualFields = Readonly<Record<string, readonly UsualField[]>>;
type UsualField = readonly [key: string, value?: unknown];

function usualFields(files: readonly CachedFile[]): UsualFields {
  const byKind = new Map<string, [string, unknown][][]>();
  for (const { value } of files) {
    const entries = fieldsOf(value);
    const known = byKind.get(value.kind);
    if (known) known.push(entries);
    else byKind.set(value.kind, [entries]);
  }
  return Object.fromEntries(
    [...byKind].map(([kind, items]) => [kind, usualOf(items.map(item => new Map(item)))]),
  );
}

function fieldsOf(value: Item): [string, unknown][] {
  return Object.entries({ ...value });
}

function usualOf(items: readonly ReadonlyMap<string, unknown>[]): readonly UsualField[] {
  const keys = [...(items[0]?.keys() ?? [])].filter(key => items.every(item => item.has(key)));
  return keys.map(key => {
    const values = items.map(item => item.get(key));
    if (values.every(Array.isArray)) return [key, []];
    return values.every(value => typeof value === 'boolean') ? [key, false] : [key];
  });
}

function withoutUsual(file: CachedFile, usual: UsualFields): object {
  const fields = new Map(usual[file.value.kind]?.map(([key, value]) => [key, value]));
  const isUsual = (key: string, value: unknown): boolean =>
    Array.isArray(value) ? value.length === 0 && fields.has(key) : value === fields.get(key);
  const value = fieldsOf(file.value).filter(([key, each]) => !isUsual(key, each));
  return { ...file, value: Object.fromEntries(value) };
}

async function readCache(
  target: string,
  expected: Pick<ParseCachePlace, 'program' | 'plan'>,
): Promise<ReadonlyMap<string, CachedFile>> {
  const [head, ...lines] = linesIn(readFileSync(target));
  const header: unknown = JSON.parse(head?.() ?? '');
  const found = new Map<string, CachedFile>();
  if (!isHeader(header) || header.format !== format) return found;
  if (header.program !== expected.program || header.plan !== expected.plan) return found;
  const blanks = new Map(
    Object.entries(header.usual).map(([kind, fields]) => [
      kind,
      Object.fromEntries(fields.map(([key, value]) => [key, value])),
    ]),
  );
  for (const line of lines) {
    const files: unknown = JSON.parse(line());
    if (!Array.isArray(files)) return new Map();
    for (const file of files as readonly unknown[]) {
      if (!isCached(file)) return new Map();
      // Nobody else has it yet, and another one for each file is what costs.
      (file as { value: Item }).value = { ...blanks.get(file.value.kind), ...file.value };
      found.set(file.path, file);
    }
    await pauseNow();
  }
  return found;
}

/** Each made a text when its turn has come: one text of all would take twice as long to go through. */
function linesIn(bytes: Buffer): readonly (() => string)[] {
  const lines: (() => string)[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const [from, to] = [start, found < 0 ? bytes.length : found];
    lines.push(() => readLine(bytes.subarray(from, to)));
    start = to + 1;
  }
  return lines;
}

function summed(value: object): string {
  const line = JSON.stringify(value);
  return sumOf(Buffer.from(line)) + line;
}

function readLine(bytes: Buffer): string {
  const line = bytes.subarray(sumSigns);
  if (bytes.toString('latin1', 0, sumSigns) !== sumOf(line)) throw new Error('A line is damaged');
  return line.toString('utf8');
}

function sumOf(line: Buffer): string {
  return createHash('sha256').update(line).digest('hex').slice(0, sumSigns);
}

interface Header {
  readonly format: number;
  readonly program: string;
  readonly plan: string;
  readonly usual: UsualFields;
}

function isHeader(value: unknown): value is Header {
  return isObject(value) && isObject(value['usual']);
}

function isCached(value: unknown): value is CachedFile {
  return (
    isObject(value) &&
    typeof value['path'] === 'string' &&
    typeof value['mark'] === 'string' &&
    typeof value['text'] === 'string' &&
    isItem(value['value'])
  );
}

function isItem(value: unknown): value is Item {
  return isObject(value) && typeof value['kind'] === 'string' && typeof value['id'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function sweepOld(storage: string): void {
  for (const name of readdirSync(storage)) {
    const file = path.join(storage, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > longestKeptMs) rmSync(file, { force: true });
  }
}
