import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** The two items of a link, by which it is known over snapshots. */
export interface LinkPair {
  readonly predecessor: string;
  readonly successor: string;
}

export function pairOf({ view }: LoadedPlan, link: number): LinkPair {
  const idAt = (column: ArrayLike<number>): string => textAt(view.rows.id, numberAt(column, link));
  return { predecessor: idAt(view.links.from), successor: idAt(view.links.to) };
}

/** The link that was pressed last; it stays chosen until the keyboard goes to another row. */
export class LinkChoice {
  readonly #model: ChartModel;
  #pair: LinkPair | undefined;
  #activeRow = '';

  constructor(model: ChartModel) {
    this.#model = model;
  }

  get pair(): LinkPair | undefined {
    const { activeRow } = this.#model;
    return this.#model.idOf(activeRow) === this.#activeRow ? this.#pair : undefined;
  }

  /** -1 where none is chosen, or the chosen one is gone. */
  get link(): number {
    const { plan } = this.#model;
    const { pair } = this;
    if (!plan || !pair) return -1;
    const row = plan.rowOf(pair.successor) ?? -1;
    if (row < 0) return -1;
    return (
      plan.linksInto(row).find(link => pairOf(plan, link).predecessor === pair.predecessor) ?? -1
    );
  }

  choose(pair: LinkPair | undefined): void {
    if (!pair && !this.#pair) return;
    this.#pair = pair;
    this.#activeRow = this.#model.idOf(this.#model.activeRow);
    this.#model.touch();
  }
}
