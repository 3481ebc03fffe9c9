import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFactorRange } from '../../../src/core/model/factorRange.ts';
import { defaultForecastRules } from '../../../src/core/model/forecastRules.ts';
import { dayNumber } from '../../../src/core/model/instant.ts';
import type { Risk } from '../../../src/core/model/risk.ts';
import type { ScheduleOptions } from '../../../src/core/schedule/buildNetwork.ts';
import { eventRatings } from '../../../src/core/forecast/riskEvent.ts';
import { tellFinish } from '../../../src/core/forecast/tellForecast.ts';
import { forecastOf, planToForecast } from '../../support/buildForecast.ts';
import { simulate } from '../../../src/core/forecast/simulate.ts';
import { euroProject, rate, soundRisk } from '../../support/riskRatings.ts';

const day = 480;
const oneTask = { 'T-AAAA': { estimate: '10d' } };

function isNear(value: number | undefined, expected: number, slack: number): void {
  assert.ok(Math.abs((value ?? NaN) - expected) <= slack, `${value} is not ${expected}`);
}

test('an opportunity takes work away, and never more than is left', () => {
  const risk = { riskKind: 'opportunity', current: rate('40%', { schedule: '30d' }) } as const;
  const { finish, risks } = forecastOf({
    tasks: { ...oneTask, 'T-BBBB': { estimate: '2d', dependsOn: ['T-AAAA'] } },
    risks: { 'R-AAAA': { ...risk, affects: ['T-AAAA'] } },
  });
  assert.deepEqual(
    [finish.workMinutes.p10.value, finish.workMinutes.p50.value],
    [2 * day, 12 * day],
  );
  isNear(risks[0]?.meanMinutes, -4 * day, 100);
});

test('a factor multiplies the work that is still to come', () => {
  const factor = parseFactorRange('150%');
  const current = rate('50%');
  const rating = { ...current, impact: { ...current.impact, ...(factor ? { factor } : {}) } };
  const { finish } = forecastOf({
    tasks: { 'T-AAAA': { estimate: '10d', started: '2026-03-02', progress: 0.4 } },
    risks: { 'R-AAAA': { current: rating, affects: ['T-AAAA'] } },
  });
  const { p10, p80 } = finish.workMinutes;
  assert.equal(p80.value - p10.value, 3 * day);
});

test('money with three points has their shape, and an amount of its own is exact', () => {
  const costOf = (cost: string): unknown => {
    const project = { ...euroProject, forecast: { ...defaultForecastRules } };
    const { cost: of } = eventRatings(
      soundRisk({ current: rate('50%', { cost }) }),
      project,
    ).current;
    return of && [of.shape, of.low, of.likely, of.high];
  };
  assert.deepEqual(costOf('100..200..1000'), ['pert', 10_000, 20_000, 100_000]);
  assert.deepEqual(costOf('100..200'), ['uniform', 10_000, 15_000, 20_000]);
  assert.deepEqual(costOf('100 EUR'), ['pert', 10_000, 10_000, 10_000]);
  assert.equal(costOf('100..200..1000 USD'), undefined);
});

test('a risk on a milestone, or on a summary, delays what follows it and nothing else', () => {
  const tasks = {
    'T-AAAA': { estimate: '2d', milestone: 'M-AAAA', parent: 'T-9999' },
    'T-9999': {},
    'T-BBBB': { estimate: '1d', dependsOn: ['T-AAAA'] },
    'T-CCCC': { estimate: '1d', dependsOn: ['M-AAAA'] },
    'T-DDDD': { estimate: '1d', dependsOn: ['T-9999'] },
  };
  const finishes = (affects: string): readonly number[] => {
    const { tasks: found, start } = forecastOf({
      tasks,
      milestones: { 'M-AAAA': {} },
      risks: { 'R-AAAA': { current: rate('100%', { schedule: '5d' }), affects: [affects] } },
    });
    return ['T-BBBB', 'T-CCCC', 'T-DDDD'].map(
      id => ((found.find(task => task.id === id)?.finish.p50 ?? 0) - start) / day,
    );
  };
  assert.deepEqual(finishes('M-AAAA'), [3, 8, 3]);
  assert.deepEqual(finishes('T-9999'), [3, 3, 8]);
});

