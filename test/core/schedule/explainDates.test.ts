import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { findConflicts } from '../../../src/core/schedule/explainConflicts.ts';
import {
  createExplainContext,
  type ExplainContext,
} from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import type { End, Reason } from '../../../src/core/schedule/explanation.ts';
import { formatDependency } from '../../../src/core/model/dependency.ts';
import { buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';

function contextOf(words: PlanWords): ExplainContext {
  const plan = buildPlan(words);
  return createExplainContext(plan, computeSchedule(plan));
}

/** `FS T-AAAA`, `constraint SNET`, `project-start`: one step of a chain. */
function said(reason: Reason): string {
  switch (reason.kind) {
    case 'dependency':
      return `after ${formatDependency(reason.dependency)}`;
    case 'part':
      return `${reason.end} of ${reason.part}`;
    case 'last-task':
      return `with ${reason.task}`;
    case 'successor':
      return `before ${reason.successor}`;
    case 'constraint':
    case 'limit':
      return `${reason.kind} ${reason.constraint.kind} of ${reason.holder}`;
    default:
      return reason.kind;
  }
}

function chainOf(words: PlanWords, id: string, end?: End): readonly string[] {
  const explained = explainDates(contextOf(words), id, end);
  if (explained.kind === 'undated') return [explained.reason.kind];
  return explained.steps.map(step => `${step.id} ${said(step.reason)}`);
}

function check(words: PlanWords, id: string, expected: readonly string[], end?: End): void {
  assert.deepEqual(chainOf(words, id, end), expected);
}

test('[DEP-1] [DEP-2] [DEP-3] [DEP-4] a chain follows the dependency that comes last', () => {
  // A ends on Monday, B on Wednesday; C waits for both, and B is the later.
  const two = { 'T-AAAA': { duration: '1d' }, 'T-BBBB': { duration: '3d' } };
  const after = (...dependsOn: string[]): PlanWords => ({
    tasks: { ...two, 'T-CCCC': { duration: '1d', dependsOn } },
  });
  const from = (id: string): string => `${id} project-start`;
  check(after('T-AAAA', 'T-BBBB'), 'T-CCCC', ['T-CCCC after T-BBBB', from('T-BBBB')]);
  check(after('T-AAAA FS+3d', 'T-BBBB'), 'T-CCCC', ['T-CCCC after T-AAAA FS+3d', from('T-AAAA')]);
  check(after('T-AAAA', 'T-BBBB FS-3d'), 'T-CCCC', ['T-CCCC after T-AAAA', from('T-AAAA')]);
  check(after('T-AAAA', 'T-BBBB SS+50%'), 'T-CCCC', ['T-CCCC after T-BBBB SS+50%', from('T-BBBB')]);
  check(after('T-AAAA', 'T-BBBB FF'), 'T-CCCC', ['T-CCCC after T-BBBB FF', from('T-BBBB')]);
  check(after('T-AAAA FS+4ed'), 'T-CCCC', ['T-CCCC after T-AAAA FS+4ed', from('T-AAAA')]);
  check(after('T-BBBB SF+5d'), 'T-CCCC', ['T-CCCC after T-BBBB SF+5d', from('T-BBBB')]);
});

test('[PRJ-4] [CON-2] [CON-4] [PIN-1] a chain ends with the project, a constraint or a pin', () => {
  const one = (words: object): PlanWords => ({ tasks: { 'T-AAAA': { duration: '2d', ...words } } });
  check(one({}), 'T-AAAA', ['T-AAAA project-start']);
  check(one({ constraint: 'SNET 2026-03-04' }), 'T-AAAA', ['T-AAAA constraint SNET of T-AAAA']);
  check(one({ constraint: 'SNET 2026-02-20' }), 'T-AAAA', ['T-AAAA constraint SNET of T-AAAA']);
  check(one({ constraint: 'FNET 2026-03-06' }), 'T-AAAA', ['T-AAAA constraint FNET of T-AAAA']);
  check(one({ constraint: 'FNET 2026-03-03' }), 'T-AAAA', ['T-AAAA project-start']);
  check(one({ constraint: 'MSO 2026-03-05' }), 'T-AAAA', ['T-AAAA constraint MSO of T-AAAA']);
  check(one({ constraint: 'SNLT 2026-03-05' }), 'T-AAAA', ['T-AAAA project-start']);
  check(one({ pinned: '2026-03-05' }), 'T-AAAA', ['T-AAAA pinned']);
});

test('[ACT-1] [ACT-2] [ACT-3] [ACT-4] [ACT-5] a chain ends with what has happened, or the status date', () => {
  const one = (words: object): PlanWords => ({
    statusDate: '2026-03-06',
    tasks: { 'T-AAAA': { duration: '2d', ...words } },
  });
  check(one({}), 'T-AAAA', ['T-AAAA status-date']);
  check(one({ started: '2026-03-06', progress: 0.5 }), 'T-AAAA', ['T-AAAA progress']);
  check(one({ started: '2026-03-02', progress: 0.5 }), 'T-AAAA', ['T-AAAA status-date']);
  check(one({ started: '2026-03-02', finished: '2026-03-05' }), 'T-AAAA', ['T-AAAA finished']);
  check(one({ status: 'done', started: '2026-03-02' }), 'T-AAAA', ['T-AAAA started']);
  check(one({ status: 'done' }), 'T-AAAA', ['T-AAAA project-start']);
  check(one({ status: 'done', duration: '9d' }), 'T-AAAA', ['T-AAAA status-date']);
});

test('[ACT-9] what has progressed nobody said since when is held where it began, and by what is left', () => {
  const half = { status: 'doing', progress: 0.5, dependsOn: ['T-AAAA'] } as const;
  const first = { duration: '1d', started: '2026-03-02', finished: '2026-03-02' };
  const planOf = (words: object): PlanWords => ({
    statusDate: '2026-03-06',
    tasks: { 'T-AAAA': first, 'T-BBBB': { ...half, ...words } },
  });
  const after = ['T-BBBB after T-AAAA', 'T-AAAA finished'];
  check(planOf({ duration: '20d' }), 'T-BBBB', after);
  check(planOf({ duration: '2d' }), 'T-BBBB', ['T-BBBB status-date']);
  check(planOf({ duration: '2d' }), 'T-BBBB', after, 'start');
  check(planOf({ duration: '20d', constraint: 'SNET 2026-03-04' }), 'T-BBBB', [
    'T-BBBB constraint SNET of T-BBBB',
  ]);
  check(planOf({ duration: '2d', constraint: 'FNET 2026-03-20' }), 'T-BBBB', [
    'T-BBBB constraint FNET of T-BBBB',
  ]);
});

test('[WHY-2] [SUM-1] [SUM-3] [SUM-4] [MS-1] [MS-2] summaries and milestones hand on to what decides', () => {
  const tasks = {
    'T-AAAA': { duration: '1d' },
    'T-SSSS': { dependsOn: ['T-AAAA'] },
    'T-S111': { parent: 'T-SSSS', duration: '1d', milestone: 'M-AAAA' },
    'T-S222': { parent: 'T-SSSS', duration: '3d', milestone: 'M-AAAA' },
    'T-CCCC': { duration: '1d', dependsOn: ['M-AAAA'] },
  };
  const milestones = {
    'M-AAAA': {},
    'M-DUED': { due: '2026-03-20' },
    'M-GONE': { isDropped: true },
  };
  const plan = { tasks, milestones };
  const back = ['T-S222 after T-AAAA', 'T-AAAA project-start'];
  check(plan, 'T-SSSS', ['T-SSSS finish of T-S222', ...back]);
  const early = ['T-S111 after T-AAAA', 'T-AAAA project-start'];
  check(plan, 'T-SSSS', ['T-SSSS start of T-S111', ...early], 'start');
  check(plan, 'M-AAAA', ['M-AAAA with T-S222', ...back]);
  check(plan, 'T-CCCC', ['T-CCCC after M-AAAA', 'M-AAAA with T-S222', ...back]);
  check(plan, 'M-DUED', ['M-DUED due']);
  check(plan, 'M-GONE', ['dropped']);
  const held = { ...tasks, 'T-SSSS': { constraint: 'SNET 2026-03-10' } };
  check({ tasks: held, milestones }, 'T-S111', ['T-S111 constraint SNET of T-SSSS']);
});

test('[CON-8] [PRJ-7] what is as late as possible leads forward to what it is for', () => {
  const tasks = {
    'T-AAAA': { duration: '1d', constraint: 'ALAP' },
    'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '9d' },
  };
  check({ tasks }, 'T-AAAA', ['T-AAAA before T-BBBB', 'T-BBBB project-finish']);
  const due = { ...tasks, 'T-BBBB': { ...tasks['T-BBBB'], deadline: '2026-03-05' } };
  check({ tasks: due }, 'T-AAAA', ['T-AAAA before T-BBBB', 'T-BBBB deadline']);
  const back = { start: undefined, finish: '2026-03-20', tasks: { 'T-AAAA': { duration: '1d' } } };
  check(back, 'T-AAAA', ['T-AAAA project-finish']);
  // A promise that cannot be kept does not hold it; what it waits for does.
  const early = {
    'T-AAAA': { duration: '5d' },
    'T-BBBB': { duration: '1d', constraint: 'ALAP', dependsOn: ['T-AAAA'], deadline: '2026-03-03' },
  };
  check({ tasks: early }, 'T-BBBB', ['T-BBBB after T-AAAA', 'T-AAAA project-start']);
});

test('[DROP-1] [LOOP-1] [HOR-1] what has no dates says why', () => {
  const loop = {
    'T-AAAA': { dependsOn: ['T-BBBB'] },
    'T-BBBB': { dependsOn: ['T-AAAA'] },
    'T-CCCC': { dependsOn: ['T-AAAA'], duration: '1d' },
  };
  check({ tasks: loop }, 'T-AAAA', ['loop']);
  // A loop binds nothing: what waits for it is scheduled without it.
  check({ tasks: loop }, 'T-CCCC', ['T-CCCC project-start']);
  const dropped = { 'T-AAAA': { status: 'dropped' }, 'T-BBBB': { parent: 'T-AAAA' } } as const;
  check({ tasks: dropped }, 'T-BBBB', ['dropped']);
  check({ tasks: { 'T-AAAA': { duration: '99999w' } } }, 'T-AAAA', ['horizon']);
  check({ milestones: { 'M-AAAA': {} } }, 'M-AAAA', ['nothing-dated']);
});

test('[WHY-1] what has happened goes before a pin, that before lateness, and a constraint before the rest', () => {
  const first = (words: TaskWords, after: TaskWords = {}): string | undefined => {
    const tasks = {
      'T-AAAA': { duration: '2d' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'], ...words },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'], ...after },
    };
    return chainOf({ statusDate: '2026-03-02', tasks }, 'T-BBBB', 'start')[0];
  };
  const pinned = { pinned: '2026-03-10', constraint: 'MSO 2026-03-12' };
  const begun = { ...pinned, started: '2026-03-02', status: 'doing' } as const;
  assert.equal(first(begun), 'T-BBBB started');
  assert.equal(first(pinned), 'T-BBBB pinned');
  assert.equal(first({ pinned: '2026-03-10', constraint: 'ALAP' }), 'T-BBBB pinned');
  const late = { constraint: 'SNET 2026-03-20' };
  assert.equal(first({ constraint: 'ALAP' }, late), 'T-BBBB before T-CCCC');
  assert.equal(first({ constraint: 'MSO 2026-03-03' }), 'T-BBBB constraint MSO of T-BBBB');
  assert.equal(first({ constraint: 'SNET 2026-03-06' }), 'T-BBBB constraint SNET of T-BBBB');
  assert.equal(first({ constraint: 'SNET 2026-03-03' }), 'T-BBBB after T-AAAA');
});

