import type { Plan } from '../model/plan.ts';
import type { ChangedItem } from './planChanges.ts';

/** What a changed item did to the forecast. */
export interface ForecastCause {
  readonly id: string;
  readonly title: string;
  /** `added`, `removed`, or the fields that changed and moved it. */
  readonly fields: readonly string[];
  /** Items that moved it only together with this one, such as another path of the same length. */
  readonly others: readonly string[];
  /** Working minutes by which the confident finish would be earlier had they stayed as they were. */
  readonly minutes: number;
}

/** So many changed items are tried one by one, and so many simulations made for one commit in all. */
const mostAlone = 12;
const mostTries = 48;

/** What a change is tried with. */
export interface Trial {
  /** [minutes] What moves it by less is no cause. */
  readonly least: number;
  /** Working minutes by which something that is put back would make the confident finish earlier. */
  readonly moves: (putBack: (plan: Plan) => Plan) => number;
}

/**
 * The items that caused a jump, the heaviest first. Those whose own work changed most are put back one
 * by one; of the others the longer, the shorter and the rest are put back together, and halved for as
 * long as that moves the finish. Where nothing does by itself, it is told what does together.
 */
export function findCauses(
  changes: readonly ChangedItem[],
  trial: Trial,
): readonly ForecastCause[] {
  const search = new CauseSearch(trial);
  const size = ({ longer }: ChangedItem): number => Math.abs(longer);
  const sorted = changes.toSorted((a, b) => size(b) - size(a));
  const rest = sorted.slice(mostAlone);
  const groups = [
    ...sorted.slice(0, mostAlone).map(change => [change]),
    rest.filter(({ longer }) => longer > 0),
    rest.filter(({ longer }) => longer < 0),
    rest.filter(({ longer }) => longer === 0),
  ];
  const found = groups.flatMap(group => search.within(group));
  const causes = found.length > 0 ? found : search.together(sorted);
  return causes
    .map(cause => search.narrowFields(cause, changes))
    .toSorted((a, b) => Math.abs(b.minutes) - Math.abs(a.minutes));
}

/** Tries what changed, as often as it may. A class for how often it still may. */
class CauseSearch {
  readonly #trial: Trial;
  #left = mostTries;

  constructor(trial: Trial) {
    this.#trial = trial;
  }

  /** The causes within a group of changes. */
  within(group: readonly ChangedItem[]): readonly ForecastCause[] {
    const minutes = this.#move(group);
    if (Math.abs(minutes) < this.#trial.least) return [];
    if (group.length === 1) return causeOf(group, minutes);
    const middle = Math.ceil(group.length / 2);
    const found = [group.slice(0, middle), group.slice(middle)].flatMap(half => this.within(half));
    return found.length > 0 ? found : causeOf(group, minutes);
  }

  /** All of a group as one cause, without those that have no part in it. */
  together(group: readonly ChangedItem[]): readonly ForecastCause[] {
    const minutes = this.#move(group);
    if (Math.abs(minutes) < this.#trial.least) return [];
    let needed = group;
    for (const change of group) {
      const without = needed.filter(other => other !== change);
      if (Math.abs(this.#move(without) - minutes) < this.#trial.least) needed = without;
    }
    return causeOf(needed, minutes);
  }

  /** Of several fields those that move the finish by themselves, where any does. */
  narrowFields(cause: ForecastCause, changes: readonly ChangedItem[]): ForecastCause {
    const change = changes.find(({ id }) => id === cause.id);
    if (!change || change.fields.length < 2 || cause.others.length > 0) return cause;
    const fields = change.fields.filter(field => {
      if (this.#left === 0) return false;
      this.#left--;
      const minutes = this.#trial.moves(plan => change.putBack(plan, field));
      return Math.abs(minutes) >= this.#trial.least;
    });
    return fields.length === 0 ? cause : { ...cause, fields };
  }

  /** What a group moves; nothing once there were tries enough. */
  #move(group: readonly ChangedItem[]): number {
    if (group.length === 0 || this.#left === 0) return 0;
    this.#left--;
    return this.#trial.moves(plan => group.reduce((all, { putBack }) => putBack(all), plan));
  }
}

function causeOf(group: readonly ChangedItem[], minutes: number): readonly ForecastCause[] {
  const [first, ...others] = group;
  if (!first) return [];
  const { id, title, fields } = first;
  return [{ id, title, fields, others: others.map(other => other.id), minutes }];
}
