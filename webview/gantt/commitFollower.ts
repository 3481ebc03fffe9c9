import type { Disposable } from '../../src/core/base/disposable.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import { indexCommits, type ShownCommits } from './shownCommits.ts';

type Actions = Pick<PanelActions, 'commitDays' | 'onCommitted' | 'announce'>;

/** Keeps the commits at the bars up to the plan and to git while they are shown; nothing is asked before. */
export class CommitFollower implements Disposable {
  readonly #actions: Actions;
  readonly #model: ChartModel;
  readonly #following: Disposable;
  /** The revision that was asked for last; undefined where anything is to be asked anew. */
  #asked: number | undefined;
  /** Counts up with each question: an older answer is dropped. */
  #question = 0;
  /** True until it was said what came of switching them on. */
  #isUntold = false;
  #wasShown: boolean;

  constructor(actions: Actions, model: ChartModel) {
    this.#actions = actions;
    this.#model = model;
    this.#wasShown = model.choices.areCommitsShown;
    this.#following = actions.onCommitted(() => {
      this.#asked = undefined;
      this.follow();
    });
  }

  follow(): void {
    const { plan, choices } = this.#model;
    const isShown = choices.areCommitsShown;
    if (isShown !== this.#wasShown) this.#turn(isShown);
    if (!plan || !isShown || plan.revision === this.#asked) return;
    this.#asked = plan.revision;
    void this.#ask();
  }

  #turn(isShown: boolean): void {
    this.#wasShown = isShown;
    this.#isUntold = isShown;
    this.#asked = undefined;
    this.#question += 1;
    if (!isShown) this.#model.showCommits(undefined);
  }

  async #ask(): Promise<void> {
    const question = ++this.#question;
    const answer = await this.#actions.commitDays();
    if (question !== this.#question) return;
    const commits = answer && indexCommits(answer);
    this.#model.showCommits(commits);
    if (this.#isUntold) this.#actions.announce(whatCame(commits));
    this.#isUntold = false;
  }

  dispose(): void {
    this.#question += 1;
    this.#following.dispose();
  }
}

function whatCame(commits: ShownCommits | undefined): string {
  if (!commits) {
    return 'No commits can be read here: that takes a git repository in a trusted folder';
  }
  const { taskCount } = commits;
  if (taskCount === 0) return 'No commit names a task yet: write Task: and its id into the message';
  return `${taskCount === 1 ? '1 task has' : `${taskCount} tasks have`} commits: a column for each day above its bar`;
}
