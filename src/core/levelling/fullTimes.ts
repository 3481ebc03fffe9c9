import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';

/** What room is asked for. */
export interface AskedRoom {
  /** Undefined for elapsed work. */
  readonly calendar: CompiledCalendar | undefined;
  readonly length: number;
  readonly share: number;
}

/** A stretch in which nothing of the kind begins. */
export interface FullTime extends AskedRoom {
  readonly from: Instant;
  readonly to: Instant;
  /** When the person is done with what stood in the way last. */
  readonly until: Instant;
}

/** So many are remembered of one person. */
const most = 8;

/**
 * Where somebody was found to have no room: time only fills up, so work that is as long and takes as
 * much has none there either. With it, ten thousand tasks of one person are not looked for room from
 * the beginning each. A class because it fills.
 */
export class FullTimes {
  readonly #known = new Map<string, FullTime[]>();

  /** The stretch behind which room is worth looking for; undefined where none is known. */
  find(person: string, from: Instant, asked: AskedRoom): FullTime | undefined {
    let found: FullTime | undefined;
    for (const full of this.#known.get(person) ?? []) {
      const isMore = asked.length >= full.length && asked.share >= full.share;
      if (
        isMore &&
        asked.calendar === full.calendar &&
        full.from <= from &&
        full.to > (found?.to ?? from)
      )
        found = full;
    }
    return found;
  }

  note(person: string, entry: FullTime): void {
    const known = this.#known.get(person) ?? [];
    this.#known.set(person, known);
    const covered = known.findIndex(full => isCovered(full, entry));
    if (covered >= 0) known[covered] = entry;
    else if (known.push(entry) > most) known.shift();
  }
}

function isCovered(full: FullTime, by: FullTime): boolean {
  const isLess = full.length >= by.length && full.share >= by.share;
  return isLess && full.calendar === by.calendar && full.from >= by.from && full.to <= by.to;
}
