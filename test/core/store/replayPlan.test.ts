import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayPlan } from '../../../src/core/store/replayPlan.ts';

const step = (commit: string, changed: Readonly<Record<string, string | undefined>>) => ({
  commit,
  committedAt: 60,
  subject: `Commit ${commit}`,
  changed: new Map(Object.entries(changed)),
});

test('each commit has the files of the one before, but for what it changed', () => {
  const texts = new Map([
    ['1', 'title: First\n'],
    ['2', 'title: Second\n'],
    ['3', 'title: First anew\n'],
  ]);
  const steps = [
    step('a', { 'tasks/T-BBBB.yaml': '2', 'tasks/T-AAAA.yaml': '1' }),
    step('b', { 'tasks/T-AAAA.yaml': '3' }),
    step('c', { 'tasks/T-BBBB.yaml': undefined }),
  ];
  const plans = [...replayPlan({ steps, texts })];
  assert.deepEqual(
    plans.map(({ commit, plan }) => [
      commit,
      ...[...plan.tasks.values()].map(({ id, title }) => `${id} ${title}`),
    ]),
    [
      ['a', 'T-AAAA First', 'T-BBBB Second'],
      ['b', 'T-AAAA First anew', 'T-BBBB Second'],
      ['c', 'T-AAAA First anew'],
    ],
  );
  const [first, second] = plans.map(({ plan }) => plan.tasks.get('T-BBBB'));
  assert.equal(second, first);
});

test('a file that was broken for a while is taken as it was before, and said', () => {
  const texts = new Map([
    ['1', 'title: First\n'],
    ['2', 'title: [\n'],
    ['3', 'title: Last\n'],
  ]);
  const file = 'tasks/T-AAAA.yaml';
  const steps = ['1', '2', '1', '2', '3'].map((text, i) => step(String(i), { [file]: text }));
  const plans = [...replayPlan({ steps: [...steps, step('5', { [file]: undefined })], texts })];
  assert.deepEqual(
    plans.map(({ plan, unread }) => [plan.tasks.get('T-AAAA')?.title, ...unread]),
    [['First'], ['First', file], ['First'], ['First', file], ['Last'], [undefined]],
  );
});

test('a text that git did not give is no file', () => {
  const steps = [step('a', { 'tasks/T-AAAA.yaml': 'lost' })];
  const [only] = [...replayPlan({ steps, texts: new Map() })];
  assert.equal(only?.plan.tasks.size, 0);
});
