import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { captureQuote } from '../../src/core/anchors/quote.ts';
import { resolveAnchors, type CodeReader } from '../../src/core/anchors/resolveAnchors.ts';
import { createSourceText } from '../../src/core/anchors/sourceText.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { createCodePast } from '../../src/git/codePast.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const count = 30;

/** Declarations that do not look alike. */
function block(number: number): readonly string[] {
  return [
    `export function measure${number}(bridge, river${number}) {`,
    `  const span${number} = bridge.widthOver(river${number});`,
    `  return span${number} * ${number} + offset${number};`,
    '}',
    '',
  ];
}

function diskCode(folder: string): CodeReader {
  return {
    read: file => {
      const place = path.join(folder, file);
      return Promise.resolve(existsSync(place) ? readFileSync(place, 'utf8') : undefined);
    },
    exists: file => Promise.resolve(existsSync(path.join(folder, file))),
  };
}

function anchorAt(folder: string, line: number): Anchor {
  const text = createSourceText(readFileSync(path.join(folder, 'all.js'), 'utf8'));
  const quote = captureQuote(text, line, line);
  assert.ok(quote);
  const commit = git(folder, 'rev-parse', 'HEAD').trim();
  return { path: 'all.js', line, endLine: undefined, symbol: undefined, commit, ...quote };
}

function commitAll(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'change');
}

test('text that moved to other files is found since however many commits', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const anchors: Anchor[] = [];
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (const number of numbers) {
    write(
      folder,
      'all.js',
      numbers
        .slice(0, number + 1)
        .flatMap(block)
        .join('\n'),
    );
    commitAll(folder);
    anchors.push(anchorAt(folder, number * 5 + 2));
  }
  write(folder, 'all.js', '// All of it moved\n');
  for (const number of numbers) write(folder, `own/${number}.js`, block(number).join('\n'));
  commitAll(folder);
  const past = createCodePast(createRunGit(folder, process.env));
  const found = await resolveAnchors(anchors, diskCode(folder), past);
  assert.deepEqual(
    found.map(({ place }) => place && `${place.path}:${place.line ?? ''}`),
    numbers.map(number => `own/${number}.js:2`),
  );
});

test('commits of however many merged branches lead to where their lines are', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, 'all.js', '// Head\n');
  commitAll(folder);
  const anchors: Anchor[] = [];
  const numbers = Array.from({ length: 15 }, (_, number) => number);
  for (const number of numbers) {
    git(folder, 'checkout', '-qb', `side${number}`);
    const text = readFileSync(path.join(folder, 'all.js'), 'utf8');
    write(folder, 'all.js', `${text}  alike();\n  done${number}();\n`);
    commitAll(folder);
    anchors.push(anchorAt(folder, number * 2 + 2));
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', `side${number}`);
  }
  const text = readFileSync(path.join(folder, 'all.js'), 'utf8');
  write(folder, 'all.js', `// One more\n${text}`);
  commitAll(folder);
  const past = createCodePast(createRunGit(folder, process.env));
  const found = await resolveAnchors(anchors, diskCode(folder), past);
  assert.deepEqual(
    found.map(({ place }) => place?.line),
    numbers.map(number => number * 2 + 3),
  );
});
