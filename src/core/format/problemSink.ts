import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { problemCodes, type ProblemCode } from '../model/problemCodes.ts';
import { severities } from '../model/severity.ts';
import { LineIndex } from './textPlace.ts';
import type { Span } from './yamlNode.ts';

/** Enough to mend a file by; the rest is counted. */
export const mostProblems = 100;

/** What nobody has decided yet must be told whatever else is wrong. */
const ranks = ['merge-conflict', ...severities] as const;

/** Gathers the problems of one file, and looks places up only when there are any. */
export class ProblemSink {
  readonly #file: string;
  readonly #text: string;
  /** By rank; no more of each than could be told. */
  readonly #found: readonly Problem[][] = ranks.map(() => []);
  #lines: LineIndex | undefined;
  #count = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  add(code: ProblemCode, message: string, at: Span, field?: FieldPath): void {
    this.#count++;
    const { severity } = problemCodes[code];
    const list = this.#found[code === 'merge-conflict' ? 0 : ranks.indexOf(severity)];
    if (list === undefined || list.length >= mostProblems) return;
    this.#lines ??= new LineIndex(this.#text);
    const range = this.#lines.rangeOf(at.start, at.end);
    list.push(createProblem(code, message, { file: this.#file, range, field }));
  }

  /** The gravest first, cut at {@link mostProblems} with a word on how many more there are. */
  problems(): readonly Problem[] {
    const kept = this.#found.flat().slice(0, mostProblems);
    const left = this.#count - kept.length;
    if (left === 0) return kept;
    const message = `There are ${left} more problems in this file; mend the first ones`;
    return [...kept, createProblem('problems-omitted', message, { file: this.#file })];
  }
}
