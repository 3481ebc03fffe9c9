import type { TextPosition, TextRange } from '../model/problem.ts';

const byteOrderMark = 0xfeff;

/**
 * Turns offsets into positions as an editor counts them: a byte order mark takes no place, and
 * lines end with LF, CRLF or CR.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  positionAt(offset: number): TextPosition {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.max(0, at - this.#startOf(low)) };
  }

  rangeOf(start: number, end: number): TextRange {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The offset of a position; a position outside of the text is brought to its nearest end. */
  offsetAt({ line, character }: TextPosition): number {
    if (line < 0) return this.#startOf(0);
    if (line >= this.#starts.length) return this.#text.length;
    const next = this.#starts[line + 1] ?? this.#text.length;
    return Math.min(this.#startOf(line) + Math.max(0, character), next);
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.charCodeAt(0) === byteOrderMark ? 1 : 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
