import type { Item } from '../core/model/plan.ts';
import type { CachedFile } from '../core/store/parseCache.ts';

/** What many items have in common, written and read once. */
export interface CommonParts {
  /**
   * By the kind of an item the keys that all of it have, in order, each with what most of them hold.
   * That is not written a second time, and not read.
   */
  readonly usual: Readonly<Record<string, readonly UsualField[]>>;
  /** Lists and records that stand in several items: estimates, dates, people. */
  readonly shared: readonly object[];
}

type UsualField = readonly [key: string, value?: unknown];

/** A file whose item has what is usual, but for `own`, and for what is shared: place of the key, part, by turns. */
interface PackedFile {
  readonly path: string;
  readonly mark: string;
  readonly textBytes: number;
  readonly kind: string;
  readonly own: object;
  readonly shared?: readonly number[];
}

/** The items of files without what they have in common. */
export function packItems(files: readonly CachedFile[]): {
  readonly common: CommonParts;
  readonly pack: (file: CachedFile, textBytes: number) => PackedFile;
} {
  const usual = usualFields(files);
  const shared = sharedParts(files, usual);
  return {
    common: { usual, shared: [...shared.keys()].map(text => JSON.parse(text) as object) },
    pack({ path, mark, value }, textBytes) {
      const { kind } = value;
      const places = new Map(usual[kind]?.map(([key], place) => [key, place]));
      const own: [string, unknown][] = [];
      const named: number[] = [];
      for (const [key, each] of fieldsOf(value)) {
        const place = places.get(key);
        if (place !== undefined && isUsual(usual[kind]?.[place]?.[1], each)) continue;
        const isPart = place !== undefined && typeof each === 'object';
        const part = isPart ? shared.get(JSON.stringify(each)) : undefined;
        if (place === undefined || part === undefined) own.push([key, each]);
        else named.push(place, part);
      }
      const file = { path, mark, textBytes, kind, own: Object.fromEntries(own) };
      return named.length > 0 ? { ...file, shared: named } : file;
    },
  };
}

function usualFields(files: readonly CachedFile[]): CommonParts['usual'] {
  const byKind = new Map<string, ReadonlyMap<string, unknown>[]>();
  for (const { value } of files) {
    const fields = new Map(fieldsOf(value));
    const known = byKind.get(value.kind);
    if (known) known.push(fields);
    else byKind.set(value.kind, [fields]);
  }
  return Object.fromEntries([...byKind].map(([kind, items]) => [kind, usualOf(items)]));
}

function fieldsOf(value: Item): readonly [string, unknown][] {
  return Object.entries({ ...value });
}

function usualOf(items: readonly ReadonlyMap<string, unknown>[]): readonly UsualField[] {
  const keys = [...(items[0]?.keys() ?? [])].filter(key => items.every(item => item.has(key)));
  return keys.map(key => {
    const values = items.map(item => item.get(key));
    if (values.every(Array.isArray)) return [key, []];
    return values.every(isPlain) ? [key, mostFrequent(values)] : [key];
  });
}

function isPlain(value: unknown): boolean {
  return typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number';
}

function mostFrequent(values: readonly unknown[]): unknown {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function isUsual(usual: unknown, value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 && Array.isArray(usual) : value === usual;
}

/** By what they are as JSON the parts that stand more than once, with their places. */
function sharedParts(
  files: readonly CachedFile[],
  usual: CommonParts['usual'],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of files) {
    const fields = new Map(usual[value.kind]?.map(([key, each]) => [key, each]));
    for (const [key, each] of fieldsOf(value)) {
      if (typeof each !== 'object' || each === null) continue;
      if (!fields.has(key) || isUsual(fields.get(key), each)) continue;
      const text = JSON.stringify(each);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const often = [...counts].filter(([, count]) => count > 1);
  return new Map(often.map(([text], place) => [text, place]));
}

/** Makes items of what was packed. Throws where that was not written by {@link packItems}. */
export class CachedItems {
  readonly #kinds: ReadonlyMap<
    string,
    { readonly blank: object; readonly keys: readonly string[] }
  >;
  readonly #shared: readonly object[];

  constructor({ usual, shared }: CommonParts) {
    this.#kinds = new Map(
      Object.entries(usual).map(([kind, fields]) => [
        kind,
        {
          blank: Object.fromEntries(fields.map(([key, value]) => [key, value])),
          keys: fields.map(([key]) => key),
        },
      ]),
    );
    this.#shared = shared;
  }

  /** @param texts of the files, one behind the other */
  unpack(files: unknown, texts: Buffer): readonly CachedFile[] {
    let end = 0;
    const found = (files as readonly PackedFile[]).map(file => {
      const from = end;
      end += file.textBytes;
      return new KnownText(file, this.#itemOf(file), { texts, from, end });
    });
    if (end !== texts.length) throw new Error('The texts are not those of the items');
    return found;
  }

  /** Run for thousands of items by code that has not been run before: what is plain is quick. */
  #itemOf(file: PackedFile): Item {
    const kind = this.#kinds.get(file.kind);
    if (!kind) throw new Error('An item of a kind that was not written');
    const item: Record<string, unknown> = { ...kind.blank, ...file.own };
    const { shared } = file;
    if (!shared) return item as unknown as Item;
    for (let i = 0; i < shared.length; i += 2) {
      item[kind.keys[shared[i] ?? 0] ?? ''] = this.#shared[shared[i + 1] ?? 0];
    }
    return item as unknown as Item;
  }
}

/** Where the text of a file stands among others. */
interface TextPlace {
  readonly texts: Buffer;
  readonly from: number;
  readonly end: number;
}

/** Most texts are never looked at, so each is made when it is asked for. */
class KnownText implements CachedFile {
  readonly path: string;
  readonly mark: string;
  readonly value: Item;
  readonly #place: TextPlace;

  constructor(file: PackedFile, value: Item, place: TextPlace) {
    this.path = file.path;
    this.mark = file.mark;
    this.value = value;
    this.#place = place;
  }

  get text(): string {
    const { texts, from, end } = this.#place;
    return texts.toString('utf8', from, end);
  }
}
