import type { Anchor } from '../model/anchor.ts';
import { weightOf } from './lineWeight.ts';
import { printLines } from './rangeWords.ts';
import { splitLines, type SourceText } from './sourceText.ts';

/** The text of an anchor by its lines, as they are compared. */
export interface Quote {
  /** At least one line. */
  readonly lines: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** So many lines are quoted, and so many around them. */
export const quotedLines = 3;
export const surroundingLines = 2;

/** Undefined for an anchor without a text. */
export function quoteOf({ quote, before, after }: Anchor): Quote | undefined {
  if (quote === undefined) return undefined;
  const lines = splitLines(quote);
  if (lines.every(line => line === '')) return undefined;
  return { lines, before: splitLines(before ?? ''), after: splitLines(after ?? '') };
}

/** What an anchor keeps of a text: undefined beyond its end, and where nothing but blanks stands. */
export function captureQuote(
  text: SourceText,
  line: number,
  endLine: number,
): Required<Pick<Anchor, 'quote' | 'before' | 'after' | 'prints'>> | undefined {
  const last = Math.min(endLine, line + quotedLines - 1, text.lines.length);
  const lines = text.lines.slice(line - 1, last);
  if (lines.every(each => each === '')) return undefined;
  const before = text.lines.slice(Math.max(0, line - 1 - surroundingLines), line - 1);
  const after = text.lines.slice(last, last + surroundingLines);
  const range = text.lines.slice(line - 1, endLine);
  return {
    quote: lines.join('\n'),
    before: written(before),
    after: written(after),
    prints: range.length > 1 ? printLines(range) : undefined,
  };
}

/** Blank lines alone are kept too: an empty text would say that there is nothing. */
function written(lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const text = lines.join('\n');
  return lines.at(-1) === '' ? `${text}\n` : text;
}

/** True where the quoted lines stand one after the other from a line on. */
export function standsAt(text: SourceText, { lines }: Quote, line: number): boolean {
  return lines.every((each, i) => text.lines[line - 1 + i] === each);
}

/** How well the surroundings of a quote fit to those of a place. */
export interface Fit {
  readonly line: number;
  /** 0 to 1: the share of the text that is the same, by its weight. */
  readonly score: number;
  /** The weight of what is the same. */
  readonly weight: number;
  /** How many of the surrounding lines are the same, of those that were written down. */
  readonly same: number;
  readonly of: number;
  /** True when most of the text and most of what stands around it are the same, by weight. */
  readonly isAmongItsOwn: boolean;
}

/** @param line where the quote stands in full */
export function fitAt(text: SourceText, quote: Quote, line: number): Fit {
  let weight = quote.lines.reduce((sum, each) => sum + weightOf(each), 0);
  let all = weight + quote.lines.length;
  let got = all;
  const own = all;
  let same = 0;
  const compare = (expected: string, at: number): void => {
    const worth = weightOf(expected) + 1;
    all += worth;
    if (text.lineAt(at) !== expected) return;
    same += 1;
    got += worth;
    weight += worth - 1;
  };
  quote.before.forEach((each, i) => compare(each, line - quote.before.length + i));
  quote.after.forEach((each, i) => compare(each, line + quote.lines.length + i));
  const of = quote.before.length + quote.after.length;
  const isAmongItsOwn = (got - own) * 2 >= all - own;
  return { line, score: got / all, weight, same, of, isAmongItsOwn };
}

/** A line of less weight, such as a bracket, stands in many places. */
const tellingWeight = 8;

/** True when the quote itself tells its place from others, without its surroundings. */
export function isTelling({ lines }: Quote): boolean {
  return lines.reduce((sum, line) => sum + weightOf(line), 0) >= tellingWeight;
}
