import type { ChartModel } from './chartModel.ts';
import { numberAt } from './columnar.ts';
import { rowAt } from './grid.ts';
import type { RowStep } from './keyboard.ts';

/** Where a key leads: to a row, or to folding the row that the keyboard stands on. */
export interface Step {
  readonly kind: 'row' | 'fold' | 'unfold';
  readonly row: number;
}

/** Arrow keys in a tree: right unfolds, then enters; left folds, then leaves. */
export function stepRow(model: ChartModel, to: RowStep, pageRows: number): Step {
  const { activeRow: row, outline, plan } = model;
  const position = model.positionOf(row);
  const last = (outline?.visible.length ?? 0) - 1;
  const at = (wanted: number): Step => ({
    kind: 'row',
    row: rowAt(model, Math.min(last, Math.max(0, wanted))),
  });
  const isOpen = outline?.isOpen[row] === 1;
  const hasChildren = outline?.hasChildren[row] === 1;
  switch (to) {
    case 'next':
      return at(position + 1);
    case 'previous':
      return at(position - 1);
    case 'first':
      return at(0);
    case 'last':
      return at(last);
    case 'pageDown':
      return at(position + pageRows);
    case 'pageUp':
      return at(position - pageRows);
    case 'in':
      if (!hasChildren) return { kind: 'row', row };
      return isOpen ? at(position + 1) : { kind: 'unfold', row };
    case 'out': {
      if (hasChildren && isOpen && !model.showsMatchesOnly) return { kind: 'fold', row };
      const parent = plan ? numberAt(plan.view.rows.parent, row) : -1;
      return { kind: 'row', row: parent >= 0 ? parent : row };
    }
  }
}
