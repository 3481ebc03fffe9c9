import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { computePlanTree } from '../../../src/core/views/computePlanTree.ts';
import { computeOutline } from '../../../src/core/views/outline.ts';
import type { PlanTree } from '../../../src/core/views/planTree.ts';
import { joinProblems } from '../../../src/core/store/joinProblems.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const project = 'version: 1\nname: P\nstart: 2026-03-02\n';

async function treeOf(
  files: Readonly<Record<string, string>>,
  today = '2026-03-02T08:00',
): Promise<PlanTree> {
  const snapshot = await loadPlan(memoryFiles({ 'project.yaml': project, ...files }));
  const now = parsePlanDate(today);
  assert.ok(now);
  const schedule = computeSchedule(snapshot.plan);
  const problems = joinProblems(snapshot.problems, schedule.problems);
  const outline = computeOutline(snapshot.plan, schedule);
  return computePlanTree(snapshot, schedule, { today: now.at, outline, problems });
}

/** The outline as indented lines of id, state and description. */
function drawn(tree: PlanTree): readonly string[] {
  const draw = (ids: readonly string[], indent: string): readonly string[] =>
    ids.flatMap(id => {
      const node = tree.nodeOf(id);
      return [
        `${indent}${id} ${node?.state} ${node?.description}`,
        ...draw(tree.childrenOf(id), `${indent}  `),
      ];
    });
  return draw(tree.roots, '');
}

test('milestones hold their tasks, summaries their parts, and the rest stands last', async () => {
  const tree = await treeOf({
    'milestones/M-AAAA.yaml': 'title: First\ndue: 2026-03-20\n',
    'tasks/T-AAAA.yaml': 'title: A\nmilestone: M-AAAA\nestimate: 2d\n',
    'tasks/T-BBBB.yaml': 'title: B\nmilestone: M-AAAA\n',
    'tasks/T-CCCC.yaml': 'title: C\nparent: T-BBBB\nestimate: 1d\ndependsOn: [T-AAAA]\n',
    'tasks/T-DDDD.yaml': 'title: D\nestimate: 1d\nstatus: doing\n',
  });
  assert.deepEqual(drawn(tree), [
    'M-AAAA planned 4 Mar · due 20 Mar',
    '  T-AAAA todo 2–3 Mar · critical',
    '  T-BBBB todo 4 Mar · critical',
    '    T-CCCC todo 4 Mar · critical',
    'T-DDDD doing 2 Mar · 2d float',
  ]);
  assert.equal(tree.parentOf('T-CCCC'), 'T-BBBB');
  assert.equal(tree.parentOf('M-AAAA'), undefined);
  assert.equal(tree.nodeOf('T-ZZZZ'), undefined);
  assert.deepEqual(tree.childrenOf('T-ZZZZ'), []);
});

test('an unfinished task in the past is overdue, a summary or a finished one is not', async () => {
  const tree = await treeOf(
    {
      'tasks/T-AAAA.yaml': 'title: A\nestimate: 1d\n',
      'tasks/T-BBBB.yaml': 'title: B\n',
      'tasks/T-CCCC.yaml': 'title: C\nparent: T-BBBB\nestimate: 1d\n',
      'tasks/T-DDDD.yaml':
        'title: D\nestimate: 1d\nstatus: done\nstarted: 2026-03-02\nfinished: 2026-03-03\n',
    },
    '2026-03-10T08:00',
  );
  const overdue = ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD'].filter(id => tree.nodeOf(id)?.isOverdue);
  assert.deepEqual(overdue, ['T-AAAA', 'T-CCCC']);
  assert.equal(tree.nodeOf('T-AAAA')?.description, '2 Mar · overdue');
  assert.equal(tree.nodeOf('T-DDDD')?.description, '3 Mar');
});

test('a milestone is late when its tasks end after the promise or the day has passed', async () => {
  const files = {
    'milestones/M-AAAA.yaml': 'title: First\ndue: 2026-03-03\n',
    'milestones/M-BBBB.yaml': 'title: Second\ndue: 2026-03-20\n',
    'milestones/M-CCCC.yaml': 'title: Third\ndue: 2026-03-01\nreached: 2026-03-02\n',
    'tasks/T-AAAA.yaml': 'title: A\nmilestone: M-AAAA\nestimate: 3d\n',
    'tasks/T-BBBB.yaml': 'title: B\nmilestone: M-BBBB\nestimate: 3d\n',
  };
  const tree = await treeOf(files);
  const states = ['M-AAAA', 'M-BBBB', 'M-CCCC'].map(id => tree.nodeOf(id)?.state);
  assert.deepEqual(states, ['late', 'planned', 'reached']);
  const later = await treeOf(files, '2026-03-21T08:00');
  assert.equal(later.nodeOf('M-BBBB')?.state, 'late');
});

test('tasks in a circle are shown without dates and marked', async () => {
  const tree = await treeOf({
    'tasks/T-AAAA.yaml': 'title: A\nestimate: 1d\ndependsOn: [T-BBBB]\n',
    'tasks/T-BBBB.yaml': 'title: B\nestimate: 1d\ndependsOn: [T-AAAA]\n',
  });
  assert.equal(tree.nodeOf('T-AAAA')?.description, 'no dates');
  assert.equal(tree.nodeOf('T-AAAA')?.hasProblem, true);
});

test('a tooltip tells what the line leaves out, as plain lines', async () => {
  const tree = await treeOf({
    'tasks/T-AAAA.yaml':
      'title: "[x](command:y)"\nestimate: 2d..3d..5d\nassignees: [ada 50%]\ncode: [src/a.ts:3]\n',
  });
  const details = tree.detailsOf('T-AAAA');
  assert.equal(details[0], 'T-AAAA [x](command:y)');
  assert.ok(details.includes('Estimate: 2d..3d..5d'));
  assert.ok(details.includes('Assigned to: ada 50%'));
  assert.ok(details.includes('Code: src/a.ts:3'));
});

test('a screen reader hears the state and the dates in words', async () => {
  const tree = await treeOf({ 'tasks/T-AAAA.yaml': 'title: A\nestimate: 1d\nstatus: blocked\n' });
  assert.equal(tree.nodeOf('T-AAAA')?.spoken, 'A, task, blocked, 2 Mar, critical, T-AAAA');
});
