import { computeForecastView } from '../../src/core/views/computeForecastView.ts';
import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { forecastOf, planToForecast, type ForecastWords } from './buildForecast.ts';
import { rate } from './riskRatings.ts';

const words: ForecastWords = {
  hasOfficeHours: true,
  finish: '2026-03-27',
  tasks: {
    'T-AAAA': { title: 'Draw', estimate: '2d..4d..9d' },
    'T-BBBB': { title: 'Build', estimate: '3d..8d', dependsOn: ['T-AAAA'], milestone: 'M-AAAA' },
    'T-CCCC': { title: 'Paint', estimate: '4d..6d..20d', dependsOn: ['T-AAAA'] },
  },
  milestones: { 'M-AAAA': { title: 'Ready to show', due: '2026-03-13' } },
  risks: {
    'R-AAAA': {
      title: 'Paint dries slowly',
      current: rate('40%', { schedule: '3d..9d', cost: '1000..4000' }),
      residual: rate('10%', { schedule: '1d..2d', cost: '0..500' }),
      affects: ['T-CCCC'],
    },
  },
};

/** A forecast as the panel is sent it. */
export function forecastView(revision = 1): ForecastView {
  const { project } = planToForecast(words);
  return computeForecastView(forecastOf(words, { iterations: 1000 }), project, revision);
}
