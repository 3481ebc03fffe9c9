import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../../../src/core/base/randomFrom.ts';
import { tellUnskilled } from '../../../src/core/levelling/findUnskilled.ts';
import { tellKept } from '../../../src/core/levelling/keptWork.ts';
import { levelPlan } from '../../../src/core/levelling/levelPlan.ts';
import { tellMove } from '../../../src/core/levelling/tellMove.ts';
import { formatInstant } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { unitsOf } from '../../../src/core/schedule/taskWork.ts';
import { buildPerson, buildPlan, type TaskWords } from '../../support/buildPlan.ts';

const people = new Map([
  ['ada', buildPerson('ada')],
  ['bob', buildPerson('bob', { units: 0.5 })],
]);

function planOf(tasks: Readonly<Record<string, TaskWords>>): Plan {
  return buildPlan({ project: { people }, tasks });
}

function startsOf(schedule: Schedule): Readonly<Record<string, string>> {
  return Object.fromEntries(
    schedule.ids.map(id => [id, formatInstant(schedule.datesOf(id)?.start ?? NaN)]),
  );
}

test('two tasks of one person run one after the other, and the reason is told', () => {
  const levelled = levelPlan(
    planOf({
      'T-0001': { duration: '2d', assignees: ['ada'] },
      'T-0002': { duration: '1d', assignees: ['ada'] },
      'T-0003': { duration: '1d', dependsOn: ['T-0002'] },
    }),
  );
  assert.deepEqual(startsOf(levelled.after), {
    'T-0001': '2026-03-03T09:00',
    'T-0002': '2026-03-02T09:00',
    'T-0003': '2026-03-03T09:00',
  });
  assert.deepEqual(
    levelled.moves.map(({ id, reason }) => ({ id, reason })),
    [
      {
        id: 'T-0001',
        reason: {
          kind: 'busy',
          person: 'ada',
          until: levelled.after.datesOf('T-0002')?.finish,
          tasks: ['T-0002'],
        },
      },
    ],
  );
  assert.equal(levelled.after.finish, levelled.earliestFinish);
});

test('what follows a moved task says so, and only what somebody holds back is written', () => {
  const levelled = levelPlan(
    planOf({
      'T-0001': { duration: '3d', assignees: ['ada'], priority: 'high' },
      'T-0002': { duration: '1d', assignees: ['ada'] },
      'T-0003': { duration: '1d', dependsOn: ['T-0002'] },
    }),
  );
  assert.deepEqual([...levelled.edits.keys()], ['T-0002']);
  assert.deepEqual(levelled.moves.at(-1)?.reason, { kind: 'follows', tasks: ['T-0002'] });
});

test('half of the time of two tasks fits beside each other', () => {
  const levelled = levelPlan(
    planOf({
      'T-0001': { duration: '2d', assignees: ['ada 50%'] },
      'T-0002': { duration: '2d', assignees: ['ada 50%'] },
    }),
  );
  assert.equal(levelled.moves.length, 0);
});

test('a deadline goes before work without one, and priority before both', () => {
  const late = levelPlan(
    planOf({
      'T-0001': { duration: '3d', assignees: ['ada'] },
      'T-0002': { duration: '1d', assignees: ['ada'], deadline: '2026-03-02' },
    }),
  );
  assert.deepEqual([...late.edits.keys()], ['T-0001']);
});

test('begun, pinned and must-start work stays where it is, and what has no room is named', () => {
  const levelled = levelPlan(
    planOf({
      'T-0001': { duration: '2d', assignees: ['ada'], started: '2026-03-02' },
      'T-0002': { duration: '1d', assignees: ['ada'], constraint: 'MSO 2026-03-02' },
      'T-0003': { duration: '1d', assignees: ['ada'] },
    }),
  );
  assert.deepEqual([...levelled.edits.keys()], ['T-0003']);
  assert.equal(startsOf(levelled.after)['T-0003'], '2026-03-04T09:00');
  assert.deepEqual(levelled.crowded, [{ id: 'T-0002', person: 'ada' }]);
});

