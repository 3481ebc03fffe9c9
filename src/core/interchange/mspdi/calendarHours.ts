import { compileCalendar, type CompiledCalendar } from '../../calendar/compileCalendar.ts';
import { standardCalendar, type CalendarRules } from '../../model/project.ts';
import { projectWeek, type CalendarRecord } from './calendarRecord.ts';

const standard = compileCalendar(standardCalendar, () => undefined);

/** The working time of the file's calendars, by their numbers. A class because it fills when asked. */
export class CalendarHours {
  readonly #records: ReadonlyMap<string, CalendarRecord>;
  readonly #projectUid: string | undefined;
  readonly #compiled = new Map<string, CompiledCalendar>();

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

  /** True for a calendar without working time, for which the standard hours stand in. */
  isEmpty(uid: string): boolean {
    return this.#compiledOf(uid).isEmpty;
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
