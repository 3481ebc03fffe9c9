import { problemCodes, type ProblemCode } from './problemCodes.ts';
import type { Severity } from './severity.ts';

/** Counted from zero; characters are UTF-16 code units, as in an editor. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** The place of a field inside an item: `['response', 'strategy']`, `['dependsOn', 0]`. */
export type FieldPath = readonly (string | number)[];

/** What is wrong, where, and what to do, in one sentence without a full stop. Branch on the code. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the plan folder, with forward slashes; undefined when no file is to blame. */
  readonly file: string | undefined;
  /** Undefined means the whole file, or not looked up yet: then `field` says where. */
  readonly range: TextRange | undefined;
  /** The field to blame, for problems found after parsing. */
  readonly field: FieldPath | undefined;
  /** Every item concerned, the one to blame first. */
  readonly items: readonly string[];
}

/** What a problem is about, where it is known. */
export interface ProblemPlace {
  readonly file?: string | undefined;
  readonly range?: TextRange | undefined;
  readonly field?: FieldPath | undefined;
  readonly items?: readonly string[];
}

/** A problem with the severity that the list of codes gives it. */
export function createProblem(
  code: ProblemCode,
  message: string,
  place: ProblemPlace = {},
): Problem {
  return {
    code,
    severity: problemCodes[code].severity,
    message,
    file: place.file,
    range: place.range,
    field: place.field,
    items: place.items ?? [],
  };
}