test('the bound holds also where somebody has too much to do in work that stands', () => {
  const must = { duration: '3d', assignees: ['ada'], constraint: 'MSO 2026-03-02' } as const;
  const { after, earliestFinish } = levelPlan(
    planOf({
      'T-0001': must,
      'T-0002': must,
      'T-0003': must,
      'T-0004': { duration: '1d', assignees: ['ada'] },
    }),
  );
  assert.equal(formatInstant(after.finish), '2026-03-05T18:00');
  assert.ok(earliestFinish <= after.finish, formatInstant(earliestFinish));
});

test('the bound counts the work of several people, less what they may miss of it', () => {
  const away = { title: undefined, fromDay: 20514, toDay: 20514, shifts: [] };
  const boundOf = (bob: Parameters<typeof buildPerson>[1]): string => {
    const team = ['ada', 'cyd'].map(key => [key, buildPerson(key)] as const);
    const tasks = {
      'T-0001': { duration: '2d', assignees: ['ada', 'bob'] },
      'T-0002': { duration: '2d', assignees: ['bob', 'cyd'] },
      'T-0003': { duration: '3d', assignees: ['bob'] },
    };
    const found = levelPlan(
      buildPlan({
        project: { people: new Map([...team, ['bob', buildPerson('bob', bob)]]) },
        tasks,
      }),
    );
    assert.ok(found.earliestFinish <= found.after.finish, formatInstant(found.after.finish));
    return formatInstant(found.earliestFinish);
  };
  assert.equal(boundOf({}), '2026-03-10T18:00');
  assert.equal(boundOf({ leave: [away] }), '2026-03-09T18:00');
});

test('whatever hours people keep, no bound lies behind the schedule', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const plan = drawPlan(seed);
    const random = randomFrom(seed);
    const team = [...plan.project.people.values()].map(person => {
      const fromDay = 20514 + Math.floor(random() * 9);
      const leave = [{ title: undefined, fromDay, toDay: fromDay, shifts: [] }];
      return [person.key, random() < 0.5 ? person : { ...person, leave }] as const;
    });
    const both = new Map(
      [...plan.tasks].map(([id, task]) => {
        const assignees = task.assignees.length > 1 ? task.assignees : [...task.assignees, other];
        return [id, random() < 0.6 ? { ...task, assignees } : task] as const;
      }),
    );
    const project = { ...plan.project, people: new Map(team) };
    const { after, earliestFinish, before } = levelPlan(
      { ...plan, project, tasks: both },
      { seed },
    );
    assert.ok(earliestFinish <= after.finish, `seed ${seed}`);
    assert.ok(earliestFinish >= before.finish, `seed ${seed}`);
  }
});

const other = { person: 'cyd', units: 1 };

test('a plan without tasks, and people who give nothing, are levelled to what they are', () => {
  assert.equal(levelPlan(planOf({})).moves.length, 0);
  const none = new Map([['ada', buildPerson('ada', { units: 0 })]]);
  const tasks = {
    'T-0001': { duration: '2d', assignees: ['ada'] },
    'T-0002': { duration: '2d', assignees: ['ada'] },
  };
  assert.equal(levelPlan(buildPlan({ project: { people: none }, tasks })).moves.length, 0);
});

test('whatever the plan, nobody has more to do than they have time, and levelling again changes nothing', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const plan = drawPlan(seed);
    const levelled = levelPlan(plan, { seed });
    assert.deepEqual(findOverloads(levelled.plan, levelled.after), [], `seed ${seed}`);
    assert.ok(levelled.after.finish >= levelled.earliestFinish, `seed ${seed}`);
    const again = levelPlan(levelled.plan, { seed });
    assert.deepEqual([...again.edits.keys()], [], `seed ${seed}`);
    for (const [id, task] of plan.tasks) {
      if (!levelled.edits.has(id)) assert.equal(levelled.plan.tasks.get(id), task);
    }
  }
});

