import type { Instant } from '../../src/core/model/instant.ts';
import type { PastRisk, RiskHistoryView } from '../../src/core/views/riskHistoryView.ts';
import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';

/** What the risks weighed at one moment. */
export interface HistoryMoment {
  readonly at: Instant;
  /** Empty for what is not committed yet. */
  readonly commit: string;
  /** Of the one risk that is looked at; 0 where it was not rated, or all are looked at. */
  readonly score: number;
  readonly threats: HistoryFigures;
  readonly gains: HistoryFigures;
}

export interface HistoryFigures {
  /** Working minutes. */
  readonly minutes: number | undefined;
  /** Hundredths of the project's currency. */
  readonly hundredths: number | undefined;
}

/**
 * The moments at which something changed, the oldest first, up to what is shown now. With an id only
 * that risk is looked at, from the commit on that brought it.
 */
export function historySeries(
  history: RiskHistoryView,
  now: { readonly rows: readonly RiskRow[]; readonly at: Instant },
  id: string | undefined,
): readonly HistoryMoment[] {
  const present = now.rows.map(toPastRisk);
  // The clock was read with the snapshot, which may be older than the newest commit.
  const presentAt = Math.max(now.at, history.points.at(-1)?.at ?? now.at);
  const moments: HistoryMoment[] = [];
  for (const { commit, at, risks } of [
    ...history.points,
    { commit: '', at: presentAt, risks: present },
  ]) {
    const meant = id === undefined ? risks : risks.filter(risk => risk.id === id);
    if (id !== undefined && meant.length === 0) continue;
    const moment = momentOf({ at, commit }, meant, id !== undefined);
    const last = moments.at(-1);
    if (!last || !isSame(last, moment)) moments.push(moment);
  }
  return moments;
}

function toPastRisk(row: RiskRow): PastRisk {
  return {
    id: row.id,
    riskKind: row.riskKind,
    isLive: row.isLive,
    score: row.ratings.current.score,
    minutes: row.exposureMinutes,
    hundredths: row.exposureHundredths,
  };
}

function momentOf(
  place: Pick<HistoryMoment, 'at' | 'commit'>,
  risks: readonly PastRisk[],
  isOne: boolean,
): HistoryMoment {
  const sums = (kind: PastRisk['riskKind']): HistoryFigures => {
    const some = risks.filter(({ riskKind }) => riskKind === kind);
    return {
      minutes: sum(some.map(({ minutes }) => minutes)),
      hundredths: sum(some.map(({ hundredths }) => hundredths)),
    };
  };
  const [first] = risks;
  const score = isOne && first?.isLive === true ? first.score : 0;
  return { ...place, score, threats: sums('threat'), gains: sums('opportunity') };
}

function isSame(a: HistoryMoment, b: HistoryMoment): boolean {
  return (
    a.score === b.score &&
    a.threats.minutes === b.threats.minutes &&
    a.threats.hundredths === b.threats.hundredths &&
    a.gains.minutes === b.gains.minutes &&
    a.gains.hundredths === b.gains.hundredths
  );
}

function sum(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, amount) => total + amount, 0);
}
