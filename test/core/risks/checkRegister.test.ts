import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Risk } from '../../../src/core/model/risk.ts';
import { checkRegister } from '../../../src/core/risks/checkRegister.ts';
import { day, planOf, rate, riskOfNothing, soundRisk } from '../../support/riskRatings.ts';

const today = day('2026-03-02');

function check(changes: Partial<Risk>, expected: readonly string[]): void {
  const codes = checkRegister(planOf(soundRisk(changes)), today).map(problem => problem.code);
  assert.deepEqual(codes, expected);
}

const response = riskOfNothing.response;

test('a sound risk has no problem', () => {
  check({}, []);
});

test('a risk needs an owner', () => {
  check({ owner: undefined }, ['risk-no-owner']);
});

test('a risk of weight needs a response: a strategy, a plan, tasks, or to be accepted', () => {
  check({ response }, []);
  const current = rate('50%', { schedule: '5d' });
  check({ response, current }, ['risk-no-response']);
  check({ response: { ...response, plan: 'Watch it' }, current }, []);
  check({ response: { ...response, tasks: ['T-AAAA'] }, current }, []);
  check({ response, current, status: 'accepted' }, []);
  check({ response, current: undefined, inherent: current }, ['risk-no-response', 'risk-unrated']);
});

test('a risk needs a current rating with a place on both scales', () => {
  check({ current: undefined }, ['risk-unrated']);
  check({ current: rate('30%') }, ['risk-unrated']);
  const factor = { low: 1.2, likely: 1.5, high: 2 };
  const rated = rate('30%');
  check({ current: { ...rated, impact: { ...rated.impact, factor } } }, []);
});

test('the residual rating of a threat is not above the current', () => {
  check({ residual: rate('30%', { schedule: '5d' }) }, []);
  check({ residual: rate('31%', { schedule: '5d' }) }, ['risk-residual-above']);
  check(
    {
      riskKind: 'opportunity',
      residual: rate('90%', { schedule: '5d' }),
      response: { ...response, strategy: 'enhance' },
    },
    [],
  );
});

test('a strategy answers a threat or an opportunity', () => {
  const answer = (strategy: 'share' | 'avoid' | 'accept'): Partial<Risk> => ({
    response: { ...response, strategy },
  });
  check(answer('share'), ['risk-strategy-kind']);
  check({ ...answer('avoid'), riskKind: 'opportunity' }, ['risk-strategy-kind']);
  check({ ...answer('accept'), riskKind: 'opportunity' }, []);
  check({ ...answer('share'), riskKind: 'opportunity' }, []);
});

test('a review is due from its day on', () => {
  const review = (text: string): Partial<Risk> => ({
    reviewBy: { at: day(text), hasTime: text.includes('T') },
  });
  check(review('2026-03-03'), []);
  check(review('2026-03-02'), ['risk-review-due']);
  check(review('2026-03-02T16:00'), ['risk-review-due']);
  check(review('2026-02-01'), ['risk-review-due']);
});

test('risks that can no longer happen are left in peace', () => {
  for (const status of ['closed', 'occurred'] as const) {
    assert.deepEqual(checkRegister(planOf({ ...riskOfNothing, status }), today), []);
  }
});

test('a problem names the file, the field and the risk, and says what to do', () => {
  const [problem] = checkRegister(planOf(soundRisk({ owner: undefined })), today);
  assert.deepEqual(problem, {
    code: 'risk-no-owner',
    severity: 'warning',
    message: '"Server may melt" has no owner; name the person who watches it in owner',
    file: 'risks/R-AAAA.yaml',
    range: undefined,
    field: ['owner'],
    items: ['R-AAAA'],
  });
});

test('a category is one of the project’s, where the project lists any', () => {
  check({ category: 'anything' }, []);
  const plan = planOf(
    soundRisk({ category: 'secruity' }),
    soundRisk({ id: 'R-BBBB', category: 'legal' }),
  );
  const riskScale = { ...plan.project.riskScale, categories: ['security', 'legal'] };
  const found = checkRegister({ ...plan, project: { ...plan.project, riskScale } }, today);
  assert.deepEqual(
    found.map(({ code, severity, items }) => [code, severity, items]),
    [['risk-category', 'info', ['R-AAAA']]],
  );
  assert.match(found[0]?.message ?? '', /did you mean "security", or add it there$/);
});
