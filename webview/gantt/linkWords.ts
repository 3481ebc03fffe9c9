import { assertNever } from '../../src/core/base/assertNever.ts';
import { dependencyTypes, type DependencyType } from '../../src/core/model/dependency.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** One end of a dependency, as the item at the other end tells it. */
export interface LinkWords {
  /** The row of the item at the other end. */
  readonly row: number;
  /** `This starts after it is finished, with a lag of 2d`. */
  readonly words: string;
  readonly isBefore: boolean;
  readonly isCritical: boolean;
}

/** What a row waits for, then what waits for it. */
export function linksOf({ view, linksInto }: LoadedPlan, row: number): readonly LinkWords[] {
  const { links } = view;
  const before = linksInto(row).map(link => tellLink(view, link, true));
  const after: LinkWords[] = [];
  for (let link = 0; link < links.count; link += 1) {
    if (links.from[link] === row) after.push(tellLink(view, link, false));
  }
  return [...before, ...after];
}

/** By row: how many items wait for it. One pass for all of them. */
export function countSuccessors({ links, rows }: GanttView): Int32Array {
  const counts = new Int32Array(rows.count);
  for (const from of links.from) counts[from] = (counts[from] ?? 0) + 1;
  return counts;
}

function tellLink({ links }: GanttView, link: number, isBefore: boolean): LinkWords {
  const type = dependencyTypes[numberAt(links.type, link)] ?? 'FS';
  return {
    row: numberAt(isBefore ? links.from : links.to, link),
    words: `${sentenceOf(type, isBefore)}${lagText(textAt(links.lag, link))}`,
    isBefore,
    isCritical: links.isCritical[link] === 1,
  };
}

function sentenceOf(type: DependencyType, isBefore: boolean): string {
  const [waiting, other] = isBefore ? ['This', 'it'] : ['It', 'this'];
  switch (type) {
    case 'FS':
      return `${waiting} starts after ${other} is finished`;
    case 'SS':
      return `${waiting} starts after ${other} has started`;
    case 'FF':
      return `${waiting} finishes after ${other} is finished`;
    case 'SF':
      return `${waiting} finishes after ${other} has started`;
    default:
      return assertNever(type);
  }
}

/** Of `+2d` and `-1d`. */
function lagText(lag: string): string {
  if (lag === '') return '';
  const length = lag.replace(/^[+-]/, '');
  return lag.startsWith('-') ? `, up to ${length} earlier` : `, at least ${length} later`;
}
