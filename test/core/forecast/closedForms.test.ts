// What a simulation says of networks whose distributions are known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import { normalShare } from '../../../src/core/forecast/normal.ts';
import { rate } from '../../support/riskRatings.ts';
import { seededRandom } from '../../support/seededRandom.ts';
import { forecastOf, type ForecastWords } from '../../support/buildForecast.ts';

const day = 480;

/** Asserts that the true quantiles lie within the bounds that the forecast states. */
function checkQuantiles(forecast: Forecast, truth: (share: number) => number): void {
  const { p10, p50, p80, p90 } = forecast.finish.workMinutes;
  for (const [share, { low, high }] of [
    [0.1, p10],
    [0.5, p50],
    [0.8, p80],
    [0.9, p90],
  ] as const) {
    const value = truth(share);
    assert.ok(
      low - 1 <= value && value <= high + 1,
      `P${share * 100}: ${value} not in ${low}..${high}`,
    );
  }
}

test('two uniform tasks side by side: the larger of two', () => {
  const words = { tasks: { 'T-AAAA': { estimate: '0d..10d' }, 'T-BBBB': { estimate: '0d..10d' } } };
  const forecast = forecastOf(words, { iterations: 20_000 });
  checkQuantiles(forecast, share => Math.sqrt(share) * 10 * day);
  assert.ok(Math.abs(forecast.finish.meanMinutes - (2 / 3) * 10 * day) < 25);
  // The mean of the larger, less the mean of each: 10/3 - 5 ... of the block that is sampled.
  assert.ok(Math.abs(forecast.finish.mergeBias - (10 / 6) * day) < 60);
});

test('two uniform tasks one after the other: a triangle', () => {
  const words = {
    tasks: {
      'T-AAAA': { estimate: '0d..10d' },
      'T-BBBB': { estimate: '0d..10d', dependsOn: ['T-AAAA'] },
    },
  };
  checkQuantiles(forecastOf(words, { iterations: 20_000 }), share =>
    share <= 0.5 ? Math.sqrt(2 * share) * 10 * day : (20 - Math.sqrt(2 * (1 - share)) * 10) * day,
  );
});

test('the stated bounds hold the true quantile as often as they say', () => {
  const words = { tasks: { 'T-AAAA': { estimate: '0d..10d' }, 'T-BBBB': { estimate: '0d..10d' } } };
  let held = 0;
  const rounds = 200;
  for (let seed = 0; seed < rounds; seed++) {
    const { low, high } = forecastOf(words, { iterations: 500, seed }).finish.workMinutes.p80;
    const truth = Math.sqrt(0.8) * 10 * day;
    if (low <= truth && truth <= high) held++;
  }
  // 95 in 100 are stated: of 200, fewer than 178 would be a matter of one in ten thousand.
  assert.ok(held >= 178, `${held} of ${rounds}`);
});

/** Ten days at most, and five more in three of ten runs, or in one with the response. */
const answered: ForecastWords = {
  tasks: { 'T-AAAA': { estimate: '0d..10d' } },
  risks: {
    'R-AAAA': {
      current: rate('30%', { schedule: '5d' }),
      residual: rate('10%', { schedule: '5d' }),
      affects: ['T-AAAA'],
    },
  },
};

test('the bounds of what a response buys hold the truth as often as they say', () => {
  let held = 0;
  let widths = 0;
  const rounds = 200;
  for (let seed = 0; seed < rounds; seed++) {
    const [mitigation] = forecastOf(answered, { iterations: 500, seed }).mitigations;
    const [low, high] = mitigation?.bounds ?? [NaN, NaN];
    // At 9.5 days 0.7 × 9.5 / 10 + 0.3 × 4.5 / 10 is 0.8, and at 8.5 days 0.9 × 8.5 / 10 + 0.1 × 3.5 / 10.
    if (low <= day && day <= high) held++;
    widths += high - low;
  }
  assert.ok(held >= 178, `${held} of ${rounds}`);
  // Two quantiles that were not drawn in pairs would differ by 2 × 1.96 × √(2 × 0.16 / 500) × 10 days.
  assert.ok(widths / rounds < 0.75 * day, `${widths / rounds / day} days`);
});

