import type { Sign, Syntax } from './commentSigns.ts';

/** A part of a line that is comment. Characters are UTF-16 code units, as in an editor. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** What is open where a line ends. */
interface Open {
  readonly sign: Sign;
  readonly isComment: boolean;
  readonly depth: number;
}

const none: readonly Comment[] = [];

/** Signs by the code of their first character. */
type SignsByFirst = ReadonlyMap<number, readonly Sign[]>;

const arranged = new WeakMap<Syntax, SignsByFirst>();

function arrange(syntax: Syntax): SignsByFirst {
  const byFirst = new Map<number, readonly Sign[]>();
  for (const sign of syntax) {
    const first = sign.open.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), sign]);
  }
  arranged.set(syntax, byFirst);
  return byFirst;
}

/** Reads the comments of a text line by line, from its first one on. */
export class CommentReader {
  readonly #byFirst: SignsByFirst;
  #open: Open | undefined;
  /** The last sign of code so far: what stands behind it belongs to it, or begins anew. */
  #last = '';
  /** The same at the end of the line before. */
  #before = '';
  /** Of the line that is read: where something stands first, and signs that nothing in it closes. */
  #first = 0;
  #unclosed = new Set<Sign>();

  constructor(syntax: Syntax) {
    this.#byFirst = arranged.get(syntax) ?? arrange(syntax);
  }

  read(line: string): readonly Comment[] {
    const found: Comment[] = [];
    this.#first = line.search(/\S/);
    this.#unclosed.clear();
    this.#before = this.#last;
    let at = this.#open ? this.#readOpen(line, 0, found) : 0;
    while (at < line.length) {
      const signs = this.#byFirst.get(line.charCodeAt(at));
      const sign = signs?.find(
        each => line.startsWith(each.open, at) && this.#stands(each, line, at),
      );
      if (sign) {
        at = this.#pass(sign, line, at, found);
        continue;
      }
      const code = line[at] ?? '';
      if (code !== ' ' && code !== '\t' && code !== '\r') this.#last = code;
      at += 1;
    }
    return found.length === 0 ? none : found;
  }

  #stands(sign: Sign, line: string, at: number): boolean {
    if (this.#unclosed.has(sign)) return false;
    switch (sign.at) {
      case 'start':
        return at === 0;
      case 'first':
        return at === this.#first;
      case 'spaced':
        return at === 0 || /\s/.test(line[at - 1] ?? '');
      default:
        return true;
    }
  }

  /** Answers with where the line goes on. */
  #pass(sign: Sign, line: string, at: number, found: Comment[]): number {
    switch (sign.kind) {
      case 'skip':
        this.#last = sign.open;
        return at + 2;
      case 'char':
      case 'pattern':
        return this.#passLiteral(sign, line, at);
      default:
        break;
    }
    const isDoc = sign.kind === 'docText' && this.#isStatement(line, at);
    const isComment = sign.kind === 'comment' || isDoc;
    if (!isComment) this.#last = sign.open;
    if (sign.close === undefined) {
      found.push({ start: at, end: line.length });
      return line.length;
    }
    const from = at + sign.open.length;
    const open = { sign, isComment, depth: 1 };
    // An apostrophe is no string.
    if (!sign.isLong && endOf(open, line, from).end === undefined) {
      this.#unclosed.add(sign);
      return from;
    }
    this.#open = open;
    return this.#readOpen(line, at, found, from);
  }

  #passLiteral({ kind, open }: Sign, line: string, at: number): number {
    const isPlace = kind === 'char' || beforePattern.test(this.#last) || wordBefore(line, at);
    this.#last = open;
    const pattern = kind === 'char' ? charLiteral : patternLiteral;
    const literal = isPlace ? pattern.exec(line.slice(at, at + longestLiteral)) : null;
    return at + (literal?.[0].length ?? open.length);
  }

  /** A text that stands alone says something to readers, as a comment does. */
  #isStatement(line: string, at: number): boolean {
    const isFirst =
      at === this.#first || (at === this.#first + 1 && /[rRuU]/.test(line[at - 1] ?? ''));
    return isFirst && !/[([{,=+\\%]/.test(this.#before);
  }

  #readOpen(line: string, start: number, found: Comment[], from = start): number {
    const open = this.#open;
    if (!open) return from;
    const { sign, isComment } = open;
    const { end, depth } = endOf(open, line, from);
    if (isComment) found.push({ start, end: Math.min(end ?? line.length, line.length) });
    if (end === undefined && sign.isLong) this.#open = { ...open, depth };
    else this.#open = undefined;
    return end ?? line.length;
  }
}

/** Before a pattern stands a sign of code, or the line begins; before a division a value. */
const beforePattern = /^[^\w)\]}"'`$/]?$/;
const patternLiteral = /^\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\//;
const charLiteral = /^'(?:\\.[^']{0,9}|[^'\\]{1,2})'/;
/** Longer ones are taken for what they are not. */
const longestLiteral = 400;

function wordBefore(line: string, at: number): boolean {
  return /\b(?:return|typeof|case|of|in)\s*$/.test(line.slice(Math.max(0, at - 12), at));
}

/** Where what is open ends in a line; undefined where it does not. */
function endOf(
  { sign: { open, close = '', kind, isNested }, depth: before }: Open,
  line: string,
  from: number,
): { readonly end: number | undefined; readonly depth: number } {
  const isComment = kind === 'comment';
  let depth = before;
  if (isComment && !isNested) {
    const end = line.indexOf(close, from);
    return { end: end < 0 ? undefined : end + close.length, depth };
  }
  for (let at = from; at < line.length; at++) {
    if (!isComment && line[at] === '\\') at += 1;
    else if (line.startsWith(close, at)) {
      depth -= 1;
      if (depth === 0) return { end: at + close.length, depth };
      at += close.length - 1;
    } else if (isNested && line.startsWith(open, at)) {
      depth += 1;
      at += open.length - 1;
    }
  }
  return { end: undefined, depth };
}

/** The comments of a text by its lines. */
export function commentsByLine(lines: Iterable<string>, syntax: Syntax): (readonly Comment[])[] {
  const reader = new CommentReader(syntax);
  return Array.from(lines, line => reader.read(line));
}

/** Within a comment of many lines each may begin so. */
const starred = /^\s*\*(?:\s|\/|$)/;

/** The comments of a line of which the lines before are not known. */
export function commentsAlone(line: string, syntax: Syntax): readonly Comment[] {
  const isStarred = starred.test(line) && syntax.some(({ open }) => open === '/*');
  return isStarred ? [{ start: 0, end: line.length }] : new CommentReader(syntax).read(line);
}
