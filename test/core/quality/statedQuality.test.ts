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

test('where a status date is set, what holds open work before it is to be moved', () => {
  const rules = { limits: new Map<QualityKey, number>([['invalidDates', 0]]), longFrom: undefined };
  const told = (constraint: string | undefined, statusDate?: string): readonly string[] => {
    const plan = buildPlan({
      ...(statusDate === undefined ? {} : { statusDate }),
      project: { quality: { ...rules, ignored: [] }, movesOpenWork: constraint !== undefined },
      tasks: { 'T-AAAA': { duration: '2d', ...(constraint === undefined ? {} : { constraint }) } },
    });
    const now = today + 14 * 1440;
    const schedule = computeSchedule(plan, { today: now });
    const { findings, notesOf } = reviewStatedQuality({ plan, schedule, today: now });
    const all = [...findings, ...notesOf('T-AAAA')].map(({ message }) => message);
    return all.filter(message => /wrong side|was to be finished/.test(message));
  };
  const sets = /set a status date/;
  const open = told('FNLT 2026-03-03');
  assert.equal(open.length, 2);
  for (const message of open) assert.match(message, sets);
  const held = told('FNLT 2026-03-03', '2026-03-09');
  assert.equal(held.length, 2);
  for (const message of held) assert.doesNotMatch(message, sets);
  assert.match(held[1] ?? '', /say how far it is, or move the date that holds it$/);
  const still = told(undefined, '2026-03-09');
  assert.match(still[1] ?? '', /say how far it is, or move it after the status date$/);
});
