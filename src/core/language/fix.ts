import type { FieldEdit } from '../format/editText.ts';
import type { FileKind } from '../format/fields.ts';
import type { Ancestor } from '../merge/mergeMarks.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { FieldPath, TextRange } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** One way out of a problem. */
export type Fix =
  /** Changes fields of the file that has the problem. */
  | {
      readonly kind: 'edit';
      readonly title: string;
      readonly edits: readonly FieldEdit[];
      /** True where nothing is mended, only no longer told: never to be taken unasked. */
      readonly isSilencing?: boolean;
    }
  /** Changes fields of the project file. */
  | { readonly kind: 'project'; readonly title: string; readonly edits: readonly FieldEdit[] }
  /** Puts other text in a place of the file, which may not be valid YAML. */
  | {
      readonly kind: 'replace';
      readonly title: string;
      readonly range: TextRange;
      readonly text: string;
    };

export interface FixContext {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly today: Instant;
  readonly kind: FileKind;
  /** The text of the file that has the problem. */
  readonly text: string;
  /** Where the problem stands in it. */
  readonly range: TextRange;
  /** The field to blame, as far as it is known. */
  readonly field: FieldPath | undefined;
  /** Of a file with the marks of git, what both sides began with; undefined where git does not know. */
  readonly ancestor?: Ancestor | undefined;
}

/** What stands at a place within one line, without quotes. */
export function textAt(text: string, { start, end }: TextRange): string {
  if (start.line !== end.line) return '';
  const line = text.split('\n')[start.line] ?? '';
  return line.slice(start.character, end.character).replace(/^(["'])(.*)\1$/, '$2');
}
