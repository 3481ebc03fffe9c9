import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WitnessedFile } from '../core/store/outsideChanges.ts';
import type { RunGit } from './gitProcess.ts';

/** Git holds this file while it writes to the working tree. */
const indexLock = 'index.lock';
const longestWaitMs = 5000;
const stepMs = 30;

/**
 * The files that git wrote or took away itself. Of a changed file it knows the content: from a commit,
 * a stash, or a merge that it made. A file that is gone it does not expect any more, and knows what
 * the file held, so that it can be had again.
 */
export async function findKnownFiles(
  git: RunGit,
  planFolder: string,
  files: readonly WitnessedFile[],
): Promise<ReadonlySet<string>> {
  try {
    await waitForIndex((await git(['rev-parse', '--absolute-git-dir'])).trim());
    const contents = await findContents(git, files);
    const gone = files.some(({ isGone }) => isGone);
    const expected = gone ? await listExpected(git, planFolder) : new Set<string>();
    const known = files.filter(file => {
      return contents.has(file) && !(file.isGone && expected.has(`${planFolder}/${file.path}`));
    });
    return new Set(known.map(file => file.path));
  } catch {
    // A git that does not answer vouches for nothing.
    return new Set();
  }
}

/** In the middle of a checkout nobody can tell what it comes to. A lock that stays is a crash's. */
async function waitForIndex(gitFolder: string): Promise<void> {
  const until = performance.now() + longestWaitMs;
  while (existsSync(path.join(gitFolder, indexLock)) && performance.now() < until) {
    await wait(stepMs);
  }
}

/** The files whose content git has, as it is or with the line ends that it keeps. */
async function findContents(
  git: RunGit,
  files: readonly WitnessedFile[],
): Promise<ReadonlySet<WitnessedFile>> {
  const algorithm = (await objectFormat(git)) === 'sha256' ? 'sha256' : 'sha1';
  const byName = new Map<string, WitnessedFile[]>();
  for (const file of files) {
    for (const bytes of [file.bytes, withoutReturns(file.bytes)]) {
      const name = createHash(algorithm)
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
      byName.set(name, [...(byName.get(name) ?? []), file]);
    }
  }
  const asked = [...byName.keys()].map(name => `${name}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], asked);
  const found = answer.split('\n').filter(line => line.endsWith(' blob'));
  return new Set(found.flatMap(line => byName.get(line.slice(0, line.indexOf(' '))) ?? []));
}

async function objectFormat(git: RunGit): Promise<string> {
  try {
    return (await git(['rev-parse', '--show-object-format'])).trim();
  } catch {
    // Before 2.25 there was one alone.
    return 'sha1';
  }
}

function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.includes(13)
    ? Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : bytes;
}

/** The files of the plan that git expects to be there, relative to the workspace folder. */
async function listExpected(git: RunGit, planFolder: string): Promise<ReadonlySet<string>> {
  const answer = await git(['--literal-pathspecs', 'ls-files', '-z', '--', planFolder]);
  return new Set(answer.split('\0'));
}
