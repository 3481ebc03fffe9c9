import { decodeText } from '../format/decodeText.ts';
import type { LostReference } from '../model/change.ts';
import { readLostReferences } from './lostReferences.ts';
import { readPlanPath } from './planPath.ts';
import type { FileEntry, ProjectFiles } from './projectFiles.ts';

/** What a removed file notes about the fields that named it. */
export interface TrashNote {
  /** Of the entry when it was read; without one the file is read anew. */
  readonly mark?: string | undefined;
  readonly lost: readonly LostReference[];
}

/** Reads the notes of removed files by path. One that cannot be read has none. */
export async function readTrashNotes(
  files: ProjectFiles,
  entries: readonly FileEntry[],
  known: ReadonlyMap<string, TrashNote>,
): Promise<ReadonlyMap<string, TrashNote>> {
  const notes = new Map<string, TrashNote>();
  for (const { path, mark } of entries) {
    const before = known.get(path);
    if (before && mark !== undefined && before.mark === mark) notes.set(path, before);
    else {
      const bytes = await readOrNothing(files, path);
      if (bytes) notes.set(path, { ...trashNoteOf(path, bytes), mark });
    }
  }
  return notes;
}

export function trashNoteOf(path: string, bytes: Uint8Array): TrashNote {
  const decoded = decodeText(bytes);
  const place = readPlanPath(path);
  const isNoted = place.kind === 'trash' && decoded.kind === 'text';
  const lost = isNoted ? readLostReferences(place.id, decoded.text) : [];
  return { lost };
}

async function readOrNothing(files: ProjectFiles, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch {
    // The item can be restored all the same, or its restoring says why not.
    return undefined;
  }
}
