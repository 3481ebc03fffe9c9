import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { computeProgressPage } from '../../../src/core/views/computeProgressPage.ts';
import {
  layOutProgress,
  progressCsv,
  progressSvg,
} from '../../../src/core/views/progressPicture.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { progressPage } from '../../support/progressPage.ts';

test('progress is told by week, with what ages in work', () => {
  const page = progressPage();
  assert.equal(page.sentences[0], '2 of 4 tasks done, 4d of 12d of work; 1 task in work');
  assert.deepEqual(
    page.weeks.map(({ doneTasks, done, left }) => [doneTasks, done, left]),
    [
      [1, 960, 4800],
      [1, 1920, 3840],
      [0, 1920, 3840],
    ],
  );
  assert.deepEqual(page.ageing, [{ id: 'T-0003', title: 'Slow', age: '8d', isLong: true }]);
  assert.deepEqual(page.tables, []);
});

test('burn-up rises as burn-down falls, from nothing done to what is done', () => {
  const { done, left, scopeY } = layOutProgress(progressPage());
  const ys = (path: string): readonly number[] =>
    path.split('L').map(point => Number(point.split(' ')[1]));
  assert.deepEqual(ys(left)[0], scopeY);
  assert.deepEqual(ys(done), [196, 165.3, 134.7, 134.7]);
  assert.ok(ys(left).every((y, place, all) => y >= (all[place - 1] ?? 0)));
  assert.match(progressCsv(progressPage()), /\r?\n2026-03-09,1,1920,3840,1\r?\n/);
  assert.match(progressSvg(progressPage()), /^<svg [^]*burn-up/);
});

test('a plan without tasks, or without anything done, has no picture and says so', () => {
  const empty = buildPlan({});
  const page = computeProgressPage(empty, computeSchedule(empty), { revision: 1, at: 0, past: [] });
  assert.deepEqual([page.sentences, page.weeks], [['The plan has no tasks'], []]);
});

test('a goal tells what it stood at before, as far as the past of the plan goes', () => {
  const planWith = (present: string): Plan => {
    const plan = buildPlan({ milestones: { 'M-0001': { title: 'Fast' } } });
    const milestone = plan.milestones.get('M-0001');
    assert.ok(milestone);
    const goals = [{ measure: 'Start', target: '50 ms', present }];
    return { ...plan, milestones: new Map([['M-0001', { ...milestone, goals }]]) };
  };
  const plan = planWith('60 ms');
  const at = (text: string): number => parsePlanDate(text)?.at ?? 0;
  const past = [{ at: at('2026-03-02'), plan: planWith('80 ms') }];
  const page = computeProgressPage(plan, computeSchedule(plan), {
    revision: 1,
    at: at('2026-03-09'),
    past,
  });
  assert.deepEqual(page.tables[0]?.rows, [
    ['Fast', 'Start', '50 ms', '60 ms', 'not met', 'closer: was 80 ms on 2026-03-02'],
  ]);
});
