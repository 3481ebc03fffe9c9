import { createProblem, type Problem } from '../../model/problem.ts';

/** What the format knows and a plan of ours does not. */
export type Loss =
  | 'baseline'
  | 'calendarCut'
  | 'cost'
  | 'costRate'
  | 'crossProject'
  | 'customField'
  | 'external'
  | 'hyperlink'
  | 'levelled'
  | 'linkUnknown'
  | 'manual'
  | 'material'
  | 'milestoneWithLength'
  | 'rounded'
  | 'split'
  | 'subproject'
  | 'untitled'
  | 'duplicateUid';

type Sentence = (count: number) => string;

const sentences: Readonly<Record<Loss, Sentence>> = {
  baseline: n => `${many(n, 'task has', 'tasks have')} a baseline, which is not imported`,
  calendarCut: n =>
    `${many(n, 'calendar repeats', 'calendars repeat')} an exception for longer than is written out`,
  cost: n =>
    `${many(n, 'task has', 'tasks have')} a cost computed from rates, which is not imported`,
  costRate: n => `${many(n, 'resource has', 'resources have')} a rate, which is not imported`,
  crossProject: n =>
    `${many(n, 'link leads', 'links lead')} to a task of another project and ${n === 1 ? 'is' : 'are'} left out`,
  customField: n => `${many(n, 'task has', 'tasks have')} custom fields, which are not imported`,
  external: n =>
    `${many(n, 'task stands', 'tasks stand')} for a task of another project and ${n === 1 ? 'is' : 'are'} left out`,
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
    `${many(n, 'task stands', 'tasks stand')} for a project in another file, whose tasks are not imported`,
  untitled: n =>
    `${many(n, 'task has', 'tasks have')} no name and ${n === 1 ? 'is' : 'are'} called by ${n === 1 ? 'its' : 'their'} number`,
  duplicateUid: n =>
    `${many(n, 'task bears', 'tasks bear')} the number of another task and ${n === 1 ? 'is' : 'are'} left out`,
};

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Counts what is lost, and tells it in the end. */
export class Losses {
  readonly #counts = new Map<Loss, number>();

  add(loss: Loss, count = 1): void {
    if (count > 0) this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + count);
  }

  /** One problem a subject, by subject. */
  problems(): readonly Problem[] {
    return [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([loss, count]) => createProblem('import-partial', sentences[loss](count)));
  }
}
