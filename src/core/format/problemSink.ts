import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { problemCodes, type ProblemCode } from '../model/problemCodes.ts';
import { LineIndex } from './textPlace.ts';
import type { Span } from './yamlNode.ts';

/** Enough to mend a file by; the rest is counted. */
export const mostProblems = 100;

/** Gathers the problems of one file, and looks places up only when there are any. */
export class ProblemSink {
  readonly #file: string;
  readonly #text: string;
  readonly #grave: Problem[] = [];
  readonly #notes: Problem[] = [];
  #lines: LineIndex | undefined;
  #count = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  add(code: ProblemCode, message: string, at: Span, field?: FieldPath): void {
    this.#count++;
    const list = problemCodes[code].severity === 'info' ? this.#notes : this.#grave;
    if (list.length >= mostProblems) return;
    this.#lines ??= new LineIndex(this.#text);
    const range = this.#lines.rangeOf(at.start, at.end);
    list.push(createProblem(code, message, { file: this.#file, range, field }));
  }

  /** Errors and warnings before notes, cut at {@link mostProblems} with a word on how many more there are. */
  problems(): readonly Problem[] {
    const kept = [...this.#grave, ...this.#notes].slice(0, mostProblems);
    const left = this.#count - kept.length;
    if (left === 0) return kept;
    const message = `There are ${left} more problems in this file; mend the first ones`;
    return [...kept, createProblem('problems-omitted', message, { file: this.#file })];
  }
}
