import { fieldInText } from '../format/fieldInText.ts';
import { fileIdentity } from '../format/fileIdentity.ts';
import { FieldFinder } from '../format/locateField.ts';
import type { FieldPath, TextRange } from '../model/problem.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Snapshot } from './snapshot.ts';

/** A field of the values in the text of its file. */
export interface FieldPlace {
  readonly field: FieldPath;
  /** Undefined when the text has no fields. */
  readonly range: TextRange | undefined;
}

/**
 * Finds fields in the files of a snapshot. What is asked of one file in a row costs one look at its
 * text: a file can have thousands of problems.
 */
export class FieldPlaces {
  readonly #files: Snapshot['files'];
  #last: { readonly file: PlanFile; readonly finder: FieldFinder } | undefined;

  constructor({ files }: Pick<Snapshot, 'files'>) {
    this.#files = files;
  }

  /** Undefined for a file without a text. */
  find(path: string, field: FieldPath): FieldPlace | undefined {
    const file = this.#files.get(path);
    if (file?.text === undefined) return undefined;
    if (this.#last?.file !== file) this.#last = { file, finder: new FieldFinder(file.text) };
    const { finder } = this.#last;
    const written = writtenIn(file, finder, field);
    return { field: written, range: finder.rangeOf(written) };
  }
}

function writtenIn(
  { path, problems }: PlanFile,
  { root }: FieldFinder,
  field: FieldPath,
): FieldPath {
  const kind = fileIdentity(path)?.kind;
  // Where nothing is wrong, all of it was understood.
  return kind && root && problems.length > 0 ? fieldInText(kind, root, field) : field;
}
