import {
  EventEmitter,
  FileDecoration,
  Uri,
  window,
  workspace,
  type FileDecorationProvider,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { computeFileWarning, type FileWarning } from '../../core/language/fileWarning.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { readAnnotations } from '../settings.ts';
import type { CodeLinks } from './codeLinks.ts';

/** Letters in the explorer at files that critical tasks and open risks are about. */
export class FileWarnings implements FileDecorationProvider, Disposable {
  readonly #plans: PlanSet;
  readonly #links: CodeLinks;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new EventEmitter<Uri[]>());
  /** By the address of the file. */
  #shown: ReadonlyMap<string, FileWarning> = new Map();

  readonly onDidChangeFileDecorations = this.#changes.event;

  constructor(plans: PlanSet, links: CodeLinks) {
    this.#plans = plans;
    this.#links = links;
    this.#owned.add(links.onDidChange(cause => cause === 'lookup' && this.#follow()));
    this.#owned.add(plans.onDidChange(() => this.#follow()));
    this.#owned.add(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('gantry.annotations')) this.#follow();
      }),
    );
    this.#follow();
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const warning = this.#shown.get(uri.toString());
    return warning && new FileDecoration(warning.badge, inertText(warning.text));
  }

  /** Only the files whose letters changed are told, so that the explorer stays still otherwise. */
  #follow(): void {
    const before = this.#shown;
    const shown = new Map(this.#plans.existing.flatMap(plan => this.#warningsOf(plan)));
    this.#shown = shown;
    const changed = [...new Set([...before.keys(), ...shown.keys()])].filter(
      key => before.get(key)?.text !== shown.get(key)?.text,
    );
    if (changed.length > 0) this.#changes.fire(changed.map(key => Uri.parse(key)));
  }

  #warningsOf(plan: OpenPlan): readonly (readonly [string, FileWarning])[] {
    const views = plan.loaded?.views();
    if (!views || readAnnotations(plan.folder) === 'off') return [];
    const shown = { plan: views.snapshot.plan, schedule: views.schedule() };
    return [...this.#links.pathsOf(plan)].flatMap(path => {
      const ids = this.#links.of(plan, path).map(({ id }) => id);
      const warning = computeFileWarning(ids, shown);
      // A folder is linked with a slash at its end; the explorer names it without.
      const uri = Uri.joinPath(plan.folder.uri, path.replace(/\/$/, ''));
      return warning ? [[uri.toString(), warning] as const] : [];
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

export function registerFileWarnings(plans: PlanSet, links: CodeLinks): Disposable {
  const owned = new DisposableStore();
  owned.add(window.registerFileDecorationProvider(owned.add(new FileWarnings(plans, links))));
  return owned;
}
