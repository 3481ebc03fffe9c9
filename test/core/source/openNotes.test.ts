import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import {
  groupInSteps,
  notesInSteps,
  notesInText,
  type NoteAt,
} from '../../../src/core/source/openNotes.ts';

test('notes of a text are those in comments that name no item and say something', () => {
  const text = [
    '// TODO: measure the sign-in',
    'const TODO = 1;',
    '// FIXME(T-7KQ3): has a task',
    '/* TODO */',
    '/*',
    '  FIXME close the file */\r',
    'say("nothing to do");',
  ].join('\n');
  assert.deepEqual(notesInText('src/a.ts', text), [
    { path: 'src/a.ts', line: 1, word: 'TODO', text: 'measure the sign-in' },
    { path: 'src/a.ts', line: 6, word: 'FIXME', text: 'close the file' },
  ]);
});

test('a note in a notebook ends where its text does, not where the line of JSON does', () => {
  const lines = ['    "# TODO: plot it\\n",', '    "# FIXME last one"'];
  assert.deepEqual(
    notesInText('a.ipynb', lines.join('\n')).map(({ text }) => text),
    ['plot it', 'last one'],
  );
});

test('a line that a machine made is no note', () => {
  const text = `${'x'.repeat(2000)} // TODO: mend`;
  assert.deepEqual(lastStep(notesInSteps([{ path: 'a.min.js', line: 1, text }])).notes, []);
});

test('where only the lines before could tell, the file has to be read', () => {
  const found = lastStep(
    notesInSteps([
      { path: 'a.ts', line: 3, text: '  TODO mend it' },
      { path: 'a.ts', line: 9, text: '// TODO: and this' },
      { path: 'b.ts', line: 1, text: ' * TODO: a starred one' },
      { path: 'c.sh', line: 1, text: 'echo TODO' },
      { path: 'd.ts', line: 1, text: '  // TODO(T-7KQ3): known' },
    ]),
  );
  assert.deepEqual([found.notes.map(({ path }) => path), found.unsure], [['b.ts'], ['a.ts']]);
});

test('notes are listed by folder and file, and the same words in a file once', () => {
  const at = (path: string, line: number, text: string): NoteAt => ({
    path,
    line,
    word: 'TODO',
    text,
  });
  const notes = [
    at('src/b.ts', 9, 'later'),
    at('src/a.ts', 2, 'same'),
    at('top.ts', 1, 'here'),
    at('src/a.ts', 1, 'first'),
    at('src/a.ts', 30, 'same'),
    at('src/b.ts', 1, 'same'),
  ];
  const shown = lastStep(groupInSteps(notes)).map(({ path, files }) => [
    path,
    files.map(file => [
      file.path,
      file.entries.map(({ text, lines }) => `${text} ${lines.join()}`),
    ]),
  ]);
  assert.deepEqual(shown, [
    ['', [['top.ts', ['here 1']]]],
    [
      'src',
      [
        ['src/a.ts', ['first 1', 'same 2,30']],
        ['src/b.ts', ['same 1', 'later 9']],
      ],
    ],
  ]);
});
