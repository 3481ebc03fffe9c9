import { largestCodeBytes } from '../core/anchors/sourceText.ts';
import { chunkPaths } from './changesSince.ts';
import { isCheckedOut, listSubmodules } from './submodules.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';

/**
 * Of some paths those that git holds and a sparse checkout leaves out of the working tree: each file
 * with its text, where the repository has it; a folder, with a slash at its end, without. What lies in
 * a submodule that is not checked out is left out too, without its text.
 */
export async function readLeftOut(
  git: RunGit,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const blobs = new Map<string, string>();
  for (const chunk of chunkPaths(paths)) {
    const answer = await git(['ls-files', '-t', '--stage', '-z', '--', ...chunk]);
    for (const row of answer.split('\0')) {
      const [, blob, path] = /^S \d+ ([0-9a-f]+) 0\t(.+)$/s.exec(row) ?? [];
      if (blob !== undefined && path !== undefined) blobs.set(path, blob);
    }
  }
  const absent = await inAbsentSubmodules(git, paths);
  if (blobs.size === 0) return absent;
  const wanted = new Set(paths);
  const files = [...blobs].filter(([path]) => wanted.has(path));
  const texts = await readBlobTexts(
    git,
    [...new Set(files.map(([, blob]) => blob))],
    largestCodeBytes,
  );
  const held = [...blobs.keys()];
  const folders = paths.filter(path => held.some(file => file.startsWith(asFolder(path))));
  return new Map([
    ...absent,
    ...folders.map(path => [path, undefined] as const),
    ...files.map(([path, blob]) => [path, asText(texts.get(blob))] as const),
  ]);
}

/** What lies in submodules that are not checked out: nobody can tell what they hold. */
async function inAbsentSubmodules(
  git: RunGit,
  paths: readonly string[],
): Promise<ReadonlyMap<string, undefined>> {
  const found = new Map<string, undefined>();
  for (const submodule of paths.length === 0 ? [] : await listSubmodules(git)) {
    const inside = paths.filter(path => asFolder(path).startsWith(asFolder(submodule)));
    if (inside.length === 0 || (await isCheckedOut(git, submodule))) continue;
    for (const path of inside) found.set(path, undefined);
  }
  return found;
}

function asFolder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function asText(text: string | undefined): string | undefined {
  return text?.includes('\0') ? undefined : text;
}
