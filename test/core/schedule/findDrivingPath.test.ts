import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { findDrivingPath } from '../../../src/core/schedule/findDrivingPath.ts';
import { buildPlan, type PlanWords } from '../../support/buildPlan.ts';

/** What drives the item, the item, what it drives; then the links that do. */
function told(words: PlanWords, id: string): readonly string[] {
  const plan = buildPlan(words);
  const path = findDrivingPath(createExplainContext(plan, computeSchedule(plan)), id);
  const links = path.links.map(link => link.join('>')).sort();
  return [[...path.before].sort().join(' '), [...path.after].sort().join(' '), links.join(' ')];
}

const tasks = {
  'T-AAAA': { estimate: '1d' },
  'T-BBBB': { estimate: '3d' },
  'T-CCCC': { estimate: '2d', dependsOn: ['T-AAAA', 'T-BBBB'] },
  'T-DDDD': { estimate: '1d', dependsOn: ['T-CCCC'] },
  'T-EEEE': { estimate: '1d', dependsOn: ['T-CCCC', 'T-BBBB FS+9d'] },
};

test('only what comes last drives, and only what waits longest for the item is driven', () => {
  assert.deepEqual(told({ tasks }, 'T-CCCC'), ['T-BBBB', 'T-DDDD', 'T-BBBB>T-CCCC T-CCCC>T-DDDD']);
});

test('the path goes through, however many steps it has', () => {
  assert.deepEqual(told({ tasks }, 'T-BBBB'), [
    '',
    'T-CCCC T-DDDD T-EEEE',
    'T-BBBB>T-CCCC T-BBBB>T-EEEE T-CCCC>T-DDDD',
  ]);
  assert.equal(told({ tasks }, 'T-DDDD')[0], 'T-BBBB T-CCCC');
});

test('of two that end at the same moment both drive', () => {
  const both = { ...tasks, 'T-AAAA': { estimate: '3d' } };
  assert.equal(told({ tasks: both }, 'T-CCCC')[0], 'T-AAAA T-BBBB');
});

test('a milestone is driven by its last task, and a summary by its parts', () => {
  const words = {
    milestones: { 'M-AAAA': {} },
    tasks: {
      'T-SUMM': { milestone: 'M-AAAA' },
      'T-AAAA': { estimate: '1d', parent: 'T-SUMM' },
      'T-BBBB': { estimate: '2d', parent: 'T-SUMM', dependsOn: ['T-AAAA'] },
    },
  };
  assert.deepEqual(told(words, 'M-AAAA').slice(0, 2), ['T-AAAA T-BBBB T-SUMM', '']);
  assert.equal(told(words, 'T-AAAA')[1], 'M-AAAA T-BBBB T-SUMM');
});

test('tasks in a circle have no dates, and nothing drives them', () => {
  const words = {
    tasks: { 'T-AAAA': { dependsOn: ['T-BBBB'] }, 'T-BBBB': { dependsOn: ['T-AAAA'] } },
  };
  assert.deepEqual(told(words, 'T-AAAA'), ['', '', '']);
});
