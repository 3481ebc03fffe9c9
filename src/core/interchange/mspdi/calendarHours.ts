import { computeCalendarDays } from '../../calendar/calendarDays.ts';
import {
  compileCalendar,
  compileJointCalendar,
  compileSharedCalendar,
  type CalendarMember,
  type CompiledCalendar,
} from '../../calendar/compileCalendar.ts';
import { standardCalendar, type CalendarRules } from '../../model/project.ts';
import { projectWeek, type CalendarRecord } from './calendarRecord.ts';

const standard = compileCalendar(standardCalendar, () => undefined);

/** The working time of the file's calendars, by their numbers. A class because it fills when asked. */
export class CalendarHours {
  readonly #records: ReadonlyMap<string, CalendarRecord>;
  readonly #projectUid: string | undefined;
  readonly #compiled = new Map<string, CompiledCalendar>();
  /** By the number of the task's calendar and those of its people. */
  readonly #together = new Map<string, CompiledCalendar>();

  constructor(records: readonly CalendarRecord[], projectUid: string | undefined) {
    this.#records = new Map(records.map(record => [record.uid, record]));
    this.#projectUid = projectUid;
  }

  /** The calendar of the first number that the file knows; else that of the project. */
  of(...uids: readonly (string | undefined)[]): CompiledCalendar {
    const known = uids.find(uid => uid !== undefined && this.#records.has(uid));
    const uid = known ?? this.#projectUid ?? '';
    const compiled = this.#compiledOf(uid);
    return compiled.isEmpty ? standard : compiled;
  }

  isKnown(uid: string | undefined): uid is string {
    return uid !== undefined && this.#records.has(uid);
  }

  /**
   * [CAL-8] [CAL-9] When at least one of several people works, each by their calendar or else the
   * project's, and the calendar of the task too where it has one that the file knows.
   */
  ofPeople(task: string | undefined, people: readonly (string | undefined)[]): CompiledCalendar {
    const own = this.isKnown(task) ? task : undefined;
    const uids = people.map(uid => (this.isKnown(uid) ? uid : (this.#projectUid ?? '')));
    const members = [...new Set(uids)].sort();
    if (members.length === 0 || (own === undefined && members.length === 1)) {
      return this.of(own, members[0]);
    }
    const name = [own ?? '', ...members].join('\n');
    const known = this.#together.get(name);
    if (known) return known;
    const hours = members.map(uid => this.#memberOf(uid));
    const compiled =
      own === undefined
        ? compileSharedCalendar(hours)
        : compileJointCalendar(this.#rulesOf(own), hours, this.#baseOf);
    const together = compiled.isEmpty ? this.of(own, members[0]) : compiled;
    this.#together.set(name, together);
    return together;
  }

  /** True for a calendar without working time, for which the standard hours stand in. */
  isEmpty(uid: string): boolean {
    return this.#compiledOf(uid).isEmpty;
  }

  #memberOf(uid: string): CalendarMember {
    const rules = this.#rulesOf(uid);
    return { rules, days: computeCalendarDays(rules, this.#baseOf, []) };
  }

  #compiledOf(uid: string): CompiledCalendar {
    const compiled = this.#compiled.get(uid) ?? compileCalendar(this.#rulesOf(uid), this.#baseOf);
    this.#compiled.set(uid, compiled);
    return compiled;
  }

  readonly #baseOf = (uid: string): CalendarRules | undefined =>
    this.#records.has(uid) ? this.#rulesOf(uid) : undefined;

  #rulesOf(uid: string): CalendarRules {
    const record = this.#records.get(uid);
    return {
      key: uid,
      title: record?.name,
      base: record?.baseUid,
      week: record?.week ?? projectWeek,
      periods: record?.periods ?? [],
      exceptions: record?.exceptions ?? [],
    };
  }
}
