import { window, workspace } from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { Emitter, type Event } from '../../core/base/event.ts';
import type { CommitIndex } from '../../core/commits/commitIndex.ts';
import { proposalsInSteps, type Proposal } from '../../core/commits/proposals.ts';
import { midnightOf, readClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { stepByStep } from '../stepByStep.ts';
import { findEditorRepository } from './gitExtension.ts';

/** After a row of commits they are looked at once. */
const settleMs = 1000;

interface Known {
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
  readonly #indexes = new Map<OpenPlan, CommitIndex>();
  readonly #known = new Map<OpenPlan, Known>();
  readonly #computing = new Map<OpenPlan, AbortController>();
  readonly #followed = new Set<OpenPlan>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: PlanSet, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add({ dispose: () => this.#computing.forEach(each => each.abort()) });
    this.#owned.add(plans.onDidChange(plan => plan && this.#follow(plan)));
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
    return this.#indexes.get(plan);
  }

  /** Reads what commits there are now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#settling);
    for (const plan of this.#plans.existing) {
      const index = await plan.loaded?.commits();
      const views = plan.loaded?.views();
      if (!index || !views) continue;
      await this.#listen(plan);
      if (this.#indexes.get(plan) === index) continue;
      this.#indexes.set(plan, index);
      await this.#compute(plan, views);
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
  async #listen(plan: OpenPlan): Promise<void> {
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

  #follow(plan: OpenPlan): void {
    const views = plan.loaded?.views();
    if (!views || this.#known.get(plan)?.views.snapshot === views.snapshot) return;
    this.#compute(plan, views).catch((failure: unknown) => {
      this.#log.fail('The proposals could not be computed', failure);
    });
  }

  /** What is being computed is given up for what is newer. */
  async #compute(plan: OpenPlan, views: PlanViews): Promise<void> {
    const index = this.#indexes.get(plan);
    if (!index) return;
    this.#computing.get(plan)?.abort();
    const computing = new AbortController();
    this.#computing.set(plan, computing);
    const today = midnightOf(readClock());
    const steps = proposalsInSteps(views.snapshot.plan, index, today);
    const proposals = await stepByStep(steps, computing.signal);
    if (!proposals || computing.signal.aborted) return;
    this.#known.set(plan, { views, proposals });
    this.#changes.fire(plan);
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
