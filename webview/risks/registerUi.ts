import type { RatingName, RiskKind, RiskStatus } from '../../src/core/model/risk.ts';
import type { RiskBand } from '../../src/core/views/riskRegisterView.ts';
import { type ColumnChoices, defaultColumns } from './columnLayout.ts';
import type { Grouping } from './groupRows.ts';
import type { ColumnKey } from './registerColumns.ts';

/** A cell of the heat map: places on both scales, from 0. */
export interface MatrixCell {
  readonly probability: number;
  readonly impact: number;
}

/** What the table shows of the register; empty text and null let everything through. */
export interface RegisterFilter {
  readonly text: string;
  readonly status: RiskStatus | '';
  readonly category: string;
  readonly owner: string;
  readonly band: RiskBand | '';
  /** Of the response. */
  readonly strategy: string;
  /** A state of the review. */
  readonly review: string;
  readonly isClosedShown: boolean;
  /** Of the heat map, by the rating that it shows. */
  readonly cell: MatrixCell | null;
}

export interface RegisterSort {
  readonly column: ColumnKey;
  readonly isFalling: boolean;
}

/** What the register wants back after a restart: how a person looks at the risks, never the risks. */
export interface RegisterUi {
  readonly version: 1;
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly columns: ColumnChoices;
  /** What the rows are gathered by; empty for one list. */
  readonly group: Grouping | '';
  /** The ids of the lines of groups that are folded. */
  readonly foldedGroups: readonly string[];
  /** The rating that the heat map shows. */
  readonly rating: RatingName;
  /** The kind of the risks on the heat map. */
  readonly kind: RiskKind;
  readonly isMovementShown: boolean;
  /** True leaves the whole width to the table. */
  readonly isSideFolded: boolean;
  readonly selected: string | null;
  /** True puts the bow-tie of the selected risk in the place of the table. */
  readonly isBowTieShown: boolean;
}

export const openFilter: RegisterFilter = {
  text: '',
  status: '',
  category: '',
  owner: '',
  band: '',
  strategy: '',
  review: '',
  isClosedShown: false,
  cell: null,
};

export const defaultRegisterUi: RegisterUi = {
  version: 1,
  filter: openFilter,
  sort: { column: 'current', isFalling: true },
  columns: defaultColumns,
  group: '',
  foldedGroups: [],
  rating: 'current',
  kind: 'threat',
  isMovementShown: false,
  isSideFolded: false,
  selected: null,
  isBowTieShown: false,
};

/** What was kept by this version; anything else gives way to the default. */
export function restoreRegisterUi(kept: RegisterUi | undefined): RegisterUi {
  if (kept?.version !== 1) return defaultRegisterUi;
  return { ...defaultRegisterUi, ...kept, filter: { ...openFilter, ...kept.filter } };
}