test('the bounds of what a risk adds hold its exposure as often as they say', () => {
  const current = rate('30%', { schedule: '5d', cost: '1000' });
  const risks = { 'R-AAAA': { current, affects: ['T-AAAA'] } };
  const held = { days: 0, money: 0 };
  for (let seed = 0; seed < 200; seed++) {
    const words = { tasks: { 'T-AAAA': { estimate: '0d..10d' } }, risks };
    const [risk] = forecastOf(words, { iterations: 400, seed }).risks;
    const within = ([low, high] = [NaN, NaN] as readonly [number, number], truth: number) =>
      Number(low <= truth && truth <= high);
    held.days += within(risk?.meanBounds, 1.5 * day);
    held.money += within(risk?.costBounds, 30_000);
  }
  assert.ok(held.days >= 178 && held.money >= 178, JSON.stringify(held));
});

test('time and money together have bounds that hold the truth as often as they say', () => {
  let held = 0;
  const words: ForecastWords = {
    tasks: { 'T-AAAA': { estimate: '0d..10d' } },
    risks: { 'R-AAAA': { current: rate('100%', { cost: '0..1000' }), affects: ['T-AAAA'] } },
  };
  for (let seed = 0; seed < 200; seed++) {
    const { joint } = forecastOf(words, { iterations: 500, seed });
    const [low = NaN, high = NaN] = joint?.costBounds ?? [];
    // Both are kept four times in five where each is √0.8 of the time.
    const truth = Math.sqrt(0.8) * 100_000;
    if (low <= truth && truth <= high) held++;
  }
  assert.ok(held >= 178, `${held} of 200`);
});

test('what a response buys is looked into further where the bounds lie far apart', () => {
  const sharp = forecastOf(answered, { iterations: 10_000 }).mitigations[0];
  assert.equal(sharp?.iterations, 2048);
  const current = rate('20%', { schedule: '5d..100d' });
  const residual = rate('15%', { schedule: '5d..100d' });
  const tasks = { 'T-AAAA': { estimate: '10d' } };
  const risks = { 'R-AAAA': { current, residual, affects: ['T-AAAA'] } };
  const vague = forecastOf({ tasks, risks }, { iterations: 10_000 }).mitigations[0];
  assert.equal(vague?.iterations, 10_000);
  const few = forecastOf({ tasks, risks }, { iterations: 3000 }).mitigations[0];
  assert.equal(few?.iterations, 3000);
});

test('a chain of PERT estimates: means and variances add up', () => {
  const tasks: Record<string, { estimate: string; dependsOn?: string[] }> = {};
  const points = [2, 3, 10] as const;
  for (let i = 0; i < 12; i++) {
    const id = `T-00${10 + i}`;
    const before = `T-00${9 + i}`;
    tasks[id] = { estimate: '2d..3d..10d', ...(i > 0 ? { dependsOn: [before] } : {}) };
  }
  const { finish } = forecastOf({ tasks }, { iterations: 10_000 });
  const mean = (points[0] + 4 * points[1] + points[2]) / 6;
  const variance = ((mean - points[0]) * (points[2] - mean)) / 7;
  const deviation = Math.sqrt(12 * variance);
  assert.ok(Math.abs(finish.meanMinutes / day - 12 * mean) < (4 * deviation) / 100);
  // Twelve are enough for the sum to be nearly normal.
  const spread = (finish.workMinutes.p90.value - finish.workMinutes.p10.value) / day;
  assert.ok(Math.abs(spread / (2 * 1.2816 * deviation) - 1) < 0.03, `spread ${spread}`);
});

/** Clark, "The greatest of a finite set of random variables", Operations Research 9 (1961). */
function meanOfGreater(m1: number, m2: number, deviation: number, correlation: number): number {
  const a = deviation * Math.sqrt(2 - 2 * correlation);
  const alpha = (m1 - m2) / a;
  const density = Math.exp((-alpha * alpha) / 2) / Math.sqrt(2 * Math.PI);
  return m1 * normalShare(alpha) + m2 * normalShare(-alpha) + a * density;
}

test('two normal tasks side by side have the mean of Clark, whether they move together or not', () => {
  // 20..30..40 as hundredths 10, 50 and 90 is a normal distribution; its deviation is 10 / 1.2816.
  const deviation = 10 / 1.2815515655446004;
  for (const strength of [0, 0.7, -0.6]) {
    const words: ForecastWords = {
      tasks: {
        'T-AAAA': { estimate: '20d..30d..40d' },
        'T-BBBB': { estimate: '23d..33d..43d' },
      },
      rules: {
        threePoints: 'lognormal',
        correlations: [{ between: ['T-AAAA', 'T-BBBB'], strength }],
      },
    };
    const found = forecastOf(words, { iterations: 20_000 }).finish.meanMinutes / day;
    const expected = meanOfGreater(30, 33, deviation, strength);
    assert.ok(Math.abs(found - expected) < 0.2, `${strength}: ${found}, not ${expected}`);
  }
});

