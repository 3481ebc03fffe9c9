import { flowNodeAt } from './plainFlow.ts';
import { plainScalar, quotedScalar } from './plainScalar.ts';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlNode.ts';

/** What needs the whole grammar: tabs, controls, lone carriage returns, marks inside the text. */
const unusual = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F]|\r(?!\n)|.\uFEFF/s;
const space = 32;
const hash = 35;
const dash = 45;
const colon = 58;
const pipe = 124;
const deepest = 20;
const longestKey = 100;

/**
 * Reads the plain block style that Gantry writes, several times faster than a reader of all YAML.
 * Undefined for everything else, also for every fault: then the whole grammar decides. What it does
 * read it reads exactly as `readLibraryTree` does, which a fuzz test holds.
 */
export function readPlainTree(text: string): YamlNode | undefined {
  if (unusual.test(text)) return undefined;
  return new PlainReader(text).read();
}

class PlainReader {
  readonly #text: string;
  /** The current line: the first one that is neither blank nor a comment, not yet consumed. */
  #at = 0;
  #indent = 0;
  #end = 0;
  #next: number;
  #isDone = false;
  #skippedComment = false;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  read(): YamlNode | undefined {
    this.#advance();
    if (this.#isDone || this.#indent !== 0 || this.#isDash(this.#at)) return undefined;
    const map = this.#readMap(0, 0);
    return this.#hasEnded() ? map : undefined;
  }

