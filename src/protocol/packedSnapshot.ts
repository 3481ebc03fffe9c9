import { areSameBytes, decodeUtf8, encodeUtf8 } from '../core/base/utf8.ts';
import type { HostEvent, HostMessage, PanelSnapshot } from './messages.ts';
import { isFiniteNumber, isRecord, isTruth } from './validate.ts';

/**
 * A snapshot on its way to the webview. The editor looks at every value of a message one by one, in
 * two processes; so everything but the columns of numbers goes as bytes. Of what is as it was in the
 * snapshot sent before, nothing goes: most edits change a few columns of many.
 */
export interface PackedSnapshot {
  readonly revision: number;
  /** The revision whose parts stand for those that are left out; null when all are here. */
  readonly base: number | null;
  /** Columns of numbers by their name, as in `rows.start`. */
  readonly columns: Readonly<Record<string, ArrayBufferView>>;
  /** All other parts by their name, as in `rows.title`: JSON in UTF-8. */
  readonly texts: Readonly<Record<string, Uint8Array>>;
}

/** What goes over the wire, host to webview: a message with its snapshot packed. */
export type WireMessage =
  | Extract<HostMessage, { readonly kind: 'reply' }>
  | ({ readonly kind: 'event' } & Exclude<HostEvent, { readonly event: 'snapshot' }>)
  | { readonly kind: 'event'; readonly event: 'snapshot'; readonly snapshot: PackedSnapshot };

/** The part that holds what is in no other. */
const restName = 'rest';

/** Packs snapshots one after another; a class because it remembers what was sent. */
export class SnapshotPacker {
  #base: number | null = null;
  #sent = new Map<string, Part>();

  /** The next snapshot goes whole, to a page that knows nothing yet. */
  reset(): void {
    this.#base = null;
    this.#sent = new Map();
  }

  pack(snapshot: PanelSnapshot): PackedSnapshot {
    const columns: Record<string, ArrayBufferView> = {};
    const texts: Record<string, Uint8Array> = {};
    const parts = partsOf(snapshot);
    for (const [name, part] of parts) {
      const sent = this.#sent.get(name);
      if (sent !== undefined && isSamePart(part, sent)) continue;
      if (ArrayBuffer.isView(part)) columns[name] = part;
      else texts[name] = encodeUtf8(typeof part === 'string' ? part : JSON.stringify(part));
    }
    const packed = { revision: snapshot.revision, base: this.#base, columns, texts };
    this.#base = snapshot.revision;
    this.#sent = parts;
    return packed;
  }
}

/** Tables that most plans do without. */
const sparseTables = ['pauses', 'constraints', 'actuals', 'baselines'] as const;

/** A column of numbers, a column of texts, or the JSON of anything else. */
type Part = ArrayBufferView | readonly unknown[] | string;

function partsOf({ gantt, risks, ...others }: PanelSnapshot): Map<string, Part> {
  const parts = new Map<string, Part>([['nonWorking', gantt.nonWorking]]);
  const rows = splitTable('rows', gantt.rows, parts);
  const links = splitTable('links', gantt.links, parts);
  const sparse = Object.fromEntries(
    sparseTables.map(name => [name, gantt[name] && splitTable(name, gantt[name], parts)]),
  );
  parts.set('risks', JSON.stringify(risks));
  parts.set(
    restName,
    JSON.stringify({
      ...others,
      gantt: { ...gantt, rows, links, ...sparse, nonWorking: null },
    }),
  );
  return parts;
}

/** Puts the columns of a table among the parts; answers with what is no column. */
function splitTable(
  table: string,
  columns: object,
  parts: Map<string, Part>,
): Readonly<Record<string, unknown>> {
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>({ ...columns })) {
    if (ArrayBuffer.isView(value) || Array.isArray(value)) parts.set(`${table}.${name}`, value);
    else others[name] = value;
  }
  return others;
}

