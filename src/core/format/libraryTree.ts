import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { nestsTooDeep } from './nestingDepth.ts';
import { lineBreakLength } from './splice.ts';
import { describeSyntaxError } from './syntaxMessage.ts';
import type {
  ScalarStyle,
  SyntaxCode,
  SyntaxProblem,
  YamlEntry,
  YamlNode,
  YamlScalar,
  YamlTree,
} from './yamlNode.ts';

/** More would be an attack or a mistake: no plan nests deeper, repeats more, or has more to say. */
const deepest = 60;
const mostAliasedNodes = 2000;
const mostErrors = 20;

/**
 * In UTF-16 code units. Hostile texts of this length take the package seconds, and its time grows
 * with the square; longer texts are read in the plain style alone.
 */
const mostLibraryLength = 256 * 1024;
const tooLargeMessage =
  'The file is too large for anything but the plain style: one `name: value` a line, without fault';

/** Reads a text with the `yaml` package. Never throws: what the package throws is a problem too. */
export function readLibraryTree(text: string): YamlTree {
  if (text.length > mostLibraryLength) return refusedTree('file-too-large', tooLargeMessage);
  if (nestsTooDeep(text)) {
    return refusedTree('yaml-syntax', 'Values are nested too deep; flatten them');
  }
  try {
    const document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
    const problems = document.errors
      .slice(0, mostErrors)
      .map(error => describeSyntaxError(text, error));
    const converter = new TreeConverter(text);
    const root = document.contents ? converter.convert(document.contents, 0) : undefined;
    return { root, problems: [...problems, ...converter.problems] };
  } catch {
    // The package gives up on some hostile texts with errors of its own (stack, memory).
    const message = 'The file cannot be understood: it nests too deep or repeats too much';
    return refusedTree('yaml-syntax', message);
  }
}

function refusedTree(code: SyntaxCode, message: string): YamlTree {
  return { root: undefined, problems: [{ code, message, start: 0, end: 0 }] };
}

class TreeConverter {
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  /** What each anchor stands for at this point of the file. */
  readonly #anchored = new Map<string, unknown>();
  readonly #openAliases = new Set<unknown>();
  #aliasedNodes = 0;
  #isBomb = false;

  constructor(text: string) {
    this.#text = text;
  }