  #hasEnded(): boolean {
    return this.#isDone;
  }

  /** Goes to the next line that says something. */
  #advance(): void {
    const text = this.#text;
    this.#skippedComment = false;
    for (;;) {
      const start = this.#next;
      if (start >= text.length) {
        this.#isDone = true;
        return;
      }
      const feed = text.indexOf('\n', start);
      const stop = feed < 0 ? text.length : feed;
      this.#next = feed < 0 ? text.length : feed + 1;
      this.#end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      let at = start;
      while (at < this.#end && text.charCodeAt(at) === space) at++;
      if (at === this.#end) continue;
      if (text.charCodeAt(at) === hash) {
        this.#skippedComment = true;
        continue;
      }
      this.#at = at;
      this.#indent = at - start;
      return;
    }
  }

  #readMap(column: number, depth: number): YamlMap | undefined {
    if (depth > deepest) return undefined;
    const start = this.#at;
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    while (!this.#isDone && this.#indent === column && !this.#isDash(this.#at)) {
      const keyStart = this.#at;
      const keyEnd = this.#keyEnd(keyStart);
      if (keyEnd === undefined) return undefined;
      const key = this.#text.slice(keyStart, keyEnd);
      const value = this.#readAfterKey(keyEnd + 1, column, depth);
      if (value === undefined || seen.has(key)) return undefined;
      seen.add(key);
      entries.push({ key, keyStart, keyEnd, value });
    }
    const last = entries.at(-1);
    if (last === undefined || (!this.#isDone && this.#indent > column)) return undefined;
    const end = Math.max(last.keyEnd, last.value.end);
    return { kind: 'map', isFlow: false, entries, start, end };
  }

  /** The end of a key of letters, digits, `_` and `-` before a colon; undefined for other lines. */
  #keyEnd(start: number): number | undefined {
    const text = this.#text;
    let at = start;
    while (at < this.#end && isKeyCode(text.charCodeAt(at), at === start)) at++;
    if (at === start || at - start > longestKey || text.charCodeAt(at) !== colon) return undefined;
    return at + 1 >= this.#end || text.charCodeAt(at + 1) === space ? at : undefined;
  }

  #readAfterKey(afterColon: number, column: number, depth: number): YamlNode | undefined {
    if (afterColon < this.#end) return this.#readInLine(afterColon + 1, column);
    this.#advance();
    if (this.#skippedComment) return undefined;
    const isList = !this.#isDone && this.#isDash(this.#at);
    if (!this.#isDone && isList && this.#indent >= column) {
      return this.#readList(this.#indent, depth + 1);
    }
    if (!this.#isDone && this.#indent > column) return this.#readMap(this.#indent, depth + 1);
    const nothing = { kind: 'scalar', value: null, text: '', style: 'plain' } as const;
    return { ...nothing, start: afterColon, end: afterColon };
  }

  #readList(column: number, depth: number): YamlList | undefined {
    if (depth > deepest) return undefined;
    const start = this.#at;
    const items: YamlNode[] = [];
    while (!this.#isDone && this.#indent === column && this.#isDash(this.#at)) {
      const item = this.#readItem(column, depth);
      if (item === undefined) return undefined;
      items.push(item);
    }
    const last = items.at(-1);
    if (last === undefined || (!this.#isDone && this.#indent > column)) return undefined;
    return { kind: 'list', isFlow: false, items, start, end: last.end };
  }

  #readItem(column: number, depth: number): YamlNode | undefined {
    const start = this.#at + 2;
    if (start >= this.#end || this.#isDash(start)) return undefined;
    if (this.#keyEnd(start) === undefined) return this.#readInLine(start, column);
    this.#at = start;
    this.#indent = column + 2;
    return this.#readMap(column + 2, depth + 1);
  }

  /** A value that starts on the current line, of something at `column`. */
  #readInLine(from: number, column: number): YamlNode | undefined {
    const text = this.#text;
    let at = from;
    while (at < this.#end && text.charCodeAt(at) === space) at++;
    if (at === this.#end) return undefined;
    const code = text.charCodeAt(at);
    if (code === pipe) return this.#readLiteral(at, column);
    const node = valueAt(text, at, this.#end, code);
    if (node === undefined || !this.#isRestEmpty(node.end)) return undefined;
    // A line that is indented deeper would continue the value; whoever reads on refuses it.
    this.#advance();
    return node;
  }

  /** Only blanks and a comment may follow a value. */
  #isRestEmpty(from: number): boolean {
    let at = from;
    while (at < this.#end && this.#text.charCodeAt(at) === space) at++;
    return at === this.#end || (at > from && this.#text.charCodeAt(at) === hash);
  }

  /** A text under `|` or `|-`, without blank lines before it and with a line end after it. */
  #readLiteral(start: number, column: number): YamlScalar | undefined {
    const text = this.#text;
    const header = text.slice(start, this.#end);
    if (header !== '|' && header !== '|-') return undefined;
    const lines: string[] = [];
    let width = 0;
    let end = start;
    let kept = 0;
    for (let at = this.#next; at < text.length;) {
      const feed = text.indexOf('\n', at);
      if (feed < 0) return undefined;
      const stop = text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
      let content = at;
      while (content < stop && text.charCodeAt(content) === space) content++;
      if (content === stop) {
        if (stop > at || lines.length === 0) return undefined;
        lines.push('');
      } else {
        if (lines.length === 0) width = content - at;
        if (content - at <= column) break;
        if (content - at < width) return undefined;
        lines.push(text.slice(at + width, stop));
        kept = lines.length;
        end = stop;
      }
      at = feed + 1;
      this.#next = at;
    }
    if (kept === 0 || text.charCodeAt(end - 1) === space) return undefined;
    this.#advance();
    const value = lines.slice(0, kept).join('\n') + (header === '|' ? '\n' : '');
    return { kind: 'scalar', value, text: value, style: 'block', start, end };
  }

  #isDash(at: number): boolean {
    if (this.#text.charCodeAt(at) !== dash) return false;
    return at + 1 >= this.#end || this.#text.charCodeAt(at + 1) === space;
  }
}

function valueAt(text: string, at: number, end: number, code: number): YamlNode | undefined {
  if (code === 34 || code === 39) return quotedScalar(text, at, end);
  if (code === 91 || code === 123) return flowNodeAt(text, at, end, 0);
  return plainScalar(text, at, end);
}

function isKeyCode(code: number, isFirst: boolean): boolean {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return isLetter || (!isFirst && ((code >= 48 && code <= 57) || code === dash));
}
