import type { Plan } from '../../src/core/model/plan.ts';
import type { BarEdit, EditPreview, Previewer } from '../../src/core/schedule/previewEdits.ts';
import type { Scheduler } from '../../src/core/schedule/scheduler.ts';
import type { PackedPlan } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';

/** A plan that has been fetched, and the engine that holds it. */
interface FetchedPlan {
  readonly revision: number;
  readonly plan: Plan;
  readonly scheduler: Scheduler;
  readonly previewer: Previewer;
}

/**
 * The chart's own engine, which tells what a gesture would do to the rest of the plan. Engine and
 * plan are fetched when a gesture begins or is about to; of a later revision, what has changed.
 * Until they are there, nothing is told.
 */
export class PlanEngine {
  readonly #actions: PanelActions;
  readonly #onReady: () => void;
  /** The revision that is there, or on its way. */
  #revision: number | undefined;
  #fetched: FetchedPlan | undefined;

  constructor(actions: PanelActions, onReady: () => void) {
    this.#actions = actions;
    this.#onReady = onReady;
  }

  /** To be called with the revision that is shown, as early as a preview may be wanted. */
  prepare(revision: number): void {
    if (this.#revision === revision) return;
    this.#revision = revision;
    void this.#fetch(revision);
  }

  /** Undefined while the engine is not ready for the revision. */
  preview(revision: number, edits: readonly BarEdit[]): EditPreview | undefined {
    return this.#fetched?.revision === revision ? this.#fetched.previewer(edits) : undefined;
  }

  async #fetch(revision: number): Promise<void> {
    const known = this.#fetched;
    const packed = await this.#actions.plan(known?.revision ?? null);
    const fetched = packed?.revision === revision ? await unpack(packed, known) : undefined;
    if (this.#revision !== revision) return;
    this.#fetched = fetched;
    if (fetched) this.#onReady();
    // A newer plan is on its way here; the next gesture asks anew.
    else this.#revision = undefined;
  }
}

/** Undefined for bytes that hold no plan, or changes of one that is not there. */
async function unpack(
  { revision, today, since, bytes }: PackedPlan,
  known: FetchedPlan | undefined,
): Promise<FetchedPlan | undefined> {
  const [{ createPreviewer }, { createScheduler }, { applyChanges, unpackPlan }] =
    await Promise.all([
      import('../../src/core/schedule/previewEdits.ts'),
      import('../../src/core/schedule/scheduler.ts'),
      import('../../src/protocol/packedPlan.ts'),
    ]);
  const base = since !== null && known?.revision === since ? known : undefined;
  const plan = since === null ? unpackPlan(bytes) : base && applyChanges(base.plan, bytes);
  if (!plan) return undefined;
  const scheduler = base?.scheduler ?? createScheduler();
  return { revision, plan, scheduler, previewer: createPreviewer(plan, { today }, scheduler) };
}
