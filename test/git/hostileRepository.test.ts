import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { CommitShelf } from '../../src/core/commits/commitShelf.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

/** A repository with a plan of two commits. */
function repository(folder = temporaryFolder()): string {
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, '.project/tasks/T-MA1N.yaml', 'title: a\n');
  write(folder, '.project/risks/R-7TH2.yaml', 'title: b\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one');
  write(folder, '.project/risks/R-7TH2.yaml', 'title: c\n');
  git(folder, 'commit', '-qam', 'two');
  return folder;
}

/** A program that leaves a file behind when it is run, and whether it was. */
function trap(): {
  readonly command: string;
  readonly hasRun: () => boolean;
  readonly reset: () => void;
} {
  const folder = temporaryFolder();
  const proof = path.join(folder, 'ran');
  const command = path.join(folder, 'trap.sh');
  writeFileSync(command, `#!/bin/sh\necho "$0 $*" >> '${proof}'\nexit 1\n`);
  chmodSync(command, 0o755);
  return {
    command,
    hasRun: () => existsSync(proof),
    reset: () => rmSync(proof, { force: true }),
  };
}

/** All that Gantry asks git for. */
async function askAll(folder: string, planFolder = '.project'): Promise<readonly string[]> {
  const repo = await openGitRepository(folder);
  if (!repo) return [];
  await repo.isIgnored(planFolder);
  await repo.headCommit();
  await repo.riskVersions(planFolder, AbortSignal.timeout(60_000));
  return [...(await repo.takenIds(planFolder))].sort();
}

const programSettings = [
  'core.fsmonitor',
  'core.sshCommand',
  'core.gitProxy',
  'core.pager',
  'core.editor',
  'core.askPass',
  'core.alternateRefsCommand',
  'credential.helper',
  'diff.external',
  'diff.trap.textconv',
  'diff.trap.command',
  'filter.trap.clean',
  'filter.trap.smudge',
  'filter.trap.process',
  'merge.trap.driver',
  'gpg.program',
  'pager.log',
  'pager.rev-list',
  'uploadpack.packObjectsHook',
  'interactive.diffFilter',
  'sequence.editor',
  'alias.rev-parse',
] as const;

test('no program that the settings, the attributes or the hooks of a repository name is run', async () => {
  const folder = repository();
  const { command, hasRun, reset } = trap();
  for (const name of programSettings) git(folder, 'config', name, command);
  git(folder, 'config', 'alias.ls-tree', `!${command}`);
  git(folder, 'config', 'filter.trap.required', 'true');
  git(folder, 'config', 'log.showSignature', 'true');
  write(folder, '.gitattributes', '* diff=trap filter=trap merge=trap\n');
  const hooks = path.join(folder, 'hooks');
  for (const name of [
    'post-index-change',
    'fsmonitor-watchman',
    'post-checkout',
    'reference-transaction',
    'pre-auto-gc',
  ]) {
    for (const place of [hooks, path.join(folder, '.git', 'hooks')]) {
      write(place, name, readFileSync(command, 'utf8'));
      chmodSync(path.join(place, name), 0o755);
    }
  }
  git(folder, 'config', 'core.hooksPath', hooks);
  reset();
  assert.deepEqual(await askAll(folder), ['R-7TH2', 'T-MA1N']);
  assert.equal(hasRun(), false);
  write(folder, '.project/tasks/T-MA1N.yaml', 'title: changed\n');
  spawnSync('git', ['-C', folder, 'status'], { encoding: 'utf8' });
  assert.equal(hasRun(), true, 'the traps work');
});

