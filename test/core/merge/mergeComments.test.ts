import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileKind } from '../../../src/core/format/fields.ts';
import { mergeFile } from '../../../src/core/merge/mergeFile.ts';
import { seededRandom } from '../../support/seededRandom.ts';

function merged(base: string, ours: string, theirs: string, kind: FileKind = 'task'): string {
  const result = mergeFile(kind, { base, ours, theirs });
  assert.ok(result.ok, result.ok ? '' : result.error.message);
  return result.value.text;
}

const base = 'title: A\nstatus: todo\nestimate: 1d # guess\n';

test('comments of theirs stay beside the fields that ours changed', () => {
  const ours = base.replace('todo', 'doing');
  const theirs = base.replace(
    'status: todo',
    '# WHY: the customer asked\nstatus: todo # not before Easter',
  );
  const expected =
    'title: A\n# WHY: the customer asked\nstatus: doing # not before Easter\nestimate: 1d # guess\n';
  assert.equal(merged(base, ours, theirs), expected);
  assert.equal(merged(base, theirs, ours), expected);
});

test('a comment that one side changed is the changed one, and one that both changed is both', () => {
  const doing = base.replace('todo', 'doing');
  const agreed = base.replace('# guess', '# agreed');
  const unsure = base.replace('# guess', '# unsure');
  assert.equal(merged(base, doing, agreed), doing.replace('# guess', '# agreed'));
  assert.equal(merged(base, unsure, agreed), base.replace('# guess', '# unsure # agreed'));
  assert.equal(merged(base, doing, base.replace(' # guess', '')), doing.replace(' # guess', ''));
});

test('what both sides put at the end has its comments', () => {
  const ours = `${base}priority: high\n`;
  const theirs = `${base}# promised to Bob\ndeadline: 2027-01-01\n`;
  const text = merged(base, ours, theirs);
  assert.match(text, /^# promised to Bob\ndeadline: 2027-01-01$/m);
  assert.match(text, /^priority: high$/m);
  assert.equal(merged(base, `${base}# ours\n`, `${base}# theirs\n`), `${base}# ours\n# theirs\n`);
});

test('comments of new entries of lists and of new people stay with them', () => {
  const tags = 'title: A\ntags:\n  - a\n';
  assert.equal(
    merged(tags, `${tags}  - b\n`, `${tags}  # because of x\n  - c # yes\n`),
    'title: A\ntags:\n  - a\n  # because of x\n  - c # yes\n  - b\n',
  );
  const people = 'name: P\npeople:\n  ada: { name: Ada }\n';
  const text = merged(
    people,
    `${people}  bob: { name: Bob }\n`,
    `${people}  # the new one\n  eve:\n    name: Eve # from May on\n`,
    'project',
  );
  assert.match(text, /^ {2}# the new one\n {2}eve:/m);
  assert.match(text, /name: Eve.* # from May on$/m);
});

test('a comment of a field that the other side took out is told above the next one', () => {
  const ours = base.replace('status: todo\n', '');
  const theirs = base.replace('status: todo', 'status: todo # wait for Bob');
  assert.equal(merged(base, ours, theirs), 'title: A\n# wait for Bob\nestimate: 1d # guess\n');
});

test('what looks like a comment in a text is none', () => {
  const long = `${base}description: |\n  # Heading\n  a # b\n`;
  const ours = long.replace('todo', 'doing');
  const theirs = long.replace('status: todo', 'status: todo # x');
  assert.equal(merged(long, ours, theirs), long.replace('status: todo', 'status: doing # x'));
});

const start = `# About
title: A # the first
status: todo
# how long
estimate: 1d # guess
tags:
  # why
  - a # one
  - b

acceptance:
  - text: c # what
    done: false
  # last
  - d
description: |
  # no comment
  text
own: {a: 1} # flow
# end
`;

/** Comments are added, changed and taken out, and values beside them change. */
function editAtRandom(random: () => number, side: string): string {
  const lines = start.split('\n').flatMap((line, at) => {
    const isText = line.startsWith('  # no') || line === '  text' || line === '';
    const draw = random();
    if (isText || draw > 0.45) return [line];
    const indent = /^ */.exec(line)?.[0] ?? '';
    const bare = line.replace(/ ?#.*/, '').trimEnd();
    if (draw < 0.1 && line.includes('#')) return bare === '' ? [] : [bare];
    if (draw < 0.2) return [`${indent}# ${side} ${at}`, line];
    if (draw < 0.3 && bare !== '') return [`${bare} # ${side} on ${at}`];
    if (draw < 0.4)
      return [line.replace('todo', side).replace('1d', `${at}d`).replace('false', 'true')];
    return /^(status|estimate|own):| - [abd]/.test(line) ? [] : [line];
  });
  return lines.join('\n');
}

const commentsOf = (text: string): readonly string[] =>
  text.match(/# (ours|theirs)( on)? \d+/g) ?? [];

test('no comment that a side made is lost, wherever it stands', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = seededRandom(seed);
    const ours = editAtRandom(random, 'ours');
    const theirs = editAtRandom(random, 'theirs');
    const result = mergeFile('task', { base: start, ours, theirs });
    assert.ok(result.ok, `seed ${seed}\n${ours}\n---\n${theirs}`);
    const { text } = result.value;
    const found = commentsOf(text).toSorted();
    const wanted = [...commentsOf(ours), ...commentsOf(theirs)].toSorted();
    assert.deepEqual(found, wanted, `seed ${seed}\n${ours}\n---\n${theirs}\n---\n${text}`);
    for (const [comment] of start.matchAll(/# [A-Za-z ]+$/gm)) {
      const isOnBoth = ours.includes(comment) && theirs.includes(comment);
      if (isOnBoth) assert.ok(text.includes(comment), `seed ${seed} ${comment}\n${text}`);
    }
  }
});

test('many blanks before a comment are merged as soon as few', () => {
  const blanks = ' '.repeat(100_000);
  const wide = `title: A\ndescription: |\n  one${blanks}two\nstatus: todo # why\n`;
  const startedAt = performance.now();
  const text = merged(wide, wide.replace('todo', 'doing'), wide.replace('# why', '# because'));
  assert.equal(text, wide.replace('todo # why', 'doing # because'));
  assert.ok(performance.now() - startedAt < 1500);
});
