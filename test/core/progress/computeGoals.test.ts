import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Goal } from '../../../src/core/model/milestone.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeGoals, type GoalView } from '../../../src/core/progress/computeGoals.ts';
import { buildPlan } from '../../support/buildPlan.ts';

function planOf(goals: readonly Goal[]): Plan {
  const plan = buildPlan({ tasks: {}, milestones: { 'M-AAAA': { title: 'Ship' } } });
  const milestone = plan.milestones.get('M-AAAA');
  assert.ok(milestone);
  return { ...plan, milestones: new Map([['M-AAAA', { ...milestone, goals }]]) };
}

/** A goal that had these values one after the other. */
function goalOf(target: string | undefined, presents: readonly string[]): GoalView | undefined {
  const plans = presents.map((present, at) => ({
    at,
    plan: planOf([{ measure: 'Load', target, present }]),
  }));
  const last = plans.at(-1);
  assert.ok(last);
  return computeGoals(last.plan, plans.slice(0, -1), last.at)[0];
}

test('a goal tells what it stood at from when on, each value once', () => {
  const goal = goalOf('under 50 ms', ['80 ms', '80 ms', '60 ms', '60 ms']);
  assert.deepEqual(goal?.values, [
    { at: 0, present: '80 ms' },
    { at: 2, present: '60 ms' },
  ]);
  assert.deepEqual(
    [goal.milestone, goal.title, goal.trend, goal.isMet],
    ['M-AAAA', 'Ship', 'closer', false],
  );
});

test('whether a goal is met is judged by the words of its target, else by where it came from', () => {
  const isMet = (target: string, ...presents: string[]): boolean | undefined =>
    goalOf(target, presents)?.isMet;
  assert.equal(isMet('under 50 ms', '40 ms'), true);
  assert.equal(isMet('≤ 50 ms', '50 ms'), true);
  assert.equal(isMet('at least 80%', '79.5%'), false);
  assert.equal(isMet('1,000 stars', '200 stars', '1200 stars'), true);
  assert.equal(isMet('5 bugs', '20 bugs', '7 bugs'), false);
  assert.equal(isMet('happy customers', 'some'), undefined);
});

test('what moves away from its target says so', () => {
  assert.equal(goalOf('80%', ['60%', '50%'])?.trend, 'farther');
  assert.equal(goalOf('80%', ['60%'])?.trend, undefined);
  assert.equal(goalOf(undefined, ['60%', '70%'])?.trend, undefined);
});
