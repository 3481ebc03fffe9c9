import { decodeUtf8, encodeUtf8 } from '../core/base/utf8.ts';
import type { GanttView } from '../core/views/ganttView.ts';
import type { HostEvent, HostMessage, PanelSnapshot } from './messages.ts';
import { isFiniteNumber, isRecord, isTruth } from './validate.ts';

type Columns = Readonly<Record<string, ArrayBufferView>>;

/**
 * A snapshot on its way to the webview. The editor looks at every value of a message one by one, in
 * two processes; so everything but the columns of numbers goes as one run of bytes.
 */
export interface PackedSnapshot {
  readonly revision: number;
  /** JSON in UTF-8 of all that is not a typed column. */
  readonly text: Uint8Array;
  readonly rows: Columns;
  readonly links: Columns;
  readonly nonWorking: Float64Array;
}

/** What goes over the wire, host to webview: a message with its snapshot packed. */
export type WireMessage =
  | Extract<HostMessage, { readonly kind: 'reply' }>
  | ({ readonly kind: 'event' } & Exclude<HostEvent, { readonly event: 'snapshot' }>)
  | { readonly kind: 'event'; readonly event: 'snapshot'; readonly snapshot: PackedSnapshot };

export function packSnapshot(snapshot: PanelSnapshot): PackedSnapshot {
  const rows = splitColumns(snapshot.gantt.rows);
  const links = splitColumns(snapshot.gantt.links);
  const gantt = { ...snapshot.gantt, rows: rows.others, links: links.others, nonWorking: null };
  return {
    revision: snapshot.revision,
    text: encodeUtf8(JSON.stringify({ ...snapshot, gantt })),
    rows: rows.columns,
    links: links.columns,
    nonWorking: snapshot.gantt.nonWorking,
  };
}

function splitColumns(table: object): {
  readonly columns: Columns;
  readonly others: Readonly<Record<string, unknown>>;
} {
  const columns: Record<string, ArrayBufferView> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>({ ...table })) {
    if (ArrayBuffer.isView(value)) columns[name] = value;
    else others[name] = value;
  }
  return { columns, others };
}

/**
 * Undefined when the outline is not that of a snapshot. What lies inside comes from our own host of
 * the same version and is taken as it is: hence the casts.
 */
export function unpackSnapshot(value: unknown): PanelSnapshot | undefined {
  if (!isRecord(value) || !(value['text'] instanceof Uint8Array)) return undefined;
  const said = readJson(value['text']);
  if (!isRecord(said)) return undefined;
  const { revision, gantt, risks, problems, canEdit } = said;
  if (!isFiniteNumber(revision) || !isTruth(canEdit) || !isRecord(problems)) return undefined;
  if (!isRecord(risks) || !Array.isArray(risks['rows']) || !isRecord(risks['scale'])) {
    return undefined;
  }
  const joined = joinGantt(gantt, value);
  return joined && ({ ...said, gantt: joined } as unknown as PanelSnapshot);
}

function joinGantt(
  gantt: unknown,
  { rows, links, nonWorking }: Readonly<Record<string, unknown>>,
): GanttView | undefined {
  if (!isRecord(gantt) || !isRecord(gantt['rows']) || !isRecord(gantt['links'])) return undefined;
  if (!isRecord(rows) || !isRecord(links) || !ArrayBuffer.isView(nonWorking)) return undefined;
  const { id, count } = gantt['rows'];
  if (!Array.isArray(id) || id.length !== count) return undefined;
  return {
    ...gantt,
    rows: { ...gantt['rows'], ...rows },
    links: { ...gantt['links'], ...links },
    nonWorking,
  } as unknown as GanttView;
}

function readJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(text));
  } catch {
    return undefined;
  }
}
