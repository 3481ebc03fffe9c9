import { commands, EventEmitter, l10n, type TreeView } from 'vscode';
import type { Disposable } from '../core/base/disposable.ts';
import { inertText } from '../core/views/inertText.ts';
import type { OpenPlan } from './openPlan.ts';

/** The ids of the items that a filter means in a plan. */
export type FindIds = (plan: OpenPlan) => Iterable<string>;

/** What the tree of the plan shows: all, or what a query means with all that it is part of. */
export class PlanFilter implements Disposable {
  readonly #changes = new EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  #text = '';
  #note: (() => string) | undefined;
  #find: FindIds | undefined;
  /** By the views of a plan, which are others after every change. */
  #kept = new WeakMap<object, ReadonlySet<string>>();

  /** As it was written; empty without a filter. */
  get text(): string {
    return this.#text;
  }

  /** What is to be said of the filter as the plan is now, or empty. */
  get note(): string {
    return this.#note?.() ?? '';
  }

  /** Undefined where everything is shown. */
  shownIn(plan: OpenPlan): ReadonlySet<string> | undefined {
    const views = plan.loaded?.views();
    if (!views || !this.#find) return undefined;
    const known = this.#kept.get(views);
    if (known) return known;
    const tree = views.tree();
    const kept = new Set<string>();
    for (const id of this.#find(plan)) {
      let at: string | undefined = id;
      while (at !== undefined && !kept.has(at)) {
        kept.add(at);
        at = tree.parentOf(at);
      }
    }
    this.#kept.set(views, kept);
    return kept;
  }

  /** @param find undefined to show everything */
  set(text: string, find: FindIds | undefined, note?: () => string): void {
    this.#text = text;
    this.#note = note;
    this.#find = find;
    this.#kept = new WeakMap();
    void commands.executeCommand('setContext', 'gantry.planFiltered', find !== undefined);
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

/** Says above the lines of a tree which of the plan they are. */
export function tellFilter(
  filter: PlanFilter,
  view: Pick<TreeView<unknown>, 'message'>,
): Disposable {
  return filter.onDidChange(() => {
    const text = inertText(filter.text);
    if (filter.text === '') delete view.message;
    else if (filter.note === '') view.message = l10n.t('Filter: {0}', text);
    else view.message = l10n.t('Filter: {0} ({1})', text, inertText(filter.note));
  });
}
