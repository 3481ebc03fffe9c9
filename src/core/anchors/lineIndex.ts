import { partsOf, shareOf, similarityOf, type LineParts } from './similarity.ts';

/** So many lines are taken apart at once, when the first of them is asked for. */
const blockSize = 1000;

interface Block {
  readonly lines: readonly LineParts[];
  /** In which lines a part stands: a line for each time. Places from the beginning of the block. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The lines of a text by their words, to find those that are like a given one. Lines count from one. */
export interface LineIndex {
  readonly partsAt: (line: number) => LineParts;
  /** The lines of a stretch that are at least so much like a line, in order. */
  readonly findLike: (
    line: LineParts,
    least: number,
    stretch: { readonly first: number; readonly last: number },
  ) => readonly number[];
}

const noParts: LineParts = { parts: [], size: 0 };

export function createLineIndex(lines: readonly string[]): LineIndex {
  const blocks = new Map<number, Block>();
  const blockAt = (number: number): Block => {
    const start = number * blockSize;
    const block = blocks.get(number) ?? createBlock(lines.slice(start, start + blockSize));
    blocks.set(number, block);
    return block;
  };
  return {
    partsAt: line => {
      if (line < 1 || line > lines.length) return noParts;
      const place = line - 1;
      return blockAt(Math.floor(place / blockSize)).lines[place % blockSize] ?? noParts;
    },
    findLike: (line, least, { first, last }) => {
      const found: number[] = [];
      const end = Math.floor((Math.min(last, lines.length) - 1) / blockSize);
      for (let number = Math.floor((first - 1) / blockSize); number <= end; number++) {
        for (const place of placesLike(blockAt(number), line, least)) {
          const at = number * blockSize + place + 1;
          if (at >= first && at <= last) found.push(at);
        }
      }
      return found;
    },
  };
}

function createBlock(texts: readonly string[]): Block {
  const lines = texts.map(partsOf);
  const places = new Map<string, number[]>();
  for (const [place, { parts }] of lines.entries()) {
    for (const part of parts) {
      const known = places.get(part);
      if (known) known.push(place);
      else places.set(part, [place]);
    }
  }
  return { lines, places };
}

/** Only lines that have enough of the same parts, in whichever order, are compared part by part. */
function placesLike({ lines, places }: Block, line: LineParts, least: number): readonly number[] {
  const isLike = (other: LineParts): boolean => similarityOf(line, other) >= least;
  if (line.size === 0) return [...lines.keys()].filter(place => isLike(lines[place] ?? noParts));
  const shared = new Float64Array(lines.length);
  for (const part of new Set(line.parts)) {
    const times = line.parts.filter(each => each === part).length;
    let left = times;
    let before = -1;
    for (const place of places.get(part) ?? []) {
      left = place === before ? left - 1 : times;
      before = place;
      if (left > 0) shared[place] = (shared[place] ?? 0) + part.length;
    }
  }
  return [...lines.keys()].filter(place => {
    const other = lines[place] ?? noParts;
    return shareOf(shared[place] ?? 0, line, other) >= least && isLike(other);
  });
}
