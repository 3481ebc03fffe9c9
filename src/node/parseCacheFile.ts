import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Item } from '../core/model/plan.ts';
import type { CachedFile, ParseCache } from '../core/store/parseCache.ts';
import { pauseNow } from './pause.ts';
import { replaceFile } from './replaceFile.ts';

/** Written into the file; one that says otherwise is not read. */
const format = 1;

/** So many files stand on one line, which is read in one go: about 5 ms of work. */
const filesInLine = 400;

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
 * A cache in a file of the storage folder, one for each plan folder. Every line but the first is JSON
 * of some files; a line that cannot be read makes the whole worthless.
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
      const lines = [JSON.stringify({ format, program, plan, keys: keysOf(files) })];
      for (let from = 0; from < files.length; from += filesInLine) {
        lines.push(JSON.stringify(files.slice(from, from + filesInLine)));
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

/** By the kind of an item all its keys in order: JSON leaves those without a value out. */
type ItemKeys = Readonly<Record<string, readonly string[]>>;

function keysOf(files: readonly CachedFile[]): ItemKeys {
  const keys: Record<string, readonly string[]> = {};
  for (const { value } of files) keys[value.kind] ??= Object.keys(value);
  return keys;
}

async function readCache(
  target: string,
  expected: Pick<ParseCachePlace, 'program' | 'plan'>,
): Promise<ReadonlyMap<string, CachedFile>> {
  const [head = '', ...lines] = readFileSync(target, 'utf8').split('\n');
  const header: unknown = JSON.parse(head);
  const found = new Map<string, CachedFile>();
  if (!isHeader(header) || header.format !== format) return found;
  if (header.program !== expected.program || header.plan !== expected.plan) return found;
  const blanks = new Map(
    Object.entries(header.keys).map(([kind, keys]) => [
      kind,
      Object.fromEntries(keys.map(key => [key, undefined])),
    ]),
  );
  for (const line of lines) {
    const files: unknown = JSON.parse(line);
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

interface Header {
  readonly format: number;
  readonly program: string;
  readonly plan: string;
  readonly keys: ItemKeys;
}

function isHeader(value: unknown): value is Header {
  return isObject(value) && isObject(value['keys']);
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
