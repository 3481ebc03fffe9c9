import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { checkPeople } from '../../../src/core/people/checkPeople.ts';
import { computeLoad } from '../../../src/core/people/computeLoad.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { buildPeople, buildPlan, type TaskWords } from '../../support/buildPlan.ts';

const monday = dayNumber(2026, 3, 2);
const away = { title: undefined, shifts: [] };

function planOf(tasks: Readonly<Record<string, TaskWords>>): Plan {
  const people = buildPeople({
    ada: { name: 'Ada', team: 'core', skills: ['yaml'] },
    bob: { name: 'Bob', team: 'core', units: 0.5, skills: ['yaml', 'git'] },
  });
  return buildPlan({ project: { people }, tasks });
}

test('work and time are told by week, for people, teams and skills', () => {
  const plan = planOf({
    'T-0001': { duration: '6d', assignees: ['ada 50%'] },
    'T-0002': { duration: '1d', assignees: ['bob 25%'] },
  });
  const { people, teams, skills } = computeLoad(plan, computeSchedule(plan));
  assert.deepEqual(people[0]?.weeks, [
    { firstDay: monday, given: 2400, work: 1200 },
    { firstDay: monday + 7, given: 2400, work: 240 },
  ]);
  assert.deepEqual(
    teams.map(({ key, weeks }) => [key, weeks[0]?.given, weeks[0]?.work]),
    [['core', 3600, 1320]],
  );
  assert.deepEqual(
    skills.map(({ key, people: of }) => [key, of]),
    [
      ['git', ['bob']],
      ['yaml', ['ada', 'bob']],
    ],
  );
});

test('days in a row with too much work are one stretch, over the weekend too', () => {
  const plan = planOf({
    'T-0001': { duration: '3d', assignees: ['ada'], constraint: 'SNET 2026-03-05' },
    'T-0002': { duration: '3d', assignees: ['ada'], constraint: 'SNET 2026-03-05' },
    'T-0003': { duration: '1d', assignees: ['ada'], constraint: 'SNET 2026-03-20' },
  });
  const [ada] = computeLoad(plan, computeSchedule(plan)).people;
  assert.deepEqual(ada?.overloads, [
    { firstDay: monday + 3, lastDay: monday + 7, over: 1440, tasks: ['T-0001', 'T-0002'] },
  ]);
});

test('odd people and work are each told in a sentence', () => {
  const leave = [
    { ...away, fromDay: monday + 10, toDay: monday + 12 },
    { ...away, fromDay: monday + 12, toDay: monday + 13 },
  ];
  const people = buildPeople({
    ada: { name: 'Ada', isActive: false },
    bob: { name: 'Bob', units: 0 },
    cyd: { name: 'Bob', leave },
  });
  const tasks = {
    'T-0001': { duration: '1d', assignees: ['ada', 'bob'] },
    'T-0002': {
      duration: '1d',
      assignees: ['ada'],
      status: 'done' as const,
      constraint: 'SNET 2026-04-01',
    },
  };
  const plan = buildPlan({ project: { people }, tasks });
  const found = checkPeople(plan, computeLoad(plan, computeSchedule(plan)));
  assert.deepEqual(
    found.map(({ code, items }) => [code, ...items]),
    [
      ['person-left', 'T-0001'],
      ['person-no-time', 'T-0001'],
      ['person-same-name'],
      ['leave-overlap'],
    ],
  );
});

test('work that is not with people who can do it is told, and what nobody can do once', () => {
  const people = buildPeople({
    ada: { name: 'Ada', skills: ['yaml'] },
    bob: { name: 'Bob', skills: ['paint'] },
  });
  const tasks = {
    'T-0001': { duration: '1d', assignees: ['ada'], skills: ['yaml'] },
    'T-0002': { duration: '1d', assignees: ['ada'], skills: ['paint', 'yaml'] },
    'T-0003': { duration: '1d', assignees: ['ada', 'bob'], skills: ['paint', 'yaml'] },
    'T-0004': { duration: '1d', skills: ['paint'] },
    'T-0005': { duration: '1d', skills: ['welding'] },
    'T-0006': { duration: '1d', skills: ['paint'], status: 'done' as const },
  };
  const plan = buildPlan({ project: { people }, tasks });
  const found = checkPeople(plan, computeLoad(plan, computeSchedule(plan)));
  assert.deepEqual(
    found.filter(({ code }) => code.startsWith('skill')).map(({ code, items }) => [code, ...items]),
    [
      ['skill-missing', 'T-0002'],
      ['skill-unassigned', 'T-0004'],
      ['skill-unknown', 'T-0005'],
    ],
  );
  const told = found.find(({ code }) => code === 'skill-missing')?.message;
  assert.match(told ?? '', /needs "paint", which Ada has not/);
});

test('an empty plan has nobody, and ten thousand tasks of one person are one stretch', () => {
  const empty = buildPlan({});
  assert.deepEqual(computeLoad(empty, computeSchedule(empty)).people, []);
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < 10_000; i++)
    tasks[`T-${String(i).padStart(5, '0')}`] = { duration: '1h', assignees: ['ada'] };
  const plan = planOf(tasks);
  const [ada] = computeLoad(plan, computeSchedule(plan)).people;
  assert.equal(ada?.overloads.length, 1);
  assert.equal(ada.work, 600_000);
});

test('what needs a skill and has nobody stands beside the time of those who have it', () => {
  const plan = planOf({
    'T-0001': { duration: '2d', skills: ['git'] },
    'T-0002': { estimate: '1d', skills: ['git', 'weld'], constraint: 'SNET 2026-03-09' },
    'T-0003': { duration: '1d', skills: ['git'], status: 'done' },
    'T-0004': { duration: '1d', assignees: ['ada'], skills: ['git'] },
    'T-0005': { duration: '1d' },
  });
  const { skills, teams } = computeLoad(plan, computeSchedule(plan));
  assert.deepEqual(
    skills.map(({ key, people, weeks }) => [
      key,
      people.length,
      weeks.map(week => week.unassigned),
    ]),
    [
      ['git', 1, [960, 480]],
      ['weld', 0, [0, 480]],
      ['yaml', 2, [0, 0]],
    ],
  );
  assert.equal(teams[0]?.weeks[0]?.unassigned, 0);
  assert.equal(skills[0]?.weeks[0]?.given, 1200);
});
