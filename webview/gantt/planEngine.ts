import type { BarEdit, EditPreview, Previewer } from '../../src/core/schedule/previewEdits.ts';
import type { PanelActions } from '../state/panelPart.ts';

/**
 * The chart's own engine, which tells what a gesture would do to the rest of the plan. Engine and
 * plan are fetched when a gesture begins, once for each revision of the plan; until they are there,
 * nothing is told.
 */
export class PlanEngine {
  readonly #actions: PanelActions;
  readonly #onReady: () => void;
  #revision: number | undefined;
  #previewer: Previewer | undefined;

  constructor(actions: PanelActions, onReady: () => void) {
    this.#actions = actions;
    this.#onReady = onReady;
  }

  /** To be called with the revision that is shown, as early as a preview may be wanted. */
  prepare(revision: number): void {
    if (this.#revision === revision) return;
    this.#revision = revision;
    this.#previewer = undefined;
    void this.#fetch(revision);
  }

  /** Undefined while the engine is not ready for the revision. */
  preview(revision: number, edits: readonly BarEdit[]): EditPreview | undefined {
    return this.#revision === revision ? this.#previewer?.(edits) : undefined;
  }

  async #fetch(revision: number): Promise<void> {
    const [packed, { createPreviewer }, { unpackPlan }] = await Promise.all([
      this.#actions.plan(),
      import('../../src/core/schedule/previewEdits.ts'),
      import('../../src/protocol/packedPlan.ts'),
    ]);
    if (this.#revision !== revision) return;
    const plan = packed?.revision === revision ? unpackPlan(packed.bytes) : undefined;
    if (packed && plan) {
      this.#previewer = createPreviewer(plan, { today: packed.today });
      this.#onReady();
    } else {
      // A newer plan is on its way here; the next gesture asks anew.
      this.#revision = undefined;
    }
  }
}
