import type { AgreedWork, Baseline } from '../model/baseline.ts';
import { defaultDurationScale, durationMinutes, type DurationScale } from '../model/duration.ts';
import {
  defaultRiskScale,
  emptyProject,
  qualityKeys,
  standardCalendar,
  type CalendarPeriod,
  type CalendarRules,
  type Person,
  type Project,
  type QualityKey,
  type QualityRules,
  type RiskScale,
} from '../model/project.ts';
import type { baselineFields } from './baselineFields.ts';
import { forecastRules } from './forecastFields.ts';
import { exceptionOf, noDays } from './exceptionValue.ts';
import { titleOr } from './recordValues.ts';
import { moneyRulesOf } from './moneyFields.ts';
import type { projectFields } from './projectFields.ts';
import type { ValuesOf } from './valueSpec.ts';
import {
  chartSorts,
  parseSort,
  registerGroups,
  registerSorts,
  viewGroups,
  type SavedView,
} from '../model/savedView.ts';

type ProjectValues = ValuesOf<typeof projectFields>;
type ScaleValues = NonNullable<ProjectValues['riskScale']>;
type MapValue<M> = M extends ReadonlyMap<string, infer V> ? V : never;
type CalendarValues = MapValue<NonNullable<ProjectValues['calendars']>>;
type PersonValues = MapValue<NonNullable<ProjectValues['people']>>;

export function projectValue(values: ProjectValues): Project {
  const durationScale = durationScaleOf(values);
  const calendars = new Map([[standardCalendar.key, standardCalendar]]);
  for (const [key, rules] of values.calendars ?? []) calendars.set(key, calendarOf(key, rules));
  const people = new Map<string, Person>();
  for (const [key, person] of values.people ?? []) people.set(key, personOf(key, person));
  return {
    version: values.version ?? emptyProject.version,
    name: titleOr(emptyProject.name, values.name),
    description: values.description,
    start: values.start,
    finish: values.finish,
    statusDate: values.statusDate,
    movesOpenWork: values.moveOpenWork ?? emptyProject.movesOpenWork,
    criticalFloat: values.criticalFloat
      ? durationMinutes(values.criticalFloat, durationScale)
      : emptyProject.criticalFloat,
    currency: readCurrency(values.currency),
    durationScale,
    calendar: values.calendar ?? standardCalendar.key,
    calendars,
    people,
    riskScale: riskScaleOf(values.riskScale, durationScale),
    quality: values.quality && qualityOf(values.quality, durationScale),
    ...(values.money ? { money: moneyRulesOf(values.money) } : {}),
    ...(values.forecast ? { forecast: forecastRules(values.forecast) } : {}),
    ...iterationsOf(values.iterations),
    views: (values.views ?? []).map(viewOf),
    origin: values.origin,
  };
}

/** Iterations without a first day are none; the file has been told so. */
function iterationsOf(values: ProjectValues['iterations']): Pick<Project, 'iterations'> {
  return values?.start ? { iterations: { start: values.start, weeks: values.weeks ?? 2 } } : {};
}

export function baselineValue(name: string, values: ValuesOf<typeof baselineFields>): Baseline {
  return {
    name,
    title: values.title,
    takenOn: values.takenOn,
    sequence: values.sequence,
    reason: values.reason,
    items: values.items ?? new Map(),
    work: values.work && agreedWorkOf(values.work),
  };
}

function agreedWorkOf(
  work: NonNullable<ValuesOf<typeof baselineFields>['work']>,
): ReadonlyMap<string, AgreedWork> {
  return new Map(
    [...work].map(([id, { effort = new Map<string, number>(), cost }]) => [id, { effort, cost }]),
  );
}

function durationScaleOf({
  hoursPerDay,
  hoursPerWeek,
  daysPerMonth,
}: ProjectValues): DurationScale {
  const day = hoursPerDay === undefined ? undefined : Math.round(hoursPerDay * 60);
  const week = hoursPerWeek === undefined ? undefined : Math.round(hoursPerWeek * 60);
  const minutesPerDay = day ?? defaultDurationScale.minutesPerDay;
  return {
    minutesPerDay,
    minutesPerWeek: week ?? minutesPerDay * 5,
    daysPerMonth: daysPerMonth ?? defaultDurationScale.daysPerMonth,
  };
}

