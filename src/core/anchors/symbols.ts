import type { SourceText } from './sourceText.ts';

/** A declaration, as far as its line tells it in any language with words and indentation. */
export interface SourceSymbol {
  /** `Parser.parseTask`: the names of what it stands in, and its own. */
  readonly path: string;
  /** Counted from one. */
  readonly line: number;
  readonly endLine: number;
}

const modifiers =
  /^(?:(?:export|default|public|private|protected|internal|static|abstract|final|async|override|readonly|pub(?:\([a-z]+\))?|unsafe|extern|virtual|inline|sealed|partial|open|declare|const(?=\s+(?:enum|fn))|suspend|data)\s+)*/;
const declared =
  /^(?:function\*?|class|interface|enum|struct|trait|impl|type|namespace|module|mod|def|fn|func|fun|sub|object|record|protocol|extension|macro_rules!|const|let|var|val)\s+(?:\([^)]*\)\s*)?([\p{L}_$][\p{L}\p{N}_$]*)/u;
const method = /^(?:get\s+|set\s+|\*\s*)?([\p{L}_$#][\p{L}\p{N}_$]*)\s*\([^;]*\{$/u;
const notNames = new Set([
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'return',
  'function',
  'else',
  'do',
  'await',
  'new',
  'typeof',
  'throw',
  'super',
  'match',
  'with',
  'elif',
  'foreach',
  'using',
  'lock',
  'sizeof',
  'assert',
]);

/** The declarations of a text in order, each with what it stands in, by indentation. */
export function findSymbols(text: SourceText): readonly SourceSymbol[] {
  const open: { readonly indent: number; readonly name: string; readonly line: number }[] = [];
  const found: SourceSymbol[] = [];
  const close = (indent: number, line: number, isEnd: boolean): void => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      const path = open.map(({ name }) => name).join('.');
      const endLine = isEnd && top.indent === indent ? line : line - 1;
      found.push({ path, line: top.line, endLine });
      open.pop();
    }
  };
  for (const [i, line] of text.lines.entries()) {
    const words = line.trimStart();
    if (words === '') continue;
    const indent = line.length - words.length;
    // A bracket at the same depth ends what it belongs to, and is its last line.
    close(indent, i + 1, /^(?:[}\])]|end\b)/.test(words));
    const name = nameOf(words);
    if (name !== undefined) open.push({ indent, name, line: i + 1 });
  }
  close(0, text.lines.length + 1, false);
  return found.sort((a, b) => a.line - b.line);
}

function nameOf(words: string): string | undefined {
  const bare = words.replace(modifiers, '');
  const name = (declared.exec(bare) ?? (words.length < 200 ? method.exec(bare) : null))?.[1];
  return name === undefined || notNames.has(name) ? undefined : name;
}

/** The innermost declaration around a line. */
export function symbolAround(
  symbols: readonly SourceSymbol[],
  line: number,
): SourceSymbol | undefined {
  return symbols.findLast(each => each.line <= line && line <= each.endLine);
}
