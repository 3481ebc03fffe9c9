import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import type { NamingCommit, ToldCommit } from '../../../src/core/commits/commit.ts';
import {
  emptyIndex,
  readInSteps,
  updateInSteps,
  writeInSteps,
} from '../../../src/core/commits/commitIndex.ts';
import {
  idsClosed,
  idsInBranch,
  idsInSubject,
  idsInTrailers,
} from '../../../src/core/commits/idsInText.ts';
import { linkInSteps, nameItems } from '../../../src/core/commits/linkCommits.ts';
import { computeWorkHistory } from '../../../src/core/commits/workHistory.ts';

function told(hash: string, subject: string, rest: Partial<ToldCommit> = {}): NamingCommit {
  const base = { authoredAt: 1, day: '2026-03-01', author: 'Ada', parents: [], body: '' };
  return nameItems({ ...base, hash, subject, ...rest });
}

function idsOf(...commits: readonly NamingCommit[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(lastStep(linkInSteps(commits)).map(({ hash, ids }) => [hash, ids]));
}

test('ids are read where they are meant, and not out of other words', () => {
  assert.deepEqual(idsInSubject('T-7KQ3: mend (R-9F2A), not XT-7KQ3 or T-7KQ3x or t-7kq3'), [
    'T-7KQ3',
    'R-9F2A',
  ]);
  assert.deepEqual(idsInSubject('UTF-8 and T-LOUI'), []);
  assert.deepEqual(idsInBranch('feature/t-7kq3-parser'), ['T-7KQ3']);
  assert.deepEqual(idsInBranch('start-7kq3'), []);
  assert.deepEqual(idsInTrailers('Why.\n\nTask: T-7KQ3, t-9f2a\nRisk: R-2MPT\nSee: T-AAAA\n'), [
    'T-7KQ3',
    'T-9F2A',
    'R-2MPT',
  ]);
});

test('trailers that other tools write name items as well', () => {
  for (const key of ['Refs', 'Ref', 'References', 'Issue', 'Issues', 'Implements']) {
    assert.deepEqual(idsInTrailers(`${key}: T-7KQ3`), ['T-7KQ3'], key);
    assert.deepEqual(idsClosed(`${key}: T-7KQ3`), [], key);
  }
});

test('a line that closes ids links them, and prose about closing does not', () => {
  const body = 'Why.\n\nCloses T-9F2A, T-7KQ3\nThis does not fix T-2MPT\nFixed the bug\n';
  const [commit] = lastStep(linkInSteps([told('a', 'Mend', { body })]));
  assert.deepEqual(
    [commit?.ids, commit?.closes],
    [
      ['T-9F2A', 'T-7KQ3'],
      ['T-9F2A', 'T-7KQ3'],
    ],
  );
});

test('what is said not to be done, or to be done one day, is not', () => {
  const open = [
    'Not done: T-7KQ3',
    'does not fix T-7KQ3',
    "doesn't  fix T-7KQ3",
    'will close T-7KQ3',
  ];
  for (const text of [...open, 'Partly done T-7KQ3', 'Prepare to close T-7KQ3']) {
    assert.deepEqual(idsClosed(text), [], text);
  }
  assert.deepEqual(idsClosed('Not T-9F2A, but fixes T-7KQ3'), ['T-7KQ3']);
});

test('what is pulled into the branch of a task ends nothing', () => {
  const subject = "Merge branch 't-7kq3-work' of https://example.org/plan into t-7kq3-work";
  const [pulled] = lastStep(linkInSteps([told('m', subject, { parents: ['a', 'b'] })]));
  assert.equal(pulled, undefined);
});

test('a commit is linked by its trailer and its subject, each id once', () => {
  const body = '\nTask: T-7KQ3\n';
  assert.deepEqual(idsOf(told('a', 'Mend T-7KQ3', { body }), told('b', 'Nothing')), {
    a: ['T-7KQ3'],
  });
});

test('what a merge of a branch of that name brought belongs to it, and nothing before', () => {
  const merge = told('m', "Merge branch 't-7kq3-parser'", { parents: ['c', 'y'] });
  const commits = [
    merge,
    told('y', 'two', { parents: ['x'] }),
    told('x', 'one', { parents: ['b'] }),
    told('c', 'other', { parents: ['b'] }),
    told('b', 'base'),
  ];
  assert.deepEqual(idsOf(...commits), { m: ['T-7KQ3'], x: ['T-7KQ3'], y: ['T-7KQ3'] });
  const pull = told('m', 'Merge pull request #3 from ada/T-9F2A', { parents: ['c', 'x'] });
  assert.deepEqual(Object.keys(idsOf(pull, ...commits.slice(2))), ['m', 'x']);
});

test('merges are read as other hosts write them, and of several branches at once', () => {
  const commits = [
    told('x', 'one', { parents: ['b'] }),
    told('y', 'two', { parents: ['b'] }),
    told('b', 'base'),
  ];
  const subjects = [
    'Merged in feature/t-9f2a-x (pull request #12)',
    'Merge pull request #12 in PLAN/gantry from feature/T-9F2A to master',
    'Merge pull request 12 from t-9f2a into main',
    'Merged PR 12: T-9F2A Mend',
  ];
  for (const subject of subjects) {
    const merge = told('m', subject, { parents: ['b', 'x'] });
    assert.deepEqual(idsOf(merge, ...commits), { m: ['T-9F2A'], x: ['T-9F2A'] }, subject);
    const [linked] = lastStep(linkInSteps([merge]));
    // A title says what a branch was about, and not that the item is done by it.
    assert.deepEqual(linked?.closes, subject.startsWith('Merged PR') ? [] : ['T-9F2A'], subject);
  }
  const octopus = "Merge branches 't-9f2a', 'plain' and 't-7kq3' into main";
  const merge = told('m', octopus, { parents: ['b', 'x', 'z', 'y'] });
  assert.deepEqual(idsOf(merge, ...commits), {
    m: ['T-9F2A', 'T-7KQ3'],
    x: ['T-9F2A'],
    y: ['T-7KQ3'],
  });
});

test('what a merge brought is the same however long the branch went on beside the other', () => {
  const chain = (names: readonly string[], before: string) =>
    names.map((name, i) => told(name, name, { parents: [names[i + 1] ?? before] }));
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${letter}${i}`);
  for (const [beside, own] of [
    [1, 1],
    [1, 9],
    [9, 1],
    [40, 40],
    [6000, 2],
    [2, 600],
  ] as const) {
    const [main, branch] = [names('m', beside), names('b', own)];
    const merge = told('merge', "Merge branch 't-7kq3'", { parents: ['m0', 'b0'] });
    const base = chain(names('z', 5), 'root');
    const all = [merge, ...chain(main, 'z0'), ...chain(branch, 'z0'), ...base];
    const found = Object.keys(idsOf(...all)).filter(hash => hash !== 'merge');
    // Beyond what is looked at, what both have cannot be told from what one has.
    const foreign = beside > 5000 ? base.map(({ hash }) => hash) : [];
    assert.deepEqual(found, [...branch, ...foreign].slice(0, 500));
  }
});

test('an index is read as it was written, and not when a part is missing', () => {
  const added = lastStep(
    linkInSteps([
      told('a', 'T-7KQ3 a\tb'),
      told('b', 'T-9F2A', { author: 'Bob' }),
      told('r', 'back', { body: `This reverts commit ${'a'.repeat(40)}.` }),
    ]),
  );
  const index = lastStep(
    updateInSteps(emptyIndex, { tips: ['b', 'a'], cut: 'c', added, gone: [] }),
  );
  const text = lastStep(writeInSteps(index));
  const read = lastStep(readInSteps(text));
  assert.ok(read);
  assert.deepEqual([read.tips, read.cut], [['a', 'b'], 'c']);
  assert.deepEqual(read.commits.get('r'), index.commits.get('r'));
  assert.deepEqual(
    [index.commits.get('r')?.ids, index.commits.get('r')?.reverts],
    [[], 'a'.repeat(40)],
  );
  assert.equal(read.commits.get('a')?.subject, 'T-7KQ3 a b');
  assert.equal(read.commits.get('b')?.author, 'Bob');
  assert.equal(lastStep(readInSteps(text.slice(0, -8))), undefined);
  assert.equal(lastStep(readInSteps('gantry commits 0\n\n\nend\n')), undefined);
  assert.deepEqual(
    [
      ...lastStep(
        updateInSteps(read, { tips: [], cut: '', added: [], gone: ['a'] }),
      ).commits.keys(),
    ],
    ['b', 'r'],
  );
});

test('the work on an item is summed by file, person and day', () => {
  const steps = linkInSteps([
    told('a', 'T-7KQ3'),
    told('b', 'T-7KQ3', { day: '2026-03-02' }),
    told('c', 'T-7KQ3', { author: 'Bob' }),
  ]);
  const commits = lastStep(steps);
  const files = [
    { hash: 'a', files: [{ path: 'x', added: 2, removed: 1 }] },
    {
      hash: 'b',
      files: [
        { path: 'y', added: 1, removed: 0 },
        { path: 'x', added: 1, removed: 1 },
      ],
    },
  ];
  const work = computeWorkHistory(commits, files);
  assert.deepEqual(work.files[0], { path: 'x', commits: 2, added: 3, removed: 2 });
  assert.deepEqual(work.people, [
    { name: 'Ada', commits: 2, days: 2 },
    { name: 'Bob', commits: 1, days: 1 },
  ]);
  assert.deepEqual(work.days[0], { day: '2026-03-01', commits: 2 });
});

test('a message of a hundred thousand characters is read as fast as others', () => {
  const blanks = ' '.repeat(100_000);
  const startedAt = performance.now();
  assert.deepEqual(idsClosed(`T-7KQ3\nclose${blanks}x`), []);
  assert.deepEqual(idsClosed(`done${blanks}:${blanks}T-7KQ3`), ['T-7KQ3']);
  assert.ok(performance.now() - startedAt < 1000);
});
