import { refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Problem } from '../model/problem.ts';
import type { FileStep } from './fileStep.ts';
import { invertSteps, runSteps } from './fileSteps.ts';
import { loadSteps } from './loadSteps.ts';
import {
  loadFolder,
  loadPaths,
  noFolder,
  type LoadedFolder,
  type LoadOptions,
} from './loadFolder.ts';
import { previewFolderChanges } from './previewFolder.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** More hinted paths than this, and listing the folder costs less than asking for each. */
const mostHintedPaths = 64;

/** The plan folder as it was last seen, with the ways to look again and to write. */
export class OpenFolder {
  readonly #files: ProjectFiles;
  readonly #options: LoadOptions;
  #seen: LoadedFolder = noFolder;

  constructor(files: ProjectFiles, options: LoadOptions) {
    this.#files = files;
    this.#options = options;
  }

  get seen(): LoadedFolder {
    return this.#seen;
  }

  /** Looks again; with paths only at these, as far as that is enough. Answers whether anything differs. */
  async look(paths?: readonly string[]): Promise<boolean> {
    return this.#see(await this.#read(paths));
  }

  /** What a crash left half done is taken back before anything is planned on it. */
  async settle(): Promise<void> {
    if (this.#files.journal?.isInterrupted() === true) await this.look();
  }

  /** The steps that changes come to; refused when one of them cannot be done. */
  async stepsOf(changes: readonly Change[]): Promise<Result<readonly FileStep[], Problem>> {
    const preview = await previewFolderChanges(this.#files, this.#seen, changes);
    return preview.ok ? { ok: true, value: preview.value.steps } : refused(preview.error);
  }

  /** The steps that lead back to what is there now. */
  stepsBack(steps: readonly FileStep[]): readonly FileStep[] {
    const trashed = new Set(this.#seen.trash.values());
    return invertSteps(steps, path => this.#seen.files.has(path) || trashed.has(path));
  }

  /** Does the steps whole or not at all, and sees what came of it. */
  async run(steps: readonly FileStep[], title: string): Promise<Result<true, Problem>> {
    const run = await runSteps(this.#files, steps, { title, pause: this.#options.pause });
    const quick = run.ok ? await loadSteps(this.#files, this.#seen, steps) : undefined;
    this.#see(quick ?? (await this.#read(undefined)));
    return run;
  }

  async #read(paths: readonly string[] | undefined): Promise<LoadedFolder> {
    const before = this.#seen;
    if (!paths || paths.length > mostHintedPaths || !before.exists) {
      return loadFolder(this.#files, before, this.#options);
    }
    const isKnown = paths.every(path => before.files.get(path)?.bytes !== undefined);
    const quick = isKnown ? await loadPaths(this.#files, before, paths) : undefined;
    return quick ?? loadFolder(this.#files, before, this.#options, new Set(paths));
  }

  #see(folder: LoadedFolder): boolean {
    if (isSameFolder(this.#seen, folder)) return false;
    this.#seen = folder;
    return true;
  }
}

function isSameFolder(a: LoadedFolder, b: LoadedFolder): boolean {
  if (a.exists !== b.exists || a.files.size !== b.files.size) return false;
  if (JSON.stringify(a.problems) !== JSON.stringify(b.problems)) return false;
  if ([...a.trash.values()].join() !== [...b.trash.values()].join()) return false;
  for (const [path, file] of b.files) {
    const known = a.files.get(path);
    if (known === file) continue;
    const isUnreadTwice = known?.bytes === undefined && file.bytes === undefined;
    if (!isUnreadTwice || JSON.stringify(known?.file) !== JSON.stringify(file.file)) return false;
  }
  return true;
}