/** Reads a repository in every way that there is; what it answers does not count. */
async function lookEverywhere(folder: string): Promise<void> {
  const repo = await openGitRepository(folder);
  assert.ok(repo);
  const head = (await repo.headCommit()) ?? '';
  const work = { ids: new Set(['T-MA1N']), commits: [] };
  let shelved: string | undefined;
  const shelf: CommitShelf = {
    read: () => Promise.resolve(shelved),
    write: text => {
      shelved = text;
      return Promise.resolve();
    },
  };
  const file = '.project/tasks/T-MA1N.yaml';
  const none = new Uint8Array();
  const past = repo.codePast();
  const looks: readonly (() => Promise<unknown>)[] = [
    () => repo.isIgnored('.project'),
    () => repo.isKeptOut('.project/private.yaml'),
    () => repo.takenIds('.project'),
    () => repo.riskVersions('.project', AbortSignal.timeout(60_000)),
    () => repo.merges('.project').namingOtherSide('T-MA1N'),
    () => repo.merges('.project').unmerged(),
    () => repo.merges('.project').driver(),
    () => repo.knownFiles('.project', [{ path: 'tasks/T-MA1N.yaml', isGone: false, bytes: none }]),
    () => repo.planVersions('.project').at('HEAD'),
    () => repo.planVersions('.project').committedAt(),
    () => repo.planPast('.project', 5),
    () => repo.planVersions('.project').commits(),
    () => repo.planVersions('.project').branches(),
    () => repo.planVersions('.project').mergeBase('HEAD', 'HEAD^'),
    () => repo.work(work, shelf),
    () => repo.commits(shelf),
    () => repo.change({ kind: 'worktree' }),
    () => repo.change({ kind: 'index' }),
    () => repo.change({ kind: 'commits', text: 'HEAD^..HEAD' }),
    () => repo.fileActivity(3650),
    () => repo.listFiles(),
    () => repo.searchCode('changed'),
    () => repo.findWords({ words: ['TODO'], paths: undefined, except: '.project' }),
    () => repo.lineAuthor(file, 1),
    () => past.findCommits(['HEAD']),
    () => past.contentsOf([{ commit: head, path: file }]),
    () => past.findRenames(head),
    () => past.readChanges(head, undefined),
    () => past.newFiles(),
    () => past.follow([{ commit: head, path: file }], 'forward'),
  ];
  for (const look of looks) await look().catch(() => undefined);
}

/** Makes the newest commit one that claims to be signed. */
function forgeSignature(folder: string): void {
  const commit = git(folder, 'cat-file', 'commit', 'HEAD');
  const header =
    'gpgsig -----BEGIN PGP SIGNATURE-----\n \n bm9uZQ==\n -----END PGP SIGNATURE-----\n';
  const signed = commit.replace(/\n\n/, `\n${header}\n`);
  const made = spawnSync('git', ['-C', folder, 'hash-object', '-t', 'commit', '-w', '--stdin'], {
    input: signed,
    encoding: 'utf8',
  });
  git(folder, 'update-ref', 'HEAD', made.stdout.trim());
}

test('a signature that is claimed is not asked about, by the program that the settings name', async () => {
  for (const format of ['openpgp', 'ssh']) {
    const folder = repository();
    forgeSignature(folder);
    const { command, hasRun } = trap();
    git(folder, 'config', 'log.showSignature', 'true');
    git(folder, 'config', 'gpg.format', format);
    for (const name of ['gpg.program', 'gpg.ssh.program', 'gpg.openpgp.program']) {
      git(folder, 'config', name, command);
    }
    git(folder, 'config', 'gpg.ssh.allowedSignersFile', command);
    await lookEverywhere(folder);
    assert.equal(hasRun(), false, format);
    spawnSync('git', ['-C', folder, 'log', '-1'], { encoding: 'utf8' });
    if (format === 'openpgp') assert.equal(hasRun(), true, 'the traps work');
  }
});

test('a changed file is compared without the filters that a repository names', async () => {
  for (const kind of ['process', 'clean']) {
    for (const driver of ['trap', 'trap.with.dots', 'LFS']) {
      const folder = repository();
      const { command, hasRun } = trap();
      git(folder, 'config', `filter.${driver}.${kind}`, command);
      git(folder, 'config', `filter.${driver}.required`, 'true');
      git(folder, 'config', 'diff.trap.textconv', command);
      write(folder, '.gitattributes', `* filter=${driver} diff=trap\n`);
      write(folder, '.project/tasks/T-MA1N.yaml', 'title: changed\n');
      await lookEverywhere(folder);
      assert.equal(hasRun(), false, `${driver} ${kind}`);
      const change = await (await openGitRepository(folder))?.change({ kind: 'worktree' });
      assert.ok(change?.files.length, 'the change is seen all the same');
      spawnSync('git', ['-C', folder, 'diff'], { encoding: 'utf8' });
      assert.equal(hasRun(), true, 'the traps work');
    }
  }
});

