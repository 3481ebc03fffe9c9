import type { RatingName } from '../../src/core/model/risk.ts';
import type { RiskBand, RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';

export interface MatrixCellLayout {
  /** Places on the scales, from 0. */
  readonly probability: number;
  readonly impact: number;
  readonly band: RiskBand;
  readonly score: number;
  /** Of a cell above the appetite, the sides on which it is not: the line of the appetite. */
  readonly appetiteLine: readonly ('start' | 'below')[];
  readonly isAboveAppetite: boolean;
  /** Ids of the risks that stand here, in the order of the register. */
  readonly ids: readonly string[];
}

export interface MatrixLayout {
  /** From the most probable row down; in each row from the mildest impact on. */
  readonly rows: readonly {
    readonly title: string;
    readonly cells: readonly MatrixCellLayout[];
  }[];
  readonly impacts: readonly string[];
  /** How many of the risks have no place under this rating. */
  readonly unrated: number;
}

/** Sorts the risks into the cells of the project's scale. */
export function layOutMatrix(
  rows: readonly RiskRow[],
  scale: RiskRegisterView['scale'],
  rating: RatingName,
  appetite?: number,
): MatrixLayout {
  const width = scale.impact.length;
  const ids: string[][] = scale.bands.flatMap(band => band.map(() => []));
  let unrated = 0;
  for (const row of rows) {
    const { probability, impact } = row.ratings[rating];
    const cell = probability < 0 || impact < 0 ? undefined : ids[probability * width + impact];
    if (cell) cell.push(row.id);
    else unrated++;
  }
  const layOutRow = (
    level: { title: string },
    probability: number,
  ): MatrixLayout['rows'][number] => ({
    title: level.title,
    cells: (scale.bands[probability] ?? []).map((band, impact) => ({
      probability,
      impact,
      band,
      score: (probability + 1) * (impact + 1),
      ...placeAppetite(probability, impact, appetite),
      ids: ids[probability * width + impact] ?? [],
    })),
  });
  return {
    rows: scale.probability.map(layOutRow).reverse(),
    impacts: scale.impact.map(level => level.title),
    unrated,
  };
}

/** Scores rise to the end and upwards, so that the line runs at the start and below. */
function placeAppetite(
  probability: number,
  impact: number,
  appetite: number | undefined,
): Pick<MatrixCellLayout, 'isAboveAppetite' | 'appetiteLine'> {
  const isAbove = (p: number, i: number): boolean =>
    appetite !== undefined && (p + 1) * (i + 1) > appetite;
  if (!isAbove(probability, impact)) return { isAboveAppetite: false, appetiteLine: [] };
  return {
    isAboveAppetite: true,
    appetiteLine: [
      ...(impact > 0 && !isAbove(probability, impact - 1) ? (['start'] as const) : []),
      ...(probability > 0 && !isAbove(probability - 1, impact) ? (['below'] as const) : []),
    ],
  };
}
