import type { Project, RiskScale } from '../model/project.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { placeRating } from './score.ts';

/** The highest score that the project bears of a category; undefined where it does not say. */
export function appetiteFor(
  category: string | undefined,
  { appetite }: Pick<RiskScale, 'appetite'>,
): number | undefined {
  const own = category === undefined ? undefined : appetite.byCategory.get(category);
  return own ?? appetite.all;
}

/** True of a threat that can still happen and now weighs more than the project bears. */
export function isAboveAppetite(risk: Risk, project: Project): boolean {
  const limit = appetiteFor(risk.category, project.riskScale);
  if (limit === undefined || risk.riskKind !== 'threat' || !isLive(risk)) return false;
  return placeRating(risk.current, project).score > limit;
}
