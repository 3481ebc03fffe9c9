import type { FoundLine, LineAuthor } from '../core/source/foundLine.ts';
import type { RunGit } from './gitProcess.ts';

/** So many places are told at most. */
const mostFound = 5000;

/** The lines that hold a text, in files that git holds or would hold. */
export async function searchCode(git: RunGit, text: string): Promise<readonly FoundLine[]> {
  const args = ['grep', '-n', '-z', '-I', '-F', '--no-color', '--untracked', '--no-textconv'];
  // Nothing found ends with a code and without a word.
  const answer = await git([...args, '-e', text, '--']).catch(() => '');
  return answer
    .split('\n')
    .slice(0, mostFound)
    .flatMap(row => {
      const [path = '', line = '', found] = row.split('\0');
      return found === undefined ? [] : [{ path, line: Number(line), text: found }];
    });
}

/** Undefined for a line that is not committed yet. */
export async function findAuthor(
  git: RunGit,
  path: string,
  line: number,
): Promise<LineAuthor | undefined> {
  const args = ['blame', '--porcelain', '--no-progress', `-L${line},${line}`];
  const answer = await git([...args, '--', path]).catch(() => '');
  const name = /^author (.*)$/m.exec(answer)?.[1];
  const at = Number(/^author-time (\d+)$/m.exec(answer)?.[1]);
  if (name === undefined || !Number.isFinite(at) || /^0{40}/.test(answer)) return undefined;
  return { name, at };
}
