import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rating, Risk } from '../../../src/core/model/risk.ts';
import { exposureOf } from '../../../src/core/risks/exposure.ts';
import { euroProject, rate, soundRisk } from '../../support/riskRatings.ts';

type Figures = readonly [minutes: number | undefined, hundredths: number | undefined];

function check(current: Rating | undefined, expected: Figures, changes: Partial<Risk> = {}): void {
  const { minutes, hundredths } = exposureOf(soundRisk({ current, ...changes }), euroProject);
  assert.deepEqual([minutes, hundredths], expected);
}

test('exposure is the share times the mean delay, and times the mean cost', () => {
  check(rate('25%', { schedule: '4d', cost: '1000' }), [480, 25_000]);
  check(rate('50%', { schedule: '2d..4d..12d', cost: '1000..3000' }), [1200, 100_000]);
  check(rate('50%', { cost: '100..200..900' }), [undefined, 15_000]);
  check(rate('50%', { schedule: '2d..4d' }), [720, undefined]);
  check(rate('0%', { schedule: '4d' }), [0, undefined]);
});

test('a level stands for the middle of its band, an open one for the least that it can mean', () => {
  check(rate('high', { schedule: '10d' }), [2880, undefined]);
  check(rate('100%', { schedule: 'low', cost: 'very-low' }), [1440, 50_000]);
  check(rate('100%', { schedule: 'very-high', cost: 'very-high' }), [9600, 10_000_000]);
});

test('an opportunity counts below zero', () => {
  check(rate('50%', { schedule: '2d', cost: '100' }), [-480, -5000], { riskKind: 'opportunity' });
});

test('a missing part leaves its exposure out', () => {
  check(undefined, [undefined, undefined]);
  check(rate('', { schedule: '2d' }), [undefined, undefined]);
  check(rate('50%', { quality: 'high' }), [undefined, undefined]);
  check(rate('50%', { cost: '100 USD' }), [undefined, undefined]);
  check(rate('nowhere', { schedule: '2d' }), [undefined, undefined]);
});

test('a risk that can no longer happen has no exposure', () => {
  const current = rate('50%', { schedule: '2d' });
  check(current, [undefined, undefined], { status: 'closed' });
  check(current, [undefined, undefined], { status: 'occurred' });
});
