import assert from 'node:assert/strict';
import { test } from 'node:test';
import { git, temporaryFolder, write } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan, type Workspace } from './runInFolder.ts';

function commit({ folder }: Workspace, message: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', message);
}

const inRepository = (use: (workspace: Workspace) => Promise<void>): Promise<void> =>
  inWorkspace(smallPlan, async workspace => {
    git(workspace.folder, 'init', '-q', '-b', 'main');
    commit(workspace, 'Plan it');
    await use(workspace);
  });

test('the files are compared with the last commit, and a commit with another', () =>
  inRepository(async workspace => {
    const { run, write: save } = workspace;
    const same = await run('diff');
    assert.match(same.out, /as before\n\nNothing else changed\n$/);
    save('.project/tasks/T-AAAA.yaml', 'title: Draw\nmilestone: M-4XK2\nrank: 1\nduration: 9d\n');
    const changed = await run('diff');
    assert.equal(changed.exitCode, 0);
    assert.match(
      changed.out,
      /^Bridge, HEAD \([0-9a-f]{9} of [-\d]{10}\) to the files as they are\n/,
    );
    assert.match(changed.out, /instead of 2026-03-09, 7 working days later/);
    assert.match(changed.out, /T-AAAA +Draw +duration +2d → 9d/);
    commit(workspace, 'Draw longer');
    assert.match((await run('diff')).out, /Nothing else changed/);
    assert.match((await run('diff', 'HEAD~1', 'HEAD')).out, /2d → 9d/);
    assert.match((await run('diff', 'HEAD..HEAD~1')).out, /9d → 2d/);
    const { data, exitCode } = await workspace.json('diff', 'HEAD~1');
    assert.equal(exitCode, 0);
    const text = JSON.stringify(data);
    assert.match(text, /"revision":"HEAD~1","commit":"[0-9a-f]{40}"/);
    assert.match(text, /"field":"duration","before":"2d","after":"9d"/);
  }));

test('three dots compare with where both parted, as a pull request does', () =>
  inRepository(async workspace => {
    const { folder, run, write: save } = workspace;
    git(folder, 'checkout', '-qb', 'topic');
    save('.project/tasks/T-CCCC.yaml', 'title: Fence\n');
    commit(workspace, 'Fence it');
    git(folder, 'checkout', '-q', 'main');
    save('.project/tasks/T-DDDD.yaml', 'title: Gate\n');
    commit(workspace, 'Gate it');
    const parted = await run('diff', 'main...topic', '--to', 'md');
    assert.match(parted.out, /^## Bridge, /);
    assert.match(parted.out, /\| T-CCCC \| task \| Fence \|/);
    assert.doesNotMatch(parted.out, /Gate/);
    assert.match((await run('diff', 'main', 'topic')).out, /Removed[^]*Gate/);
  }));

test('what cannot be compared is refused in words', () =>
  inRepository(async ({ run }) => {
    const check = async (args: readonly string[], message: RegExp): Promise<void> => {
      const { exitCode, error, out } = await run('diff', ...args);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(error, message);
    };
    await check(['nowhere'], /nowhere is no commit here; name a branch/);
    await check(['main...nowhere'], /is no commit here/);
    await check(['--', '--output=x'], /--output=x is no commit here/);
    await check(['a', 'b', 'c'], /two revisions at most/);
    await check(['--to', 'pdf'], /pdf is no format here/);
  }));

test('without git there is nothing to compare with', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { exitCode, error } = await run('diff');
    assert.equal(exitCode, 2);
    assert.match(error, /no git repository/);
  }));

test('a commit without a plan is an empty one', async () => {
  const folder = temporaryFolder();
  write(folder, 'README.md', 'Hello\n');
  await inWorkspace({ 'README.md': 'Hello\n' }, async workspace => {
    git(workspace.folder, 'init', '-q', '-b', 'main');
    commit(workspace, 'Begin');
    for (const [file, text] of Object.entries(smallPlan)) workspace.write(file, text);
    const { exitCode, out } = await workspace.run('diff');
    assert.equal(exitCode, 0);
    assert.match(out, /Added[^]*T-AAAA +task +Draw/);
  });
});
