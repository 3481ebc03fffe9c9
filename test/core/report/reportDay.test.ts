import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { prepareReport } from '../../../src/core/report/prepareReport.ts';
import { chooseReportDay, tellReportDay } from '../../../src/core/report/reportDay.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { buildPlan } from '../../support/buildPlan.ts';

test('what is known as of today makes no other page than what is computed for the day', () => {
  for (const project of [
    { start: undefined },
    { start: parsePlanDate('2026-11-02') },
    { start: undefined, finish: parsePlanDate('2026-12-18') },
  ]) {
    const plan = buildPlan({ project, tasks: { 'T-0001': { title: 'Dig', duration: '4d' } } });
    const today = parsePlanDate('2026-11-23')?.at ?? 0;
    const committedAt = Date.parse('2026-11-04T12:00:00Z') / 1000;
    const wish = { audience: 'team', committedAt, today } as const;
    const known = (): Schedule => computeSchedule(plan, { today });
    const [one, other] = [prepareReport(plan, { ...wish, known }), prepareReport(plan, wish)];
    assert.deepEqual(one(noRates), other(noRates));
    assert.equal(one(noRates).on, '2026-11-04');
  }
});

test('a report tells of the day asked for, else of the status date, the last commit or today', () => {
  const check = (
    given: { asked?: string; status?: string; committed?: string },
    expected: string,
  ): void => {
    const { committed } = given;
    const { at, basis } = chooseReportDay({
      asked: parsePlanDate(given.asked ?? ''),
      statusDate: parsePlanDate(given.status ?? ''),
      committedAt: committed === undefined ? undefined : Date.parse(committed) / 1000,
      today: parsePlanDate('2026-11-23')?.at ?? 0,
    });
    assert.equal(tellReportDay({ on: formatDay(at - 1), basis, audience: 'team' }), expected);
  };
  const committed = '2026-11-20T23:30:00Z';
  check({}, 'Status on 2026-11-23, the day on which this page was made, for the team');
  check({ committed }, 'Status on 2026-11-20, the day of the last recorded change, for the team');
  check(
    { committed: '2026-11-20T23:30:00-05:00' },
    'Status on 2026-11-21, the day of the last recorded change, for the team',
  );
  check(
    { status: '2026-11-18', committed },
    'Status on 2026-11-18, the day up to which progress is told, for the team',
  );
  check(
    { status: '2026-11-18T12:00', committed },
    'Status on 2026-11-18, the day up to which progress is told, for the team',
  );
  check(
    { asked: '2026-03-02', status: '2026-11-18', committed },
    'Status on 2026-03-02, the day that was asked for, for the team',
  );
});
