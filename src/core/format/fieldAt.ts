import type { FieldPath, TextPosition, TextRange } from '../model/problem.ts';
import { flowPlaceAt } from './flowCursor.ts';
import { blanksEnd, contentEnd, tokensOf, type LineToken } from './lineTokens.ts';

/** What stands at a place in the text. */
export interface FieldPlace {
  /** The field. With `isKey`, its last step is the key as far as it is typed, which may be empty. */
  readonly path: FieldPath;
  /** True where a key is or may be written, false where a value is. */
  readonly isKey: boolean;
  /** The key or the value that is there, without its comment; empty when nothing is typed yet. */
  readonly text: string;
  /** Where that text stands: what a completion would replace. */
  readonly range: TextRange;
}

/**
 * The field at a position, for completion and hovers. It goes by lines and indentation alone, so
 * that it works on text that is half typed. Undefined in comments.
 */
export function fieldAt(text: string, position: TextPosition): FieldPlace | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const line = lines[position.line];
  if (line === undefined) return undefined;
  const at = { line: position.line, character: Math.min(position.character, line.length) };
  return new LineCursor(lines, at).find();
}

type KeyToken = Extract<LineToken, { kind: 'key' }>;

interface Owner {
  readonly path: FieldPath;
  /** The key that the position belongs to by indentation, and the line it is in. */
  readonly token: KeyToken | undefined;
  readonly line: number;
}

class LineCursor {
  readonly #lines: readonly string[];
  readonly #at: TextPosition;
  readonly #line: string;

  constructor(lines: readonly string[], at: TextPosition) {
    this.#lines = lines;
    this.#at = at;
    this.#line = lines[at.line] ?? '';
  }