test('what is gained at a milestone, or by a factor, is gained in the tasks that bring it about', () => {
  const tasks = {
    'T-9999': {},
    'T-AAAA': { estimate: '10d', parent: 'T-9999', milestone: 'M-AAAA' },
    'T-XXXX': { estimate: '1d', dependsOn: ['T-AAAA'] },
    'T-BBBB': { estimate: '8d', parent: 'T-9999', milestone: 'M-AAAA', dependsOn: ['T-XXXX'] },
    'T-CCCC': { estimate: '19d', milestone: 'M-AAAA' },
  };
  const of = (affects: string, riskKind: Risk['riskKind'], impact: Risk['current']): number => {
    const risks = { 'R-AAAA': { riskKind, current: impact, affects: [affects] } };
    const words = { tasks, milestones: { 'M-AAAA': {} }, risks };
    const { milestones, start } = forecastOf(words, { iterations: 200 });
    return ((milestones[0]?.quantiles.p50.value ?? 0) - start) / day;
  };
  const gain = rate('100%', { schedule: '4d' });
  assert.equal(of('M-AAAA', 'opportunity', gain), 15);
  // The other way to the milestone is not in the summary.
  assert.equal(of('T-9999', 'opportunity', gain), 19);
  assert.equal(of('M-AAAA', 'threat', gain), 23);
  const factor = parseFactorRange('150%');
  const longer = { ...gain, impact: { levels: {}, schedule: undefined, cost: undefined, factor } };
  assert.equal(of('M-AAAA', 'threat', longer), 28.5);
  assert.equal(of('T-9999', 'threat', longer), 28);
});

test('a risk that others trigger happens only after one of them did', () => {
  const risks: Record<string, Partial<Risk>> = {
    'R-BBBB': { current: rate('20%', { schedule: '3d' }), affects: ['T-AAAA'] },
    'R-AAAA': {
      current: rate('50%', { schedule: '5d' }),
      affects: ['T-AAAA'],
      triggeredBy: ['R-BBBB'],
    },
  };
  const forecast = forecastOf({ tasks: oneTask, risks }, { iterations: 8000 });
  isNear(forecast.risks.find(({ id }) => id === 'R-AAAA')?.probability, 0.1, 0.02);
  const lengths = new Set(forecast.curve.map(({ at }) => (at - forecast.start) / day));
  assert.deepEqual([...lengths], [10, 13, 18]);
  const circle = forecastOf({
    tasks: oneTask,
    risks: { ...risks, 'R-BBBB': { ...risks['R-BBBB'], triggeredBy: ['R-AAAA'] } },
  });
  assert.equal(circle.notes[0]?.code, 'risk-circle');
});

test('a risk happens after none that cannot happen, and by itself once one of them did', () => {
  const certain = rate('100%', { schedule: '2d' });
  const found = (status: Risk['status'], triggeredBy: readonly string[]) => {
    const risks: Record<string, Partial<Risk>> = {
      'R-AAAA': { current: certain, affects: ['T-AAAA'], status },
      'R-BBBB': { title: 'Rust', current: certain, affects: ['T-AAAA'], triggeredBy },
      'R-CCCC': { title: 'Dust', current: certain, affects: ['T-AAAA'], triggeredBy: ['R-BBBB'] },
    };
    const { finish, notes } = forecastOf({ tasks: oneTask, risks }, { iterations: 200 });
    const told = notes.filter(({ code }) => code === 'risk-no-trigger');
    return [
      finish.workMinutes.p50.value / day,
      ...told.map(({ message }) => message.split(',')[0]),
    ];
  };
  const left = [
    'R-BBBB "Rust" may only happen after',
    'R-CCCC "Dust" may only happen after R-BBBB',
  ];
  assert.deepEqual(found('open', ['R-AAAA']), [16]);
  assert.deepEqual(found('occurred', ['R-AAAA']), [14]);
  assert.deepEqual(found('closed', ['R-AAAA']), [10, `${left[0] ?? ''} R-AAAA`, left[1]]);
  assert.deepEqual(found('open', ['R-ZZZZ']), [12, `${left[0] ?? ''} R-ZZZZ`, left[1]]);
  assert.deepEqual(found('closed', ['R-AAAA', 'R-ZZZZ']), [
    10,
    `${left[0] ?? ''} one of R-AAAA`,
    left[1],
  ]);
});

