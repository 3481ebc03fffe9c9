import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  assert.match(progressCsv(progressPage()), /\r?\n2026-03-09,1,1920,3840\r?\n/);
  assert.match(progressSvg(progressPage()), /^<svg [^]*burn-up/);
});

test('a plan without tasks, or without anything done, has no picture and says so', () => {
  const empty = buildPlan({});
  const page = computeProgressPage(empty, computeSchedule(empty), { revision: 1, at: 0 });
  assert.deepEqual([page.sentences, page.weeks], [['The plan has no tasks'], []]);
});
