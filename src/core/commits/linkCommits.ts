import type { LinkedCommit, NamingCommit, ToldCommit } from './commit.ts';
import { idsClosed, idsInBranch, idsInSubject, idsInTrailers, mayNameItems } from './idsInText.ts';

/** Of a branch that was merged under the name of a task, so many commits are its. */
const mostOfBranch = 500;

/** After so many commits there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** So far back along the first parents a merged branch is told from the one it went into. */
const longestMainline = 5000;

const nothing: readonly string[] = [];

/** What a commit names in a trailer and in its subject. */
export function nameItems(told: ToldCommit): NamingCommit {
  const { hash, parents, authoredAt, day, author, subject, body } = told;
  const message = body === '' ? subject : `${subject}\n${body}`;
  const names = mayNameItems(message);
  const named = names ? [...idsInTrailers(body), ...idsInSubject(subject)] : nothing;
  const closed = names ? idsClosed(message) : nothing;
  return { hash, parents, authoredAt, day, author, subject, named, closed };
}

/**
 * The commits that name items: by themselves, or by the name of the branch that brought them, as far
 * as the merge tells it.
 *
 * @param told in any order; what was merged by one of them must be among them to be found
 */
export function* linkInSteps(
  told: readonly NamingCommit[],
): Generator<undefined, readonly LinkedCommit[]> {
  const byBranch = yield* findMerged(told);
  const linked: LinkedCommit[] = [];
  for (const [place, commit] of told.entries()) {
    if (place % stepSize === stepSize - 1) yield;
    const { hash, authoredAt, day, author, subject, named } = commit;
    const merged = byBranch?.get(hash);
    if (named.length === 0 && !merged) continue;
    const ids = distinct(merged ? [...named, ...merged] : named);
    const said = commit.closed.filter(id => ids.includes(id));
    const isMerge = merged !== undefined && commit.parents.length === 2;
    const closes = distinct(isMerge ? [...said, ...merged] : said);
    linked.push({ hash, authoredAt, day, author, subject, ids, closes });
  }
  return linked;
}

function distinct(ids: readonly string[]): readonly string[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

const mergedBranch = /^Merge (?:remote-tracking )?(?:branch|pull request) \S+(?: from (\S+))?/;
const intoBranch = / into '?(\S+)$/;

/**
 * Items for which a branch is named whose merge the subject of a commit tells; none of those for which
 * the one is named that it went into, as when that is pulled.
 */
export function idsOfMergedBranch(subject: string): readonly string[] {
  const name = mergedBranch.exec(subject);
  if (!name) return nothing;
  const into = idsInBranch(intoBranch.exec(subject)?.[1] ?? '');
  return idsInBranch(name[1] ?? name[0]).filter(id => !into.includes(id));
}

/** Ids by the name of the branch, for each commit that a merge brought; undefined when none did. */
function* findMerged(
  told: readonly NamingCommit[],
): Generator<undefined, ReadonlyMap<string, readonly string[]> | undefined> {
  const merges = told.flatMap(commit => {
    const ids = commit.parents.length === 2 ? idsOfMergedBranch(commit.subject) : nothing;
    return ids.length > 0 ? [{ commit, ids }] : [];
  });
  if (merges.length === 0) return undefined;
  const parents = new Map<string, string | undefined>();
  for (const { hash, parents: own } of told) {
    if (parents.size % stepSize === stepSize - 1) yield;
    parents.set(hash, own[0]);
  }
  const merged = new Map<string, readonly string[]>();
  for (const { commit, ids } of merges) {
    const [into, from] = commit.parents;
    for (const hash of broughtCommits(into, from, parents)) {
      merged.set(hash, [...(merged.get(hash) ?? []), ...ids]);
    }
    merged.set(commit.hash, ids);
    yield;
  }
  return merged;
}

/**
 * The commits of a branch up to the first that it shares with the one it went into. Both are walked
 * side by side, so that it takes no longer than the branch went on beside the other.
 */
function broughtCommits(
  into: string | undefined,
  from: string | undefined,
  parents: ReadonlyMap<string, string | undefined>,
): Iterable<string> {
  const mainline = new Set<string>();
  const branch = new Set<string>();
  const along = firstParents(into, parents, longestMainline);
  const down = firstParents(from, parents, mostOfBranch);
  for (;;) {
    const main: string | undefined = along.next().value;
    if (main !== undefined && branch.has(main)) return before(main, [...branch]);
    if (main !== undefined) mainline.add(main);
    const own: string | undefined = down.next().value;
    if (own !== undefined && mainline.has(own)) return branch;
    if (own !== undefined) branch.add(own);
    if (main === undefined && own === undefined) return branch;
  }
}

function before(end: string, all: readonly string[]): readonly string[] {
  return all.slice(0, all.indexOf(end));
}

function* firstParents(
  from: string | undefined,
  parents: ReadonlyMap<string, string | undefined>,
  most: number,
): Generator<string, undefined> {
  const seen = new Set<string>();
  for (let at = from; at !== undefined && seen.size < most; at = parents.get(at)) {
    if (seen.has(at)) break;
    seen.add(at);
    yield at;
  }
}