test('a risk that names the same task twice hits it once', () => {
  const risk = { current: rate('100%', { schedule: '2d' }), affects: ['T-AAAA', 'T-AAAA'] };
  const { finish } = forecastOf({ tasks: oneTask, risks: { 'R-AAAA': risk } }, { iterations: 200 });
  assert.equal(finish.workMinutes.p50.value, 12 * day);
});

test('a risk that a response brings is there once that response is under way', () => {
  const risks = (status: Risk['status']): Record<string, Partial<Risk>> => ({
    'R-AAAA': {
      status,
      current: rate('50%', { schedule: '5d' }),
      residual: rate('0%', { schedule: '5d' }),
      affects: ['T-AAAA'],
      secondary: ['R-BBBB'],
    },
    'R-BBBB': { current: rate('100%', { schedule: '1d' }), affects: ['T-AAAA'] },
  });
  const p10 = (status: Risk['status']): readonly (number | undefined)[] => {
    const { runs, start } = forecastOf({ tasks: oneTask, risks: risks(status) });
    return runs.map(({ quantiles }) => (quantiles.p10 - start) / day);
  };
  assert.deepEqual(p10('open'), [10, 10, 11]);
  assert.deepEqual(p10('mitigating'), [11, 10, 11]);
});

test('before any response there are no tasks of responses either', () => {
  const tasks = {
    'T-AAAA': { estimate: '10d' },
    'T-BBBB': { estimate: '3d', dependsOn: ['T-AAAA'] },
  };
  const response = { strategy: 'reduce', plan: undefined, tasks: ['T-BBBB'], cost: undefined };
  const current = rate('0%', { schedule: '6d' });
  const risks = { 'R-AAAA': { current, affects: ['T-AAAA'], response } as Partial<Risk> };
  const { runs, start } = forecastOf({ tasks, risks }, { iterations: 500 });
  assert.deepEqual(
    runs.map(({ rating, quantiles }) => [rating, (quantiles.p80 - start) / day]),
    [
      ['current', 13],
      ['inherent', 10],
      ['residual', 13],
    ],
  );
});

test('what a response buys is told in days and money, its own tasks and cost counted in', () => {
  const forecast = forecastOf(
    {
      tasks: {
        'T-AAAA': { estimate: '10d' },
        'T-BBBB': { estimate: '2d', dependsOn: ['T-AAAA'] },
      },
      risks: {
        'R-AAAA': {
          current: rate('50%', { schedule: '6d', cost: '10000' }),
          residual: rate('10%', { schedule: '6d', cost: '10000' }),
          affects: ['T-AAAA'],
          response: {
            strategy: 'reduce',
            plan: undefined,
            tasks: ['T-BBBB'],
            cost: { hundredths: 100_000, currency: undefined },
          },
        },
      },
    },
    { iterations: 8000 },
  );
  const [mitigation] = forecast.mitigations;
  assert.deepEqual(mitigation?.tasks, ['T-BBBB']);
  // At P80 six days of delay go, and the two days of its task come.
  assert.equal(mitigation.minutes, 4 * day);
  isNear(mitigation.meanMinutes, (0.4 * 6 - 2) * day, 60);
  isNear(mitigation.saves, 400_000, 20_000);
  assert.equal(mitigation.net, mitigation.saves - 100_000);
  assert.equal(forecast.actions[0]?.kind, 'mitigate');
});

