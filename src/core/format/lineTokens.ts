/** One structural mark of a line of block YAML, by its column. */
export type LineToken =
  | { readonly kind: 'dash'; readonly column: number }
  | {
      readonly kind: 'key';
      readonly column: number;
      readonly key: string;
      readonly keyEnd: number;
      /** Where the value starts: behind the colon and the blanks after it. */
      readonly valueStart: number;
    }
  /** Anything else: an item of a list, a line of a text, a key that is still being typed. */
  | { readonly kind: 'text'; readonly column: number };

/** The marks of a line from left to right; none for a blank line or a comment. */
export function tokensOf(line: string): readonly LineToken[] {
  const tokens: LineToken[] = [];
  let at = blanksEnd(line, 0);
  while (line.charAt(at) === '-' && (at + 1 === line.length || isBlank(line.charAt(at + 1)))) {
    tokens.push({ kind: 'dash', column: at });
    at = blanksEnd(line, at + 1);
  }
  if (at >= line.length || line.charAt(at) === '#') return tokens;
  tokens.push(keyToken(line, at) ?? { kind: 'text', column: at });
  return tokens;
}

/** The end of what is said on the line from `start`: without a comment and the blanks before it. */
export function contentEnd(line: string, start: number): number {
  let quote = '';
  let end = line.length;
  for (let i = start; i < line.length; i++) {
    const character = line.charAt(i);
    if (quote !== '') {
      if (character === '\\' && quote === '"') i++;
      else if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && isTokenStart(line, i, start)) {
      quote = character;
    } else if (character === '#' && (i === 0 || isBlank(line.charAt(i - 1)))) {
      end = i;
      break;
    }
  }
  while (end > start && isBlank(line.charAt(end - 1))) end--;
  return end;
}

export function blanksEnd(line: string, start: number): number {
  let at = start;
  while (isBlank(line.charAt(at))) at++;
  return at;
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** A quote opens a text only where a value starts; elsewhere it is a character like others. */
function isTokenStart(line: string, at: number, start: number): boolean {
  return at === start || /[\s[{,:]/.test(line.charAt(at - 1));
}

function keyToken(line: string, column: number): LineToken | undefined {
  const first = line.charAt(column);
  if ('[{|>&*!%@`'.includes(first)) return undefined;
  const isQuoted = first === '"' || first === "'";
  const keyEnd = isQuoted ? quoteEnd(line, column) : plainKeyEnd(line, column);
  if (keyEnd === undefined) return undefined;
  const colon = blanksEnd(line, keyEnd);
  const isKey =
    line.charAt(colon) === ':' && (colon + 1 === line.length || isBlank(line.charAt(colon + 1)));
  if (!isKey) return undefined;
  const key = isQuoted ? line.slice(column + 1, keyEnd - 1) : line.slice(column, keyEnd);
  return { kind: 'key', column, key, keyEnd, valueStart: blanksEnd(line, colon + 1) };
}

function quoteEnd(line: string, start: number): number | undefined {
  const quote = line.charAt(start);
  for (let i = start + 1; i < line.length; i++) {
    if (line.charAt(i) === '\\' && quote === '"') i++;
    else if (line.charAt(i) === quote) return i + 1;
  }
  return undefined;
}

function plainKeyEnd(line: string, start: number): number | undefined {
  for (let i = start; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '#' && i > start && isBlank(line.charAt(i - 1))) return undefined;
    const isEnd = i + 1 === line.length || isBlank(line.charAt(i + 1));
    if (character !== ':' || !isEnd) continue;
    let end = i;
    while (end > start && isBlank(line.charAt(end - 1))) end--;
    return end;
  }
  return undefined;
}
