import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rates } from '../../../src/core/model/moneyRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { findCuts } from '../../../src/core/money/findCuts.ts';
import { tellCut, tellCutPrice } from '../../../src/core/money/tellCut.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';
import { rate, soundRisk } from '../../support/riskRatings.ts';

const rates: Rates = {
  hourRate: undefined,
  byPerson: new Map([
    ['ada', { hundredths: 100_00, currency: undefined }],
    ['bob', { hundredths: 50_00, currency: undefined }],
  ]),
};

function planOf(): Plan {
  const people = buildPeople({
    ada: { name: 'Ada', skills: ['yaml'] },
    bob: { name: 'Bob', skills: ['yaml'], units: 0.5 },
  });
  const plan = buildPlan({
    project: { people, currency: 'EUR' },
    tasks: {
      'T-0001': { title: 'Draw', estimate: '4d', assignees: ['ada'] },
      'T-0002': { title: 'Guard', estimate: '1d', assignees: ['ada'], dependsOn: ['T-0001'] },
      'T-0003': { title: 'Begun', estimate: '9d', assignees: ['ada'], started: '2026-03-02' },
    },
  });
  const risk = soundRisk({
    id: 'R-0001',
    current: rate('50%', { schedule: '4d' }),
    residual: rate('10%', { schedule: '4d' }),
  });
  const answered = { ...risk, response: { ...risk.response, tasks: ['T-0002'] } };
  return { ...plan, risks: new Map([['R-0001', answered]]) };
}

test('work is given only to somebody who has the time for it', () => {
  const people = buildPeople({
    ada: { name: 'Ada' },
    bob: { name: 'Bob' },
    cyd: { name: 'Cyd' },
  });
  const own = { estimate: '3d', assignees: ['bob'], priority: 'low' as const };
  const plan = buildPlan({
    project: { people, currency: 'EUR' },
    tasks: { 'T-0001': { estimate: '2d', assignees: ['ada'] }, 'T-0002': own },
  });
  const dear = new Map([...rates.byPerson, ['cyd', { hundredths: 60_00, currency: undefined }]]);
  const cuts = findCuts(plan, { ...rates, byPerson: dear }, {});
  assert.deepEqual(
    cuts.filter(({ kind }) => kind === 'reassign').map(({ task, person }) => [task, person]),
    [['T-0001', 'cyd']],
  );
});

test('what costs no days and leaves no risk comes first, and what has begun is not offered', () => {
  const plan = planOf();
  const cuts = findCuts(plan, rates, {});
  const tell = (minutes: number): string => `${minutes / 480}d`;
  assert.deepEqual(
    cuts.map(cut => [tellCut(plan, cut), cut.saves, tellCutPrice(cut, tell)]),
    [
      ['Give T-0001 “Draw” to Bob', 1600_00, 'no days and no risk'],
      ['Give T-0002 “Guard” to Bob', 400_00, 'no days and no risk'],
      ['Drop T-0001 “Draw”', 3200_00, '1 task waits for it'],
      ['Drop T-0002 “Guard”', 800_00, 'R-0001 is not answered (1.6d of expected delay)'],
    ],
  );
  assert.ok(!cuts.some(({ task }) => task === 'T-0003'));
});
