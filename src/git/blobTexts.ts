import type { RunGit } from './gitProcess.ts';

/** So many are asked for at once, so that no answer grows beyond what one text may hold. */
const blobsAtOnce = 5000;

/** The text of each blob; one that the repository does not have is left out. */
export async function readBlobTexts(
  git: RunGit,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let from = 0; from < blobs.length; from += blobsAtOnce) {
    const asked = blobs.slice(from, from + blobsAtOnce);
    const answer = await git(['cat-file', '--batch'], asked.map(blob => `${blob}\n`).join(''));
    splitAnswer(answer, asked, texts);
  }
  return texts;
}

/** Git writes them one after another, in the order in which they are named. */
function splitAnswer(answer: string, blobs: readonly string[], into: Map<string, string>): void {
  let at = 0;
  for (const [place, blob] of blobs.entries()) {
    const start = answer.indexOf('\n', at) + 1;
    if (!answer.startsWith(`${blob} blob `, at) || start === 0) break;
    const next = blobs[place + 1];
    const end = next === undefined ? answer.length - 1 : answer.indexOf(`\n${next} blob `, start);
    if (end < start) break;
    into.set(blob, answer.slice(start, end));
    at = end + 1;
  }
}
