import { createProblem, type Problem } from '../../model/problem.ts';
import { textOf, type XmlElement } from './xmlTree.ts';

/** What the format knows and a plan of ours does not, or what is written and means nothing. */
export type Loss =
  | 'actualDate'
  | 'calendarEmpty'
  | 'calendarUnknown'
  | 'constraintUndated'
  | 'constraintUnknown'
  | 'cost'
  | 'costRate'
  | 'costUnread'
  | 'criticalPaths'
  | 'crossProject'
  | 'customField'
  | 'deadlineInvalid'
  | 'durationTooLong'
  | 'durationUnread'
  | 'exceptionUnread'
  | 'external'
  | 'externalLeftOut'
  | 'hyperlink'
  | 'lagTooLong'
  | 'lagUnread'
  | 'levelled'
  | 'linkType'
  | 'linkUnknown'
  | 'manual'
  | 'material'
  | 'milestoneWithLength'
  | 'progressBounded'
  | 'projectDate'
  | 'projectScale'
  | 'remaining'
  | 'rounded'
  | 'split'
  | 'subproject'
  | 'unitsOfAssignment'
  | 'unitsOfResource'
  | 'unnumbered'
  | 'untitled'
  | 'duplicateUid'
  | 'work';

type Sentence = (count: number) => string;

const sentences: Readonly<Record<Loss, Sentence>> = {
  exceptionUnread: n =>
    `${many(n, 'exception of a calendar repeats', 'exceptions of calendars repeat')} by a rule that cannot be read and ${n === 1 ? 'is' : 'are'} left out`,
  cost: n =>
    `${many(n, 'task has', 'tasks have')} a cost computed from rates, which is not imported`,
  costRate: n => `${many(n, 'resource has', 'resources have')} a rate, which is not imported`,
  costUnread: n =>
    `${many(n, 'task has', 'tasks have')} a fixed cost that is no amount of zero or more, and is left out`,
  criticalPaths: () =>
    'The project computes a critical path for each of its chains of tasks; here there is one, to the finish of the project',
  crossProject: n =>
    `${many(n, 'link waits', 'links wait')} for a task of another project whose dates the file does not have, and ${n === 1 ? 'is' : 'are'} left out`,
  customField: n => `${many(n, 'task has', 'tasks have')} custom fields, which are not imported`,
  external: n =>
    `${many(n, 'task stands', 'tasks stand')} for a task of another project and ${n === 1 ? 'is' : 'are'} pinned to the dates that the file has of ${n === 1 ? 'it' : 'them'}`,
  externalLeftOut: n =>
    `${many(n, 'task stands', 'tasks stand')} for a task of another project that nothing waits for or that has no dates, and ${n === 1 ? 'is' : 'are'} left out`,
  hyperlink: n =>
    `${many(n, 'task has', 'tasks have')} a hyperlink, which is put in the description`,
  levelled: n => `${many(n, 'task is', 'tasks are')} delayed by levelling, which is not imported`,
  linkUnknown: n =>
    `${many(n, 'link names', 'links name')} a task that is not in the file and ${n === 1 ? 'is' : 'are'} left out`,
  manual: n =>
    `${many(n, 'task is', 'tasks are')} scheduled by hand without a start of ${n === 1 ? 'its' : 'their'} own, and computed here`,
  material: n =>
    `${many(n, 'resource is', 'resources are')} a material or a cost and not a person, and left out with ${n === 1 ? 'its' : 'their'} assignments`,
  milestoneWithLength: n =>
    `${many(n, 'milestone has', 'milestones have')} a length and ${n === 1 ? 'becomes a task' : 'become tasks'} of that length`,
  rounded: n => `${many(n, 'length was', 'lengths were')} rounded to whole minutes`,
  split: n =>
    `${many(n, 'task is', 'tasks are')} split by pauses that do not add up with ${n === 1 ? 'its' : 'their'} duration, and ${n === 1 ? 'runs' : 'run'} without them here`,
  subproject: n =>
    `${many(n, 'task stands', 'tasks stand')} for a project in another file, whose tasks are not imported, and ${n === 1 ? 'is' : 'are'} pinned to the dates that this file has`,
  untitled: n =>
    `${many(n, 'task has', 'tasks have')} no name and ${n === 1 ? 'is' : 'are'} called by ${n === 1 ? 'its' : 'their'} number`,
  duplicateUid: n =>
    `${many(n, 'task bears', 'tasks bear')} the number of another task and ${n === 1 ? 'is' : 'are'} left out`,
  actualDate: n =>
    `${many(n, 'task has', 'tasks have')} an actual start or finish that is no date and is left out`,
  calendarEmpty: n =>
    `${many(n, 'calendar has', 'calendars have')} no working time in any week, and the standard hours are used in ${n === 1 ? 'its' : 'their'} place`,
  calendarUnknown: n =>
    `${many(n, 'task names', 'tasks name')} a calendar that is not imported, and ${n === 1 ? 'follows' : 'follow'} the project's`,
  constraintUndated: n =>
    `${many(n, 'task has', 'tasks have')} a constraint without a valid date, which is left out`,
  constraintUnknown: n =>
    `${many(n, 'task has', 'tasks have')} a constraint of an unknown type, which is left out`,
  deadlineInvalid: n =>
    `${many(n, 'task has', 'tasks have')} a deadline that is no date and is left out`,
  durationTooLong: n =>
    `${many(n, 'task has', 'tasks have')} a duration of more than a century of work, and has no dates, nor has what follows, where that ends after the year 2199`,
  durationUnread: n =>
    `${many(n, 'task has', 'tasks have')} a duration that cannot be read or is below zero, and is computed from its start and finish where it has both`,
  lagTooLong: n =>
    `${many(n, 'link waits', 'links wait')} for more than a century of work, and what waits has no dates if it ends after the year 2199`,
  lagUnread: n => `${many(n, 'link has', 'links have')} a lag that is no number and is left out`,
  linkType: n =>
    `${many(n, 'link is', 'links are')} of an unknown type and ${n === 1 ? 'leads' : 'lead'} from finish to start here`,
  progressBounded: n =>
    `${many(n, 'task has', 'tasks have')} progress that is not between 0 and 100 %, and is taken for the nearer of the two`,
  remaining: n =>
    `${many(n, 'task has', 'tasks have')} a remaining duration that cannot be read, is below zero or too long, and is left out`,
  projectDate: () =>
    'The project has a start, finish or status date that is no date and is left out',
  projectScale: () =>
    'The project counts its days, weeks or months in a way that no plan can, and eight hours, forty hours or twenty days stand in',
  unitsOfAssignment: n =>
    `${many(n, 'assignment has', 'assignments have')} units that are no share up to 10000 %, and ${n === 1 ? 'counts' : 'count'} as 100 %`,
  unitsOfResource: n =>
    `${many(n, 'resource has', 'resources have')} units that are no share up to 10000 %, and ${n === 1 ? 'counts' : 'count'} as 100 %`,
  unnumbered: n =>
    `${many(n, 'task has', 'tasks have')} no number and ${n === 1 ? 'is' : 'are'} left out`,
  work: n =>
    `${many(n, 'task has', 'tasks have')} work that cannot be read, is below zero or too long, and is left out`,
};

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** How many tasks of a subject are named one by one. */
const mostNamed = 3;

