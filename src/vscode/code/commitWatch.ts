import { window, workspace } from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { Emitter, type Event } from '../../core/base/event.ts';
import type { CommitIndex } from '../../core/commits/commitIndex.ts';
import { computeProposals, type Proposal } from '../../core/commits/proposals.ts';
import { midnightOf, readClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { findEditorRepository } from './gitExtension.ts';

/** After a row of commits they are looked at once. */
const settleMs = 1000;

interface Known {
  readonly index: CommitIndex;
  /** For which snapshot the proposals were computed. */
  readonly views: PlanViews;
  readonly proposals: readonly Proposal[];
}

const none: readonly Proposal[] = [];

/** The commits that name items of the plans, and what they say that a plan does not. */
export class CommitWatch implements Disposable {
  readonly #plans: PlanSet;
  readonly #log: Log;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<OpenPlan>());
  readonly #known = new Map<OpenPlan, Known>();
  readonly #followed = new Set<OpenPlan>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: PlanSet, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add(plans.onDidChange(plan => plan && this.#compute(plan)));
    this.#owned.add(workspace.onDidGrantWorkspaceTrust(() => this.#readSoon()));
    this.#owned.add(window.onDidChangeWindowState(({ focused }) => focused && this.#readSoon()));
    this.#readSoon();
  }

  /** After there are other commits or other proposals. */
  readonly onDidChange: Event<OpenPlan> = this.#changes.event;

  /** None until the commits were read, without git and before trust. */
  proposalsOf(plan: OpenPlan): readonly Proposal[] {
    return this.#known.get(plan)?.proposals ?? none;
  }

  indexOf(plan: OpenPlan): CommitIndex | undefined {
    return this.#known.get(plan)?.index;
  }

  /** Reads what commits there are now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#settling);
    for (const plan of this.#plans.existing) {
      const index = await plan.loaded?.commits();
      const views = plan.loaded?.views();
      if (!index || !views) continue;
      await this.#follow(plan);
      if (this.#known.get(plan)?.index !== index) this.#know(plan, index, views);
    }
  }

  #readSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.refresh().catch((failure: unknown) => {
        this.#log.fail('The commits could not be read', failure);
      });
    }, settleMs);
  }

  /** The editor's own git tells when somebody commits, fetches or checks out. */
  async #follow(plan: OpenPlan): Promise<void> {
    if (this.#followed.has(plan)) return;
    this.#followed.add(plan);
    const repository = await findEditorRepository(plan.folder.uri);
    let head = repository?.state.HEAD?.commit;
    const following = repository?.state.onDidChange(() => {
      const now = repository.state.HEAD?.commit;
      if (now === head) return;
      head = now;
      this.#readSoon();
    });
    if (following) this.#owned.add(following);
  }

  #compute(plan: OpenPlan): void {
    const known = this.#known.get(plan);
    const views = plan.loaded?.views();
    if (known && views && known.views.snapshot !== views.snapshot) {
      this.#know(plan, known.index, views);
    }
  }

  #know(plan: OpenPlan, index: CommitIndex, views: PlanViews): void {
    const proposals = computeProposals(views.snapshot.plan, index, midnightOf(readClock()));
    this.#known.set(plan, { index, views, proposals });
    this.#changes.fire(plan);
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