function isSamePart(a: Part, b: Part): boolean {
  if (a === b) return true;
  if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && areSameBytes(bytesOf(a), bytesOf(b));
  if (typeof a === 'string' || typeof b === 'string' || ArrayBuffer.isView(b)) return false;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Unpacks what a packer has packed, in the same order. */
export class SnapshotUnpacker {
  readonly #onGap: () => void;
  #revision: number | undefined;
  #parts = new Map<string, unknown>();

  /** @param onGap called when a snapshot builds on one that was never received, or came damaged */
  constructor(onGap: () => void) {
    this.#onGap = onGap;
  }

  /**
   * Undefined when a part cannot be read, when the outline is not that of a snapshot, and after a
   * gap. What lies inside comes from our own host of the same version and is taken as it is.
   */
  readonly unpack = (value: unknown): PanelSnapshot | undefined => {
    if (!isRecord(value) || !isFiniteNumber(value['revision'])) return undefined;
    const { revision, base, columns, texts } = value;
    if (!isRecord(columns) || !isRecord(texts)) return undefined;
    const isGap = base !== null && base !== this.#revision;
    const known = base === null ? new Map<string, unknown>() : this.#parts;
    const parts = isGap ? undefined : withParts(known, columns, texts);
    const snapshot = parts && joinParts(parts);
    if (!snapshot) {
      if (base !== null) this.#onGap();
      return undefined;
    }
    this.#revision = revision;
    this.#parts = parts;
    return snapshot;
  };
}

/** Undefined when one of the new parts cannot be read. */
function withParts(
  known: ReadonlyMap<string, unknown>,
  columns: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, unknown>>,
): Map<string, unknown> | undefined {
  const parts = new Map(known);
  for (const [name, column] of Object.entries(columns)) {
    if (!ArrayBuffer.isView(column)) return undefined;
    parts.set(name, column);
  }
  for (const [name, text] of Object.entries(texts)) {
    const value = readJson(text);
    if (value === undefined) return undefined;
    parts.set(name, value);
  }
  return parts;
}

/** The host that packed the parts is of our version: hence the cast. */
function joinParts(parts: ReadonlyMap<string, unknown>): PanelSnapshot | undefined {
  const rest = parts.get(restName);
  const risks = parts.get('risks');
  const nonWorking = parts.get('nonWorking');
  if (!isRecord(rest) || !isRecord(rest['problems']) || !isTruth(rest['canEdit'])) return undefined;
  if (!isRecord(risks) || !Array.isArray(risks['rows']) || !isRecord(risks['scale'])) {
    return undefined;
  }
  const { gantt } = rest;
  if (!isRecord(gantt) || !isRecord(gantt['rows']) || !isRecord(gantt['links'])) return undefined;
  const ids = parts.get('rows.id');
  if (!Array.isArray(ids) || ids.length !== gantt['rows']['count']) return undefined;
  if (!ArrayBuffer.isView(nonWorking)) return undefined;
  const rows = { ...gantt['rows'], ...columnsOf('rows', parts) };
  const links = { ...gantt['links'], ...columnsOf('links', parts) };
  const sparse: Record<string, unknown> = {};
  for (const name of sparseTables) {
    const table = gantt[name];
    if (isRecord(table)) sparse[name] = { ...table, ...columnsOf(name, parts) };
  }
  return {
    ...rest,
    risks,
    gantt: { ...gantt, rows, links, ...sparse, nonWorking },
  } as unknown as PanelSnapshot;
}

function columnsOf(
  table: string,
  parts: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  const columns: Record<string, unknown> = {};
  const start = `${table}.`;
  for (const [name, part] of parts) {
    if (name.startsWith(start)) columns[name.slice(start.length)] = part;
  }
  return columns;
}

function readJson(text: unknown): unknown {
  try {
    return text instanceof Uint8Array ? JSON.parse(decodeUtf8(text)) : undefined;
  } catch {
    return undefined;
  }
}
