import { isBlank } from './lineTokens.ts';

/** Where a cursor stands inside of `[…]` or `{…}`. */
export interface FlowPlace {
  /** From the value of the field on. */
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
  /** The word at the cursor, by offsets into the text. */
  readonly start: number;
  readonly end: number;
}

interface Level {
  readonly isMap: boolean;
  index: number;
  key: string | undefined;
}

/**
 * Follows the brackets of a flow value that starts at `start` up to the cursor; it may be half
 * typed. Undefined when the cursor is outside of the brackets.
 */
export function flowPlaceAt(text: string, start: number, cursor: number): FlowPlace | undefined {
  const levels: Level[] = [];
  let word = start;
  for (let i = start; i < cursor; i++) {
    const character = text.charAt(i);
    const level = levels.at(-1);
    if (character === '[' || character === '{') {
      levels.push({ isMap: character === '{', index: 0, key: undefined });
      word = i + 1;
    } else if (character === ']' || character === '}') {
      levels.pop();
      if (levels.length === 0) return undefined;
    } else if (character === ',' && level) {
      level.index++;
      level.key = undefined;
      word = i + 1;
    } else if (character === ':' && level?.isMap === true && level.key === undefined) {
      level.key = unquoted(text.slice(word, i));
      word = i + 1;
    } else if ((character === '"' || character === "'") && text.slice(word, i).trim() === '') {
      const end = text.indexOf(character, i + 1);
      if (end < 0 || end >= cursor) break;
      i = end;
    }
  }
  return levels.length === 0 ? undefined : placeOf(text, levels, Math.min(word, cursor), cursor);
}

function placeOf(text: string, levels: readonly Level[], word: number, cursor: number): FlowPlace {
  let start = word;
  while (start < cursor && /\s/.test(text.charAt(start))) start++;
  const end = wordEnd(text, start);
  const last = levels.at(-1);
  const isKey = last?.isMap === true && last.key === undefined;
  const path = levels.map((level, i) => {
    const isTyped = isKey && i === levels.length - 1;
    if (!level.isMap) return level.index;
    return isTyped ? unquoted(text.slice(start, end)) : (level.key ?? '');
  });
  return { path, isKey, start, end };
}

function wordEnd(text: string, start: number): number {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    const line = text.indexOf('\n', start);
    if (close > 0 && (line < 0 || close < line)) return close + 1;
  }
  let end = start;
  while (end < text.length && !',]}\r\n'.includes(text.charAt(end)) && !isKeyEnd(text, end)) end++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  return end;
}

function isKeyEnd(text: string, at: number): boolean {
  return text.charAt(at) === ':' && /[\s,\]}]|^$/.test(text.charAt(at + 1));
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
