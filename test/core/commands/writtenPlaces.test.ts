// Entries of lists that could not be understood are missing from the values, not from the text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf, type Bench } from '../../support/runOnFiles.ts';

const files = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: Draw\ncode:\n  - /outside\n  - src/a.ts:3 # first\n  - src/b.ts:4\n',
  'tasks/T-BBBB.yaml': 'title: Paint\ncode: [/outside, src/a.ts]\ndependsOn: [no one, T-ZZZZ]\n',
  'notes/N-AAAA.yaml':
    'title: Kick-off\nactions:\n  - due: 2026-03-20\n  - text: Ask\n  - text: Book\n    done: true\n',
};

const bench = (): Promise<Bench> => benchOf(files);
const textOf = ({ files: present }: Bench, path: string): string => present.text(path) ?? '';

test('a link to code is renewed where it stands in the text', async () => {
  const one = await bench();
  await one.run('linkCode', { id: 'T-AAAA', path: 'src/a.ts', line: 3, quote: 'draw();' });
  assert.match(
    textOf(one, 'tasks/T-AAAA.yaml'),
    /- \/outside\n {2}- path: src\/a.ts.*\n {4}line: 3\n {4}quote: draw\(\); # first\n {2}- src\/b.ts:4\n/,
  );
});

test('a link to code is mended where it stands in the text, and no other that is there by now', async () => {
  const one = await bench();
  const link = { id: 'T-AAAA', path: 'src/c.ts', line: 9, place: 0 };
  const mend = { links: [{ ...link, was: { path: 'src/a.ts', line: 3 } }] };
  await one.run('mendCode', mend);
  assert.match(textOf(one, 'tasks/T-AAAA.yaml'), /- \/outside\n {2}- src\/c.ts:9 # first\n/);
  const { message } = await one.refusal('mendCode', mend);
  assert.match(message, /Link number 1 of .* is another one by now/);
});

test('only the link that is meant is taken out', async () => {
  const one = await bench();
  await one.run('unlinkCode', { id: 'T-BBBB', path: 'src/a.ts' });
  assert.match(textOf(one, 'tasks/T-BBBB.yaml'), /^code: \[\/outside\]$/m);
});

test('an action item is done, open again and made a task where it stands in the text', async () => {
  const note = 'notes/N-AAAA.yaml';
  const done = await bench();
  await done.run('completeItem', { id: 'N-AAAA' });
  assert.match(textOf(done, note), /20\n {2}- text: Ask\n {4}done: true\n {2}- text: Book/);
  const open = await bench();
  await open.run('reopenItem', { id: 'N-AAAA' });
  assert.match(textOf(open, note), /20\n {2}- text: Ask\n {2}- text: Book\n {4}done: false\n/);
  const made = await bench();
  await made.run('addActionTasks', { id: 'N-AAAA' });
  assert.match(textOf(made, note), /20\n {2}- text: Ask\n {4}task: T-\w+\n {2}- text: Book/);
});

test('a reference that leads nowhere is told of with its place in the text', async () => {
  const { store } = await bench();
  const problem = store.snapshot.problems.find(({ code }) => code === 'reference-unknown');
  assert.deepEqual(problem?.field, ['dependsOn', 1]);
  assert.equal(problem.range?.start.character, 20);
});
