import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { EntryKind } from '../core/store/projectFiles.ts';
import { planFolderState, type PlanFolderState } from '../core/store/planFolder.ts';
import type { CliContext } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';

/** Whether a plan can live in the folder, with git's opinion asked. */
export async function probeFolder(ctx: CliContext, folder: string): Promise<PlanFolderState> {
  const place = path.join(ctx.workspace, folder);
  const kind = kindOf(place);
  const repository = await openRepository(ctx);
  const rule = await repository?.isIgnored(folder);
  const isLeftOut = kind === undefined && (await repository?.isLeftOut(folder)) === true;
  return planFolderState({
    folder,
    kind,
    entries: kind === 'folder' ? entriesOf(place) : [],
    ignoredBy: rule?.pattern,
    isLeftOut,
  });
}

function kindOf(place: string): EntryKind | undefined {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (stat.isSymbolicLink()) return 'link';
  if (stat.isDirectory()) return 'folder';
  return stat.isFile() ? 'file' : 'other';
}

/** What is in the folder and in its direct sub-folders. */
function entriesOf(place: string): readonly string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? [
          entry.name,
          ...readdirSync(path.join(place, entry.name)).map(name => `${entry.name}/${name}`),
        ]
      : [entry.name],
  );
}
