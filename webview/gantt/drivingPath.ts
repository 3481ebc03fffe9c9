import type { DrivingPath } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import { textAt } from './columnar.ts';

/** What is brought forward while all else is dimmed. */
export interface PathEmphasis {
  readonly rows: ReadonlySet<number>;
  readonly isDriving: (fromRow: number, toRow: number) => boolean;
}

/**
 * The path that drives the selected row, and what the row drives in turn. The host finds it by the
 * same reasons that it gives for a date, so it is asked anew for each selection and each revision.
 */
export class SelectionPath {
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  readonly #onReady: () => void;
  /** What was asked about last; empty where nothing is to be emphasised. */
  #asked = '';
  #emphasis: PathEmphasis | undefined;

  constructor(actions: PanelActions, model: ChartModel, onReady: () => void) {
    this.#actions = actions;
    this.#model = model;
    this.#onReady = onReady;
  }

  get emphasis(): PathEmphasis | undefined {
    return this.#emphasis;
  }

  /** To be called after every frame: asks when the selection or the plan is another. */
  follow(): void {
    const { plan, choices, selectedRow } = this.#model;
    const isWanted = choices.isPathShown && plan !== undefined && selectedRow >= 0;
    const id = isWanted ? this.#model.idOf(selectedRow) : '';
    const asked = isWanted ? `${plan.revision} ${id}` : '';
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (isWanted) void this.#ask(asked, id);
    else if (this.#emphasis) {
      this.#emphasis = undefined;
      this.#onReady();
    }
  }

  async #ask(asked: string, id: string): Promise<void> {
    const path = await this.#actions.drivingPath(id);
    if (this.#asked !== asked) return;
    this.#emphasis = path && this.#emphasise(id, path);
    if (path) this.#actions.announce(this.#tell(id, path));
    this.#onReady();
  }

  #emphasise(id: string, { before, after, links }: DrivingPath): PathEmphasis | undefined {
    const { plan } = this.#model;
    if (!plan) return undefined;
    const rowOf = (each: string): number => plan.rowOf(each) ?? -1;
    const pairs = new Set(links.map(([from, to]) => `${rowOf(from)} ${rowOf(to)}`));
    return {
      rows: new Set([id, ...before, ...after].map(rowOf)),
      isDriving: (fromRow, toRow) => pairs.has(`${fromRow} ${toRow}`),
    };
  }

  #tell(id: string, { before, after }: DrivingPath): string {
    const { plan } = this.#model;
    const title = plan ? textAt(plan.view.rows.title, plan.rowOf(id) ?? -1) : id;
    const verb = before.length === 1 ? 'drives' : 'drive';
    const drivers = before.length === 0 ? 'No other item drives' : `${count(before)} ${verb}`;
    return `${drivers} ${title}; it drives ${after.length === 0 ? 'no other' : count(after)}`;
  }
}

function count({ length }: readonly string[]): string {
  return length === 1 ? '1 item' : `${length} items`;
}