test('open work of the past is told, until somebody says until when the plan is true', () => {
  const plan = planToForecast({ tasks: { ...oneTask, 'T-BBBB': { status: 'done' } } });
  const told = (options: ScheduleOptions): readonly string[] =>
    simulate({ plan, options, seed: 1, extent: { iterations: 200, mayStopEarly: false } })
      .notes.filter(({ code }) => code === 'past')
      .flatMap(({ items }) => items);
  const today = dayNumber(2027, 1, 1) * 1440;
  assert.deepEqual(told({ today }), ['T-AAAA']);
  assert.deepEqual(told({ today, statusDate: { at: today, hasTime: false } }), []);
  assert.deepEqual(told({ today: plan.project.start?.at }), []);
});

test('what cannot be reckoned with is told in a plain sentence', () => {
  const notes = (words: Parameters<typeof forecastOf>[0]): readonly string[] =>
    forecastOf(words, { iterations: 200 }).notes.map(({ code }) => code);
  const risk = { current: rate('30%', { schedule: '4d..6d' }) };
  assert.deepEqual(notes({ tasks: {} }), ['no-tasks']);
  assert.deepEqual(notes({ tasks: { 'T-AAAA': {} } }), ['no-estimates']);
  assert.deepEqual(notes({ tasks: oneTask }), ['no-ranges']);
  assert.deepEqual(notes({ tasks: { 'T-AAAA': { status: 'done', finished: '2026-03-05' } } }), [
    'finished',
  ]);
  const ranged = { 'T-AAAA': { estimate: '2d..9d' }, 'T-BBBB': { status: 'dropped' } } as const;
  assert.deepEqual(
    notes({ tasks: ranged, risks: { 'R-AAAA': { ...risk, affects: ['T-BBBB'] } } }),
    ['risk-idle'],
  );
  assert.deepEqual(notes({ tasks: ranged, risks: { 'R-AAAA': risk } }), ['risk-at-end']);
  assert.deepEqual(notes({ tasks: ranged, risks: { 'R-AAAA': { current: rate('') } } }), [
    'risk-no-probability',
  ]);
  assert.deepEqual(
    notes({
      tasks: ranged,
      risks: { 'R-AAAA': { current: rate('1%', { schedule: '400d..600d' }), affects: ['T-AAAA'] } },
    }),
    ['risk-rare'],
  );
  assert.deepEqual(
    notes({
      tasks: {
        'T-AAAA': { estimate: '1d..2d' },
        'T-BBBB': { estimate: '1d..2d' },
        'T-CCCC': { estimate: '1d..2d' },
      },
      rules: {
        correlations: [{ between: ['T-AAAA', 'T-BBBB', 'T-CCCC'], strength: -0.9 }],
      },
    }),
    ['correlation-repaired'],
  );
  const many = Array.from({ length: 205 }, (_, i) => `T-${1000 + i}`);
  assert.deepEqual(
    notes({
      tasks: Object.fromEntries(many.map(id => [id, { estimate: '1d..2d' }])),
      rules: { correlations: [{ between: many, strength: 0.2 }] },
    }),
    ['correlation-too-many'],
  );
});

test('what is there and cannot be counted is told too', () => {
  const told = (words: Parameters<typeof forecastOf>[0]): readonly string[] =>
    forecastOf(words, { iterations: 200 }).notes.map(({ message }) => message);
  const tasks = { 'T-AAAA': { estimate: '2d..9d' }, 'T-BBBB': {} } as const;
  const ranged = { 'T-AAAA': tasks['T-AAAA'] };
  assert.deepEqual(told({ tasks }), [
    'T-BBBB has no estimate that can be read, so it counts as one day sharp; give an estimate as a range, such as 2d..4d..9d',
  ]);
  assert.match(
    told({ tasks: { ...tasks, 'T-CCCC': {} } })[0] ?? '',
    /^2 of 3 open tasks have no estimate that can be read, such as T-BBBB, T-CCCC, so they count/,
  );
  const risks = {
    'R-AAAA': { title: 'Rain', current: rate('30%'), affects: ['T-AAAA'] },
  };
  assert.match(told({ tasks: ranged, risks })[0] ?? '', /^R-AAAA "Rain" has no impact in days/);
});

