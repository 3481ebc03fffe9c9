import { rowFlag, rowKind, type GanttRows } from '../../src/core/views/ganttView.ts';
import { numberAt } from './columnar.ts';
import type { Outline } from './outline.ts';
import type { TimeRange } from './timeScale.ts';

/** The whole plan on a strip of cells, row after row of them. */
export interface OverviewCells {
  readonly width: number;
  readonly height: number;
  /** How much of a cell is work: 0 for none, 255 where every row that it stands for has some. */
  readonly density: Uint8Array;
  /** 1 where some of it is critical. */
  readonly isCritical: Uint8Array;
}

/** A row as high as this leaves a cell free below it. */
const airyRow = 3;

/**
 * `narrowest` is how many cells the shortest bar takes, so that it is seen.
 *
 * Counts the bars of the shown rows into cells. Each bar marks where it begins and ends alone, and
 * one pass over the cells adds up, so that the work grows with rows and cells and not with lengths.
 */
export function layoutOverview(
  plan: { readonly rows: GanttRows; readonly outline: Outline; readonly range: TimeRange },
  size: { readonly width: number; readonly height: number; readonly narrowest?: number },
): OverviewCells {
  const narrowestCells = size.narrowest ?? 2;
  const { rows, outline, range } = plan;
  const { width, height } = size;
  const steps = new Int32Array((width + 1) * height);
  const criticalSteps = new Int32Array((width + 1) * height);
  const { length } = outline.visible;
  const perMinute = width / Math.max(1, range.to - range.from);
  for (let position = 0; position < length; position += 1) {
    const row = outline.visible[position] ?? 0;
    const kind = rows.kind[row];
    const isOpen = outline.isOpen[row] === 1;
    // Its parts stand below it; of a milestone, the day itself does not.
    if (kind === rowKind.summary && isOpen) continue;
    const first = kind === rowKind.group && isOpen ? rows.finish : rows.start;
    const from = Math.floor((numberAt(first, row) - range.from) * perMinute);
    const to = Math.ceil((numberAt(rows.finish, row) - range.from) * perMinute);
    if (Number.isNaN(from) || Number.isNaN(to)) continue;
    const left = Math.max(0, Math.min(width - narrowestCells, from));
    const right = Math.min(width, Math.max(left + narrowestCells, to));
    const isCritical = ((rows.flags[row] ?? 0) & rowFlag.critical) !== 0;
    const top = Math.floor((position * height) / length);
    const next = Math.floor(((position + 1) * height) / length);
    const bottom = Math.max(top + 1, next - (next - top >= airyRow ? 1 : 0));
    for (let y = top; y < bottom; y += 1) {
      const line = y * (width + 1);
      steps[line + left] = (steps[line + left] ?? 0) + 1;
      steps[line + right] = (steps[line + right] ?? 0) - 1;
      if (!isCritical) continue;
      criticalSteps[line + left] = (criticalSteps[line + left] ?? 0) + 1;
      criticalSteps[line + right] = (criticalSteps[line + right] ?? 0) - 1;
    }
  }
  return addUp({ steps, criticalSteps, mostInCell: Math.max(1, length / height) }, size);
}

function addUp(
  counted: {
    readonly steps: Int32Array;
    readonly criticalSteps: Int32Array;
    readonly mostInCell: number;
  },
  { width, height }: { readonly width: number; readonly height: number },
): OverviewCells {
  const { steps, criticalSteps, mostInCell } = counted;
  const density = new Uint8Array(width * height);
  const isCritical = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let count = 0;
    let critical = 0;
    for (let x = 0; x < width; x += 1) {
      count += steps[y * (width + 1) + x] ?? 0;
      critical += criticalSteps[y * (width + 1) + x] ?? 0;
      const at = y * width + x;
      density[at] = Math.min(255, Math.ceil((count * 255) / mostInCell));
      isCritical[at] = critical > 0 ? 1 : 0;
    }
  }
  return { width, height, density, isCritical };
}
