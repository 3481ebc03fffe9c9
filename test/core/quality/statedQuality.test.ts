import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../../src/core/model/instant.ts';
import type { QualityKey, QualityRules } from '../../../src/core/model/project.ts';
import { reviewStatedQuality } from '../../../src/core/quality/statedQuality.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan } from '../../support/buildPlan.ts';

const today = dayNumber(2026, 3, 2) * 1440;

/** The codes of the findings, and of what they find at two tasks, the first of which has nobody. */
function check(quality: QualityRules | undefined, expected: readonly (readonly string[])[]): void {
  const plan = buildPlan({
    project: { quality },
    tasks: { 'T-AAAA': { duration: '2d' }, 'T-BBBB': { duration: '2d', assignees: ['ada'] } },
  });
  const schedule = computeSchedule(plan, { today });
  const { findings, notesOf } = reviewStatedQuality({ plan, schedule, today });
  const told = [findings, notesOf('T-AAAA'), notesOf('T-BBBB')];
  assert.deepEqual(
    told.map(problems => problems.map(({ code }) => code)),
    expected,
  );
}

test('nothing is measured where the project asks for nothing, and an item is told of its own', () => {
  const limits = new Map<QualityKey, number>([['people', 0]]);
  const rules = { limits, longFrom: undefined, ignored: [] };
  check(undefined, [[], [], []]);
  check(rules, [['quality-limit'], ['quality-people'], []]);
  check({ ...rules, limits: new Map([['people', 0.5]]) }, [[], [], []]);
});

test('of a small plan only what the project asks for is told where one writes', () => {
  const rules = { limits: new Map<QualityKey, number>(), longFrom: undefined, ignored: [] };
  check(rules, [[], [], []]);
});
