import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { kindOfId, pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { baselinesFolder, isPlanFolderName, projectPath } from './planPath.ts';
import type { EntryKind } from './projectFiles.ts';

/** The folder that is offered where the usual one cannot be used. */
export const otherFolder = '.gantry';

/** Folders whose content is made, kept and thrown away by other programs. */
const reserved: ReadonlySet<string> = new Set(['.git', 'git~1', '.hg', '.svn', 'node_modules']);

/** True for the name of such a folder, also as Windows and macOS know it by other spellings. */
export function isReservedFolder(name: string): boolean {
  const plain = name
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .replace(/:.*$/s, '')
    .replace(/[. ]+$/, '');
  return reserved.has(plain.toLowerCase());
}

/** What was found where the plan folder belongs. */
export interface PlanFolderProbe {
  /** Its path relative to the workspace folder: `.project`. */
  readonly folder: string;
  /** Undefined when nothing is there. */
  readonly kind: EntryKind | undefined;
  /** Paths relative to the plan folder, of it and of its direct sub-folders. */
  readonly entries: readonly string[];
  /** The pattern by which git ignores it; undefined when git keeps it or is not there. */
  readonly ignoredBy: string | undefined;
  /** Git holds a plan there that a sparse checkout leaves out of the working tree. */
  readonly isLeftOut: boolean;
}

/** One way out of a collision. */
export type Mend =
  /** Append these lines to the `.gitignore` of the workspace folder. */
  | { readonly kind: 'unignore'; readonly lines: readonly string[] }
  /** Keep the plan in another folder. */
  | { readonly kind: 'otherFolder'; readonly folder: string };

export interface PlanFolderState {
  /** `missing`: a plan can be made. `ready`: there is one. `blocked`: nothing must be written. */
  readonly state: 'missing' | 'ready' | 'blocked';
  readonly problem: Problem | undefined;
  readonly mends: readonly Mend[];
}

/** Whether a plan can live in the folder; if not, why, and what would mend it. */
export function planFolderState(probe: PlanFolderProbe): PlanFolderState {
  const { folder, kind, ignoredBy } = probe;
  const elsewhere: readonly Mend[] =
    folder === otherFolder ? [] : [{ kind: 'otherFolder', folder: otherFolder }];
  const advice = elsewhere.length > 0 ? `keep the plan in ${otherFolder}` : 'choose another folder';
  if (kind === 'link') {
    const message = `${folder} is a link and is not followed; put a folder in its place or ${advice}`;
    return blocked(createProblem('folder-link', message), elsewhere);
  }
  if (kind === 'file' || kind === 'other') {
    const message = `${folder} is a file, which Eclipse writes for its own use; ${advice}`;
    return blocked(createProblem('folder-is-file', message), elsewhere);
  }
  if (kind === 'folder' && isForeign(probe.entries)) {
    const message = `${folder} holds files of another tool and no plan; ${advice}`;
    return blocked(createProblem('folder-foreign', message), elsewhere);
  }
  if (kind === undefined && probe.isLeftOut) {
    const message = `Git holds ${folder}, and the sparse checkout leaves it out; bring it with git sparse-checkout add ${folder}`;
    return blocked(createProblem('folder-left-out', message), []);
  }
  if (ignoredBy !== undefined) {
    const lines = unignoreLines(folder, ignoredBy);
    const message = `Git ignores ${folder} by the pattern "${ignoredBy}", so nobody else would see the plan; add ${lines.join(' and ')} to .gitignore, or ${advice}`;
    const mends: readonly Mend[] = [{ kind: 'unignore', lines }, ...elsewhere];
    return blocked(createProblem('folder-ignored', message), mends);
  }
  return { state: kind ? 'ready' : 'missing', problem: undefined, mends: [] };
}

/** A `.gitignore` with lines appended, in its own line ends; every byte that is there stays. */
export function mendGitignore(
  present: Uint8Array | undefined,
  lines: readonly string[],
): Uint8Array {
  const before = present ?? new Uint8Array();
  const text = decodeUtf8(before);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return new Uint8Array([
    ...before,
    ...encodeUtf8(gap + lines.map(line => line + lineEnd).join('')),
  ]);
}

function blocked(problem: Problem, mends: readonly Mend[]): PlanFolderState {
  return { state: 'blocked', problem, mends };
}

/**
 * A pattern that names the folder is undone by naming it; one that names what is in it, like
 * `.project/*` or `*.yaml`, must be undone for that as well.
 */
function unignoreLines(folder: string, pattern: string): readonly string[] {
  const named = pattern.replace(/^\*\*\//, '').replace(/^\/|\/$/g, '');
  return named === folder ? [`!${folder}/`] : [`!${folder}/`, `!${folder}/**`];
}

/** True when the folder holds files or folders of its own, and not one of them is a plan's. */
function isForeign(entries: readonly string[]): boolean {
  const visible = entries.filter(entry => !entry.split('/').some(part => part.startsWith('.')));
  const files = visible.filter(entry => !isFolderOf(entry, visible) && !isPlanFolderName(entry));
  return files.length > 0 && !files.some(isPlanFile);
}

function isFolderOf(entry: string, entries: readonly string[]): boolean {
  return entries.some(other => other.startsWith(`${entry}/`));
}

function isPlanFile(entry: string): boolean {
  if (entry === projectPath || entry.startsWith(`${baselinesFolder}/`)) return true;
  const name = /([^/]+)\.yaml$/.exec(entry)?.[1] ?? '';
  return kindOfId(name) !== undefined && pathOfId(name) === entry;
}
