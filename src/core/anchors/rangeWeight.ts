import { weightOf } from './lineWeight.ts';
import type { RangeWords } from './rangeWords.ts';
import type { SourceText } from './sourceText.ts';

/** A line of a range that stands somewhere today. */
export interface KeptLine {
  /** Its place in the range, from zero. */
  readonly place: number;
  /** In the text of today, counted from one. */
  readonly line: number;
}

/** What is left of a range in one place. */
export interface KeptRange {
  readonly line: number;
  readonly endLine: number;
  /** 0 to 1: how much of the range it is, by weight; blanks and brackets have none. */
  readonly share: number;
}

/** Less of a place than this is the range: it is mostly something else then. */
const leastOfPlace = 1 / 3;

/** Less of a range than this is not the same any more. */
const mostOfIt = 1 / 2;

export function isMostOf({ share }: KeptRange): boolean {
  return share >= mostOfIt;
}

/** A range and the lines of it that stand in a text of today. */
export interface KeptLines {
  readonly said: RangeWords;
  /** In the order of both texts. */
  readonly kept: readonly KeptLine[];
  readonly text: SourceText;
  /** True for a line of today that stood nowhere before. */
  readonly isAdded: (line: number) => boolean;
}

/**
 * Where most of what is left of a range stands together. Lines that are far from the others, with
 * much between them that came, are left out. Undefined when nothing with a weight is left.
 */
export function keptTogether(lines: KeptLines): KeptRange | undefined {
  const { said, kept, text } = lines;
  const { weightAt } = said;
  let all = 0;
  for (let place = 0; place < said.count; place++) all += weightAt(place);
  const heavy = kept.filter(({ place }) => weightAt(place) > 0);
  const core = densestRun(heavy, weightAt, text);
  const [first, last] = [core[0], core.at(-1)];
  if (!first || !last) return undefined;
  const own = core.reduce((sum, { place }) => sum + weightAt(place), 0);
  const isFull = (line: number, endLine: number): boolean =>
    weightBetween(text, line - 1, endLine + 1) * leastOfPlace > own;
  const line = startFrom(first, lines, at => isFull(at, last.line));
  const endLine = endFrom(last, lines, at => isFull(line, at));
  return { line, endLine, share: own / all };
}

/** Of lines in order those that stand together: parted at the widest gap as long as most is foreign. */
function densestRun(
  lines: readonly KeptLine[],
  weightAt: (place: number) => number,
  text: SourceText,
): readonly KeptLine[] {
  const own = lines.map(({ place }) => weightAt(place));
  const gaps = lines.map(({ line }, i) => weightBetween(text, lines[i - 1]?.line ?? line, line));
  let [from, to] = [0, lines.length];
  let held = own.reduce((sum, weight) => sum + weight, 0);
  let foreign = gaps.reduce((sum, weight) => sum + weight, 0);
  while (held < (held + foreign) * leastOfPlace) {
    let widest = from + 1;
    for (let i = from + 1; i < to; i++) if ((gaps[i] ?? 0) > (gaps[widest] ?? 0)) widest = i;
    const left = sumOf(own, from, widest);
    if (left * 2 >= held) {
      to = widest;
      held = left;
    } else {
      from = widest;
      held -= left;
    }
    foreign = sumOf(gaps, from + 1, to);
  }
  return lines.slice(from, to);
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum;
}

/** The weight of the lines between two lines. */
function weightBetween(text: SourceText, before: number, after: number): number {
  let weight = 0;
  for (let at = before + 1; at < after; at++) weight += weightOf(text.lineAt(at) ?? '');
  return weight;
}

/**
 * Brackets and blanks at the end of a range come along as they stood, or where history leads them.
 * As many lines as went there are taken for them where they came instead.
 *
 * @param isFull true when with that line the place would mostly be something else
 */
function startFrom(
  { place, line }: KeptLine,
  lines: KeptLines,
  isFull: (line: number) => boolean,
): number {
  const { kept, isAdded } = lines;
  let [at, start] = [place, line];
  while (at > 0 && start > 1 && isAt(lines, start - 1, at - 1)) {
    at -= 1;
    start -= 1;
  }
  const first = kept[0];
  if (first?.place === 0 && first.line <= start && !isFull(first.line)) return first.line;
  for (; at > 0 && start > 1 && isAdded(start - 1) && !isFull(start - 1); at--) start -= 1;
  return start;
}

/** As the start. */
function endFrom(
  { place, line }: KeptLine,
  lines: KeptLines,
  isFull: (line: number) => boolean,
): number {
  const { said, kept, text, isAdded } = lines;
  const { length } = text.lines;
  const behind = said.count - 1;
  let [at, end] = [place, line];
  while (at < behind && end < length && isAt(lines, end + 1, at + 1)) {
    at += 1;
    end += 1;
  }
  const last = kept.at(-1);
  const isWhole = at === behind;
  if (!isWhole && last?.place === behind && last.line >= end && !isFull(last.line))
    return last.line;
  for (; at < behind && end < length && isAdded(end + 1) && !isFull(end + 1); at++) end += 1;
  return end;
}

/** Of a line of which nothing is known nothing can be said against. */
function isAt({ said, text }: KeptLines, line: number, place: number): boolean {
  const key = said.keyAt(place);
  return key === undefined || key === said.keyOf(text.lineAt(line) ?? '');
}
