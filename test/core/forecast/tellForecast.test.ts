import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellChance } from '../../../src/core/forecast/chanceWords.ts';
import { tellAction } from '../../../src/core/forecast/tellForecast.ts';
import type { Risk } from '../../../src/core/model/risk.ts';
import { forecastOf, planToForecast } from '../../support/buildForecast.ts';
import { rate } from '../../support/riskRatings.ts';

test('the words of a chance are the nearest that people say', () => {
  const told = [0, 0.004, 0.02, 0.05, 0.08, 0.13, 0.3, 0.5, 0.8, 0.91, 0.95, 0.97, 0.999, 1].map(
    tellChance,
  );
  assert.deepEqual(told, [
    'in no run',
    'hardly ever',
    'one time in twenty',
    'one time in twenty',
    'one time in ten',
    'one time in ten',
    'one time in three',
    'one time in two',
    'four times in five',
    'nine times in ten',
    'nineteen times in twenty',
    'nineteen times in twenty',
    'almost always',
    'in every run',
  ]);
});

test('a response that saves nothing but money is among the best things to do, behind those of time', () => {
  const response = (hundredths: number): Risk['response'] => ({
    strategy: 'reduce',
    plan: undefined,
    tasks: [],
    cost: { hundredths, currency: undefined },
  });
  const threat = (before: Record<string, string>, cost: number): Partial<Risk> => ({
    title: 'Flood',
    current: rate('100%', before),
    residual: rate('0%', before),
    affects: ['T-AAAA'],
    response: response(cost),
  });
  const words = {
    tasks: { 'T-AAAA': { estimate: '10d' } },
    risks: {
      'R-AAAA': threat({ cost: '10000' }, 100_000),
      'R-BBBB': threat({ cost: '10000' }, 1_200_000),
      'R-CCCC': threat({ schedule: '4d' }, 50_000),
      'R-DDDD': threat({ schedule: '2d', cost: '3000' }, 0),
    },
  };
  const { project } = planToForecast(words);
  const { actions } = forecastOf(words, { iterations: 500 });
  assert.deepEqual(
    actions.map(action => tellAction(action, project).replace('Carry out the response to ', '')),
    [
      'R-CCCC "Flood": it brings the finish 4 days earlier, for 500',
      'R-DDDD "Flood": it brings the finish 2 days earlier and saves 3\u202f000, its own cost counted in',
      'R-AAAA "Flood": it saves 9\u202f000, its own cost counted in',
    ],
  );
});
