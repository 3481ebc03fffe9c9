import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf, type Bench } from '../../support/runOnFiles.ts';

const files = {
  'project.yaml': 'name: Demo\nstart: 2026-03-02\n',
  'milestones/M-AAAA.yaml': 'title: Past\nreached: 2026-03-01\n',
  'milestones/M-BBBB.yaml': 'title: Ahead\n',
  'tasks/T-AAAA.yaml': 'title: Summary\nmilestone: M-BBBB\n',
  'tasks/T-BBBB.yaml': 'title: Part\nparent: T-AAAA\nestimate: 1d\n',
};

const benchWith = (risk: string): Promise<Bench> =>
  benchOf({ ...files, 'risks/R-AAAA.yaml': risk });

/** The lines that differ, with the drawn ids told apart by their place. */
function changes(bench: Bench): readonly string[] {
  const drawn = [...bench.store.snapshot.plan.tasks.keys()].filter(id => !/T-(A|B){4}/.test(id));
  return bench
    .diff()
    .map(line => drawn.reduce((text, id, place) => text.replace(id, `T-NEW${place}`), line))
    .sort();
}

test('a risk that has occurred says so, and nothing else', async () => {
  const bench = await benchWith('title: Melts\nstatus: open\ncontingency: Cool it\n');
  const plan = await bench.run('markOccurred', { id: 'R-AAAA' });
  assert.equal(plan.title, '"Melts" has occurred');
  assert.deepEqual(changes(bench), [
    'risks/R-AAAA.yaml: +status: occurred',
    'risks/R-AAAA.yaml: -status: open',
  ]);
});

test('steps become tasks of the response under the milestone that is still ahead, one undo away', async () => {
  const bench = await benchWith(
    'title: Melts\naffects: [M-AAAA, T-BBBB]\nresponse:\n  tasks: [T-BBBB]\n',
  );
  const plan = await bench.run('markOccurred', { id: 'R-AAAA', steps: ['Cool it', 'Tell: all'] });
  assert.equal(plan.title, '"Melts" has occurred: 2 tasks from its contingency plan');
  assert.deepEqual(changes(bench), [
    'risks/R-AAAA.yaml: +  tasks: [T-BBBB, T-NEW0, T-NEW1]',
    'risks/R-AAAA.yaml: +status: occurred',
    'risks/R-AAAA.yaml: -  tasks: [T-BBBB]',
    'tasks/T-NEW0.yaml: +milestone: M-BBBB',
    'tasks/T-NEW0.yaml: +title: Cool it',
    'tasks/T-NEW1.yaml: +milestone: M-BBBB',
    'tasks/T-NEW1.yaml: +title: "Tell: all"',
  ]);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(
    bench.diff().filter(line => !line.startsWith('.trash/')),
    [],
  );
});

test('a response that is written in short keeps its strategy beside the tasks', async () => {
  const bench = await benchWith('title: Melts\nresponse: reduce\n');
  await bench.run('markOccurred', { id: 'R-AAAA', steps: ['Cool it'] });
  const risk = bench.store.snapshot.plan.risks.get('R-AAAA');
  assert.equal(risk?.response.strategy, 'reduce');
  assert.equal(risk.response.tasks.length, 1);
  assert.deepEqual(bench.store.snapshot.problems, []);
});

test('tasks can be made later, but nothing occurs twice', async () => {
  const bench = await benchWith('title: Melts\nstatus: occurred\n');
  const { message } = await bench.refusal('markOccurred', { id: 'R-AAAA' });
  assert.match(message, /has occurred already/);
  await bench.run('markOccurred', { id: 'R-AAAA', steps: ['Cool it'] });
  assert.equal(bench.store.snapshot.plan.risks.get('R-AAAA')?.response.tasks.length, 1);
});

test('only a risk occurs, and only a line of words becomes a task', async () => {
  const bench = await benchWith('title: Melts\n');
  assert.match((await bench.refusal('markOccurred', { id: 'T-AAAA' })).message, /only a risk/);
  for (const step of [' ', 'a\nb']) {
    const problem = await bench.refusal('markOccurred', { id: 'R-AAAA', steps: [step] });
    assert.match(problem.message, /one line of words/);
  }
});
