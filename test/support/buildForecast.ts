// Short builders for plans with risks, and what a forecast of them says.
import type { Extent } from '../../src/core/forecast/collectedBlocks.ts';
import type { Forecast } from '../../src/core/forecast/forecast.ts';
import { simulate } from '../../src/core/forecast/simulate.ts';
import { defaultForecastRules, type ForecastRules } from '../../src/core/model/forecastRules.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import { standardCalendar, type CalendarRules } from '../../src/core/model/project.ts';
import type { Risk } from '../../src/core/model/risk.ts';
import { buildPlan, type MilestoneWords, type TaskWords } from './buildPlan.ts';
import { soundRisk } from './riskRatings.ts';

/** Day and night, so that working time is time on the clock. */
export const always: CalendarRules = {
  ...standardCalendar,
  week: [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 0, to: 1440 }]),
};

export interface ForecastWords {
  readonly tasks: Readonly<Record<string, TaskWords>>;
  readonly milestones?: Readonly<Record<string, MilestoneWords>>;
  readonly risks?: Readonly<Record<string, Partial<Risk>>>;
  readonly rules?: Partial<ForecastRules>;
  readonly finish?: string;
  /** True to work by the hours of an office instead of day and night. */
  readonly hasOfficeHours?: boolean;
}

export function planToForecast(words: ForecastWords): Plan {
  const { tasks, milestones = {}, risks = {}, rules = {}, finish } = words;
  const calendars = words.hasOfficeHours ? {} : { calendars: new Map([['standard', always]]) };
  const plan = buildPlan({
    tasks,
    milestones,
    ...(finish === undefined ? {} : { finish }),
    project: { ...calendars, forecast: { ...defaultForecastRules, ...rules } },
  });
  const found = Object.entries(risks).map(([id, changes]) => [id, soundRisk({ ...changes, id })]);
  return { ...plan, risks: new Map(found as [string, Risk][]) };
}

export function forecastOf(
  words: ForecastWords,
  { iterations = 4000, seed = 1 }: { readonly iterations?: number; readonly seed?: number } = {},
): Forecast {
  const extent: Extent = { iterations, mayStopEarly: false };
  return simulate({ plan: planToForecast(words), options: {}, seed, extent });
}
