import { weightOf } from './lineWeight.ts';
import { withoutBlanks } from './similarity.ts';

/** What the lines of a range said: in full, or by prints that tell them from others. */
export interface RangeWords {
  readonly count: number;
  /** Of a line of the range, counted from zero; a line of which nothing is known has none. */
  readonly weightAt: (place: number) => number;
  /** Undefined for a line of which nothing is known. */
  readonly keyAt: (place: number) => string | undefined;
  /** What a line of a text has the same of, when it says the same; blanks make no difference. */
  readonly keyOf: (line: string) => string;
}

export function wordsOf(lines: readonly string[]): RangeWords {
  return {
    count: lines.length,
    weightAt: place => weightOf(lines[place] ?? ''),
    keyAt: place => lines[place] && withoutBlanks(lines[place]),
    keyOf: withoutBlanks,
  };
}

/** Of a longer range every second line has a print, of a still longer one every third, and so on. */
const mostPrints = 64;

/** The weight of a line as one digit, and twelve bits of its words as two. */
const printSize = 3;

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** What is kept of a range, to know without its commit how much of it is left somewhere. */
export function printLines(lines: readonly string[]): string {
  const step = stepOf(lines.length);
  return lines
    .filter((_, place) => place % step === 0)
    .map(printOf)
    .join('');
}

/** Undefined for what is not the prints of so many lines. */
export function readPrints(prints: string, count: number): RangeWords | undefined {
  const step = stepOf(count);
  if (prints.length !== Math.ceil(count / step) * printSize) return undefined;
  const keyAt = (place: number): string | undefined => {
    const at = (place / step) * printSize;
    return place % step === 0 ? prints.slice(at, at + printSize) : undefined;
  };
  return {
    count,
    weightAt: place => Math.max(0, digits.indexOf(keyAt(place)?.charAt(0) ?? '0')),
    keyAt,
    keyOf: printOf,
  };
}

function stepOf(count: number): number {
  return Math.ceil(count / mostPrints);
}

function printOf(line: string): string {
  let hash = 0x811c9dc5;
  for (const code of withoutBlanks(line)) {
    hash = Math.imul(hash ^ (code.codePointAt(0) ?? 0), 0x01000193);
  }
  const bits = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff;
  return [weightOf(line), bits >>> 6, bits & 63].map(each => digits.charAt(each)).join('');
}
