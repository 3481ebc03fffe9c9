import { defaultDurationScale, type DurationScale } from './duration.ts';
import type { ForecastRules } from './forecastRules.ts';
import type { PlanDate } from './instant.ts';
import type { MoneyRules } from './moneyRules.ts';
import type { Repetition } from './repetition.ts';
import type { SavedView } from './savedView.ts';

/** The version of the file format that this code reads and writes. */
export const formatVersion = 1;

/** Working time within a day, in minutes from its midnight; `to` may pass 1,440 for a night shift. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** Shifts from Monday (0) to Sunday (6); an empty list is a day off. */
export type Week = readonly (readonly Shift[])[];

/** Days on which the weekly pattern does not hold. Days are counted from 1970-01-01, both ends in. */
export interface CalendarException {
  readonly title: string | undefined;
  readonly fromDay: number;
  readonly toDay: number;
  /** Empty for days off. */
  readonly shifts: readonly Shift[];
  /** Which of the days are meant; all of them when missing. */
  readonly repeats?: ExceptionRepeats | undefined;
}

export interface ExceptionRepeats {
  readonly pattern: Repetition;
  /** After how many days it ends, where the range does not end it before. */
  readonly times: number | undefined;
}

/** Days on which another week holds than usual, counted from 1970-01-01, both ends in. */
export interface CalendarPeriod {
  readonly title: string | undefined;
  readonly fromDay: number;
  readonly toDay: number;
  /** By weekday from Monday; undefined where the usual week holds. */
  readonly week: readonly (readonly Shift[] | undefined)[];
}

export interface CalendarRules {
  readonly key: string;
  readonly title: string | undefined;
  /** The calendar whose week and exceptions hold where this one is silent. */
  readonly base: string | undefined;
  /** By weekday from Monday; undefined where the base decides. */
  readonly week: readonly (readonly Shift[] | undefined)[];
  /** Missing for none. */
  readonly periods?: readonly CalendarPeriod[];
  readonly exceptions: readonly CalendarException[];
}

export interface Person {
  /** How items name the person: `ada`. */
  readonly key: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly calendar: string | undefined;
  /** Share of working time given to the project: 1 is all of it. */
  readonly units: number;
  /** Days away, both ends in, counted from 1970-01-01. */
  readonly leave: readonly CalendarException[];
  readonly team: string | undefined;
  readonly skills: readonly string[];
  readonly isActive: boolean;
}

/** One step of a risk scale, from the mildest up. */
export interface ProbabilityLevel {
  readonly key: string;
  readonly title: string;
  /** The highest share that still counts as this level: 0 to 1. */
  readonly upTo: number;
}

export interface ImpactLevel {
  readonly key: string;
  readonly title: string;
  /** The longest delay that still counts as this level, in working minutes; undefined when not stated. */
  readonly scheduleUpTo: number | undefined;
  /** The highest cost that still counts as this level, in hundredths of the project's currency. */
  readonly costUpTo: number | undefined;
}

export interface RiskScale {
  readonly probability: readonly ProbabilityLevel[];
  readonly impact: readonly ImpactLevel[];
  /**
   * Scores from which a risk counts as medium and as high. A score is the product of the places
   * (from 1) on both scales.
   */
  readonly mediumFrom: number;
  readonly highFrom: number;
  readonly categories: readonly string[];
  readonly appetite: RiskAppetite;
}

/** The highest scores that are borne; above them a risk is to be answered. */
export interface RiskAppetite {
  /** Of what is in no category with its own; undefined when the project does not say. */
  readonly all: number | undefined;
  readonly byCategory: ReadonlyMap<string, number>;
}

/** What reviewers of a schedule measure, in the order of the fourteen-point practice. */
export const qualityKeys = [
  'logic',
  'leads',
  'lags',
  'finishToStart',
  'hardConstraints',
  'highFloat',
  'negativeFloat',
  'longDurations',
  'invalidDates',
  'people',
  'missedTasks',
  'criticalPathTest',
  'criticalPathLength',
  'baselineExecution',
] as const;
export type QualityKey = (typeof qualityKeys)[number];

