import type { LinkedCommit, ToldCommit } from './commit.ts';
import { idsClosed, idsInBranch, idsInSubject, idsInTrailers } from './idsInText.ts';

/** Of a branch that was merged under the name of a task, so many commits are its. */
const mostOfBranch = 500;

/** After so many commits there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** So far back along the first parents a merged branch is told from the one it went into. */
const longestMainline = 5000;

/**
 * The commits that name items: in a trailer, in the subject, or by the name of the branch that
 * brought them, as far as the merge tells it.
 *
 * @param told in any order; what was merged by one of them must be among them to be found
 */
export function* linkInSteps(
  told: readonly ToldCommit[],
): Generator<undefined, readonly LinkedCommit[]> {
  const byBranch = findMerged(told);
  const linked: LinkedCommit[] = [];
  for (const [place, commit] of told.entries()) {
    if (place % stepSize === stepSize - 1) yield;
    const named = [...idsInTrailers(commit.body), ...idsInSubject(commit.subject)];
    const merged = byBranch?.get(commit.hash);
    if (named.length === 0 && !merged) continue;
    const { hash, authoredAt, day, author, subject } = commit;
    const ids = [...new Set([...named, ...(merged ?? [])])];
    const isMerge = commit.parents.length === 2;
    const said = idsClosed(`${commit.subject}\n${commit.body}`).filter(id => ids.includes(id));
    const closes = [...new Set([...said, ...(isMerge ? (merged ?? []) : [])])];
    linked.push({ hash, authoredAt, day, author, subject, ids, closes });
  }
  return linked;
}

const mergedBranch = /^Merge (?:remote-tracking )?(?:branch|pull request) \S+(?: from (\S+))?/;

/** Ids by the name of the branch, for each commit that a merge brought; undefined when none did. */
function findMerged(
  told: readonly ToldCommit[],
): ReadonlyMap<string, readonly string[]> | undefined {
  const merges = told.flatMap(commit => {
    const name = commit.parents.length === 2 ? mergedBranch.exec(commit.subject) : null;
    const ids = name ? idsInBranch(name[1] ?? name[0]) : [];
    return ids.length > 0 ? [{ commit, ids }] : [];
  });
  if (merges.length === 0) return undefined;
  const parents = new Map(told.map(each => [each.hash, each.parents]));
  const merged = new Map<string, readonly string[]>();
  for (const { commit, ids } of merges) {
    const [into, from] = commit.parents;
    const mainline = firstParents(into, parents, longestMainline);
    for (const hash of firstParents(from, parents, mostOfBranch)) {
      if (mainline.has(hash)) break;
      merged.set(hash, [...(merged.get(hash) ?? []), ...ids]);
    }
    merged.set(commit.hash, ids);
  }
  return merged;
}

function firstParents(
  from: string | undefined,
  parents: ReadonlyMap<string, readonly string[]>,
  most: number,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (let at = from; at !== undefined && seen.size < most; at = parents.get(at)?.[0]) {
    if (seen.has(at)) break;
    seen.add(at);
  }
  return seen;
}
