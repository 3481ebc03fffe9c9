import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import { logInSteps, patchInSteps } from '../../../src/core/anchors/parsePatch.ts';

test('lines of a text that look like heads are passed over', () => {
  const patch = [
    'diff --git a/a.txt b/a.txt',
    'index 1..2 100644',
    '--- a/a.txt',
    '+++ b/a.txt',
    '@@ -1,2 +1,2 @@',
    '--- a/other.txt',
    '-diff --git a/x b/x',
    '+++ b/other.txt',
    '+@@ -9 +9 @@',
    '\\ No newline at end of file',
    'diff --git a/old.ts b/new.ts',
    'similarity index 90%',
    'rename from old.ts',
    'rename to new.ts',
    '--- a/old.ts',
    '+++ b/new.ts',
    '@@ -3,0 +4 @@ function f() {',
    '+came',
    '',
  ].join('\n');
  const added: string[] = [];
  const changes = lastStep(patchInSteps(patch, (line, path) => added.push(`${path}: ${line}`)));
  assert.deepEqual(
    changes.map(({ oldPath, newPath, hunks }) => [oldPath, newPath, hunks.length]),
    [
      ['a.txt', 'a.txt', 1],
      ['old.ts', 'new.ts', 1],
    ],
  );
  assert.deepEqual(added, ['a.txt: ++ b/other.txt', 'a.txt: @@ -9 +9 @@', 'new.ts: came']);
});

test('files that came, went, are binary or have odd names', () => {
  const patch = [
    'diff --git a/gone.ts b/gone.ts',
    'deleted file mode 100644',
    'index 1..0',
    'diff --git "a/caf\\303\\251 \\"x\\".ts" "b/caf\\303\\251 \\"x\\".ts"',
    'new file mode 100644',
    '--- /dev/null',
    '+++ "b/caf\\303\\251 \\"x\\".ts"',
    '@@ -0,0 +1 @@',
    '+a',
    'diff --git a/with space.ts b/with space.ts',
    '--- a/with space.ts\t',
    '+++ b/with space.ts\t',
    '@@ -1 +1 @@',
    '-a',
    '+b',
    'diff --git a/p.png b/p.png',
    'Binary files a/p.png and b/p.png differ',
    '',
  ].join('\n');
  assert.deepEqual(
    lastStep(patchInSteps(patch)).map(({ oldPath, newPath, isBinary }) => [
      oldPath,
      newPath,
      isBinary,
    ]),
    [
      ['gone.ts', undefined, false],
      [undefined, 'café "x".ts', false],
      ['with space.ts', 'with space.ts', false],
      ['p.png', 'p.png', true],
    ],
  );
});

test('a log is a step for each commit', () => {
  const one = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-gantry-step x\n+b\n';
  const steps = lastStep(logInSteps(`gantry-step 11\n\n${one}gantry-step 22\n\n${one}`));
  assert.deepEqual(
    steps.map(({ commit, changes }) => [commit, changes.length]),
    [
      ['11', 1],
      ['22', 1],
    ],
  );
});
