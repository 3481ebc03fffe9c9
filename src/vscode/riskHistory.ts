import { parsePlanFile } from '../core/format/parsePlanFile.ts';
import { pathOfId } from '../core/model/ids.ts';
import type { Risk } from '../core/model/risk.ts';
import { computeRiskHistory } from '../core/views/computeRiskHistory.ts';
import type { RiskHistoryView } from '../core/views/riskHistoryView.ts';
import { clockAt } from './clock.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** What the risks weighed from commit to commit; undefined without git, without trust, or when given up. */
export async function readRiskHistory(
  loaded: LoadedPlan,
  signal: AbortSignal,
): Promise<RiskHistoryView | undefined> {
  const versions = await loaded.riskVersions(signal);
  if (!versions || signal.aborted) return undefined;
  // Most files are the same from one commit to the next and are read once.
  const known = new Map<string, Risk | undefined>();
  const riskOf = (id: string, text: string): Risk | undefined => {
    const key = `${id}\0${text}`;
    if (!known.has(key)) known.set(key, parseRisk(id, text));
    return known.get(key);
  };
  const registers = versions.map(({ commit, committedAt, texts }) => ({
    commit,
    at: clockAt(new Date(committedAt * 1000)),
    risks: [...texts].flatMap(([id, text]) => riskOf(id, text) ?? []),
  }));
  return computeRiskHistory(registers, loaded.views().snapshot.plan.project);
}

function parseRisk(id: string, text: string): Risk | undefined {
  const { value } = parsePlanFile(pathOfId(id) ?? '', new TextEncoder().encode(text));
  return value && 'kind' in value && value.kind === 'risk' ? value : undefined;
}
