import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellChance } from '../../../src/core/forecast/chanceWords.ts';
import { isSettledPlan, tellAction, tellFinish } from '../../../src/core/forecast/tellForecast.ts';
import type { Risk } from '../../../src/core/model/risk.ts';
import { forecastOf, planToForecast, type ForecastWords } from '../../support/buildForecast.ts';
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

function response(hundredths: number): Risk['response'] {
  return {
    strategy: 'reduce',
    plan: undefined,
    tasks: [],
    cost: { hundredths, currency: undefined },
  };
}

test('a response that saves nothing but money is among the best things to do, behind those of time', () => {
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
      'R-DDDD "Flood": it brings the finish 2 days earlier and saves 3\u202f000, its own cost counted in',
      'R-CCCC "Flood": it brings the finish 4 days earlier, for 500',
      'R-AAAA "Flood": it saves 9\u202f000, its own cost counted in',
    ],
  );
});

test('a response is worth what it buys for its money, and stands before what has no answer yet', () => {
  const days = (schedule: string, cost: number): Partial<Risk> => ({
    title: 'Flood',
    current: rate('100%', { schedule }),
    residual: rate('0%', { schedule }),
    affects: ['T-AAAA'],
    response: response(cost),
  });
  const { actions } = forecastOf(
    {
      tasks: { 'T-AAAA': { estimate: '10d..20d..60d' } },
      risks: {
        'R-AAAA': days('5d', 50_000_000),
        'R-BBBB': days('2d', 10_000),
        'R-CCCC': {
          title: 'Frost',
          current: rate('100%', { schedule: '9d' }),
          affects: ['T-AAAA'],
        },
      },
    },
    { iterations: 500 },
  );
  assert.deepEqual(
    actions.map(({ kind, id }) => `${kind} ${id}`),
    ['mitigate R-BBBB', 'mitigate R-AAAA', 'narrow T-AAAA', 'watch R-CCCC'],
  );
});

test('what helps on average, and not at the date that is asked for, says so', () => {
  const impact = { schedule: '6d' };
  const words = {
    tasks: { 'T-AAAA': { estimate: '10d' } },
    risks: {
      'R-AAAA': {
        title: 'Rain',
        current: rate('15%', impact),
        residual: rate('0%', impact),
        affects: ['T-AAAA'],
      },
    },
  };
  const { project } = planToForecast(words);
  const told = forecastOf(words, { iterations: 500 }).actions.map(each =>
    tellAction(each, project),
  );
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /it brings the finish .* earlier on average/);
});

test('open work without a date is told as left out of the forecast', () => {
  const forecast = forecastOf({
    tasks: {
      'T-AAAA': { estimate: '2d..4d', dependsOn: ['T-BBBB'] },
      'T-BBBB': { estimate: '2d..4d', dependsOn: ['T-AAAA'] },
      'T-CCCC': { estimate: '1d..2d' },
    },
  });
  const found = forecast.notes.find(({ code }) => code === 'no-dates');
  assert.deepEqual(found?.items, ['T-AAAA', 'T-BBBB']);
  assert.match(found.message, /^2 open tasks, such as T-AAAA, T-BBBB, have no date.*left out/);
});

test('a plan in which no open task has a date has no forecast', () => {
  const words: ForecastWords = {
    tasks: {
      'T-AAAA': { estimate: '2d..4d', dependsOn: ['T-BBBB'] },
      'T-BBBB': { estimate: '2d..4d', dependsOn: ['T-AAAA'] },
    },
  };
  const forecast = forecastOf(words);
  assert.deepEqual(
    forecast.notes.map(({ code }) => code),
    ['no-dates'],
  );
  assert.deepEqual(tellFinish(forecast, planToForecast(words).project), [
    'None of the open work has a date, so there is nothing to forecast yet.',
  ]);
  assert.ok(isSettledPlan(forecast));
});

test('a plan in which all was dropped is not told as done', () => {
  const words: ForecastWords = { tasks: { 'T-AAAA': { estimate: '2d', status: 'dropped' } } };
  assert.deepEqual(tellFinish(forecastOf(words), planToForecast(words).project), [
    'Nothing is left to forecast: all of the work was dropped.',
  ]);
});

test('a confidence without words of its own is told as a number, so that no words mean two dates', () => {
  const tellWith = (confidence: number): string | undefined => {
    const words: ForecastWords = {
      tasks: { 'T-AAAA': { estimate: '2d..40d' } },
      rules: { confidence },
    };
    return tellFinish(forecastOf(words), planToForecast(words).project)[0];
  };
  assert.match(tellWith(0.8) ?? '', /^Four times in five, done by/);
  assert.match(tellWith(0.85) ?? '', /^With a chance of 85%, done by/);
  assert.match(tellWith(0.7) ?? '', /^With a chance of 70%, done by/);
});

test('many heavy risks that hardly ever happen are told in one sentence', () => {
  const rare = { current: rate('2%', { schedule: '20d..30d' }), affects: ['T-AAAA'] };
  const risks = Object.fromEntries(['A', 'B', 'C', 'D', 'F'].map(x => [`R-AAA${x}`, rare]));
  const { notes } = forecastOf({ tasks: { 'T-AAAA': { estimate: '2d..4d' } }, risks });
  const found = notes.filter(({ code }) => code === 'risk-rare');
  assert.deepEqual(
    found.map(({ items }) => items),
    [['R-AAAA', 'R-AAAB', 'R-AAAC', 'R-AAAD', 'R-AAAF']],
  );
  assert.match(
    found[0]?.message ?? '',
    /^5 risks, such as R-AAAA, R-AAAB, R-AAAC, would each take/,
  );
});

test('impacts without a range are told once, as what they count as', () => {
  const exactOf = (...impacts: readonly Record<string, string>[]): readonly string[] => {
    const risks = impacts.map((impact, i) => {
      const given = { current: rate('50%', impact), affects: ['T-AAAA'] };
      return [`R-000${i}`, given] as const;
    });
    const { notes } = forecastOf({
      tasks: { 'T-AAAA': { estimate: '2d..4d' } },
      risks: Object.fromEntries(risks),
    });
    return notes.flatMap(({ code, message }) => (code === 'risk-exact' ? [message] : []));
  };
  const ranged = { schedule: '5d..15d', cost: '100..200' };
  assert.deepEqual(exactOf(ranged, { schedule: 'medium' }), []);
  assert.deepEqual(exactOf(ranged, { schedule: '5d' }), [
    'R-0001 "Server may melt" has an impact without a range, and counts as exact; write it as a range, such as 5d..15d, where it is not known',
  ]);
  const [both, ...others] = exactOf({ schedule: '5d' }, { ...ranged, cost: '100' }, ranged);
  assert.match(both ?? '', /^2 risks, such as R-0000, R-0001, have an impact .* count as exact/);
  assert.deepEqual(others, []);
});
