import type { Problem } from '../model/problem.ts';
import { checkQuality, findBeyond } from './checkQuality.ts';
import { measureQuality } from './measureQuality.ts';
import { noteItem, type NoteContext } from './noteItem.ts';

/** What is found of a schedule by what its project asks of it. */
export interface StatedQuality {
  /** One for each measure beyond its limit. */
  readonly findings: readonly Problem[];
  /** What these find at one item. */
  readonly notesOf: (id: string) => readonly Problem[];
}

/** Measures only where the project has said what it asks; `gantry check` measures always. */
export function reviewStatedQuality(at: NoteContext): StatedQuality {
  const { project } = at.plan;
  const measures = project.quality ? measureQuality(at.plan, at.schedule, at.today) : [];
  const beyond = findBeyond(measures, project);
  return {
    findings: checkQuality(measures, project),
    notesOf: id => beyond.flatMap(measure => noteItem(measure, id, at)),
  };
}