test('a milestone that no task brings about is told, and so is a risk that affects it', () => {
  const forecast = forecastOf(
    {
      tasks: { 'T-AAAA': { estimate: '2d..9d' } },
      milestones: { 'M-AAAA': { title: 'Party', due: '2026-03-20' }, 'M-BBBB': { title: 'Later' } },
      risks: {
        'R-AAAA': {
          title: 'Rain',
          current: rate('30%', { schedule: '4d..6d' }),
          affects: ['M-AAAA', 'T-AAAA'],
        },
      },
    },
    { iterations: 200 },
  );
  assert.deepEqual(
    forecast.notes.map(({ code, items }) => [code, ...items]),
    [
      ['risk-empty-milestone', 'R-AAAA', 'M-AAAA'],
      ['milestone-empty', 'M-AAAA'],
    ],
  );
  assert.ok((forecast.risks[0]?.meanMinutes ?? 0) > 0);
});

test('a plan without anything open says so, and no chance', () => {
  const headlines = [{}, { 'T-AAAA': { status: 'done', finished: '2026-03-05' } } as const].map(
    tasks =>
      tellFinish(forecastOf({ tasks }, { iterations: 200 }), planToForecast({ tasks }).project),
  );
  assert.deepEqual(headlines, [
    ['There is nothing to forecast yet.'],
    ['All work is done: the last of it on 5 March 2026.'],
  ]);
  const sharp = { tasks: oneTask };
  const [headline] = tellFinish(
    forecastOf(sharp, { iterations: 200 }),
    planToForecast(sharp).project,
  );
  assert.match(headline ?? '', /^As far as the estimates tell, it is done by /);
});

test('a plan without tasks, and one that is over, still have a forecast', () => {
  for (const tasks of [{}, { 'T-AAAA': { status: 'done', finished: '2026-03-05' } } as const]) {
    const plan = planToForecast({ tasks });
    const extent = { iterations: 200, mayStopEarly: false };
    const { finish } = simulate({ plan, options: {}, seed: 1, extent });
    assert.equal(finish.quantiles.p10.value, finish.planned);
    assert.equal(finish.quantiles.p90.value, finish.planned);
  }
});

test('what would end after the last year of a plan ends late, and never early', () => {
  const tasks = {
    'T-AAAA': { estimate: '100000d..300000d', milestone: 'M-AAAA' },
    'T-BBBB': { estimate: '5d' },
    'T-CCCC': { estimate: '1d', dependsOn: ['T-AAAA'] },
  };
  const words = { tasks, milestones: { 'M-AAAA': {} } };
  const { finish, milestones, notes, tasks: found } = forecastOf(words, { iterations: 200 });
  const last = dayNumber(2200, 1, 1) * 1440;
  assert.equal(finish.quantiles.p90.value, last);
  assert.equal(milestones[0]?.quantiles.p90.value, last);
  assert.equal(found.find(({ id }) => id === 'T-CCCC')?.finish.p90, last);
  assert.match(notes.find(({ code }) => code === 'horizon')?.message ?? '', /counts as done with/);
  const risk = { current: rate('100%', { schedule: '900000d' }) };
  const delayed = forecastOf(
    { tasks: { 'T-BBBB': { estimate: '5d' } }, risks: { 'R-AAAA': risk } },
    { iterations: 200 },
  );
  assert.equal(delayed.finish.quantiles.p90.value, last);
});

test('where all is done no risk can put off the finish any more', () => {
  const risks = { 'R-AAAA': { current: rate('50%', { schedule: '5d' }) } };
  const forecast = forecastOf({ tasks: { 'T-AAAA': { estimate: '2d', status: 'done' } }, risks });
  assert.equal(forecast.finish.quantiles.p90.value, forecast.finish.quantiles.p10.value);
  assert.deepEqual([forecast.tornado, forecast.actions], [[], []]);
  const open = forecastOf({ tasks: { 'T-AAAA': { estimate: '2d' } }, risks });
  assert.notEqual(open.finish.quantiles.p90.value, open.finish.quantiles.p10.value);
});
