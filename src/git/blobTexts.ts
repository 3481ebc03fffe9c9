import { randomUUID } from 'node:crypto';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';

/** So much is asked for at once, so that no answer grows beyond what one text may hold. */
const bytesAtOnce = 64_000_000;

/** The same for what is small. */
const blobsAtOnce = 5000;

/** The text of each blob; one that is larger, or that the repository does not have, is left out. */
export async function readBlobTexts(
  git: RunGit,
  blobs: readonly string[],
  largestBytes: number,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const sizes = await readSizes(git, blobs);
  const small = [...sizes].filter(([, size]) => size <= largestBytes);
  for (const asked of inPortions(small)) {
    // No file knows this word, so none can say where the next one begins.
    const mark = `end-${randomUUID()}`;
    const answer = await git(
      ['cat-file', '--batch'],
      asked.map(each => `${each}\n${mark}\n`).join(''),
    );
    for (const part of answer.split(`\n${mark} missing\n`)) {
      const [, blob, text] = /^([0-9a-f]+) blob \d+\n(.*)$/s.exec(part) ?? [];
      if (blob !== undefined && text !== undefined) texts.set(blob, text);
    }
  }
  return texts;
}

async function readSizes(
  git: RunGit,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (blobs.length === 0) return new Map();
  const input = blobs.map(blob => `${blob}\n`).join('');
  const answer = await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], input);
  return new Map(
    answer.split('\n').flatMap((line): readonly [string, number][] => {
      const [blob = '', size = ''] = line.split(' ');
      return isObjectName(blob) && /^\d+$/.test(size) ? [[blob, Number(size)]] : [];
    }),
  );
}

function inPortions(sizes: readonly (readonly [string, number])[]): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let bytes = 0;
  for (const [blob, size] of sizes) {
    const last = portions.at(-1);
    bytes += size;
    if (last && last.length < blobsAtOnce && bytes <= bytesAtOnce) last.push(blob);
    else {
      portions.push([blob]);
      bytes = size;
    }
  }
  return portions;
}
