import { refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Problem } from '../model/problem.ts';
import type { FileStep } from './fileStep.ts';
import { invertSteps, pathsOf, runSteps, trashPath } from './fileSteps.ts';
import { loadSteps } from './loadSteps.ts';
import { loadFolder, loadPaths, noFolder, type LoadedFolder } from './loadFolder.ts';
import { guardChanges, manyChangesProblem, type OutsideChanges } from './outsideChanges.ts';
import { previewFolderChanges } from './previewFolder.ts';
import type { ProjectFiles } from './projectFiles.ts';
import type { StoreOptions } from './reloadHints.ts';

/** More hinted paths than this, and listing the folder costs less than asking for each. */
const mostHintedPaths = 64;

/** The plan folder as it was last seen, with the ways to look again and to write. */
export class OpenFolder {
  readonly #files: ProjectFiles;
  readonly #options: StoreOptions;
  #seen: LoadedFolder = noFolder();
  /** Paths of vanished files that a person has let go. */
  readonly #released = new Set<string>();
  /** Files that other programs changed with many others, until a person has looked at them. */
  readonly #many = new Set<string>();
  /** What the editor was asked to make of files; undefined for one that goes. */
  #expected: ReadonlyMap<string, string | undefined> = new Map();

  constructor(files: ProjectFiles, options: StoreOptions) {
    this.#files = files;
    this.#options = options;
  }

  get seen(): LoadedFolder {
    return this.#seen;
  }

  /** What other programs did that nobody has vouched for yet. */
  get outside(): OutsideChanges {
    const files = [...this.#seen.files.values()];
    const gone = files.filter(file => file.gone !== undefined).map(({ path }) => path);
    return { gone, many: [...this.#many] };
  }

  /** A person has looked at the many changes. */
  accept(): void {
    this.#many.clear();
  }

  /** The editor is about to make this of files. */
  expect(texts: ReadonlyMap<string, string | undefined>): void {
    this.#expected = texts;
  }

  /** The steps that lay vanished files where they were, or into the trash. */
  stepsForGone(place: 'back' | 'trash'): readonly FileStep[] {
    const taken = new Set([...this.#seen.files.keys(), ...this.#seen.trash.values()]);
    return [...this.#seen.files.values()].flatMap(({ path, gone }): FileStep[] => {
      if (!gone) return [];
      const target = place === 'back' ? path : trashPath(path, free => taken.has(free));
      return [{ kind: 'write', path: target, bytes: gone, before: undefined }];
    });
  }

  /** Vanished files are none of the plan any more. */
  release(): void {
    for (const path of this.outside.gone) this.#released.add(path);
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
    this.#see(quick ?? (await this.#read(undefined, pathsOf(steps))));
    return run;
  }

  /** What we wrote ourselves needs nobody to vouch for it. */
  async #read(
    paths: readonly string[] | undefined,
    own: readonly string[] = [],
  ): Promise<LoadedFolder> {
    const before = this.#seen;
    const now = await this.#readDisk(paths);
    const { witness } = this.#options;
    for (const path of this.#released) if (now.files.has(path)) this.#released.delete(path);
    if (!witness) return now;
    const asExpected = [...this.#expected].flatMap(([path, text]) =>
      now.files.get(path)?.file.text === text ? [path] : [],
    );
    const settled = new Set([...this.#released, ...own, ...asExpected]);
    const { folder, outside } = await guardChanges(before, now, { witness, settled });
    for (const path of outside.many) this.#many.add(path);
    const others = folder.problems.filter(({ code }) => code !== 'mass-change');
    const many = this.#many.size > 0 ? [manyChangesProblem(this.#many.size)] : [];
    return { ...folder, problems: [...others, ...many] };
  }

  async #readDisk(paths: readonly string[] | undefined): Promise<LoadedFolder> {
    const before = this.#seen;
    if (!paths || paths.length > mostHintedPaths || !before.exists) {
      return loadFolder(this.#files, before, this.#options);
    }
    const isKnown = paths.every(path => before.files.get(path)?.bytes !== undefined);
    const quick = isKnown ? await loadPaths(this.#files, before, paths) : undefined;
    // Where a file is gone, the whole folder tells what became of it.
    const isWhole = quick && paths.every(path => quick.files.has(path));
    return isWhole ? quick : loadFolder(this.#files, before, this.#options, new Set(paths));
  }

  #see(folder: LoadedFolder): boolean {
    if (isSameFolder(this.#seen, folder)) {
      for (const [path, mark] of folder.marks) this.#seen.marks.set(path, mark);
      return false;
    }
    this.#seen = folder;
    return true;
  }
}

function isSameFolder(a: LoadedFolder, b: LoadedFolder): boolean {
  if (a.exists !== b.exists || a.files.size !== b.files.size) return false;
  if (JSON.stringify(a.problems) !== JSON.stringify(b.problems)) return false;
  if ([...a.trash.values()].join() !== [...b.trash.values()].join()) return false;
  if (!areSameNotes(a, b)) return false;
  for (const [path, file] of b.files) {
    const known = a.files.get(path);
    if (known === file) continue;
    const isUnreadTwice = known?.bytes === undefined && file.bytes === undefined;
    if (!isUnreadTwice || JSON.stringify(known?.file) !== JSON.stringify(file.file)) return false;
  }
  return true;
}

/** Another program may have removed the same item a second time, named by other items by then. */
function areSameNotes(a: LoadedFolder, b: LoadedFolder): boolean {
  const lostIn = ({ trashNotes }: LoadedFolder, path: string): string =>
    JSON.stringify(trashNotes.get(path)?.lost ?? []);
  return [...b.trash.values()].every(path => lostIn(a, path) === lostIn(b, path));
}
