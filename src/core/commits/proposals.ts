import { lastStep } from '../base/lastStep.ts';
import { compareText } from '../base/order.ts';
import { durationMinutes } from '../model/duration.ts';
import { formatDay, parsePlanDate, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { oldestFirst, type CommitIndex } from './commitIndex.ts';
import type { LinkedCommit } from './commit.ts';

/** What the commits say that the plan does not yet say. A person decides. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly status?: 'doing' | 'done';
  /** Days such as `2026-03-01`. */
  readonly started?: string;
  readonly finished?: string;
  /** In percent. */
  readonly progress?: number;
  /** Why, in sentences. */
  readonly evidence: readonly string[];
  /** The commits that say so, the oldest first. */
  readonly commits: readonly LinkedCommit[];
}

/** More than this nobody can tell from days of work. */
const mostProgress = 90;

/** A smaller difference in progress is not worth a question. */
const leastDifference = 10;

/** After so many commits, or those of so many tasks, there is a step. */
const stepSize = 256;

export function computeProposals(
  plan: Plan,
  index: CommitIndex,
  today: Instant,
): readonly Proposal[] {
  return lastStep(proposalsInSteps(plan, index, today));
}

/** Status, actual dates and progress of tasks as their commits tell them, in the order of the ids. */
export function* proposalsInSteps(
  plan: Plan,
  index: CommitIndex,
  today: Instant,
): Generator<undefined, readonly Proposal[]> {
  const named = yield* byIdInSteps(index);
  const taken = takenBack(index);
  const summaries = new Set([...plan.tasks.values()].map(task => task.parent));
  const proposals: Proposal[] = [];
  let seen = 0;
  for (const task of plan.tasks.values()) {
    if (summaries.has(task.id) || task.status === 'dropped') continue;
    const commits = commitsNaming(named, [task.id, ...task.formerIds]).filter(
      // A clock that goes wrong is no evidence.
      ({ day }) => (parsePlanDate(day)?.at ?? Infinity) <= today,
    );
    const proposal = proposalFor(task, commits, { plan, taken });
    if (proposal) proposals.push(proposal);
    seen += commits.length + 1;
    if (seen >= stepSize) {
      seen = 0;
      yield;
    }
  }
  return proposals.sort((a, b) => compareText(a.id, b.id));
}

/** Commits that others take back, unless those are taken back themselves. */
function takenBack({ commits }: CommitIndex): ReadonlySet<string> {
  const targets = new Map<string, string>();
  const waiting = new Map<string, number>();
  for (const { hash, reverts } of commits.values()) {
    if (reverts === undefined) continue;
    targets.set(hash, reverts);
    waiting.set(reverts, (waiting.get(reverts) ?? 0) + 1);
  }
  const taken = new Set<string>();
  // A commit is looked at once all that take it back were.
  const open = [...targets.keys()].filter(hash => !waiting.has(hash));
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    const target = targets.get(hash);
    if (target === undefined) continue;
    if (!taken.has(hash)) taken.add(target);
    const left = (waiting.get(target) ?? 1) - 1;
    waiting.set(target, left);
    if (left === 0) open.push(target);
  }
  return taken;
}

type CommitsById = ReadonlyMap<string, readonly LinkedCommit[]>;

function* byIdInSteps(index: CommitIndex): Generator<undefined, CommitsById> {
  const found = new Map<string, LinkedCommit[]>();
  let count = 0;
  for (const commit of index.commits.values()) {
    if (++count % stepSize === 0) yield;
    for (const id of commit.ids) {
      const known = found.get(id);
      if (known) known.push(commit);
      else found.set(id, [commit]);
    }
  }
  return found;
}

/** Each once, the oldest first. */
function commitsNaming(named: CommitsById, ids: readonly string[]): readonly LinkedCommit[] {
  return [...new Set(ids.flatMap(id => named.get(id) ?? []))].sort(oldestFirst);
}

type Draft = Omit<Proposal, 'id' | 'title' | 'commits'>;

function proposalFor(
  task: Task,
  commits: readonly LinkedCommit[],
  { plan, taken }: { readonly plan: Plan; readonly taken: ReadonlySet<string> },
): Proposal | undefined {
  const days = [...new Set(commits.map(({ day }) => day))].sort(compareText);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const draft: Draft = merge([
    startOf(task, first),
    endOf(task, commits, { last, taken }),
    progressOf(task, days.length, plan),
  ]);
  if (draft.evidence.length === 0) return undefined;
  const isDone = draft.status === 'done';
  const { progress, ...rest } = draft;
  const kept = isDone || progress === undefined ? rest : { ...rest, progress };
  return { id: task.id, title: task.title, commits, ...kept };
}

const nothing: Draft = { evidence: [] };

/** What comes later counts. */
function merge(drafts: readonly (Draft | undefined)[]): Draft {
  const given = drafts.filter(draft => draft !== undefined);
  return given.reduce(
    (all, draft) => ({
      ...all,
      ...draft,
      evidence: [...all.evidence, ...draft.evidence],
    }),
    nothing,
  );
}

function startOf(task: Task, first: string): Draft | undefined {
  const isBegun = task.status !== 'todo';
  if (isBegun && task.started) return undefined;
  const status = isBegun ? {} : { status: 'doing' as const };
  const started = task.started ? {} : { started: first };
  return { ...status, ...started, evidence: [`The first commit is of ${first}`] };
}

function endOf(
  task: Task,
  commits: readonly LinkedCommit[],
  { last, taken }: { readonly last: string; readonly taken: ReadonlySet<string> },
): Draft | undefined {
  const ids = new Set([task.id, ...task.formerIds]);
  const closing = commits.findLast(
    ({ hash, closes }) => !taken.has(hash) && closes.some(id => ids.has(id)),
  );
  if (task.status === 'done') {
    if (task.finished) return undefined;
    const finished = notBefore(task, closing?.day ?? last);
    return { finished, evidence: [`The last commit is of ${finished}`] };
  }
  if (!closing) return undefined;
  const { day, hash, subject } = closing;
  const evidence = [`${hash.slice(0, 9)} of ${day} closes it: ${subject}`];
  return { status: 'done', finished: notBefore(task, day), evidence };
}

function notBefore({ started }: Task, day: string): string {
  const start = started === undefined ? '' : formatDay(started.at);
  return compareText(start, day) > 0 ? start : day;
}

/** Days of work beside the estimate, for a task that is being done. */
function progressOf(task: Task, days: number, plan: Plan): Draft | undefined {
  const scale = plan.project.durationScale;
  const length = task.estimate?.likely ?? task.duration;
  if (task.status !== 'doing' || length === undefined || length.isElapsed) return undefined;
  const minutes = durationMinutes(length, scale);
  if (minutes <= 0) return undefined;
  const share = (days * scale.minutesPerDay) / minutes;
  const progress = Math.min(mostProgress, Math.round(share * 10) * 10);
  if (progress - 100 * (task.progress ?? 0) < leastDifference) return undefined;
  const said = days === 1 ? 'on 1 day' : `on ${days} days`;
  return { progress, evidence: [`There are commits ${said}, beside its estimate`] };
}
