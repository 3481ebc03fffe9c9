import type { RiskScale } from '../model/project.ts';
import { type Band, bandOf } from './score.ts';

/** The band of each cell of the heat map: by place on the probability scale, then on the impact scale. */
export function computeBands(scale: RiskScale): readonly (readonly Band[])[] {
  return scale.probability.map((_, probability) =>
    scale.impact.map((__, impact) => bandOf((probability + 1) * (impact + 1), scale) ?? 'low'),
  );
}
