import type { FileActivity } from '../core/evidence/codeEvidence.ts';
import type { RunGit } from './gitProcess.ts';

/** More commits than these are not looked into for their files. */
const mostCommits = 5000;

/** How much each file changed on the present branch over the last days. Paths are relative to the folder of git. */
export async function readFileActivity(
  git: RunGit,
  days: number,
): Promise<readonly FileActivity[]> {
  const settings = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--relative'];
  const range = ['--no-merges', `--since=${days}.days`, `--max-count=${mostCommits}`];
  const args = ['log', '--numstat', '-z', '--format=%x00%x00%aE', ...settings, ...range];
  const answer = await git([...args, '--end-of-options', 'HEAD', '--']);
  const found = new Map<string, { commits: number; churn: number; authors: Set<string> }>();
  for (const part of answer.split('\0\0')) {
    const [author = '', ...rows] = part.split(/[\0\n]/).filter(row => row !== '');
    for (const row of rows) {
      const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(row) ?? [];
      if (path === undefined) continue;
      const file = found.get(path) ?? { commits: 0, churn: 0, authors: new Set<string>() };
      file.commits += 1;
      file.churn += (Number(added) || 0) + (Number(removed) || 0);
      file.authors.add(author);
      found.set(path, file);
    }
  }
  return [...found].map(([path, { commits, churn, authors }]) => ({
    path,
    commits,
    churn,
    authors: authors.size,
  }));
}

/** All files that git holds. */
export async function listFiles(git: RunGit): Promise<readonly string[]> {
  return (await git(['ls-files', '-z'])).split('\0').filter(Boolean);
}
