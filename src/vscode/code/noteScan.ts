import { ProgressLocation, RelativePattern, l10n, window, workspace, type Uri } from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { Emitter, type Event } from '../../core/base/event.ts';
import { notesInSteps, notesInText, type NoteAt } from '../../core/source/openNotes.ts';
import type { Log } from '../log.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { stepByStep } from '../stepByStep.ts';
import { pathIn } from '../workspaceFiles.ts';
import { readFound } from './readFound.ts';
import { findSource } from './sourceDocument.ts';

/** After a row of changes the files are looked through once. */
const settleMs = 500;

/** After more changes than these at once everything is looked through again. */
const mostChanged = 200;

/** A search that takes longer than this says so, and can be stopped. */
const quietMs = 1000;

/** What is known of the notes of a plan's folder. */
export type NoteState =
  | { readonly kind: 'unknown' | 'stopped' }
  | { readonly kind: 'known'; readonly notes: readonly NoteAt[] };

type NotesByPath = Map<string, readonly NoteAt[]>;

/** TODOs and FIXMEs without a task: looked for when somebody asks first, then only where files change. */
export class NoteScan implements Disposable {
  readonly #plans: PlanSet;
  readonly #log: Log;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<OpenPlan>());
  readonly #known = new Map<OpenPlan, NotesByPath | 'stopped'>();
  readonly #running = new Map<OpenPlan, { work: Promise<void>; abort: AbortController }>();
  readonly #changed = new Map<OpenPlan, Set<string>>();
  readonly #watched = new Set<OpenPlan>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: PlanSet, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add({ dispose: () => this.#running.forEach(({ abort }) => abort.abort()) });
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        const source = this.#known.size > 0 ? findSource(plans, document) : undefined;
        if (source) this.#note(source.plan, source.path);
      }),
    );
  }

  /** After notes of a plan's folder came or went. */
  readonly onDidChange: Event<OpenPlan> = this.#changes.event;

  stateOf(plan: OpenPlan): NoteState {
    const known = this.#known.get(plan);
    if (known === undefined || known === 'stopped') {
      return { kind: known === 'stopped' ? 'stopped' : 'unknown' };
    }
    return { kind: 'known', notes: [...known.values()].flat() };
  }

  /** Looks through all files; a search that runs already is waited for. */
  async search(plan: OpenPlan): Promise<void> {
    let running = this.#running.get(plan);
    if (!running) {
      const abort = new AbortController();
      running = { abort, work: this.#searchAll(plan, abort) };
      this.#running.set(plan, running);
    }
    await running.work;
  }

  async #searchAll(plan: OpenPlan, abort: AbortController): Promise<void> {
    try {
      const work = this.#find(plan, undefined, abort.signal);
      tellProgress(work, abort);
      this.#known.set(plan, byPath(await work));
      this.#watch(plan);
    } catch (failure) {
      this.#known.set(plan, 'stopped');
      if (!abort.signal.aborted) this.#log.fail('The notes in code could not be found', failure);
    } finally {
      this.#running.delete(plan);
    }
    this.#changes.fire(plan);
  }

  async #find(
    plan: OpenPlan,
    paths: readonly string[] | undefined,
    signal: AbortSignal,
  ): Promise<readonly NoteAt[]> {
    const lines = await plan.loaded?.findNotes(paths, signal);
    signal.throwIfAborted();
    if (!lines) return readFound(plan, { paths, signal }, notesInText);
    const found = await stepByStep(notesInSteps(lines), signal);
    signal.throwIfAborted();
    if (!found || found.unsure.length === 0) return found?.notes ?? [];
    const read = await readFound(plan, { paths: found.unsure, signal }, notesInText);
    return [...found.notes, ...read];
  }

  #watch(plan: OpenPlan): void {
    if (this.#watched.has(plan)) return;
    this.#watched.add(plan);
    const watcher = this.#owned.add(
      workspace.createFileSystemWatcher(new RelativePattern(plan.folder, '**/*')),
    );
    const note = (uri: Uri): void => {
      const path = pathIn(plan.folder.uri, uri);
      const isOurs = path?.startsWith(`${plan.folderName}/`) === true;
      if (path !== undefined && !isOurs && !/^\.git(\/|$)/.test(path)) this.#note(plan, path);
    };
    this.#owned.add(watcher.onDidChange(note));
    this.#owned.add(watcher.onDidCreate(note));
    this.#owned.add(watcher.onDidDelete(note));
  }

  #note(plan: OpenPlan, path: string): void {
    const changed = this.#changed.get(plan) ?? new Set();
    this.#changed.set(plan, changed.add(path));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const all = [...this.#changed];
      this.#changed.clear();
      for (const [each, paths] of all) void this.#follow(each, [...paths]);
    }, settleMs);
  }

  async #follow(plan: OpenPlan, paths: readonly string[]): Promise<void> {
    const known = this.#known.get(plan);
    if (!(known instanceof Map) || !this.#plans.existing.includes(plan)) return;
    if (paths.length > mostChanged) return this.search(plan);
    try {
      // What is not saved yet counts as it stands in the editor.
      const unsaved = this.#unsavedNotes(plan, paths);
      const onDisk = paths.filter(path => !unsaved.has(path));
      const asked = onDisk.length > 0;
      const never = new AbortController().signal;
      const found = byPath(asked ? await this.#find(plan, onDisk, never) : []);
      for (const path of onDisk) setNotes(known, path, found.get(path) ?? []);
      for (const [path, notes] of unsaved) setNotes(known, path, notes);
      this.#changes.fire(plan);
    } catch (failure) {
      this.#log.fail('The notes in changed files could not be found', failure);
    }
  }

  #unsavedNotes(plan: OpenPlan, paths: readonly string[]): NotesByPath {
    const wanted = new Set(paths);
    const found: NotesByPath = new Map();
    for (const document of workspace.textDocuments) {
      const source = document.isDirty ? findSource(this.#plans, document) : undefined;
      if (source?.plan !== plan || !wanted.has(source.path)) continue;
      found.set(source.path, notesInText(source.path, document.getText()));
    }
    return found;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function byPath(notes: readonly NoteAt[]): NotesByPath {
  const found = new Map<string, NoteAt[]>();
  for (const note of notes) {
    const known = found.get(note.path);
    if (known) known.push(note);
    else found.set(note.path, [note]);
  }
  return found;
}

function setNotes(known: NotesByPath, path: string, notes: readonly NoteAt[]): void {
  if (notes.length > 0) known.set(path, notes);
  else known.delete(path);
}

/** A line in the view at once; a notice with a way to stop when it takes longer. */
function tellProgress(work: Promise<unknown>, abort: AbortController): void {
  const done = work.then(
    () => undefined,
    () => undefined,
  );
  void window.withProgress({ location: { viewId: 'gantry.attention' } }, () => done);
  const late = setTimeout(() => {
    const location = ProgressLocation.Notification;
    const title = l10n.t('Looking for TODOs without a task');
    void window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      return done;
    });
  }, quietMs);
  void done.then(() => clearTimeout(late));
}
