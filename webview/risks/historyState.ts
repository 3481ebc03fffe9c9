import type { Instant } from '../../src/core/model/instant.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';

/** Of what the history is told. */
export interface HistoryState {
  readonly view: RiskRegisterView;
  /** The one risk that is looked at; undefined for all of them. */
  readonly row: RiskRow | undefined;
  readonly today: Instant;
}
