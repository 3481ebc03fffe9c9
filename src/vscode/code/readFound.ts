import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { leadsOutside } from '../../core/format/readAnchor.ts';
import type { OpenPlan } from '../openPlan.ts';

/** So many files are read at once. */
const atOnce = 16;

/** Larger files were not written by hand. */
const largestBytes = 1_000_000;

/** So many files are looked through where there is no git to tell which of them matter. */
const mostFiles = 20_000;

/** Folders of things that are fetched or made. */
const madeFolders = '**/{node_modules,.git,dist,out,build,target,vendor,.venv,coverage}/**';

/** Which files of a folder are read, and until when. */
export interface ReadFiles {
  /** Relative to the folder; undefined for all. */
  readonly paths: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/**
 * What is found in the files of a folder, read one by one: for folders that git does not know, and
 * before trust. What the editor hides is left out.
 */
export async function readFound<T>(
  plan: OpenPlan,
  { paths, signal }: ReadFiles,
  findIn: (path: string, text: string) => readonly T[],
): Promise<readonly T[]> {
  const { uri } = plan.folder;
  const asked = paths ?? (await listPaths(plan));
  const found: (readonly T[])[] = [];
  for (let i = 0; i < asked.length; i += atOnce) {
    signal.throwIfAborted();
    const batch = asked.slice(i, i + atOnce).filter(path => !leadsOutside(path));
    found.push(...(await Promise.all(batch.map(path => foundIn(uri, path, findIn)))));
  }
  return found.flat();
}

async function listPaths({ folder, folderName }: OpenPlan): Promise<readonly string[]> {
  const all = new RelativePattern(folder, '**/*');
  const uris = await workspace.findFiles(all, madeFolders, mostFiles);
  const prefix = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return uris
    .map(({ path }) => path.slice(prefix.length))
    .filter(path => !path.startsWith(`${folderName}/`));
}

async function foundIn<T>(
  folder: Uri,
  path: string,
  findIn: (path: string, text: string) => readonly T[],
): Promise<readonly T[]> {
  try {
    const uri = Uri.joinPath(folder, path);
    const { type, size } = await workspace.fs.stat(uri);
    if (type !== FileType.File || size > largestBytes) return [];
    const bytes = await workspace.fs.readFile(uri);
    return bytes.includes(0) ? [] : findIn(path, new TextDecoder().decode(bytes));
  } catch {
    // It went away meanwhile, or may not be read.
    return [];
  }
}
