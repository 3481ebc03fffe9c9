import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf } from '../../support/runOnFiles.ts';

const files = {
  'project.yaml': 'name: Demo\n',
  'tasks/T-AAAA.yaml': 'title: A task\n',
  'decisions/D-AAAA.yaml': 'title: Use wood # for now\nstatus: accepted\naffects: [T-AAAA]\n',
  'decisions/D-BBBB.yaml': 'title: Use steel\n',
  'decisions/D-CCCC.yaml': 'title: Use glass\nstatus: rejected\n',
};

test('a decision takes the place of another: the one is superseded, the other accepted', async () => {
  const bench = await benchOf(files);
  const plan = await bench.run('supersedeDecision', { id: 'D-AAAA', by: 'D-BBBB' });
  assert.equal(plan.title, '"Use steel" takes the place of "Use wood"');
  assert.deepEqual(bench.diff(), [
    'decisions/D-AAAA.yaml: -status: accepted',
    'decisions/D-AAAA.yaml: +status: superseded',
    'decisions/D-AAAA.yaml: +supersededBy: D-BBBB',
    'decisions/D-BBBB.yaml: +status: accepted',
    'decisions/D-BBBB.yaml: +decidedOn: 2026-03-10',
  ]);
  assert.deepEqual(bench.store.snapshot.problems, []);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(bench.diff(), []);
});

test('a decision that is not there yet is made, about what the old one was about', async () => {
  const bench = await benchOf(files);
  const { id = '' } = await bench.run('supersedeDecision', { id: 'D-AAAA', title: 'Use brick' });
  const made = bench.store.snapshot.plan.decisions.get(id);
  assert.deepEqual(
    [made?.title, made?.status, made?.affects],
    ['Use brick', 'accepted', ['T-AAAA']],
  );
  assert.equal(bench.store.snapshot.plan.decisions.get('D-AAAA')?.supersededBy, id);
});

test('what makes no sense is refused, with what to do', async () => {
  const bench = await benchOf(files);
  const check = async (
    input: { id: string; by?: string; title?: string },
    message: RegExp,
  ): Promise<void> => {
    assert.match((await bench.refusal('supersedeDecision', input)).message, message);
  };
  await check({ id: 'D-AAAA', by: 'D-AAAA' }, /itself/);
  await check({ id: 'T-AAAA', by: 'D-BBBB' }, /is a task; only a decision/);
  await check({ id: 'D-AAAA', by: 'T-AAAA' }, /is a task; only a decision/);
  await check({ id: 'D-AAAA', by: 'D-CCCC' }, /was rejected; reopen it first/);
  await check({ id: 'D-AAAA' }, /Name the decision/);
  await check({ id: 'D-AAAA', title: '  ' }, /needs a title/);
  await bench.run('supersedeDecision', { id: 'D-AAAA', by: 'D-BBBB' });
  await check({ id: 'D-AAAA', by: 'D-BBBB' }, /superseded by D-BBBB already/);
  await check({ id: 'D-BBBB', by: 'D-AAAA' }, /superseded itself/);
});