test('a repository whose objects are elsewhere fetches nothing', async () => {
  const source = repository();
  git(source, 'config', 'uploadpack.allowFilter', 'true');
  git(source, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  for (const filter of ['blob:none', 'tree:0']) {
    const clone = path.join(temporaryFolder(), 'clone');
    execFileSync('git', [
      'clone',
      '-q',
      '--no-checkout',
      `--filter=${filter}`,
      `file://${source}`,
      clone,
    ]);
    const { command, hasRun } = trap();
    git(clone, 'config', 'remote.origin.uploadpack', command);
    await askAll(clone);
    assert.equal(hasRun(), false, filter);
    git(clone, 'config', 'remote.origin.url', `ext::${command}`);
    git(clone, 'config', 'protocol.ext.allow', 'always');
    await askAll(clone);
    assert.equal(hasRun(), false, `${filter}, by a program`);
    spawnSync('git', ['-C', clone, 'checkout', '-q', 'main']);
    assert.equal(hasRun(), true, 'the traps work');
  }
});

test('settings that lead out of the folder lead nowhere', async () => {
  const outside = repository();
  write(outside, '.project/tasks/T-5ECR.yaml', 'title: secret\n');
  git(outside, 'add', '.');
  git(outside, 'commit', '-qm', 'three');
  const folder = repository();
  git(folder, 'config', 'core.worktree', outside);
  assert.ok(!(await askAll(folder)).includes('T-5ECR'));
  const linked = temporaryFolder();
  write(linked, '.project/project.yaml', 'name: a\n');
  write(linked, '.git', `gitdir: ${path.join(linked, 'missing')}\n`);
  assert.deepEqual(await askAll(linked), []);
});

test('a bare repository inside of a folder is no repository of the plan', async () => {
  const folder = repository();
  const { command, hasRun } = trap();
  const bare = path.join(folder, 'vendor');
  git(folder, 'clone', '-q', '--bare', folder, bare);
  git(bare, 'config', 'core.fsmonitor', command);
  git(bare, 'config', 'core.bare', 'false');
  git(bare, 'config', 'core.worktree', '.');
  assert.deepEqual(await askAll(bare), []);
  assert.equal(hasRun(), false);
});

test('branches, tags and folders whose names begin with a dash are names', async () => {
  const folder = repository();
  const head = git(folder, 'rev-parse', 'HEAD').trim();
  for (const name of ['--output=pwned', '-O', '--upload-pack=touch pwned']) {
    write(folder, `.git/refs/heads/${name}`, `${head}\n`);
    write(folder, `.git/refs/tags/${name}`, `${head}\n`);
  }
  write(folder, '.git/HEAD', 'ref: refs/heads/--output=pwned\n');
  write(folder, '--output=plan/tasks/T-DA5H.yaml', 'title: a\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'three');
  assert.deepEqual(await askAll(folder, '--output=plan'), ['T-DA5H']);
  assert.deepEqual(await askAll(folder), ['R-7TH2', 'T-MA1N']);
  assert.deepEqual(readdirSync(folder).sort(), ['--output=plan', '.git', '.project']);
});

test('settings that write answers in another way change nothing', async () => {
  const folder = repository();
  write(folder, 'code/a.ts', 'one();\n// TODO größe T-MA1N\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'Größe\n\nTask: T-MA1N');
  const read = async (): Promise<unknown> => {
    const repo = await openGitRepository(path.join(folder, 'code'));
    assert.ok(repo);
    const search = { words: ['TODO'], paths: undefined, except: '.project' };
    const shelf: CommitShelf = { read: () => Promise.resolve(undefined), write: async () => {} };
    return {
      found: await repo.searchCode('T-MA1N'),
      words: await repo.findWords(search),
      standing: await repo.codePast().findStanding(['one();']),
      author: await repo.lineAuthor('a.ts', 2),
      commits: await repo.commits(shelf),
      versions: await repo.planVersions('../.project').commits(),
      ages: await repo.fileAges(),
      activity: await repo.fileActivity(3650),
    };
  };
  const expected = await read();
  assert.ok(JSON.stringify(expected).includes('größe'));
  for (const [name, value] of [
    ['grep.column', 'true'],
    ['grep.lineNumber', 'true'],
    ['grep.fullName', 'true'],
    ['submodule.recurse', 'true'],
    ['i18n.logOutputEncoding', 'ISO-8859-1'],
    ['i18n.logOutputEncoding', 'UTF-16'],
    ['color.ui', 'always'],
    ['log.date', 'relative'],
  ] as const) {
    git(folder, 'config', name, value);
    assert.deepEqual(await read(), expected, `${name}=${value}`);
    git(folder, 'config', '--unset', name);
  }
});