/** Of a name, in characters. */
const longestName = 40;

/** Counts what is lost, and tells it in the end. */
export class Losses {
  readonly #counts = new Map<Loss, number>();
  readonly #names = new Map<Loss, Set<string>>();

  add(loss: Loss, count = 1): void {
    if (count > 0) this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + count);
  }

  /** Counts it, and names the task or resource that it befalls. */
  tell(loss: Loss, task: XmlElement): void {
    this.tellOf(loss, nameOf(task));
  }

  tellOf(loss: Loss, name: string): void {
    this.add(loss);
    const names = this.#names.get(loss) ?? new Set();
    this.#names.set(loss, names.add(name));
  }

  /** One problem a subject, by subject. */
  problems(): readonly Problem[] {
    return [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([loss, count]) =>
        createProblem('import-partial', `${sentences[loss](count)}${this.#listOf(loss)}`),
      );
  }

  #listOf(loss: Loss): string {
    const names = [...(this.#names.get(loss) ?? [])];
    if (names.length === 0) return '';
    const shown = names.slice(0, mostNamed).join(', ');
    const rest = names.length - mostNamed;
    return rest > 0 ? `: ${shown} and ${rest} more` : `: ${shown}`;
  }
}

function nameOf(task: XmlElement): string {
  const number = textOf(task, 'UID');
  const uid = number === undefined ? undefined : `UID ${number}`;
  const name = textOf(task, 'Name')?.replace(/\s+/g, ' ');
  if (name === undefined) return uid ?? 'without a name';
  const letters = Array.from(name);
  const isLong = letters.length > longestName;
  const shown = isLong ? `${letters.slice(0, longestName).join('')}…` : name;
  return uid === undefined ? shown : `${shown} (${uid})`;
}