test('a cause that two tasks share correlates them by its strength', () => {
  const words: ForecastWords = {
    tasks: {
      'T-AAAA': { estimate: '20d..30d..40d' },
      'T-BBBB': { estimate: '20d..30d..40d' },
    },
    rules: { threePoints: 'lognormal', correlation: 0.5 },
  };
  const found = forecastOf(words, { iterations: 20_000 }).finish.meanMinutes / day;
  const expected = meanOfGreater(30, 30 + 1e-9, 10 / 1.2815515655446004, 0.5);
  assert.ok(Math.abs(found - expected) < 0.2, `${found}, not ${expected}`);
});

test('a stated correlation is that of the two as a whole, whatever they share besides', () => {
  const deviation = 10 / 1.2815515655446004;
  const found = (correlation: number, strength: number) => {
    const words: ForecastWords = {
      tasks: {
        'T-AAAA': { estimate: '20d..30d..40d' },
        'T-BBBB': { estimate: '20d..30d..40d', dependsOn: ['T-AAAA'] },
      },
      rules: {
        threePoints: 'lognormal',
        correlation,
        correlations: [{ between: ['T-AAAA', 'T-BBBB'], strength }],
      },
    };
    const { finish, notes } = forecastOf(words, { iterations: 40_000 });
    const { p10, p90 } = finish.workMinutes;
    const spread = (p90.value - p10.value) / day / 2 / 1.2815515655446004;
    return { implied: spread ** 2 / (2 * deviation ** 2) - 1, notes };
  };
  for (const [correlation, strength] of [
    [0, 0.8],
    [0.3, 0.8],
    [0.3, 0.3],
    [0.3, -0.2],
  ] as const) {
    const { implied, notes } = found(correlation, strength);
    assert.ok(Math.abs(implied - strength) < 0.05, `${implied}, not ${strength}`);
    assert.deepEqual(notes, []);
  }
  // Half of each is the same cause, so that they cannot move against one another.
  const against = found(0.5, -0.5);
  assert.ok(Math.abs(against.implied) < 0.05, `${against.implied}`);
  assert.match(against.notes[0]?.message ?? '', /largest change of one being 0\.50$/);
});

test('a risk of three in ten shows from P80 on, and its exposure is probability times delay', () => {
  const rating = {
    probability: { kind: 'share', share: 0.3 },
    impact: {
      schedule: {
        optimistic: { value: 5, unit: 'd', isElapsed: false },
        likely: { value: 5, unit: 'd', isElapsed: false },
        pessimistic: { value: 5, unit: 'd', isElapsed: false },
      },
      cost: undefined,
      levels: {},
    },
  } as const;
  const forecast = forecastOf(
    {
      tasks: { 'T-AAAA': { estimate: '10d' } },
      risks: { 'R-AAAA': { current: rating, affects: ['T-AAAA'] } },
    },
    { iterations: 10_000 },
  );
  const { p50, p80 } = forecast.finish.workMinutes;
  assert.deepEqual([p50.value, p80.value], [10 * day, 15 * day]);
  assert.ok(Math.abs(forecast.finish.chanceOfPlanned - 0.7) < 0.02);
  const [risk] = forecast.risks;
  assert.ok(Math.abs((risk?.meanMinutes ?? 0) - 1.5 * day) < 40);
  assert.equal(risk?.minutes, 5 * day);
});

/** The example of Reliable Construction of Hillier and Lieberman, "Introduction to Operations Research". */
const reliable: readonly (readonly [string, string, string])[] = [
  ['A', '1..2..3', ''],
  ['B', '2..3.5..8', 'A'],
  ['C', '6..9..18', 'B'],
  ['D', '4..5.5..10', 'C'],
  ['E', '1..4.5..5', 'C'],
  ['F', '4..4..10', 'E'],
  ['G', '5..6.5..11', 'D'],
  ['H', '5..8..17', 'E G'],
  ['J', '3..7.5..9', 'C'],
  ['K', '3..9..9', 'F J'],
  ['M', '4..4..4', 'K'],
  ['N', '1..5.5..7', 'K'],
  ['P', '1..2..3', 'H'],
  ['Q', '5..5.5..9', 'M N'],
];

