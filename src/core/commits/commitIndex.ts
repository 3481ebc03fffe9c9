import { compareBy, compareNumber, compareText } from '../base/order.ts';
import type { LinkedCommit } from './commit.ts';

/** The commits of a repository that name items of a plan, and how far it was looked through. */
export interface CommitIndex {
  /** The commits that branches pointed at, in order. */
  readonly tips: readonly string[];
  /** Where a shallow clone is cut off, as a word; empty where it is not. */
  readonly cut: string;
  readonly commits: ReadonlyMap<string, LinkedCommit>;
}

export const emptyIndex: CommitIndex = { tips: [], cut: '', commits: new Map() };

/** After so many commits there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** What is new is taken in, and what no branch leads to any more is left out. */
export function* updateInSteps(
  index: CommitIndex,
  change: {
    readonly tips: readonly string[];
    readonly cut: string;
    readonly added: readonly LinkedCommit[];
    readonly gone: Iterable<string>;
  },
): Generator<undefined, CommitIndex> {
  const gone = new Set(change.gone);
  const commits = new Map<string, LinkedCommit>();
  let count = 0;
  for (const [hash, commit] of index.commits) {
    if (++count % stepSize === 0) yield;
    if (!gone.has(hash)) commits.set(hash, commit);
  }
  for (const commit of change.added) {
    if (++count % stepSize === 0) yield;
    const known = commits.get(commit.hash);
    commits.set(commit.hash, known ? withBoth(known, commit) : commit);
  }
  return { tips: [...change.tips].sort(compareText), cut: change.cut, commits };
}

/** What a commit names that several branches brought one after the other. */
function withBoth(before: LinkedCommit, now: LinkedCommit): LinkedCommit {
  const ids = [...new Set([...before.ids, ...now.ids])];
  return { ...now, ids, closes: [...new Set([...before.closes, ...now.closes])] };
}

/** The commits of some items (also by ids that they had before), the oldest first. */
export function commitsOf(index: CommitIndex, ids: ReadonlySet<string>): readonly LinkedCommit[] {
  const found: LinkedCommit[] = [];
  for (const commit of index.commits.values()) {
    if (commit.ids.some(id => ids.has(id))) found.push(commit);
  }
  return found.sort(oldestFirst);
}

/** The commit that a name or the beginning of one means; undefined when there is none, or several. */
export function findCommit({ commits }: CommitIndex, name: string): LinkedCommit | undefined {
  const known = commits.get(name);
  if (known) return known;
  let found: LinkedCommit | undefined;
  for (const [hash, commit] of commits) {
    if (!hash.startsWith(name)) continue;
    if (found) return undefined;
    found = commit;
  }
  return found;
}

export const oldestFirst = compareBy<LinkedCommit>(
  (a, b) => compareNumber(a.authoredAt, b.authoredAt),
  (a, b) => compareText(a.hash, b.hash),
);

/** The first line of a written index; another one is not read, but made anew. */
const heading = 'gantry commits 4';

/** One line a commit: columns by tabs, `!` behind what it closes, `~` before what it takes back. Authors are written once. */
export function* writeInSteps({ tips, cut, commits }: CommitIndex): Generator<undefined, string> {
  const authors = new Map<string, number>();
  // All lines joined at once would take long.
  const portions: string[] = [];
  const lines: string[] = [];
  for (const commit of commits.values()) {
    const { hash, authoredAt, day, author, subject } = commit;
    const known = authors.get(author) ?? authors.size;
    authors.set(author, known);
    const columns = [hash, authoredAt, day, known, namedIn(commit), subject.replaceAll('\t', ' ')];
    lines.push(columns.join('\t'));
    if (lines.length < stepSize) continue;
    portions.push(lines.splice(0).join('\n'));
    yield;
  }
  if (lines.length > 0) portions.push(lines.join('\n'));
  const names = [...authors.keys()].map(name => name.replace(/[\t\n]/g, ' '));
  return [heading, `${tips.join(' ')}\t${cut}`, names.join('\t'), ...portions, 'end', ''].join(
    '\n',
  );
}

function namedIn({ ids, closes, reverts }: LinkedCommit): string {
  const named = ids.map(id => (closes.includes(id) ? `${id}!` : id));
  return (reverts === undefined ? named : [...named, `~${reverts}`]).join(' ');
}

/** Undefined for what is not whole, or of another version. */
export function* readInSteps(text: string): Generator<undefined, CommitIndex | undefined> {
  if (!text.startsWith(`${heading}\n`) || !text.endsWith('\nend\n')) return undefined;
  const [, told = '', known = ''] = text.split('\n', 3);
  const [tips = '', cut = ''] = told.split('\t');
  const authors = known.split('\t');
  const commits = new Map<string, LinkedCommit>();
  const last = text.length - 'end\n'.length;
  // Line by line, since to split all of them at once takes long.
  for (let at = heading.length + told.length + known.length + 3; at < last;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end);
    at = end + 1;
    const [hash = '', authoredAt, day = '', author, ids = '', subject] = line.split('\t');
    if (subject === undefined) return undefined;
    if (commits.size % stepSize === 0) yield;
    const words = ids.split(' ').filter(Boolean);
    const named = words.filter(word => !word.startsWith('~'));
    const reverts = words.find(word => word.startsWith('~'))?.slice(1);
    commits.set(hash, {
      hash,
      authoredAt: Number(authoredAt),
      day,
      author: authors[Number(author)] ?? '',
      subject,
      ids: named.map(id => id.replace('!', '')),
      closes: named.filter(id => id.endsWith('!')).map(id => id.slice(0, -1)),
      ...(reverts === undefined ? {} : { reverts }),
    });
  }
  return { tips: tips.split(' ').filter(Boolean), cut, commits };
}
