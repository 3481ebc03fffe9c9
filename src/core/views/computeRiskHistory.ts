import type { Instant } from '../model/instant.ts';
import type { Project } from '../model/project.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { exposureOf } from '../risks/exposure.ts';
import { placeRating } from '../risks/score.ts';
import type { RiskHistoryView } from './riskHistoryView.ts';

/** The risks of a plan as one commit had them. */
export interface PastRegister {
  readonly commit: string;
  readonly at: Instant;
  readonly risks: readonly Risk[];
}

/**
 * What the risks weighed from commit to commit. Every rating is read with the scales of today, so
 * that a change of the scales does not look like a change of the risks.
 */
export function computeRiskHistory(
  registers: readonly PastRegister[],
  project: Project,
): RiskHistoryView {
  return {
    points: registers.map(({ commit, at, risks }) => ({
      commit,
      at,
      risks: risks.map(risk => {
        const { minutes, hundredths } = exposureOf(risk, project);
        return {
          id: risk.id,
          riskKind: risk.riskKind,
          isLive: isLive(risk),
          score: placeRating(risk.current, project).score,
          minutes,
          hundredths,
        };
      }),
    })),
  };
}
