import type { PlainValue } from '../model/change.ts';
import { durationFromMinutes } from '../model/duration.ts';
import type { ForecastRules } from '../model/forecastRules.ts';
import type { MoneyRules } from '../model/moneyRules.ts';
import type { IterationRules, Person, Project } from '../model/project.ts';
import { plainCalendar, plainException } from './plainCalendar.ts';
import {
  plainDate,
  plainDuration,
  plainMoney,
  plainShare,
  withoutGaps,
  type PlainFields,
} from './plainValues.ts';

/** The project's fields as they would stand in a newly written file, without the risk scale. */
export function plainProject(project: Project): PlainFields {
  const { durationScale: scale } = project;
  return withoutGaps({
    version: project.version,
    name: project.name,
    description: project.description,
    start: plainDate(project.start),
    finish: plainDate(project.finish),
    statusDate: plainDate(project.statusDate),
    moveOpenWork: project.movesOpenWork ? undefined : false,
    criticalFloat:
      project.criticalFloat === 0
        ? undefined
        : plainDuration(durationFromMinutes(project.criticalFloat, scale)),
    currency: project.currency,
    hoursPerDay: scale.minutesPerDay / 60,
    hoursPerWeek: scale.minutesPerWeek / 60,
    daysPerMonth: scale.daysPerMonth,
    calendar: project.calendar,
    calendars: byKey(project.calendars, plainCalendar),
    people: byKey(project.people, plainPerson),
    forecast: project.forecast && plainForecast(project.forecast),
    iterations: project.iterations && plainIterations(project.iterations),
    money: project.money && plainMoneyRules(project.money),
    origin: project.origin,
  });
}

function plainIterations({ start, weeks }: IterationRules): PlainValue {
  return withoutGaps({ start: plainDate(start), weeks });
}

/** Without what hours cost, which is nobody else's to know. */
function plainMoneyRules(rules: MoneyRules): PlainValue {
  return withoutGaps({
    budget: plainMoney(rules.budget),
    contingency: plainMoney(rules.contingency),
    managementReserve: plainMoney(rules.managementReserve),
    budgets: rules.budgets.map(({ part, amount }) => ({
      for: part,
      amount: plainMoney(amount) ?? null,
    })),
    costs: rules.costs.map(({ on, until, amount, ...rest }) =>
      withoutGaps({
        ...rest,
        amount: plainMoney(amount),
        on: plainDate(on),
        until: plainDate(until),
      }),
    ),
    booked: rules.booked.map(({ on, amount, ...rest }) =>
      withoutGaps({ ...rest, amount: plainMoney(amount), on: plainDate(on) }),
    ),
  });
}

function plainForecast(rules: ForecastRules): PlainValue {
  const { spread, drivers } = rules;
  return withoutGaps({
    threePoints: rules.threePoints,
    twoPoints: rules.twoPoints,
    spread: spread && {
      low: plainShare(spread.low) ?? null,
      high: plainShare(spread.high) ?? null,
    },
    confidence: plainShare(rules.confidence),
    correlation: rules.correlation === 0 ? undefined : plainShare(rules.correlation),
    drivers: drivers.size === 0 ? undefined : byKey(drivers, share => plainShare(share) ?? null),
    correlations: rules.correlations.map(({ between, strength }) => ({ between, strength })),
  });
}

function plainPerson(person: Person): PlainValue {
  return withoutGaps({
    name: person.name,
    email: person.email,
    calendar: person.calendar,
    units: person.units === 1 ? undefined : plainShare(person.units),
    leave: person.leave.map(plainException),
    team: person.team,
    skills: person.skills,
    active: person.isActive ? undefined : false,
  });
}

function byKey<T>(values: ReadonlyMap<string, T>, toPlain: (value: T) => PlainValue): PlainValue {
  return Object.fromEntries([...values].map(([key, value]) => [key, toPlain(value)]));
}
