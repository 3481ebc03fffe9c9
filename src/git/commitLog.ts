import type { NamingCommit, ToldCommit } from '../core/commits/commit.ts';
import { nameItems } from '../core/commits/linkCommits.ts';
import type { CommitFiles } from '../core/commits/workHistory.ts';
import type { RunGit } from './gitProcess.ts';
import { RowReader } from './rowReader.ts';
import { stepByStep } from './stepByStep.ts';

/** The author as the mail map names them, in their own day; then the message as it stands. */
const format = '%H%x00%P%x00%at%x00%ad%x00%aN%x00%B%x00';
const columns = 6;

/**
 * The commits that lead to some and not to others.
 *
 * @param to full names
 * @param most the newest, if there are more
 */
export async function readCommits(
  git: RunGit,
  to: readonly string[],
  without: readonly string[],
  most = Infinity,
): Promise<readonly NamingCommit[]> {
  if (to.length === 0) return [];
  const bound = Number.isFinite(most) ? [`--max-count=${most}`] : [];
  return readLog(git, bound, revisions(to, without));
}

/** Commits by their full names. */
export async function readNamedCommits(
  git: RunGit,
  hashes: readonly string[],
): Promise<readonly NamingCommit[]> {
  if (hashes.length === 0) return [];
  return readLog(git, ['--no-walk=unsorted'], revisions(hashes, []));
}

/** What the messages name is found while git writes on: all messages at once may be more than a text holds. */
async function readLog(
  git: RunGit,
  args: readonly string[],
  input: string,
): Promise<readonly NamingCommit[]> {
  const settings = [`--format=tformat:${format}`, '--date=short', '--no-color', '--no-patch'];
  const commits: NamingCommit[] = [];
  await git(['log', ...args, ...settings, '--stdin'], input, async answer => {
    const rows = new RowReader(columns);
    for await (const piece of answer) {
      await stepByStep(nameInSteps(rows.take(piece), commits));
    }
  });
  return commits;
}

/** The names of commits that lead to some and not to others. */
export async function listCommits(
  git: RunGit,
  to: readonly string[],
  without: readonly string[],
): Promise<readonly string[]> {
  if (to.length === 0) return [];
  return (await git(['rev-list', '--stdin'], revisions(to, without))).split('\n').filter(Boolean);
}

/** The names of the newest commits of branches that neither the present one nor a remote's main one leads to. */
export async function listWaiting(git: RunGit, most: number): Promise<readonly string[]> {
  const merged = ['--not', 'HEAD', '--remotes=*/HEAD'];
  const args = ['rev-list', `--max-count=${most}`, '--branches', '--remotes', ...merged];
  // Before the first commit nothing is merged.
  return (await git(args).catch(() => '')).split('\n').filter(Boolean);
}

function revisions(to: readonly string[], without: readonly string[]): string {
  const lines = [...to, ...without.map(each => `^${each}`)];
  return `${lines.join('\n')}\n`;
}

/** After so many commits there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

function* nameInSteps(
  rows: readonly (readonly string[])[],
  commits: NamingCommit[],
): Generator<undefined, void> {
  for (const row of rows) {
    commits.push(nameItems(toldCommit(row)));
    if (commits.length % stepSize === 0) yield;
  }
}

function toldCommit(fields: readonly string[]): ToldCommit {
  const [hash = '', parents = '', seconds, day = '', author = '', message = ''] = fields;
  const end = message.indexOf('\n');
  return {
    hash: hash.trimStart(),
    parents: parents === '' ? [] : parents.split(' '),
    authoredAt: Number(seconds),
    day,
    author,
    subject: end < 0 ? message : message.slice(0, end),
    body: end < 0 ? '' : message.slice(end + 1),
  };
}

/** The files that each commit changed, from its first parent. Paths are from the top of the repository. */
export async function readCommitFiles(
  git: RunGit,
  hashes: readonly string[],
): Promise<readonly CommitFiles[]> {
  if (hashes.length === 0) return [];
  const args = ['log', '--no-walk=unsorted', '--stdin', '--format=%x00%x00%H', '--numstat', '-z'];
  const settings = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'];
  const answer = await git([...args, ...settings], `${hashes.join('\n')}\n`);
  return answer
    .split('\0\0')
    .filter(part => part.trim() !== '')
    .map(parseFiles);
}

function parseFiles(part: string): CommitFiles {
  const [hash = '', ...fields] = part.split(/[\0\n]/).filter(field => field !== '');
  const files: CommitFiles['files'][number][] = [];
  for (let i = 0; i < fields.length; i++) {
    const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(fields[i] ?? '') ?? [];
    if (path === undefined) continue;
    // A rename has both paths in fields of their own; the second is the present one.
    const name = path === '' ? fields[i + 2] : path;
    if (path === '') i += 2;
    if (name === undefined) continue;
    files.push({ path: name, added: Number(added) || 0, removed: Number(removed) || 0 });
  }
  return { hash, files };
}
