import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Attention, AttentionItem } from '../../../src/core/views/attention.ts';
import { computeAttention } from '../../../src/core/views/computeAttention.ts';
import { computeStatus } from '../../../src/core/views/computeStatus.ts';
import type { Status } from '../../../src/core/views/status.ts';
import { joinProblems } from '../../../src/core/store/joinProblems.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const project = 'version: 1\nname: P\nstart: 2026-03-02\n';

async function look(
  files: Readonly<Record<string, string>>,
  today: string,
): Promise<{ readonly attention: Attention; readonly status: Status }> {
  const snapshot = await loadPlan(memoryFiles({ 'project.yaml': project, ...files }));
  const now = parsePlanDate(today);
  assert.ok(now);
  const schedule = computeSchedule(snapshot.plan);
  const problems = joinProblems(snapshot.problems, schedule.problems);
  const attention = computeAttention(snapshot, schedule, { today: now.at, problems });
  const status = computeStatus(snapshot, schedule, { today: now.at, attention });
  return { attention, status };
}

const told = (items: readonly AttentionItem[]): readonly string[] =>
  items.map(({ id, reason }) => `${id} ${reason}`);

const plan = {
  'milestones/M-AAAA.yaml': 'title: First\ndue: 2026-03-04\n',
  'milestones/M-BBBB.yaml': 'title: Second\ndue: 2026-04-30\n',
  'tasks/T-AAAA.yaml': 'title: Late\nmilestone: M-AAAA\nestimate: 2d\n',
  'tasks/T-BBBB.yaml':
    'title: Begun\nstatus: doing\nmilestone: M-BBBB\nestimate: 10d\nstarted: 2026-03-02\n',
  'tasks/T-CCCC.yaml': 'title: Free\nmilestone: M-BBBB\nestimate: 12d\n',
  'tasks/T-DDDD.yaml':
    'title: Stuck\nstatus: blocked\nmilestone: M-BBBB\nestimate: 2d\ndependsOn: [T-BBBB]\n',
  'tasks/T-EEEE.yaml': 'title: Waits\nmilestone: M-BBBB\nestimate: 1d\ndependsOn: [T-BBBB]\n',
  'tasks/T-FFFF.yaml':
    'title: Done\nstatus: done\nestimate: 1d\nstarted: 2026-03-02\nfinished: 2026-03-02\n',
  'risks/R-AAAA.yaml': 'title: Look\nstatus: open\nreviewBy: 2026-03-05\n',
  'risks/R-BBBB.yaml': 'title: Over\nstatus: closed\nreviewBy: 2026-03-05\n',
  'risks/R-CCCC.yaml': 'title: Later\nstatus: open\nreviewBy: 2026-03-20\n',
};

test('everything stands in its group, for its reason', async () => {
  const { attention } = await look(plan, '2026-03-09T09:00');
  assert.deepEqual(told(attention.overdue), ['M-AAAA due 4 Mar', 'T-AAAA 3d late']);
  assert.deepEqual(told(attention.blocked), ['T-DDDD waits for Begun']);
  assert.deepEqual(
    attention.next.map(({ id }) => id),
    ['T-BBBB', 'T-CCCC'],
  );
  assert.deepEqual(told(attention.reviews), ['R-AAAA review by 5 Mar']);
});

test('next is only what neither a milestone, nor a summary, nor a part of one holds back', async () => {
  const { attention } = await look(
    {
      'milestones/M-AAAA.yaml': 'title: Open\n',
      'tasks/T-AAAA.yaml': 'title: Waits for a milestone\nestimate: 1d\ndependsOn: [M-AAAA]\n',
      'tasks/T-BBBB.yaml': 'title: Held summary\ndependsOn: [T-DDDD]\n',
      'tasks/T-CCCC.yaml': 'title: Its part\nestimate: 1d\nparent: T-BBBB\n',
      'tasks/T-DDDD.yaml': 'title: Free\nestimate: 2d\nmilestone: M-AAAA\n',
      'tasks/T-EEEE.yaml': 'title: Done summary\n',
      'tasks/T-FFFF.yaml':
        'title: Done part\nparent: T-EEEE\nstatus: done\nestimate: 1d\nfinished: 2026-03-02\n',
      'tasks/T-GGGG.yaml': 'title: After it\nestimate: 1d\ndependsOn: [T-EEEE]\n',
      'tasks/T-HHHH.yaml':
        'title: Stuck part\nestimate: 1d\nparent: T-BBBB\nstatus: blocked\ndependsOn: [M-AAAA]\n',
    },
    '2026-03-02T12:00',
  );
  assert.deepEqual(attention.next.map(({ id }) => id).sort(), ['T-DDDD', 'T-GGGG']);
  assert.deepEqual(told(attention.blocked), ['T-HHHH waits for Open, Free']);
});

test('on the due day itself nothing is overdue yet', async () => {
  const { attention } = await look(
    { 'milestones/M-AAAA.yaml': 'title: First\ndue: 2026-03-04\n' },
    '2026-03-04T23:00',
  );
  assert.deepEqual(attention.overdue, []);
});

test('errors come before warnings, and remarks are left out', async () => {
  const { attention } = await look(
    {
      'project.yaml': `${project}people:\n  ada: { name: Ada }\n`,
      'tasks/T-AAAA.yaml': 'title: A\nestimate: 1d\nassignees: [nobody]\n',
      'tasks/T-BBBB.yaml': 'title: B\nestimate: soon\nunheard: of\n',
    },
    '2026-03-02T08:00',
  );
  assert.deepEqual(
    attention.problems.map(({ severity, file }) => `${severity} ${file}`),
    ['error tasks/T-BBBB.yaml', 'warning tasks/T-AAAA.yaml'],
  );
});

test('the plan in a line: what is overdue, done and next', async () => {
  const { status } = await look(plan, '2026-03-09T09:00');
  assert.equal(status.name, 'P');
  assert.equal(status.overdue, 2);
  assert.deepEqual(status.tasks, { done: 1, all: 6 });
  assert.equal(status.next?.id, 'M-AAAA');
  assert.equal(status.next.isLate, true);
});

test('an empty plan has nothing to say', async () => {
  const { attention, status } = await look({}, '2026-03-09T09:00');
  assert.deepEqual(attention, { overdue: [], blocked: [], next: [], reviews: [], problems: [] });
  assert.deepEqual(status, {
    name: 'P',
    overdue: 0,
    errors: 0,
    tasks: { done: 0, all: 0 },
    finish: undefined,
    next: undefined,
  });
});
