import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encodeUtf8 } from '../core/base/utf8.ts';
import { mendGitignore, type PlanFolderProbe } from '../core/store/planFolder.ts';
import type { EntryKind } from '../core/store/projectFiles.ts';
import { replaceFile } from './replaceFile.ts';

/** More entries say nothing new about whose folder it is. */
const mostEntries = 2000;

/**
 * What stands where the plan folder belongs.
 *
 * @param ignoredBy the pattern by which git ignores it, as far as git was asked
 */
export function probePlanFolder(
  workspace: string,
  folder: string,
  ignoredBy: string | undefined,
): PlanFolderProbe {
  const root = path.join(workspace, folder);
  const kind = kindAt(root);
  return { folder, kind, ignoredBy, entries: kind === 'folder' ? entriesOf(root) : [] };
}

/** Appends the lines to the workspace folder's `.gitignore`; false when it changed meanwhile. */
export function appendToGitignore(workspace: string, lines: readonly string[]): Promise<boolean> {
  const target = path.join(workspace, '.gitignore');
  const before = readText(target);
  const bytes = encodeUtf8(mendGitignore(before, lines));
  return replaceFile(target, bytes, {
    isSame: () => readText(target) === before,
    isNew: before === undefined,
  });
}

function readText(file: string): string | undefined {
  return lstatSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : undefined;
}

function entriesOf(root: string): readonly string[] {
  const entries: string[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    entries.push(entry.name);
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    for (const inner of readdirSync(path.join(root, entry.name))) {
      if (entries.length >= mostEntries) return entries;
      entries.push(`${entry.name}/${inner}`);
    }
  }
  return entries;
}

function kindAt(place: string): EntryKind | undefined {
  const stats = lstatSync(place, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return 'link';
  return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
}