function drawPlan(seed: number): Plan {
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const names = ['ada', 'bob', 'cyd'];
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < 30; i++) {
    const who = names[upTo(2)] ?? 'ada';
    tasks[`T-${String(i).padStart(4, '0')}`] = {
      [upTo(1) === 0 ? 'estimate' : 'duration']: `${1 + upTo(20)}h`,
      assignees: upTo(3) === 0 ? [who, `${names[upTo(2)]} 50%`] : [`${who} ${25 * (1 + upTo(3))}%`],
      ...(i > 0 && upTo(1) === 0
        ? {
            dependsOn: [
              `T-${String(upTo(i - 1)).padStart(4, '0')}${upTo(2) === 0 ? ' SS+1d' : ''}`,
            ],
          }
        : {}),
      ...(upTo(6) === 0 ? { constraint: `SNET 2026-03-0${2 + upTo(6)}` } : {}),
    };
  }
  const day = { title: undefined, fromDay: 20518, toDay: 20519, shifts: [] };
  const team = new Map([...people, ['cyd', buildPerson('cyd', { leave: [day] })] as const]);
  return buildPlan({ project: { people: team }, tasks });
}

/** Moments at which somebody has more to do than they give. */
function findOverloads({ project, tasks }: Plan, schedule: Schedule): readonly string[] {
  const uses = [...tasks.values()].flatMap(task => {
    const dates = schedule.datesOf(task.id);
    return task.assignees.map(each => ({
      ...each,
      task: task.id,
      dates,
      share: unitsOf(each, project),
    }));
  });
  return uses.flatMap(({ person, dates, task }) => {
    const at = dates?.start ?? 0;
    const shares = new Map<string, number>();
    for (const other of uses) {
      const isThen = (other.dates?.start ?? 0) <= at && at < (other.dates?.finish ?? 0);
      if (other.person !== person || !isThen) continue;
      shares.set(
        other.task,
        Math.min(
          project.people.get(person)?.units ?? 1,
          (shares.get(other.task) ?? 0) + other.share,
        ),
      );
    }
    const sum = [...shares.values()].reduce((total, share) => total + share, 0);
    const most = project.people.get(person)?.units ?? 1;
    return sum > most + 1e-6 ? [`${person} ${sum} of ${most} when ${task} begins`] : [];
  });
}

test('work that is not with people who can do it is told beside the levelled plan', () => {
  const plan = planOf({
    'T-0001': { duration: '1d', assignees: ['ada'], skills: ['welding'] },
    'T-0002': { duration: '1d', skills: ['welding'] },
    'T-0003': { duration: '1d', skills: ['welding'], status: 'done' },
    'T-0004': { duration: '1d', assignees: ['bob'] },
  });
  const { unskilled } = levelPlan(plan);
  assert.deepEqual(unskilled, { withoutAnybody: ['T-0002'], withoutSkill: ['T-0001'] });
  assert.deepEqual(tellUnskilled(unskilled), [
    '1 task has nobody, and nobody with its skills has time for it then: T-0002',
    '1 task needs a skill that none of its people has; assign it to whoever can: T-0001',
  ]);
});

