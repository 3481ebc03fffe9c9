import type { LinkedCommit, NamingCommit, ToldCommit } from './commit.ts';
import {
  idsClosed,
  idsInBranch,
  idsInSubject,
  idsInTrailers,
  mayNameItems,
  revertedBy,
} from './idsInText.ts';

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
  const reverts = revertedBy(body);
  const taken = reverts === undefined ? {} : { reverts };
  return { hash, parents, authoredAt, day, author, subject, named, closed, ...taken };
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
    const { hash, authoredAt, day, author, subject, named, reverts } = commit;
    const merged = byBranch?.get(hash);
    if (named.length === 0 && !merged && reverts === undefined) continue;
    const ids = distinct(merged ? [...named, ...merged] : named);
    const said = commit.closed.filter(id => ids.includes(id));
    const ended = commit.parents.length > 1 ? idsOfMergedBranch(subject) : nothing;
    const closes = distinct([...said, ...ended]);
    const taken = reverts === undefined ? {} : { reverts };
    linked.push({ hash, authoredAt, day, author, subject, ids, closes, ...taken });
  }
  return linked;
}

function distinct(ids: readonly string[]): readonly string[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** As git writes it, GitHub, GitLab, Azure (`pull request 12 from a into b`) and Bitbucket's server. */
const mergedBranch =
  /^Merge (?:remote-tracking )?(?:branch|pull request) \S+(?: in \S+)?(?: from (\S+))?/;
/** As Bitbucket writes it: `Merged in a (pull request #12)`. */
const mergedIn = /^Merged in (\S+)/;
const intoBranch = / (?:into|to) '?(\S+)$/;
/** Of several branches at once: `Merge branches 'a', 'b' and 'c'`. */
const mergedBranches = /^Merge (?:remote-tracking )?branches ('[^']*'(?:(?:,| and) '[^']*')+)/;
/** Azure tells the title of the request, and not its branch: what it names was worked on, no more. */
const mergedTitle = /^Merged PR \d+: (.*)/;

/**
 * Items for which a branch is named whose merge the subject of a commit tells; none of those for which
 * the one is named that it went into, as when that is pulled.
 */
export function idsOfMergedBranch(subject: string): readonly string[] {
  return idsOfMergedBranches(subject, 2).flat();
}

/** The same for each of the branches: their order is that of the parents but for the first. */
function idsOfMergedBranches(subject: string, parents: number): readonly (readonly string[])[] {
  if (parents < 2 || !subject.startsWith('Merge')) return [];
  const several = mergedBranches.exec(subject)?.[1]?.match(/'[^']*'/g);
  const name = mergedBranch.exec(subject) ?? mergedIn.exec(subject);
  const names = several ?? (name ? [name[1] ?? name[0]] : []);
  const into = idsInBranch(intoBranch.exec(subject)?.[1] ?? '');
  return names.map(each => idsInBranch(each).filter(id => !into.includes(id)));
}

/** The items of the commits that each parent but the first brought. */
function idsBrought({ subject, parents }: NamingCommit): readonly (readonly string[])[] {
  const title = parents.length === 2 ? mergedTitle.exec(subject)?.[1] : undefined;
  return title === undefined ? idsOfMergedBranches(subject, parents.length) : [idsInSubject(title)];
}

/** True where a commit tells which items are those of commits that it merged. */
export function isNamingMerge(commit: NamingCommit): boolean {
  return idsBrought(commit).some(ids => ids.length > 0);
}

/** Ids by the name of the branch, for each commit that a merge brought; undefined when none did. */
function* findMerged(
  told: readonly NamingCommit[],
): Generator<undefined, ReadonlyMap<string, readonly string[]> | undefined> {
  const merges = told.flatMap(commit => (isNamingMerge(commit) ? [commit] : []));
  if (merges.length === 0) return undefined;
  const parents = new Map<string, string | undefined>();
  for (const { hash, parents: own } of told) {
    if (parents.size % stepSize === stepSize - 1) yield;
    parents.set(hash, own[0]);
  }
  const merged = new Map<string, readonly string[]>();
  for (const commit of merges) {
    const [into, ...others] = commit.parents;
    const brought = idsBrought(commit);
    for (const [place, ids] of brought.entries()) {
      for (const hash of broughtCommits(into, others[place], parents)) {
        merged.set(hash, [...(merged.get(hash) ?? []), ...ids]);
      }
      yield;
    }
    merged.set(commit.hash, brought.flat());
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
