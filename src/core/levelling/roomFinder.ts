import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import { FullTimes } from './fullTimes.ts';
import type { PersonTime, Use } from './personTime.ts';

/** Why a task waits although what it depends on is done: somebody has no time up to then. */
export interface Wait {
  readonly person: string;
  readonly until: Instant;
}

/** Work that time is looked for. */
export interface AskedWork {
  readonly uses: readonly Use[];
  /** Undefined for elapsed work. */
  readonly calendar: CompiledCalendar | undefined;
  readonly length: number;
}

export interface Room {
  readonly at: Instant;
  readonly end: Instant;
  /** Who had no time before; undefined where there was room at once. */
  readonly wait: Wait | undefined;
}

/** Where people have time. A class for what it remembers of where they have none. */
export class RoomFinder {
  readonly #people: ReadonlyMap<string, PersonTime>;
  readonly #full = new FullTimes();

  constructor(people: ReadonlyMap<string, PersonTime>) {
    this.#people = people;
  }

  /** The first start at which all of its people have time until it is done. */
  find(work: AskedWork, start: Instant, finish = endOf(work, start)): Room {
    const { uses, calendar } = work;
    const only = uses.length === 1 ? uses[0] : undefined;
    const asked = { calendar, length: work.length, share: only?.share ?? 0 };
    const full = only && this.#full.find(only.person, start, asked);
    let wait: Wait | undefined =
      only && full ? { person: only.person, until: full.until } : undefined;
    let at = full?.to ?? start;
    let end = full ? endOf(work, at) : finish;
    for (let free = 0; free < uses.length;) {
      free = 0;
      for (const { person, share } of uses) {
        const from = this.#people.get(person)?.freeFrom(at, end, share) ?? at;
        if (from === at) {
          free += 1;
          continue;
        }
        // Nobody is taken for ever: what stands has an end.
        wait = { person, until: from };
        at = calendar ? calendar.nextWork(from) : from;
        end = endOf(work, at);
        break;
      }
    }
    if (only && wait)
      this.#full.note(only.person, { ...asked, from: start, to: at, until: wait.until });
    return { at, end, wait };
  }

  take(uses: readonly Use[], from: Instant, to: Instant): void {
    for (const { person, share } of uses) this.#people.get(person)?.take(from, to, share);
  }
}

export function endOf({ calendar, length }: Omit<AskedWork, 'uses'>, at: Instant): Instant {
  return calendar ? calendar.addWork(at, length) : at + length;
}
