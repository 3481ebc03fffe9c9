// A copy of a fixture as a repository of its own, so that tests can write and commit in it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cacheRoot, projectRoot } from './installOnce.mjs';

/** Git as on a machine of nobody: the tests must not depend on a person's settings. */
export const plainGit = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2026-03-02T09:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2026-03-02T09:00:00Z',
};

/**
 * Copies `test/fixtures/<name>`, or the folder at an absolute path, and answers with the copy's
 * path. `undefined` makes an empty folder, which is no repository.
 */
export function copyFixture(name) {
  const runs = path.join(cacheRoot, 'runs');
  mkdirSync(runs, { recursive: true });
  const copy = realpathSync(mkdtempSync(path.join(runs, 'folder-')));
  if (name === undefined) return copy;
  const source = path.resolve(projectRoot, 'test', 'fixtures', name);
  if (!existsSync(source)) throw new Error(`There is no fixture ${source}`);
  cpSync(source, copy, { recursive: true });
  git(copy, 'init', '--quiet', '--initial-branch=main');
  git(copy, 'add', '--all');
  git(copy, 'commit', '--quiet', '--allow-empty', '--message=Begin');
  return copy;
}

function git(folder, ...args) {
  execFileSync('git', args, { cwd: folder, stdio: 'pipe', env: { ...process.env, ...plainGit } });
}
