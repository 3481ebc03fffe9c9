import { standardCalendar, type CalendarRules, type Person } from '../../model/project.ts';
import type { Plan } from '../../model/plan.ts';
import { hasNightIn } from './splitNights.ts';

/** The numbers by which the parts of a file name one another. */
export interface MspdiNumbers {
  /** Of a task or milestone. */
  readonly task: ReadonlyMap<string, number>;
  /** Of a calendar that tasks and the project can name. */
  readonly calendar: ReadonlyMap<string, number>;
  readonly person: ReadonlyMap<string, number>;
  /** A calendar that is one person's and no other's, by person. */
  readonly ownCalendar: ReadonlyMap<string, CalendarRules>;
  readonly calendarOfPerson: ReadonlyMap<string, number>;
}

/** Beyond the numbers that Project draws itself; what has none gets one that hangs on its id. */
const firstOwn = 1 << 24;

/** @param items the ids of tasks and milestones in the order of the file */
export function numberParts(plan: Plan, items: readonly string[]): MspdiNumbers {
  const { calendars, people } = plan.project;
  const used = sharedCalendars(plan);
  const ownCalendar = findOwnCalendars(plan, used);
  const own = new Set([...ownCalendar.values()].map(rules => rules.key));
  for (const { calendar } of people.values()) if (calendar !== undefined) used.add(calendar);
  const shared = [...calendars.values()].filter(
    rules => !own.has(rules.key) && (rules !== standardCalendar || used.has(rules.key)),
  );
  const calendar = new Map(shared.map((rules, place) => [rules.key, place + 1]));
  const keys = [...people.keys()];
  return {
    task: numberItems(plan, items),
    calendar,
    person: new Map(keys.map((key, place) => [key, place + 1])),
    ownCalendar,
    calendarOfPerson: new Map(keys.map((key, place) => [key, calendar.size + place + 1])),
  };
}

/** The number that an item had in the file that it came from; else one drawn from its id. */
function numberItems(plan: Plan, items: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of items) {
    const given = /^mspdi:(\d{1,9})$/.exec(plan.tasks.get(id)?.origin ?? '')?.[1];
    if (given === undefined || taken.has(Number(given))) continue;
    numbers.set(id, Number(given));
    taken.add(Number(given));
  }
  for (const id of items) {
    if (numbers.has(id)) continue;
    let number = firstOwn + hashOf(id);
    while (taken.has(number)) number++;
    numbers.set(id, number);
    taken.add(number);
  }
  return numbers;
}

/** FNV-1a (Fowler, Noll and Vo), folded to 24 bits: the same id gets the same number every time. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash >>> 24) ^ hash) & 0xffffff;
}

/** The calendars that the project, other calendars or tasks name. */
function sharedCalendars({ project, tasks }: Plan): Set<string> {
  const used = new Set([project.calendar]);
  for (const { base } of project.calendars.values()) if (base !== undefined) used.add(base);
  for (const { calendar } of tasks.values()) if (calendar !== undefined) used.add(calendar);
  return used;
}

/** A calendar with a base, named by one person alone and without night shifts to cut. */
function findOwnCalendars(
  { project }: Plan,
  elsewhere: ReadonlySet<string>,
): ReadonlyMap<string, CalendarRules> {
  const users = new Map<string, Person[]>();
  for (const person of project.people.values()) {
    const key = person.calendar ?? '';
    users.set(key, [...(users.get(key) ?? []), person]);
  }
  const own = new Map<string, CalendarRules>();
  for (const rules of project.calendars.values()) {
    const [person, ...others] = users.get(rules.key) ?? [];
    if (!person || others.length > 0 || person.leave.length > 0 || elsewhere.has(rules.key))
      continue;
    const isBased = rules.base !== undefined && project.calendars.has(rules.base);
    if (isBased && !hasNightIn(rules)) own.set(person.key, rules);
  }
  return own;
}