/** What the project asks of its own schedule. */
export interface QualityRules {
  /** Shares and indices, by measure; 0.05 is 5%. What is missing has the limit of the practice. */
  readonly limits: ReadonlyMap<QualityKey, number>;
  /** From where float is high and a task long, in working minutes; undefined for 44 days. */
  readonly longFrom: number | undefined;
  readonly ignored: readonly QualityKey[];
}

/** Iterations (sprints) of one length, one after the other. */
export interface IterationRules {
  /** The first day of the first one. */
  readonly start: PlanDate;
  /** How many weeks each lasts. */
  readonly weeks: number;
}

export interface Project {
  readonly version: number;
  readonly name: string;
  readonly description: string | undefined;
  readonly start: PlanDate | undefined;
  /** When it is to be finished; without a start, it is scheduled back from here. */
  readonly finish: PlanDate | undefined;
  /** Up to when progress is known; work not done by then moves after it. */
  readonly statusDate: PlanDate | undefined;
  /** False where the status date moves nothing, as in the program that the plan came from. */
  readonly movesOpenWork: boolean;
  /** The total float up to which work is critical, in working minutes. */
  readonly criticalFloat: number;
  readonly currency: string | undefined;
  readonly durationScale: DurationScale;
  /** The key of the calendar that holds where no other is named. */
  readonly calendar: string;
  readonly calendars: ReadonlyMap<string, CalendarRules>;
  readonly people: ReadonlyMap<string, Person>;
  readonly riskScale: RiskScale;
  /** Undefined where the project says nothing of it. */
  readonly quality: QualityRules | undefined;
  /** Missing where the project says nothing of money. */
  readonly money?: MoneyRules;
  /** Undefined where the project says nothing of it. */
  readonly forecast?: ForecastRules | undefined;
  /** Missing where the team does not work in iterations. */
  readonly iterations?: IterationRules;
  /** Ways of looking at the plan, in the order in which they are offered. */
  readonly views: readonly SavedView[];
  /** Where it was imported from. */
  readonly origin: string | undefined;
}

const office: readonly Shift[] = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];

/** Monday to Friday, 9 to 13 and 14 to 18: what holds where a project names no calendar. */
export const standardCalendar: CalendarRules = {
  key: 'standard',
  title: 'Standard',
  base: undefined,
  week: [office, office, office, office, office, [], []],
  exceptions: [],
};

/** A scale of five by five that most teams can start with. */
export const defaultRiskScale: RiskScale = {
  probability: [
    { key: 'very-low', title: 'Very low', upTo: 0.1 },
    { key: 'low', title: 'Low', upTo: 0.3 },
    { key: 'medium', title: 'Medium', upTo: 0.5 },
    { key: 'high', title: 'High', upTo: 0.7 },
    { key: 'very-high', title: 'Very high', upTo: 1 },
  ],
  impact: [
    { key: 'very-low', title: 'Very low', scheduleUpTo: 480, costUpTo: 100_000 },
    { key: 'low', title: 'Low', scheduleUpTo: 2400, costUpTo: 500_000 },
    { key: 'medium', title: 'Medium', scheduleUpTo: 4800, costUpTo: 2_000_000 },
    { key: 'high', title: 'High', scheduleUpTo: 9600, costUpTo: 10_000_000 },
    { key: 'very-high', title: 'Very high', scheduleUpTo: undefined, costUpTo: undefined },
  ],
  mediumFrom: 5,
  highFrom: 12,
  categories: [],
  appetite: { all: undefined, byCategory: new Map() },
};

/** A project that says nothing of itself. */
export const emptyProject: Project = {
  version: formatVersion,
  name: 'Untitled project',
  description: undefined,
  start: undefined,
  finish: undefined,
  statusDate: undefined,
  movesOpenWork: true,
  criticalFloat: 0,
  currency: undefined,
  durationScale: defaultDurationScale,
  calendar: standardCalendar.key,
  calendars: new Map([[standardCalendar.key, standardCalendar]]),
  people: new Map(),
  riskScale: defaultRiskScale,
  quality: undefined,
  views: [],
  origin: undefined,
};
