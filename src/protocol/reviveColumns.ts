import type { GanttView } from '../core/views/ganttView.ts';
import { isRecord } from './validate.ts';

type ColumnKind = 'bytes' | 'whole' | 'single' | 'double';

const rowColumns: Readonly<Record<string, ColumnKind>> = {
  kind: 'bytes',
  level: 'bytes',
  parent: 'whole',
  start: 'double',
  finish: 'double',
  lateFinish: 'double',
  deadline: 'double',
  durationMinutes: 'double',
  totalFloat: 'double',
  progress: 'single',
  status: 'bytes',
  flags: 'bytes',
};

const linkColumns: Readonly<Record<string, ColumnKind>> = {
  from: 'whole',
  to: 'whole',
  type: 'bytes',
  isCritical: 'bytes',
};

/**
 * The Gantt view with typed columns. VS Code carries typed arrays over as such (engines from 1.57
 * on), and then nothing is copied; a host that speaks plain JSON gives lists or maps by place, with
 * null for NaN. Undefined when the outline is not that of a view.
 */
export function reviveGanttView(value: unknown): GanttView | undefined {
  if (!isRecord(value) || !isRecord(value['rows']) || !isRecord(value['links'])) return undefined;
  const { rows, links } = value;
  if (!Array.isArray(rows['id']) || rows['id'].length !== rows['count']) return undefined;
  // The host is ours and of the same version: only the columns can have suffered on the way.
  return {
    ...value,
    rows: reviveAll(rows, rowColumns),
    links: reviveAll(links, linkColumns),
    nonWorking: reviveColumn(value['nonWorking'], 'double'),
  } as unknown as GanttView;
}

function reviveAll(
  columns: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, ColumnKind>>,
): Readonly<Record<string, unknown>> {
  const revived: Record<string, unknown> = { ...columns };
  for (const [name, kind] of Object.entries(kinds)) {
    revived[name] = reviveColumn(columns[name], kind);
  }
  return revived;
}

function reviveColumn(value: unknown, kind: ColumnKind): ArrayBufferView {
  if (ArrayBuffer.isView(value)) return value;
  const values = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  const numbers = values.map((each: unknown) => (typeof each === 'number' ? each : NaN));
  switch (kind) {
    case 'bytes':
      return Uint8Array.from(numbers);
    case 'whole':
      return Int32Array.from(numbers);
    case 'single':
      return Float32Array.from(numbers);
    case 'double':
      return Float64Array.from(numbers);
  }
}
