import { splitLines } from '../core/anchors/sourceText.ts';
import type { FoundLine, LineAuthor } from '../core/source/foundLine.ts';
import { createLineMap } from '../core/anchors/lineMap.ts';
import { patchInSteps } from '../core/anchors/parsePatch.ts';
import { diffPatchBack, diffSettings } from './changesSince.ts';
import type { RunGit } from './gitProcess.ts';
import { stepByStep } from './stepByStep.ts';

/** So many places are told at most. */
const mostFound = 5000;

/** The lines that hold a text, in files that git holds or would hold. */
export async function searchCode(git: RunGit, text: string): Promise<readonly FoundLine[]> {
  const args = ['grep', '-n', '-z', '-I', '-F', '--no-color', '--untracked', '--no-textconv'];
  // Nothing found ends with a code and without a word.
  const answer = await git([...args, '-e', text, '--']).catch(() => '');
  return (await stepByStep(linesInSteps(answer))).slice(0, mostFound);
}

/** Of some lines those that stand somewhere in the files of today, as lines are compared. */
export async function findStanding(
  git: RunGit,
  lines: readonly string[],
): Promise<ReadonlySet<string>> {
  const args = ['grep', '-h', '-I', '-F', '--no-color', '--untracked', '--no-textconv'];
  const answer = await git([...args, '-f', '-', '--'], `${lines.join('\n')}\n`);
  const wanted = new Set(lines);
  return new Set(splitLines(answer).filter(line => wanted.has(line)));
}

/** What is looked for, and where. */
export interface NoteSearch {
  readonly words: readonly string[];
  /** Only in these files; undefined: in all. */
  readonly paths: readonly string[] | undefined;
  /** Not in this folder. */
  readonly except: string;
}

/**
 * The lines with one of some words, in files that git holds or would hold: what it ignores and what
 * is no text is left out.
 *
 * @throws when git took too long, or nobody waits for the answer any more
 */
export async function findWords(
  git: RunGit,
  { words, paths, except }: NoteSearch,
): Promise<readonly FoundLine[]> {
  const args = ['grep', '-n', '-z', '-I', '-F', '-w', '--no-color', '--untracked'];
  const wanted = words.flatMap(word => ['-e', word]);
  const places = paths?.map(path => `:(literal)${path}`) ?? [];
  const where = ['--', ...places, `:(exclude,literal)${except}`];
  const answer = await git([...args, '--no-textconv', ...wanted, ...where]);
  return stepByStep(linesInSteps(answer));
}

/** After so many lines there is a step: a few milliseconds on a slow machine. */
const stepSize = 1024;

/** A name may hold line ends, and a line nothing but its own. */
function* linesInSteps(answer: string): Generator<undefined, readonly FoundLine[]> {
  const found: FoundLine[] = [];
  for (const match of answer.matchAll(/([^\0]+)\0(\d+)\0([^\n]*)(?:\n|$)/gy)) {
    const [, path = '', line, text = ''] = match;
    found.push({ path, line: Number(line), text });
    if (found.length % stepSize === 0) yield;
  }
  return found;
}

/** Undefined for a line that is not committed yet. */
export async function findAuthor(
  git: RunGit,
  path: string,
  line: number,
): Promise<LineAuthor | undefined> {
  const args = ['blame', '--porcelain', '--no-textconv', `-L${line},${line}`];
  const answer = await git([...args, '--', path]).catch(() => undefined);
  if (answer === undefined) return findAuthorInLog(git, path, line).catch(() => undefined);
  const name = /^author (.*)$/m.exec(answer)?.[1];
  const at = Number(/^author-time (\d+)$/m.exec(answer)?.[1]);
  if (name === undefined || !Number.isFinite(at) || /^0{40}/.test(answer)) return undefined;
  return { name, at };
}

/**
 * From the log of a line: blame answers nothing in a repository that does not have the list of
 * commits to pass over that a person's settings name (`blame.ignoreRevsFile`).
 */
async function findAuthorInLog(
  git: RunGit,
  path: string,
  line: number,
): Promise<LineAuthor | undefined> {
  const patch = await git([
    'diff',
    ...diffSettings,
    ...diffPatchBack,
    'HEAD',
    '--',
    `:(literal)${path}`,
  ]);
  const [change] = await stepByStep(patchInSteps(patch));
  const committed = createLineMap(change?.hunks ?? []).toNew(line);
  if (committed === undefined) return undefined;
  const range = `-L${committed},${committed}:./${path}`;
  const answer = await git(['log', '-1', '--no-patch', '--no-ext-diff', '--format=%at %aN', range]);
  const [, at, name] = /^(\d+) (.*)$/m.exec(answer) ?? [];
  return name === undefined ? undefined : { name, at: Number(at) };
}
