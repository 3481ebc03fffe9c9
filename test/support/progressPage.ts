import { parsePlanDate } from '../../src/core/model/instant.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { computeProgressPage } from '../../src/core/views/computeProgressPage.ts';
import type { ProgressPage } from '../../src/core/views/progressPage.ts';
import { buildPlan } from './buildPlan.ts';

/** Two tasks done in two weeks, one long in work, one to come; told on a Friday. */
export function progressPage(on = '2026-03-20'): ProgressPage {
  const done = { status: 'done' as const, duration: '2d' };
  const plan = buildPlan({
    tasks: {
      'T-0001': { ...done, started: '2026-03-02', finished: '2026-03-03' },
      'T-0002': { ...done, started: '2026-03-09', finished: '2026-03-10' },
      'T-0003': { title: 'Slow', status: 'doing', duration: '4d', started: '2026-03-11' },
      'T-0004': { duration: '4d' },
    },
  });
  const at = (parsePlanDate(on)?.at ?? 0) + 1440;
  return computeProgressPage(plan, computeSchedule(plan), { revision: 1, at, past: [] });
}
