import { lastStep } from '../base/lastStep.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { parsePlanFile } from '../format/parsePlanFile.ts';
import { createAssembly } from './assembleSnapshot.ts';
import type { LoadedFile } from './loadedFile.ts';
import { noFolder } from './loadFolder.ts';
import type { Snapshot } from './snapshot.ts';

/** After so many files there is a step. */
const stepSize = 64;

/** A plan folder that stands on no disk, such as one of an earlier commit. */
export function snapshotOfTexts(texts: ReadonlyMap<string, string>): Snapshot {
  return lastStep(snapshotInSteps(texts));
}

/** The same, file by file. */
export function* snapshotInSteps(
  texts: ReadonlyMap<string, string>,
): Generator<undefined, Snapshot> {
  const files = new Map<string, LoadedFile>();
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = encodeUtf8(text);
    files.set(path, { path, bytes, ...parsePlanFile(path, bytes) });
    if (files.size % stepSize === 0) yield;
  }
  return createAssembly()({ ...noFolder(), exists: true, files }, 0);
}
