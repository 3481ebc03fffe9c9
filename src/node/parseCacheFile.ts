import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CachedFile, ParseCache } from '../core/store/parseCache.ts';
import { makeFolder } from './makeFolder.ts';
import { CachedItems, packItems, type CommonParts } from './packedItems.ts';
import { pauseNow } from './pause.ts';
import { replaceFile } from './replaceFile.ts';

/** Written into the file; one that says otherwise is not read. */
const format = 4;

/** So many files stand in one block, which is read in one go: about 5 ms of work. */
const filesInBlock = 800;

/** Of what a block holds, so much of its hash is kept. */
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
 * A cache in a file of the storage folder, one for each plan folder: a line with a checksum and a
 * header, then blocks, each the items of some files as JSON and the texts of these files as they are.
 * A block that cannot be read, or holds what was not written, makes the whole worthless.
 */
export function createParseCache({ storage, plan, program }: ParseCachePlace): ParseCache {
  const name = createHash('sha256').update(plan).digest('hex').slice(0, 32);
  const target = path.join(storage, `${name}.cache`);
  return {
    async read() {
      try {
        return await readCache(target, { program, plan });
      } catch {
        return new Map();
      }
    },
    async write(files) {
      makeFolder(storage);
      sweepOld(storage);
      const { common, pack } = packItems(files);
      const blocks: Block[] = [];
      const parts: Buffer[] = [];
      for (let from = 0; from < files.length; from += filesInBlock) {
        const slice = files.slice(from, from + filesInBlock);
        const texts = slice.map(({ text }) => Buffer.from(text));
        const entries = slice.map((file, i) => pack(file, texts[i]?.length ?? 0));
        const items = Buffer.from(JSON.stringify(entries));
        const block = Buffer.concat([items, ...texts]);
        blocks.push([items.length, block.length - items.length, sumOf(block)]);
        parts.push(block);
        await pauseNow();
      }
      const header: Header = { format, program, plan, common, blocks };
      const line = Buffer.from(JSON.stringify(header));
      const bytes = Buffer.concat([Buffer.from(sumOf(line)), line, Buffer.from('\n'), ...parts]);
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

/** How many bytes its items take as JSON, how many its texts, and the checksum of both. */
type Block = readonly [items: number, texts: number, sum: string];

interface Header {
  readonly format: number;
  readonly program: string;
  readonly plan: string;
  readonly common: CommonParts;
  readonly blocks: readonly Block[];
}

async function readCache(
  target: string,
  expected: Pick<ParseCachePlace, 'program' | 'plan'>,
): Promise<ReadonlyMap<string, CachedFile>> {
  const bytes = readFileSync(target);
  const lineEnd = bytes.indexOf(0x0a);
  const line = bytes.subarray(sumSigns, lineEnd);
  const header: unknown = JSON.parse(line.toString('utf8'));
  const found = new Map<string, CachedFile>();
  if (!isHeader(header) || header.format !== format) return found;
  if (header.program !== expected.program || header.plan !== expected.plan) return found;
  if (bytes.toString('latin1', 0, sumSigns) !== sumOf(line)) return found;
  const items = new CachedItems(header.common);
  let start = lineEnd + 1;
  for (const [itemBytes, textBytes, sum] of header.blocks) {
    const block = bytes.subarray(start, (start += itemBytes + textBytes));
    if (sumOf(block) !== sum) return new Map();
    const entries: unknown = JSON.parse(block.toString('utf8', 0, itemBytes));
    for (const file of items.unpack(entries, block.subarray(itemBytes))) found.set(file.path, file);
    await pauseNow();
  }
  return start === bytes.length ? found : new Map();
}

function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, sumSigns);
}

function isHeader(value: unknown): value is Header {
  return typeof value === 'object' && value !== null && 'format' in value && 'blocks' in value;
}

function sweepOld(storage: string): void {
  for (const name of readdirSync(storage)) {
    const file = path.join(storage, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > longestKeptMs) rmSync(file, { force: true });
  }
}