/** A calendar that says nothing of a day, and names no base, takes the day from the standard week. */
function calendarOf(key: string, values: CalendarValues): CalendarRules {
  const { base, hours = [] } = values;
  const silent = base === undefined && hours.length === 0 ? standardCalendar.week : [];
  return {
    key,
    title: values.title,
    base,
    week: [0, 1, 2, 3, 4, 5, 6].map(
      day => hours[day] ?? silent[day] ?? (base === undefined ? [] : undefined),
    ),
    exceptions: (values.exceptions ?? []).map(each => exceptionOf(each, each.hours ?? [])),
    ...(values.periods ? { periods: values.periods.map(periodOf) } : {}),
  };
}

function personOf(key: string, values: PersonValues): Person {
  return {
    key,
    name: titleOr(key, values.name),
    email: values.email,
    calendar: values.calendar,
    units: values.units ?? 1,
    leave: (values.leave ?? []).map(each => exceptionOf(each, [])),
    team: values.team,
    skills: values.skills ?? [],
    isActive: values.active ?? true,
  };
}

function periodOf(values: NonNullable<CalendarValues['periods']>[number]): CalendarPeriod {
  return { title: values.title, ...(values.on ?? noDays), week: values.hours ?? [] };
}

function riskScaleOf(values: ScaleValues | undefined, scale: DurationScale): RiskScale {
  const { probability = [], impact = [] } = values ?? {};
  const steps = probability.length;
  return {
    probability:
      steps === 0
        ? defaultRiskScale.probability
        : probability.map(({ key = '', title, upTo }, i) => ({
            key,
            title: titleOr(key, title),
            upTo: upTo ?? (i + 1) / steps,
          })),
    impact:
      impact.length === 0
        ? defaultRiskScale.impact
        : impact.map(({ key = '', title, schedule, cost }) => ({
            key,
            title: titleOr(key, title),
            scheduleUpTo: schedule && durationMinutes(schedule, scale),
            costUpTo: cost?.hundredths,
          })),
    mediumFrom: values?.mediumFrom ?? defaultRiskScale.mediumFrom,
    highFrom: values?.highFrom ?? defaultRiskScale.highFrom,
    categories: values?.categories ?? [],
    appetite: {
      all: values?.appetite?.all,
      byCategory: values?.appetite?.rest ?? new Map(),
    },
  };
}

function viewOf({
  name,
  surface,
  filter = '',
  sort,
  group,
  columns,
}: NonNullable<ProjectValues['views']>[number]): SavedView {
  const known = { name: name ?? (filter === '' ? 'View' : filter), filter };
  if (surface === 'register') {
    return {
      ...known,
      surface,
      sort: sort === undefined ? undefined : parseSort(sort, registerSorts),
      group: registerGroups.find(each => each === group),
    };
  }
  return {
    ...known,
    surface: 'chart',
    sort: sort === undefined ? undefined : parseSort(sort, chartSorts),
    group: viewGroups.find(each => each === group),
    columns,
  };
}

function qualityOf(
  values: NonNullable<ProjectValues['quality']>,
  scale: DurationScale,
): QualityRules {
  const limits = new Map<QualityKey, number>();
  for (const key of qualityKeys) {
    const limit = values[key];
    if (limit !== undefined) limits.set(key, limit);
  }
  return {
    limits,
    longFrom: values.longFrom && durationMinutes(values.longFrom, scale),
    ignored: values.ignore ?? [],
  };
}

/** Three letters are those of a currency, however they are written; amounts have them in capitals. */
function readCurrency(text: string | undefined): string | undefined {
  return text !== undefined && /^\s*[a-z]{3}\s*$/i.test(text) ? text.trim().toUpperCase() : text;
}
