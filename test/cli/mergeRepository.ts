// A plan in a real repository, whose branches are merged through the driver that is set up there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleCli } from './bundledCli.ts';

const script = bundleCli();

export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => { readonly status: number; readonly out: string };
  readonly gantry: (...args: readonly string[]) => {
    readonly status: number;
    readonly out: string;
  };
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
}

export const task = '.project/tasks/T-7KQ3.yaml';
/** The files that the plan begins with. */
export const start = {
  '.project/project.yaml': 'version: 1\nname: Bridge\nstart: 2026-03-02\n',
  [task]: 'title: Draw\nstatus: todo\nestimate: 3d # a guess\ntags: [paper]\n',
  '.project/tasks/T-8AAA.yaml': 'title: Build\ndependsOn: [T-7KQ3]\n',
};

/** A repository with the plan on `main`, where the driver is set up, as a person has it. */
export function inRepository(use: (repository: Repository) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry merge '));
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const run = (program: string, args: readonly string[]): { status: number; out: string } => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    return { status: status ?? -1, out: stdout + stderr };
  };
  const git: Repository['git'] = (...args) => run('git', [...identity, ...args]);
  const gantry: Repository['gantry'] = (...args) => run(process.execPath, [script(), ...args]);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  try {
    git('init', '-q', '-b', 'main');
    for (const [file, text] of Object.entries(start)) write(file, text);
    assert.equal(gantry('setup', 'git').status, 0);
    git('add', '.');
    git('commit', '-qm', 'start');
    git('tag', 'start');
    use({
      folder,
      git,
      gantry,
      write,
      read: file => readFileSync(path.join(folder, file), 'utf8'),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Edits on a branch and on main; answers with what `git merge` said. */
export function mergeSides(
  { git }: Repository,
  sides: { readonly ours: () => void; readonly theirs: () => void },
): { readonly status: number; readonly out: string } {
  git('checkout', '-qb', 'side');
  sides.theirs();
  git('add', '-A');
  git('commit', '-qm', 'theirs');
  git('checkout', '-q', 'main');
  sides.ours();
  git('add', '-A');
  git('commit', '-qm', 'ours');
  return git('merge', '-q', '--no-edit', 'side');
}
