import { ok, refused, type Result } from '../core/base/result.ts';
import type {
  ComparedRange,
  ComparedVersion,
  ComparedVersions,
} from '../core/comparison/comparedVersion.ts';
import type { PlanComparison } from '../core/comparison/comparePlans.ts';
import { versionsInSteps, type ScheduledVersion } from '../core/comparison/compareVersions.ts';
import type { Rates } from '../core/model/moneyRules.ts';
import type { Instant } from '../core/model/instant.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { scheduleInSteps } from '../core/schedule/computeSchedule.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import type { PlanVersions } from '../core/store/committedPlan.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { snapshotInSteps } from '../core/store/snapshotOfTexts.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { midnightOf } from './clock.ts';
import { stepByStep } from './stepByStep.ts';

/** What a person chose to compare a plan with. */
export type ComparedWith =
  | { readonly kind: 'range'; readonly range: ComparedRange }
  | { readonly kind: 'baseline'; readonly name: string };

export const sinceLastCommit: ComparedWith = {
  kind: 'range',
  range: { before: 'HEAD', after: undefined, isFromBase: false },
};

/** So many committed plans are kept parsed: a comparison has two. */
const mostKept = 2;

/** Reads the two versions of a comparison; what a commit has is parsed once. */
export class ComparedSnapshots {
  readonly #known = new Map<string, Snapshot>();
  readonly #schedules = new WeakMap<
    Snapshot,
    { readonly today: Instant; readonly schedule: Schedule }
  >();

  /** What the later of two versions says otherwise; undefined when it is given up. */
  async compare(
    loaded: LoadedPlan,
    versions: ComparedVersions,
    { rates, signal }: { readonly rates: Rates; readonly signal: AbortSignal },
  ): Promise<PlanComparison | undefined> {
    const present = loaded.views();
    const today = midnightOf(present.now);
    const committed = this.#schedule.bind(this);
    const scheduled: ScheduledVersion = function* (snapshot, day) {
      return snapshot === present.snapshot ? present.schedule() : yield* committed(snapshot, day);
    };
    return stepByStep(versionsInSteps(versions, { today, rates, scheduled }), signal);
  }

  /** The schedule of a committed plan as of a day, computed once. */
  *#schedule(snapshot: Snapshot, today: Instant): Generator<undefined, Schedule> {
    const known = this.#schedules.get(snapshot);
    if (known?.today === today) return known.schedule;
    const schedule = yield* scheduleInSteps(snapshot.plan, { today });
    this.#schedules.set(snapshot, { today, schedule });
    return schedule;
  }

  async read(loaded: LoadedPlan, range: ComparedRange): Promise<Result<ComparedVersions, Problem>> {
    const versions = await loaded.versions();
    if (!versions) {
      return refuse(
        'There is no git repository here, or the folder is not trusted yet, so there is no earlier version to compare with',
      );
    }
    const from = range.isFromBase
      ? await versions.mergeBase(range.before, range.after ?? 'HEAD')
      : range.before;
    const before = from === undefined ? undefined : await this.#at(versions, from);
    if (!before) return refuse(noCommit(range.before));
    if (range.after === undefined) {
      const { snapshot } = loaded.views();
      return ok({ before, after: { revision: undefined, committed: undefined, snapshot } });
    }
    const after = await this.#at(versions, range.after);
    return after ? ok({ before, after }) : refuse(noCommit(range.after));
  }

  async #at(versions: PlanVersions, revision: string): Promise<ComparedVersion | undefined> {
    const committed = await versions.at(revision);
    if (!committed) return undefined;
    const { commit, texts } = committed;
    const snapshot = this.#known.get(commit) ?? (await stepByStep(snapshotInSteps(texts)));
    if (!snapshot) return undefined;
    this.#known.delete(commit);
    this.#known.set(commit, snapshot);
    for (const [oldest] of this.#known) {
      if (this.#known.size > mostKept) this.#known.delete(oldest);
    }
    return { revision, committed, snapshot };
  }
}

function refuse(message: string): Result<never, Problem> {
  return refused(createProblem('command-refused', message));
}

function noCommit(revision: string): string {
  if (revision === 'HEAD')
    return 'Nothing is committed here yet, so there is no earlier version to compare with';
  return revision.endsWith('^')
    ? `${revision.slice(0, 9)} is the first commit there is here, so there is nothing before it`
    : `${revision} is no commit here; name a branch, a tag or a commit, and fetch it first if it is elsewhere`;
}
