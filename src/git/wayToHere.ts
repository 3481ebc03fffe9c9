import type { PastFile } from '../core/anchors/codePast.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';

/** A history that is longer is not walked: its two ends have to do. */
const mostCommits = 20_000;

/** Of more commits than these nobody looks which of them merged what. */
const mostParents = 200_000;

/** Where a recorded commit joins the way. */
export interface Entry {
  /** Its place on the way, or that of the commit that merged it. */
  readonly place: number;
  /** Undefined when it lies on the way itself. */
  readonly joins: string | undefined;
}

/** The commits along the first parents, the oldest first. */
export async function listWay(git: RunGit): Promise<readonly string[]> {
  const args = ['rev-list', '--first-parent', `--max-count=${mostCommits}`];
  return (await git([...args, '--end-of-options', 'HEAD']))
    .split('\n')
    .filter(isObjectName)
    .reverse();
}

/** Where the recorded commits join the way; those that do not are left out. */
export async function findEntries(
  git: RunGit,
  files: readonly PastFile[],
  way: readonly string[],
): Promise<ReadonlyMap<string, Entry>> {
  const places = new Map(way.map((commit, place) => [commit, place]));
  const entries = new Map<string, Entry>();
  const beside: string[] = [];
  for (const commit of new Set(files.map(each => each.commit))) {
    const place = places.get(commit);
    if (place === undefined) beside.push(commit);
    else entries.set(commit, { place, joins: undefined });
  }
  const joins = beside.length === 0 ? undefined : await findJoins(git, way);
  for (const commit of beside) {
    const join = joins?.get(commit);
    const place = join === undefined ? undefined : places.get(join);
    if (place !== undefined) entries.set(commit, { place, joins: join });
  }
  return entries;
}

/** Which commit of the way brought in each of those that lie beside it. */
async function findJoins(
  git: RunGit,
  way: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const args = ['rev-list', '--parents', `--max-count=${mostParents}`, '--end-of-options', 'HEAD'];
  const parents = new Map<string, readonly string[]>();
  for (const line of (await git(args)).split('\n')) {
    const [commit = '', ...others] = line.split(' ');
    parents.set(commit, others);
  }
  const onTheWay = new Set(way);
  const joins = new Map<string, string>();
  for (const join of way) {
    const open = (parents.get(join) ?? []).slice(1);
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (onTheWay.has(commit) || joins.has(commit)) continue;
      joins.set(commit, join);
      open.push(...(parents.get(commit) ?? []));
    }
  }
  return joins;
}
