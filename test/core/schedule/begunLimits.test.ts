import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { findConflicts } from '../../../src/core/schedule/explainConflicts.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';
import { codes, late } from '../../support/scheduleWords.ts';

const begun = { duration: '10d', status: 'doing', started: '2026-03-03', progress: 0.2 } as const;

/** Begun on 3 March, it ends on 16 March; the project lasts until 27 March. */
function plan(words: TaskWords, more: Readonly<Record<string, TaskWords>> = {}): PlanWords {
  return { tasks: { 'T-AAAA': { ...begun, ...words }, 'T-XXXX': { duration: '20d' }, ...more } };
}

function floatOf(words: TaskWords): number | undefined {
  return computeSchedule(buildPlan(plan(words))).datesOf('T-AAAA')?.totalFloat;
}

test('[ACT-8] a limit of its finish cuts the late finish of begun work, as a deadline does', () => {
  const missed = floatOf({ deadline: '2026-03-06' });
  assert.equal(missed, -6 * 480);
  assert.equal(floatOf({ constraint: 'FNLT 2026-03-06' }), missed);
  assert.equal(floatOf({ constraint: 'MFO 2026-03-06' }), missed);
  assert.equal(floatOf({ constraint: 'MFO 2026-03-18' }), 2 * 480);
  const dates = computeSchedule(buildPlan(plan({ constraint: 'MFO 2026-03-06' })));
  assert.equal(late(dates.datesOf('T-AAAA')), '03-03T09:00 03-06T18:00');
});

test('[ACT-8] a limit of its start holds nothing of what has begun', () => {
  const free = floatOf({});
  assert.equal(free, 9 * 480);
  for (const constraint of ['MSO 2026-03-06', 'SNLT 2026-03-02', 'SNET 2026-03-06', 'ALAP']) {
    const schedule = computeSchedule(buildPlan(plan({ constraint })));
    assert.deepEqual(codes(schedule), [], constraint);
  }
  assert.equal(floatOf({ constraint: 'MSO 2026-03-06' }), free);
  assert.equal(floatOf({ constraint: 'SNLT 2026-03-02' }), free);
});

test('[ACT-8] [CON-9] begun work that ends after its own limit is reported, done work is not', () => {
  const told = (words: TaskWords): readonly string[] =>
    computeSchedule(buildPlan(plan(words))).problems.map(({ code, message }) => {
      const [, says = ''] = message.split('" ');
      return `${code}: ${says}`;
    });
  assert.deepEqual(told({ constraint: 'FNLT 2026-03-06' }), [
    'constraint-conflict: has begun and finishes on 2026-03-16T18:00, after FNLT 2026-03-06; shorten what is left or move the date',
  ]);
  assert.deepEqual(told({ constraint: 'MFO 2026-03-06' }), [
    'constraint-conflict: has begun and finishes on 2026-03-16T18:00, after MFO 2026-03-06; shorten what is left or move the date',
  ]);
  assert.deepEqual(told({ constraint: 'FNLT 2026-03-16' }), []);
  assert.deepEqual(told({ constraint: 'MFO 2026-03-18' }), []);
  const done = { status: 'done', progress: 1, finished: '2026-03-12' } as const;
  assert.deepEqual(told({ ...done, constraint: 'MFO 2026-03-06' }), []);
});

test('[ACT-8] [ACT-9] so is work that has progressed, nobody said since when', () => {
  const schedule = computeSchedule(
    buildPlan({
      statusDate: '2026-03-13',
      tasks: { 'T-AAAA': { duration: '4d', progress: 0.5, constraint: 'FNLT 2026-03-10' } },
    }),
  );
  assert.deepEqual(codes(schedule), ['progress-mismatch', 'constraint-conflict']);
  assert.match(schedule.problems[1]?.message ?? '', /has begun and finishes on 2026-03-17T18:00/);
});

test('[ACT-8] what waits for begun work is not pressed by its limit, what comes before it is', () => {
  const words = plan(
    { constraint: 'MFO 2026-03-06' },
    {
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
      'T-CCCC': { duration: '1d', status: 'doing', started: '2026-03-05', progress: 0 },
    },
  );
  const tasks = { ...words.tasks, 'T-AAAA': { ...words.tasks?.['T-AAAA'], dependsOn: ['T-CCCC'] } };
  const schedule = computeSchedule(buildPlan({ tasks }));
  // What is left takes eight days, which would have to begin on 25 February.
  assert.equal(late(schedule.datesOf('T-CCCC')), '03-05T09:00 02-24T18:00');
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, 8 * 480);
});

test('[ACT-8] [WHY-5] why names the limit that begun work ends after', () => {
  for (const constraint of ['MFO 2026-03-06', 'FNLT 2026-03-06']) {
    const made = buildPlan(plan({ constraint }));
    const schedule = computeSchedule(made);
    const conflicts = findConflicts(createExplainContext(made, schedule), 'T-AAAA', []);
    assert.deepEqual(
      conflicts.map(({ kind }) => kind),
      ['promise-missed'],
      constraint,
    );
  }
  const waits = { 'T-CCCC': { duration: '1d', status: 'doing', started: '2026-03-03' } } as const;
  const words = plan({ constraint: 'MFO 2026-03-06', dependsOn: ['T-CCCC'] }, waits);
  const made = buildPlan(words);
  const ctx = createExplainContext(made, computeSchedule(made));
  const [conflict] = findConflicts(ctx, 'T-CCCC', []);
  assert.equal(conflict?.kind === 'float-negative' && conflict.promise.kind, 'limit');
});

test('[ACT-8] an edit of a limit of begun work is followed as if the plan were scheduled anew', () => {
  const schedule = createScheduler();
  const kinds = ['MFO 2026-03-06', 'FNLT 2026-03-06', 'MFO 2026-03-20', 'SNLT 2026-03-02', 'ASAP'];
  const first = buildPlan(plan({}));
  schedule(first);
  for (const constraint of kinds) {
    const next = buildPlan(plan({ constraint }));
    const task = next.tasks.get('T-AAAA');
    assert.ok(task);
    const edited = { ...first, tasks: new Map([...first.tasks]).set('T-AAAA', task) };
    const followed = schedule(edited);
    const anew = computeSchedule(edited);
    assert.deepEqual(followed.datesOf('T-AAAA'), anew.datesOf('T-AAAA'), constraint);
    assert.deepEqual(codes(followed), codes(anew), constraint);
  }
});
