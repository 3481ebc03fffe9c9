import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { computeMoney } from '../../../src/core/money/computeMoney.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { seededRandom } from '../../support/seededRandom.ts';

test('the curve is at each day what the figures of that day are', () => {
  const random = seededRandom(8);
  const pick = (most: number): number => Math.floor(random() * most);
  const tasks: Record<string, TaskWords> = {};
  for (let i = 0; i < 40; i++) {
    tasks[`T-${1000 + i}`] = {
      duration: `${pick(9)}d`,
      constraint: `SNET 2026-03-${String(2 + pick(28)).padStart(2, '0')}`,
      cost: `${pick(9000)}.${10 + pick(89)}`,
    };
  }
  const plan = buildPlan({ tasks, project: { currency: 'EUR' } });
  const schedule = computeSchedule(plan);
  const moneyAt = (at: number) => computeMoney(plan, schedule, { rates: noRates, at });
  const { curve } = moneyAt(parsePlanDate('2026-03-15')?.at ?? 0);
  assert.ok(curve.length > 4);
  for (const { at, planned } of curve) {
    const { figures } = moneyAt(at);
    assert.equal(planned, figures.plannedValue);
    const back = moneyAt(figures.earnedAt).figures.plannedValue;
    assert.ok(figures.earnedValue === 0 || back >= figures.earnedValue);
  }
});