  find(): FieldPlace | undefined {
    const tokens = tokensOf(this.#line);
    const first = tokens[0];
    const isBlankLine = this.#line.trim() === '';
    if (isBlankLine) {
      const around = this.#ownerOf(this.#nextIndent(), false);
      if (this.#isText(around)) return this.#wholeLine(around.path);
    }
    const owner = this.#ownerOf(first?.column ?? this.#at.character, first?.kind === 'dash');
    if (this.#isText(owner)) return this.#wholeLine(owner.path);
    const flow = this.#flowAround(owner);
    if (flow) return flow;
    if (isBlankLine)
      return this.#place([...owner.path, ''], true, this.#at.character, this.#at.character);
    const last = tokens.at(-1);
    if (last === undefined || this.#isInComment(last.column)) return undefined;
    const path = [...owner.path, ...this.#itemSteps(tokens)];
    return this.#inLine(owner, path, last);
  }

  #inLine(owner: Owner, path: FieldPath, last: LineToken): FieldPlace | undefined {
    if (last.kind === 'key') return this.#atKey(path, last);
    const end = contentEnd(this.#line, last.column);
    if (last.kind === 'dash')
      return this.#place(path, false, this.#at.character, this.#at.character);
    const isItem = path.length > owner.path.length;
    if (isItem)
      return this.#flowFrom(path, last.column) ?? this.#place(path, false, last.column, end);
    // Below a key that has a value already, a line continues that value.
    const continues = owner.token !== undefined && this.#hasValue(owner);
    if (continues) return this.#place(owner.path, false, last.column, end);
    const typed = this.#line.slice(last.column, end);
    return this.#place([...path, typed], true, last.column, end);
  }

  #atKey(path: FieldPath, token: KeyToken): FieldPlace {
    const full = [...path, token.key];
    if (this.#at.character <= token.keyEnd) {
      return this.#place(full, true, token.column, token.keyEnd);
    }
    const flow = this.#flowFrom(full, token.valueStart);
    if (flow) return flow;
    const end = contentEnd(this.#line, token.valueStart);
    return end > token.valueStart
      ? this.#place(full, false, token.valueStart, end)
      : this.#place(full, false, this.#at.character, this.#at.character);
  }

  /** A flow value that starts on this line at `column` and holds the cursor. */
  #flowFrom(path: FieldPath, column: number): FieldPlace | undefined {
    if (!'[{'.includes(this.#line.charAt(column) || ' ')) return undefined;
    const place = flowPlaceAt(this.#line, column, this.#at.character);
    return place && this.#place([...path, ...place.path], place.isKey, place.start, place.end);
  }

  /** A flow value that starts on a line above, at the key that this line belongs to. */
  #flowAround(owner: Owner): FieldPlace | undefined {
    const column = owner.token?.valueStart;
    const first = this.#lines[owner.line] ?? '';
    if (column === undefined || !'[{'.includes(first.charAt(column) || ' ')) return undefined;
    const above = this.#lines
      .slice(owner.line, this.#at.line)
      .map(line => `${line}\n`)
      .join('');
    const place = flowPlaceAt(above + this.#line, column, above.length + this.#at.character);
    if (!place || place.start < above.length) return undefined;
    const path = [...owner.path, ...place.path];
    return this.#place(path, place.isKey, place.start - above.length, place.end - above.length);
  }

  /** The column of the next line that says something: a blank line above it in a text is part of the text. */
  #nextIndent(): number {
    const next = this.#lines.slice(this.#at.line + 1).find(line => line.trim() !== '');
    return next === undefined ? 0 : blanksEnd(next, 0);
  }

  #isText({ token, line }: Owner): boolean {
    return token !== undefined && this.#opensText(token, line);
  }

  /** True for a key whose value is a text on the lines below it. */
  #opensText(token: KeyToken, line: number): boolean {
    const header = this.#lines[line]?.slice(token.valueStart) ?? '';
    return /^[|>][\d+-]*\s*(?:#.*)?$/.test(header);
  }

  #hasValue({ token, line }: Owner): boolean {
    const source = this.#lines[line] ?? '';
    return token !== undefined && contentEnd(source, token.valueStart) > token.valueStart;
  }

  #wholeLine(path: FieldPath): FieldPlace {
    const start = blanksEnd(this.#line, 0);
    return this.#place(path, false, Math.min(start, this.#at.character), this.#line.length);
  }

  #isInComment(start: number): boolean {
    const end = contentEnd(this.#line, start);
    return this.#line.slice(end, this.#at.character).includes('#');
  }

  /** The steps of the dashes that stand on the cursor's own line, except the first, which the owner counted. */
  #itemSteps(tokens: readonly LineToken[]): FieldPath {
    const dashes = tokens.filter(token => token.kind === 'dash').length;
    return dashes === 0
      ? []
      : [this.#itemIndex(tokens[0]?.column ?? 0), ...Array.from({ length: dashes - 1 }, () => 0)];
  }

  /** How many items of the same list stand above this line. */
  #itemIndex(column: number): number {
    return countItems(this.#lines, this.#at.line, column);
  }

  #ownerOf(column: number, isDash: boolean): Owner {
    const steps: (string | number)[] = [];
    let owner: Pick<Owner, 'token' | 'line'> | undefined;
    let limit = column;
    let isItem = isDash;
    for (let i = this.#at.line - 1; i >= 0 && (limit > 0 || isItem); i--) {
      for (const token of tokensOf(this.#lines[i] ?? '').toReversed()) {
        if (token.kind === 'text' || !isAbove(token, limit, isItem)) continue;
        if (token.kind === 'key' && this.#opensText(token, i)) {
          // What looked like keys below it was part of the text.
          steps.length = 0;
          owner = undefined;
        }
        steps.unshift(token.kind === 'key' ? token.key : countItems(this.#lines, i, token.column));
        owner ??= { token: token.kind === 'key' ? token : undefined, line: i };
        limit = token.column;
        isItem = token.kind === 'dash';
      }
    }
    return { path: steps, token: owner?.token, line: owner?.line ?? -1 };
  }

  #place(path: FieldPath, isKey: boolean, start: number, end: number): FieldPlace {
    const { line } = this.#at;
    return {
      path,
      isKey,
      text: this.#line.slice(start, end),
      range: { start: { line, character: start }, end: { line, character: end } },
    };
  }
}

/** A list may stand at the column of its key; everything else stands deeper than what holds it. */
function isAbove(token: LineToken, limit: number, isItem: boolean): boolean {
  return token.column < limit || (isItem && token.kind === 'key' && token.column === limit);
}

/** The dashes at a column above a line, up to where the list begins. */
function countItems(lines: readonly string[], line: number, column: number): number {
  let count = 0;
  for (let i = line - 1; i >= 0; i--) {
    const [first] = tokensOf(lines[i] ?? '');
    if (first === undefined) continue;
    if (first.column < column || (first.column === column && first.kind !== 'dash')) break;
    if (first.column === column) count++;
  }
  return count;
}
