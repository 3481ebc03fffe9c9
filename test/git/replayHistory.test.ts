import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayHistory } from '../support/replayHistory.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const words = ['plan', 'task', 'line', 'read', 'write', 'state', 'count', 'place', 'found', 'next'];

/** A repository of code with much that looks alike, changed again and again. */
function makeHistory(seed: number): { readonly folder: string; readonly first: string } {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const word = (): string => words[pick(words.length)] ?? '';
  const body = (): readonly string[] => [
    `function ${word()}${word()}${pick(50)}(${word()}) {`,
    ...Array.from({ length: 1 + pick(5) }, () => `  ${word()}(${word()}, ${pick(9)});`),
    '  if (isDone) {',
    '    return undefined;',
    '  }',
    '}',
    '',
  ];
  const files = new Map<string, string[]>();
  for (let i = 0; i < 6; i++) {
    files.set(`src/${i}.js`, Array.from({ length: 12 }, body).flat());
  }
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const commit = (): string => {
    git(folder, 'rm', '-rqf', '--cached', '--ignore-unmatch', '.');
    for (const [file, lines] of files) write(folder, file, `${lines.join('\n')}\n`);
    git(folder, 'add', ...files.keys());
    git(folder, 'commit', '-qm', 'change');
    return git(folder, 'rev-parse', 'HEAD').trim();
  };
  const first = commit();
  for (let change = 0; change < 12; change++) {
    for (const [file, lines] of [...files]) {
      const at = pick(lines.length);
      if (random() < 0.4) lines.splice(at, 0, ...body());
      else if (random() < 0.5) lines.splice(at, pick(6));
      else lines[at] = `  ${word()}(${word()});`;
      if (random() < 0.05) {
        files.delete(file);
        files.set(file.replace('.js', 'x.js'), lines);
      }
    }
    commit();
  }
  return { folder, first };
}

for (const seed of [1, 2]) {
  test(`[seed ${seed}] nearly all that survives is found, and nothing is led to a wrong place`, async t => {
    const { folder, first } = makeHistory(seed);
    const replay = { repository: folder, from: first, to: 'main', every: 1 };
    await t.test('lines', async () => {
      const score = await replayHistory(replay);
      assert.ok(score.anchors > 400 && score.surviving > 250, JSON.stringify(score));
      assert.deepEqual(score.mistakes, []);
      assert.ok(score.found / score.surviving >= 0.98, score.missed.join('\n'));
    });
    await t.test('ranges, by most of their words', async () => {
      const score = await replayHistory({ ...replay, ranges: seed });
      assert.ok(score.anchors > 400 && score.surviving > 200, JSON.stringify(score));
      assert.deepEqual(score.mistakes, []);
      assert.ok(score.found / score.surviving >= 0.98, score.missed.join('\n'));
    });
    await t.test('ranges without a commit, where they are found at all', async () => {
      const score = await replayHistory({ ...replay, ranges: seed, withoutCommits: true });
      assert.ok(score.resolved > 100, JSON.stringify(score));
      // These files are made of ten words: a range may look like another one altogether.
      assert.ok(score.wrong * 100 <= score.resolved, score.mistakes.join('\n'));
    });
  });
}