  convert(node: unknown, depth: number): YamlNode {
    if (depth > deepest) {
      return this.#refuse(node, 'yaml-syntax', 'Values are nested too deep; flatten them');
    }
    if (isAlias(node)) return this.#convertAlias(node, depth);
    if (this.#openAliases.size > 0) this.#aliasedNodes++;
    else this.#noteAnchor(node);
    if (isScalar(node)) return this.#convertScalar(node);
    if (isMap(node)) return this.#convertMap(node, depth);
    if (isSeq(node)) return this.#convertList(node, depth);
    if (isPair(node)) return this.#convertPair(node, depth);
    return emptyScalar(0);
  }

  #convertScalar(node: Scalar): YamlScalar {
    const [start, end] = rangeOf(node);
    const style = styleOf(node);
    const source = node.source ?? this.#text.slice(start, end);
    const { value } = node;
    if (typeof value === 'string') {
      const shownEnd = style === 'block' ? this.#endOfBlock(start, end) : end;
      return { kind: 'scalar', value, text: value, style, start, end: shownEnd };
    }
    const isCore = typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'scalar', value: isCore ? value : source, text: source, style, start, end };
  }

  #convertMap(node: YAMLMap, depth: number): YamlNode {
    const [start, end] = rangeOf(node);
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const entry = this.#convertEntry(pair, depth);
      if (seen.has(entry.key)) this.#reportTwice(entry);
      seen.add(entry.key);
      entries.push(entry);
    }
    const isFlow = node.flow === true;
    const shownEnd = isFlow
      ? end
      : lastEnd(
          start,
          entries.map(entry => entry.value.end),
          entries.at(-1)?.keyEnd,
        );
    return { kind: 'map', isFlow, entries, start, end: shownEnd };
  }

  #convertEntry(pair: Pair, depth: number): YamlEntry {
    const [keyStart, keyEnd] = rangeOf(pair.key);
    const key = isScalar(pair.key) ? this.#keyText(pair.key) : this.#text.slice(keyStart, keyEnd);
    const value =
      pair.value === null || pair.value === undefined
        ? emptyScalar(keyEnd)
        : this.convert(pair.value, depth + 1);
    return { key, keyStart, keyEnd, value };
  }

  #keyText(key: Scalar): string {
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  }

  #reportTwice(entry: YamlEntry): void {
    if (this.problems.length >= mostErrors) return;
    const message = `\`${entry.key}\` stands twice; the first is read, take one of them out`;
    this.problems.push({
      code: 'yaml-duplicate-key',
      message,
      start: entry.keyStart,
      end: entry.keyEnd,
    });
  }

  #convertList(node: YAMLSeq, depth: number): YamlNode {
    const [start, end] = rangeOf(node);
    const items = node.items.map(item => this.convert(item, depth + 1));
    const isFlow = node.flow === true;
    const shownEnd = isFlow
      ? end
      : lastEnd(
          start,
          items.map(item => item.end),
          undefined,
        );
    return { kind: 'list', isFlow, items, start, end: shownEnd };
  }

  /** In a flow list or an ordered map a pair stands where a node is due: a map of one entry. */
  #convertPair(pair: Pair, depth: number): YamlNode {
    const entry = this.#convertEntry(pair, depth);
    const end = Math.max(entry.keyEnd, entry.value.end);
    return { kind: 'map', isFlow: true, entries: [entry], start: entry.keyStart, end };
  }

  #convertAlias(alias: Alias, depth: number): YamlNode {
    this.#aliasedNodes++;
    const target = this.#anchored.get(alias.source);
    const [start, end] = rangeOf(alias);
    if (target === undefined) {
      return this.#refuse(alias, 'yaml-alias', `No anchor is named \`${alias.source}\``);
    }
    if (this.#openAliases.has(target) || this.#aliasedNodes > mostAliasedNodes) {
      return this.#refuseBomb(alias);
    }
    this.#openAliases.add(target);
    const node = this.convert(target, depth + 1);
    this.#openAliases.delete(target);
    return { ...node, start, end };
  }

  /** One word on all of them: whoever writes the first out has to look at the rest as well. */
  #refuseBomb(alias: Alias): YamlScalar {
    const [start, end] = rangeOf(alias);
    if (this.#isBomb) return { ...emptyScalar(start), end };
    this.#isBomb = true;
    return this.#refuse(alias, 'yaml-alias', 'Aliases repeat too much; write the values out');
  }

  #noteAnchor(node: unknown): void {
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
      this.#anchored.set(node.anchor, node);
    }
  }

  #refuse(node: unknown, code: SyntaxProblem['code'], message: string): YamlScalar {
    const [start, end] = rangeOf(node);
    if (this.problems.length < mostErrors) this.problems.push({ code, message, start, end });
    return { ...emptyScalar(start), end };
  }

  /**
   * The end of the last line of a block scalar, before its line end. Blank lines after it belong to
   * the value only where its header says to keep them.
   */
  #endOfBlock(start: number, end: number): number {
    const header = this.#text.slice(start, start + 3);
    if (header.includes('+')) return end - lineBreakLength(this.#text, end);
    let last = end;
    while (last > start && ' \t\r\n'.includes(this.#text.charAt(last - 1))) last--;
    return last;
  }
}

function rangeOf(node: unknown): readonly [number, number] {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return [0, 0];
  const { range } = node;
  return range ? [range[0], range[1]] : [0, 0];
}

function lastEnd(start: number, ends: readonly number[], keyEnd: number | undefined): number {
  return Math.max(start, ends.at(-1) ?? start, keyEnd ?? start);
}

function emptyScalar(at: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', style: 'plain', start: at, end: at };
}

function styleOf(node: Scalar): ScalarStyle {
  if (node.type === 'QUOTE_SINGLE') return 'single';
  if (node.type === 'QUOTE_DOUBLE') return 'double';
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? 'block' : 'plain';
}
