import { createLineIndex, type LineIndex } from './lineIndex.ts';

/** A text of code by its lines. Lines count from one, as in an editor. */
export interface SourceText {
  /** Without their ends and without blanks at the end; long ones are cut. */
  readonly lines: readonly string[];
  /** The lines that say exactly this, in order. */
  readonly placesOf: (line: string) => readonly number[];
  /** Undefined before the first line and after the last. */
  readonly lineAt: (line: number) => string | undefined;
  /** Made when it is first asked for. */
  readonly index: () => LineIndex;
}

/** Files of code are smaller; others are not looked into. */
export const largestCodeBytes = 20_000_000;

/** Of a longer line only so much is quoted and compared, since nobody reads more of it. */
export const longestLine = 240;

const nowhere: readonly number[] = [];

export function createSourceText(text: string): SourceText {
  const lines = splitLines(text);
  let places: Map<string, number[]> | undefined;
  let index: LineIndex | undefined;
  return {
    lines,
    placesOf: line => {
      places ??= indexLines(lines);
      return places.get(line) ?? nowhere;
    },
    lineAt: line => lines[line - 1],
    index: () => (index ??= createLineIndex(lines)),
  };
}

/** The lines of a text as they are compared: a last line without an end is one, an empty rest is none. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(comparableLine);
}

export function comparableLine(line: string): string {
  return (line.length > longestLine ? line.slice(0, longestLine) : line).trimEnd();
}

function indexLines(lines: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const known = places.get(line);
    if (known) known.push(index + 1);
    else places.set(line, [index + 1]);
  }
  return places;
}