test('work that names a skill and has nobody takes time of whoever can, who is named', () => {
  const able = new Map([
    ['ada', buildPerson('ada', { skills: ['paint', 'weld'] })],
    ['bob', buildPerson('bob', { skills: ['weld'] })],
    ['cyd', buildPerson('cyd')],
  ]);
  const tasks = {
    'T-0001': { duration: '2d', assignees: ['ada'], priority: 'high' as const },
    'T-0002': { duration: '1d', skills: ['weld'] },
    'T-0003': { duration: '1d', skills: ['weld'] },
    'T-0004': { duration: '1d', skills: ['paint'] },
    'T-0005': { duration: '1d', skills: ['paint', 'sing'] },
    'T-0006': { duration: '1d' },
  };
  const { after, kept, unskilled, moves, plan } = levelPlan(
    buildPlan({ project: { people: able }, tasks }),
  );
  assert.deepEqual(
    kept.map(({ id, person, from }) => [id, person, formatInstant(from)]),
    [
      ['T-0002', 'bob', '2026-03-02T09:00'],
      ['T-0003', 'bob', '2026-03-03T09:00'],
      ['T-0004', 'ada', '2026-03-04T09:00'],
    ],
  );
  assert.deepEqual(
    moves.map(move => [move.id, tellMove(plan, move)]),
    [
      ['T-0003', 'bob is busy at T-0002 until 2026-03-02'],
      ['T-0004', 'ada is busy at T-0001 until 2026-03-03'],
    ],
  );
  assert.deepEqual(unskilled.withoutAnybody, ['T-0005']);
  assert.equal(startsOf(after)['T-0006'], '2026-03-02T09:00');
  assert.deepEqual(tellKept(plan, kept), [
    'Time of bob is kept for work that nobody has yet, and that they can do: T-0002, T-0003',
    'Time of ada is kept for work that nobody has yet, and that they can do: T-0004',
  ]);
  assert.deepEqual(plan.tasks.get('T-0003')?.assignees, []);
});

test('kept time knows leave and half days, and work that begins leaves it as it is', () => {
  const away = { title: undefined, fromDay: 20514, toDay: 20515, shifts: [] };
  const able = new Map([
    ['ada', buildPerson('ada', { skills: ['weld'], leave: [away] })],
    ['bob', buildPerson('bob', { skills: ['weld', 'paint'], units: 0.5 })],
  ]);
  const tasks = {
    'T-0001': { estimate: '1d', skills: ['weld'] },
    'T-0002': { estimate: '2d', skills: ['paint'], started: '2026-03-02' },
  };
  const { kept } = levelPlan(buildPlan({ project: { people: able }, tasks }));
  assert.deepEqual(
    kept.map(({ id, person, share, to }) => [id, person, share, formatInstant(to)]),
    [
      ['T-0002', 'bob', 0.5, '2026-03-05T18:00'],
      ['T-0001', 'ada', 1, '2026-03-04T18:00'],
    ],
  );
});

test('whatever has nobody, nobody is kept for more than they have time, and levelling again changes nothing', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const plan = drawPooledPlan(seed);
    const levelled = levelPlan(plan, { seed });
    const { kept, after } = levelled;
    const pooled = [...plan.tasks.values()].filter(each => each.assignees.length === 0);
    assert.equal(kept.length, pooled.length, `seed ${seed}`);
    const given = new Map(levelled.plan.tasks);
    for (const { id, person } of kept) {
      const task = given.get(id);
      if (task) given.set(id, { ...task, assignees: [{ person, units: 1 }] });
    }
    assert.deepEqual(findOverloads({ ...plan, tasks: given }, after), [], `seed ${seed}`);
    assert.ok(after.finish >= levelled.earliestFinish, `seed ${seed}`);
    assert.deepEqual([...levelPlan(levelled.plan, { seed }).edits.keys()], [], `seed ${seed}`);
  }
});

/** Everybody is here all of the time, so that a plan has the dates of its kept time. */
function drawPooledPlan(seed: number): Plan {
  const random = randomFrom(seed);
  const skills = [['weld'], ['paint'], ['weld', 'paint']];
  const plan = drawPlan(seed);
  const team = ['ada', 'bob', 'cyd'].map((key, i) => buildPerson(key, { skills: skills[i] ?? [] }));
  const tasks = new Map(plan.tasks);
  for (const [id, task] of tasks) {
    if (random() >= 0.4) continue;
    const pool = skills[Math.floor(random() * 2)] ?? [];
    tasks.set(id, { ...task, assignees: [], skills: pool });
  }
  const people = new Map(team.map(each => [each.key, each]));
  return { ...plan, project: { ...plan.project, people }, tasks };
}