test('[WHY-1] of what holds it at the same moment of working time the dependency is followed', () => {
  const words = (statusDate: string, constraint?: string): PlanWords => ({
    statusDate,
    tasks: {
      'T-AAAA': { duration: '2d', status: 'done', started: '2026-03-02', finished: '2026-03-03' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'], ...(constraint ? { constraint } : {}) },
    },
  });
  const reasons = (plan: PlanWords): readonly string[] => {
    const explained = explainDates(contextOf(plan), 'T-BBBB');
    assert.ok(explained.kind === 'dated' && explained.steps[0]);
    return [explained.steps[0].reason, ...explained.steps[0].others].map(said);
  };
  // It ends on Tuesday evening, which is Wednesday morning.
  assert.deepEqual(reasons(words('2026-03-03')), ['after T-AAAA', 'status-date']);
  // A constraint that comes to the same does not decide.
  assert.deepEqual(reasons(words('2026-03-02', 'SNET 2026-03-04')), [
    'after T-AAAA',
    'constraint SNET of T-BBBB',
  ]);
  assert.deepEqual(reasons(words('2026-03-04', 'SNET 2026-03-04')), ['status-date']);
});

test('[WHY-1] of several that hold it at once, the others are named', () => {
  const ctx = contextOf({
    tasks: {
      'T-AAAA': { duration: '2d' },
      'T-BBBB': { duration: '2d' },
      'T-CCCC': { duration: '1d', dependsOn: ['T-AAAA', 'T-BBBB'] },
    },
  });
  const explained = explainDates(ctx, 'T-CCCC');
  assert.ok(explained.kind === 'dated');
  assert.deepEqual(explained.steps[0]?.others.map(said), ['after T-BBBB']);
});

test('[LATE-3] what elapsed work leaves of a float that nobody was promised is no conflict', () => {
  const ctx = contextOf({
    tasks: {
      'T-AAAA': { duration: '4d' },
      'T-BBBB': { duration: '2ed', dependsOn: ['T-AAAA'] },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'] },
    },
  });
  assert.ok((ctx.schedule.datesOf('T-BBBB')?.totalFloat ?? 0) < 0);
  for (const id of ctx.schedule.ids) assert.deepEqual(findConflicts(ctx, id, []), [], id);
});

test('[WHY-5] a negative float is traced through all that comes between to the promise', () => {
  const ctx = contextOf({
    tasks: {
      'T-AAAA': { duration: '3d' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB SS+1d'], deadline: '2026-03-05' },
      'T-DDDD': { duration: '9d', dependsOn: ['T-AAAA'] },
    },
  });
  const [conflict, ...more] = findConflicts(ctx, 'T-AAAA', []);
  assert.ok(conflict?.kind === 'float-negative' && more.length === 0);
  assert.deepEqual([conflict.minutes, ...conflict.path], [480, 'T-BBBB', 'T-CCCC']);
  assert.deepEqual(conflict.promise.kind, 'deadline');
});

test('[CON-9] [PIN-3] [DL-1] [MS-1] a conflict names what is at odds', () => {
  const before = { 'T-AAAA': { duration: '5d' } };
  const conflicts = (words: PlanWords, id: string): readonly string[] => {
    const ctx = contextOf(words);
    return findConflicts(ctx, id, []).map(conflict => {
      if (conflict.kind === 'against-logic') {
        const { logical, drivers } = conflict;
        return `${drivers.map(({ dependency }) => dependency.predecessor).join()} ${logical ? formatInstant(logical.finish) : ''}`;
      }
      if (conflict.kind === 'promise-missed') return `missed by ${conflict.id}`;
      return `${conflict.minutes} for ${conflict.path.join()} ${conflict.promise.kind}`;
    });
  };
  const tasks = (words: object): PlanWords => ({
    tasks: { ...before, 'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'], ...words } },
  });
  const logical = ['T-AAAA 2026-03-09T18:00'];
  assert.deepEqual(conflicts(tasks({ constraint: 'MFO 2026-03-05' }), 'T-BBBB'), logical);
  assert.deepEqual(conflicts(tasks({ constraint: 'FNLT 2026-03-05' }), 'T-BBBB'), logical);
  assert.deepEqual(conflicts(tasks({ pinned: '2026-03-05' }), 'T-BBBB'), logical);
  assert.deepEqual(conflicts(tasks({ deadline: '2026-03-05' }), 'T-BBBB'), ['missed by T-BBBB']);
  // Two days and one of work too late for B: from Monday evening back to Thursday evening.
  const promised = ['960 for T-BBBB deadline'];
  assert.deepEqual(conflicts(tasks({ deadline: '2026-03-05' }), 'T-AAAA'), promised);
  const bound = ['1440 for T-BBBB limit'];
  assert.deepEqual(conflicts(tasks({ constraint: 'MFO 2026-03-04' }), 'T-AAAA'), bound);
  assert.deepEqual(conflicts(tasks({}), 'T-BBBB'), []);
});
