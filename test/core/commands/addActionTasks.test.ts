import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf, type Bench } from '../../support/runOnFiles.ts';

const note = `title: Kick-off # held on a Monday
actions:
  - text: Ask five teams
    assignee: ada
    due: 2026-03-20
  - Book the room
  - text: Long done
    done: true
  - { text: A task already, task: T-AAAA }
`;
const files = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\npeople: { ada: Ada }\n',
  'tasks/T-AAAA.yaml': 'title: There\n',
  'notes/N-AAAA.yaml': note,
};

/** The lines that differ, with the drawn ids told apart by their titles. */
function changes(bench: Bench): readonly string[] {
  const { tasks } = bench.store.snapshot.plan;
  return bench
    .diff()
    .map(line =>
      [...tasks.values()].reduce((text, { id, title }) => {
        return id === 'T-AAAA' ? text : text.replace(id, `<${title}>`);
      }, line),
    )
    .sort();
}

test('open action items become tasks with who and when, named in the note, one undo away', async () => {
  const bench = await benchOf(files);
  const plan = await bench.run('addActionTasks', { id: 'N-AAAA' });
  assert.equal(plan.title, 'Make 2 tasks of the action items of "Kick-off"');
  assert.deepEqual(changes(bench), [
    'notes/N-AAAA.yaml: +    task: <Ask five teams>',
    'notes/N-AAAA.yaml: +    task: <Book the room>',
    'notes/N-AAAA.yaml: +  - text: Book the room',
    'notes/N-AAAA.yaml: -  - Book the room',
    'tasks/<Ask five teams>.yaml: +  - ada',
    'tasks/<Ask five teams>.yaml: +assignees:',
    'tasks/<Ask five teams>.yaml: +deadline: 2026-03-20',
    'tasks/<Ask five teams>.yaml: +title: Ask five teams',
    'tasks/<Book the room>.yaml: +title: Book the room',
  ]);
  assert.deepEqual(bench.store.snapshot.problems, []);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(
    bench.diff().filter(line => !line.startsWith('.trash/')),
    [],
  );
});

test('one of them can be chosen, and none becomes a task twice', async () => {
  const bench = await benchOf(files);
  await bench.run('addActionTasks', { id: 'N-AAAA', places: [1] });
  assert.equal(bench.store.snapshot.plan.tasks.size, 2);
  const { message } = await bench.refusal('addActionTasks', { id: 'N-AAAA', places: [1] });
  assert.match(message, /no open action item 2 that is not a task yet/);
  await bench.run('addActionTasks', { id: 'N-AAAA' });
  assert.match(
    (await bench.refusal('addActionTasks', { id: 'N-AAAA' })).message,
    /no open action item/,
  );
  assert.match((await bench.refusal('addActionTasks', { id: 'T-AAAA' })).message, /only notes/);
});
