import type { Baseline } from '../model/baseline.ts';
import type { Item } from '../model/plan.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Project } from '../model/project.ts';

/** A file with what was made of it. Kept between loads, so that unchanged bytes are parsed once. */
export interface LoadedFile {
  readonly path: string;
  /** Undefined when the file was not read: a link, a folder, one without permission. */
  readonly bytes: Uint8Array | undefined;
  readonly file: PlanFile;
  readonly value: Item | Project | Baseline | undefined;
  /** What a file held that is there no more, and that the plan goes on with. */
  readonly gone?: Uint8Array | undefined;
}
