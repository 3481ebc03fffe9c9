import { rowFlag, type GanttView } from '../../src/core/views/ganttView.ts';
import type { ColumnKey } from './columns.ts';
import { hasFlag, isClosed } from './rowText.ts';

export type CellMark = 'alarming' | 'overdue' | 'critical';

/**
 * How a cell stands out. Being overdue is told by the finish alone: signs are kept for problems, as
 * a plan that lies in the past would be full of them.
 */
export function markOf(view: GanttView, row: number, key: ColumnKey): CellMark | undefined {
  if (key === 'finish' && hasFlag(view, row, rowFlag.late)) return 'alarming';
  if (key === 'finish' && hasFlag(view, row, rowFlag.overdue)) return 'overdue';
  const isCritical = key === 'float' && hasFlag(view, row, rowFlag.critical);
  return isCritical && !isClosed(view, row) ? 'critical' : undefined;
}
