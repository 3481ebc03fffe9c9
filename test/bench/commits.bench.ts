// Links the commits of a made repository to tasks, beside `git log` printing the same fields.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { updateCommitIndex } from '../../src/git/updateCommitIndex.ts';
import type { CommitShelf } from '../../src/core/commits/commitShelf.ts';
import { medianMs, type Benchmark } from './benchmark.ts';

const most = 100_000;

/** After these few the index is brought up to date. */
const few = 10;

export const benchmark: Benchmark = {
  name: 'commits',
  run: async ([count = String(most)]) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-commits-'));
    try {
      execFileSync('git', ['-C', folder, 'init', '-q', '-b', 'main']);
      addCommits(folder, 0, Number(count));
      const format = '--format=tformat:%H%x00%P%x00%at%x00%ad%x00%aN%x00%B%x00';
      const log = ['-C', folder, 'log', format, '--date=short', 'main'];
      const bare = await medianMs(() => execFileSync('git', log, { maxBuffer: 1e9 }), 3);
      const git = createRunGit(folder, process.env);
      const all = await medianMs(() => updateCommitIndex(git, createShelf()), 3);
      const shelf = createShelf();
      const { commits } = await updateCommitIndex(git, shelf);
      const before = shelf.text;
      addCommits(folder, Number(count), few);
      const update = await medianMs(() => {
        shelf.text = before;
        return updateCommitIndex(git, shelf);
      }, 3);
      const again = await medianMs(() => updateCommitIndex(git, shelf), 3);
      return [
        { name: `${count} commits: linked`, value: commits.size, unit: '1' },
        { name: 'git log printing the same fields', value: bare, unit: 'ms' },
        { name: 'linking all', value: all, unit: 'ms' },
        { name: 'linking all / git log', value: all / bare, unit: '×' },
        { name: `after ${few} new commits`, value: update, unit: 'ms' },
        { name: 'after none', value: again, unit: 'ms' },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export function createShelf(): CommitShelf & { text: string | undefined } {
  const shelf = {
    text: undefined as string | undefined,
    read: () => Promise.resolve(shelf.text),
    write: (text: string) => {
      shelf.text = text;
      return Promise.resolve();
    },
  };
  return shelf;
}

export function addCommits(folder: string, from: number, count: number): void {
  const parts: string[] = [];
  for (let i = from; i < from + count; i++) {
    const id = `T-${(i % 4000).toString().padStart(4, '0')}`;
    const trailer = i % 2 === 0 ? `\n\nTask: ${id}` : '';
    const text = `Change number ${i}\n\nIt says why, in a line or two of text that nobody reads.${trailer}\n`;
    const author = `Person ${i % 40} <p${i % 40}@example.org> ${1_700_000_000 + i * 60} +0100`;
    const parent = i === from && from > 0 ? 'from refs/heads/main^0\n' : '';
    parts.push(
      `commit refs/heads/main\nauthor ${author}\ncommitter ${author}\ndata ${text.length}\n${text}${parent}M 100644 inline f${i % 50}\ndata ${String(i).length}\n${i}\n`,
    );
  }
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input: parts.join('') });
}
