import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../src/core/model/plan.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import { parseMoney } from '../../../src/core/model/money.ts';
import type { Risk } from '../../../src/core/model/risk.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { computeRiskRegister } from '../../../src/core/views/computeRiskRegister.ts';
import { day, planOf, rate, riskOfNothing, soundRisk } from '../../support/riskRatings.ts';

const ctx = { today: day('2026-03-02') };

function snapshotOf(plan: Plan, problems: readonly Problem[] = []): Snapshot {
  const files = [...plan.risks.keys()].map(
    id =>
      [
        `risks/${id}.yaml`,
        { path: `risks/${id}.yaml`, id, text: '', isWritable: id !== 'R-RRRR', problems: [] },
      ] as const,
  );
  return { revision: 1, exists: true, plan, files: new Map(files), problems };
}

test('rows come by score, then by exposure, then by id, and opportunities after the threats', () => {
  const risk = (id: string, chance: string, delay: string): Risk =>
    soundRisk({ id, current: chance === '' ? undefined : rate(chance, { schedule: delay }) });
  const plan = planOf(
    risk('R-BBBB', '', ''),
    risk('R-CCCC', '30%', '4d'),
    risk('R-DDDD', '30%', '5d'),
    risk('R-EEEE', '90%', '25d'),
    risk('R-AAAA', '30%', '4d'),
    { ...risk('R-0000', '90%', '25d'), riskKind: 'opportunity' },
  );
  assert.deepEqual(
    computeRiskRegister(snapshotOf(plan), ctx).rows.map(row => row.id),
    ['R-EEEE', 'R-DDDD', 'R-AAAA', 'R-CCCC', 'R-BBBB', 'R-0000'],
  );
});

test('ratings are shown as they stand in the file, beside their places', () => {
  const risk = soundRisk({
    inherent: rate('high', { schedule: '2d..4d..9d', cost: '1000..2000.50', quality: 'low' }),
    current: rate('30%', { schedule: 'medium', cost: '100..200..500 EUR' }),
    reserve: parseMoney('750 EUR'),
  });
  const [row] = computeRiskRegister(snapshotOf(planOf(risk)), ctx).rows;
  assert.deepEqual(row?.ratings.inherent, {
    probability: 3,
    impact: 1,
    score: 8,
    band: 'medium',
    probabilityText: 'high',
    scheduleText: '2d..4d..9d',
    costText: '1000..2000.50',
    levels: { quality: 'low' },
  });
  assert.equal(row.ratings.current.probabilityText, '30%');
  assert.equal(row.ratings.current.scheduleText, 'medium');
  assert.equal(row.ratings.current.costText, '100 EUR..200 EUR..500 EUR');
  assert.equal(row.ratings.residual.score, 0);
  assert.equal(row.reserveText, '750 EUR');
});

test('references carry titles, an unknown one only its id', () => {
  const other = soundRisk({ id: 'R-BBBB', title: 'Backup may melt too' });
  const risk = soundRisk({ affects: ['T-ZZZZ'], secondary: ['R-BBBB'] });
  const row = computeRiskRegister(snapshotOf(planOf(risk, other)), ctx).rows[0];
  assert.deepEqual(row?.affects, [{ id: 'T-ZZZZ', title: '', state: '' }]);
  assert.deepEqual(row.secondary, [{ id: 'R-BBBB', title: 'Backup may melt too', state: 'open' }]);
});

test('a row is marked for problems of its file and of the register, but not for information', () => {
  const plan = planOf(
    soundRisk({ id: 'R-AAAA' }),
    soundRisk({ id: 'R-BBBB', owner: undefined }),
    soundRisk({ id: 'R-CCCC' }),
    soundRisk({ id: 'R-DDDD' }),
  );
  const problems = [
    createProblem('field-unknown', 'x', { file: 'risks/R-AAAA.yaml' }),
    createProblem('field-value', 'x', { file: 'risks/R-CCCC.yaml' }),
    createProblem('reference-unknown', 'x', { items: ['R-DDDD'] }),
  ];
  const { rows } = computeRiskRegister(snapshotOf(plan, problems), ctx);
  assert.deepEqual(
    rows.filter(row => row.hasProblem).map(row => row.id),
    ['R-BBBB', 'R-CCCC', 'R-DDDD'],
  );
});

test('a file that must not be written makes a row that cannot be edited', () => {
  const plan = planOf(soundRisk({ id: 'R-AAAA' }), soundRisk({ id: 'R-RRRR' }));
  const { rows } = computeRiskRegister(snapshotOf(plan), ctx);
  assert.deepEqual(
    rows.map(row => row.isReadOnly),
    [false, true],
  );
});

test('categories are those of the project and those in use', () => {
  const plan = planOf(
    soundRisk({ id: 'R-AAAA', category: 'Weather' }),
    soundRisk({ id: 'R-BBBB', category: 'Legal' }),
  );
  const project = {
    ...plan.project,
    riskScale: { ...plan.project.riskScale, categories: ['Technical', 'Legal'] },
  };
  const view = computeRiskRegister(snapshotOf({ ...plan, project }), ctx);
  assert.deepEqual(view.categories, ['Technical', 'Legal', 'Weather']);
});

test('a risk that says nothing is still a row', () => {
  const [row] = computeRiskRegister(snapshotOf(planOf(riskOfNothing)), ctx).rows;
  assert.equal(row?.title, 'Server may melt');
  assert.equal(row.exposureMinutes, undefined);
  assert.equal(row.strategy, undefined);
  assert.equal(row.isReviewDue, false);
});

test('a secondary risk knows the risks whose response brings it', () => {
  const plan = planOf(
    soundRisk({ id: 'R-AAAA', secondary: ['R-BBBB', 'R-BBBB', 'R-ZZZZ'] }),
    soundRisk({ id: 'R-BBBB' }),
  );
  const { rows } = computeRiskRegister(snapshotOf(plan), ctx);
  assert.deepEqual(
    rows.map(row => [row.id, row.secondaryOf.map(({ id }) => id)]),
    [
      ['R-AAAA', []],
      ['R-BBBB', ['R-AAAA']],
    ],
  );
});

test('every rating has an exposure of its own', () => {
  const risk = soundRisk({
    inherent: rate('50%', { schedule: '4d' }),
    current: rate('25%', { schedule: '4d' }),
    residual: rate('25%', { cost: '1000' }),
  });
  const [row] = computeRiskRegister(snapshotOf(planOf(risk)), ctx).rows;
  assert.deepEqual(row?.exposures, {
    inherent: { minutes: 960, hundredths: undefined },
    current: { minutes: 480, hundredths: undefined },
    residual: { minutes: undefined, hundredths: 25_000 },
  });
});
