import type { Problem } from '../model/problem.ts';
import type { Project } from '../model/project.ts';
import { checkQuality, findBeyond } from './checkQuality.ts';
import { measureQuality } from './measureQuality.ts';
import { noteItem, type NoteContext } from './noteItem.ts';
import type { QualityMeasure } from './quality.ts';

/** A share of fewer than these says little, so that here it is told only where the project asks. */
const fewest = 20;

/** What is found of a schedule by what its project asks of it. */
export interface StatedQuality {
  /** One for each measure beyond its limit. */
  readonly findings: readonly Problem[];
  /** What these find at one item. */
  readonly notesOf: (id: string) => readonly Problem[];
}

/**
 * Measures only where the project has said what it asks; `gantry check` measures always, and tells of
 * small plans too.
 */
export function reviewStatedQuality(at: NoteContext): StatedQuality {
  const { project } = at.plan;
  const measured = project.quality ? measureQuality(at.plan, at.schedule, at.today) : [];
  const measures = measured.filter(measure => isTelling(measure, project));
  const beyond = findBeyond(measures);
  return {
    findings: checkQuality(measures, project),
    notesOf: id => beyond.flatMap(measure => noteItem(measure, id, at)),
  };
}

function isTelling({ of, isIndex, key }: QualityMeasure, { quality }: Project): boolean {
  return quality?.limits.has(key) === true || isIndex || key === 'criticalPathTest' || of >= fewest;
}
