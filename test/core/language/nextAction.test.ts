import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextAction } from '../../../src/core/language/nextAction.ts';
import { itemOf } from '../../../src/core/model/plan.ts';
import { buildPlan } from '../../support/buildPlan.ts';

test('a card tells what a task waits for, or what is to be done with it', () => {
  const plan = buildPlan({
    tasks: {
      'T-AAAA': { status: 'doing', estimate: '2d' },
      'T-BBBB': { estimate: '2d', dependsOn: ['T-AAAA', 'T-CCCC'] },
      'T-CCCC': { estimate: '2d' },
      'T-DDDD': { status: 'done' },
      'T-EEEE': { status: 'blocked', estimate: '1d' },
    },
  });
  const tell = (id: string): string | undefined => {
    const item = itemOf(plan, id);
    return item && nextAction(plan, item);
  };
  assert.equal(tell('T-AAAA'), 'Next: finish it');
  assert.match(tell('T-BBBB') ?? '', /^Waits for T-AAAA .* and 1 more$/);
  assert.equal(tell('T-CCCC'), 'Next: begin it, nothing holds it back');
  assert.equal(tell('T-DDDD'), undefined);
  assert.equal(tell('T-EEEE'), 'Next: clear what blocks it');
});