/** The same network drawn by rejection and added up by hand: mean weeks, and the chance of 47. */
function simulatePlainly(rounds: number): { mean: number; chance: number } {
  const random = seededRandom(11);
  const beta = (mode: number): number => {
    const density = (x: number): number => x ** (4 * mode) * (1 - x) ** (4 - 4 * mode);
    const top = density(mode);
    for (;;) {
      const x = random();
      if (random() * top <= density(x)) return x;
    }
  };
  let [sum, kept] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const finish = new Map<string, number>();
    for (const [letter, range, before] of reliable) {
      const [low = 0, likely = 0, high = 0] = range.split('..').map(Number);
      const length = low === high ? low : low + (high - low) * beta((likely - low) / (high - low));
      const start = Math.max(0, ...before.split(' ').map(each => finish.get(each) ?? 0));
      finish.set(letter, start + length);
    }
    const last = Math.max(...finish.values());
    sum += last;
    if (last <= 47) kept++;
  }
  return { mean: sum / rounds, chance: kept / rounds };
}

test('a network of the textbooks: its mean path, its chance, and what merging adds', () => {
  const idOf = (letter: string): string => `T-000${letter}`;
  const tasksOf = (letters: string): ForecastWords['tasks'] =>
    Object.fromEntries(
      reliable
        .filter(([letter]) => letters.includes(letter))
        .map(([letter, range, before]) => [
          idOf(letter),
          {
            estimate: range
              .split('..')
              .map(weeks => `${weeks}w`)
              .join('..'),
            dependsOn: before
              .split(' ')
              .filter(each => each !== '' && letters.includes(each))
              .map(idOf),
          },
        ]),
    );
  const week = 5 * day;
  // Printed there: the mean critical path is 44 weeks, and the chance of 47 weeks on it 84%.
  const path = forecastOf({ tasks: tasksOf('ABCEFKNQ') }, { iterations: 20_000 });
  assert.ok(Math.abs(path.finish.meanMinutes / week - 44) < 0.1);
  const chanceOf47 = (forecast: Forecast): number => {
    const at = forecast.curve.findLast(point => point.at <= forecast.start + 47 * week);
    return at?.share ?? 0;
  };
  assert.ok(Math.abs(chanceOf47(path) - 0.84) < 0.05, `${chanceOf47(path)}`);
  // The book's own warning: the other paths make it worse. A sampler of its own agrees by how much.
  const whole = forecastOf({ tasks: tasksOf('ABCDEFGHJKMNPQ') }, { iterations: 20_000 });
  const { mean, chance } = simulatePlainly(20_000);
  assert.ok(mean > 44.15 && Math.abs(whole.finish.meanMinutes / week - mean) < 0.12, `${mean}`);
  assert.ok(Math.abs(chanceOf47(whole) - chance) < 0.025, `${chance}`);
  const critical = new Map(whole.tasks.map(({ id, criticality }) => [id, criticality]));
  assert.equal(critical.get(idOf('A')), 1);
  assert.ok((critical.get(idOf('F')) ?? 0) > (critical.get(idOf('H')) ?? 0));
  const both = (critical.get(idOf('Q')) ?? 0) + (critical.get(idOf('P')) ?? 0);
  assert.ok(both >= 1 && both < 1.02, `${both}`);
});

test('a tornado shows what the finish depends on, and nothing that chance alone makes look so', () => {
  const tasks: Record<string, { estimate: string; dependsOn?: string[] }> = {
    'T-AAAA': { estimate: '20d..30d..60d' },
    'T-BBBB': { estimate: '5d..10d..20d', dependsOn: ['T-AAAA'] },
  };
  for (let i = 0; i < 60; i++) tasks[`T-${1000 + i}`] = { estimate: '1d..2d..9d' };
  const idle = { current: rate('50%', { schedule: '3d' }), affects: ['T-1000'] };
  for (let seed = 0; seed < 5; seed++) {
    const { tornado } = forecastOf(
      { tasks, risks: { 'R-AAAA': idle } },
      { iterations: 2048, seed },
    );
    assert.deepEqual(
      tornado.map(({ id }) => id),
      ['T-AAAA', 'T-BBBB'],
    );
  }
});
