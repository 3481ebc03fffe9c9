import { window, workspace, type TextDocumentChangeEvent } from 'vscode';
import type { CodePlaceNow, Resolution } from '../../core/anchors/resolution.ts';
import { anchorText } from '../../core/anchors/anchorText.ts';
import { resolveAnchors } from '../../core/anchors/resolveAnchors.ts';
import { shiftPlace } from '../../core/anchors/shiftPlace.ts';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { compareNumber } from '../../core/base/order.ts';
import { Emitter, type Event } from '../../core/base/event.ts';
import { anchorsOf } from '../../core/commands/anchorsOf.ts';
import { leadsOutside } from '../../core/format/readAnchor.ts';
import type { CodeLink } from '../../core/language/codeMarks.ts';
import { itemsOf } from '../../core/model/plan.ts';
import type { Log } from '../log.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { findSource } from './sourceDocument.ts';
import { createWorkspaceCode } from './workspaceCode.ts';

/** A link of an item to code, and where that is now. */
export interface LinkedCode extends CodeLink {
  /** Its place among the links of the item. */
  readonly place: number;
}

/** All were looked up, or an edit has moved some that were known. */
export type LinksChange = 'lookup' | 'edit';

/** After a row of changes links are looked up once. */
const settleMs = 400;

type LinksByPath = ReadonlyMap<string, readonly LinkedCode[]>;

const none: readonly LinkedCode[] = [];

/** Where the linked code of all plans is; edits in open files are followed as they happen. */
export class CodeLinks implements Disposable {
  readonly #plans: PlanSet;
  readonly #log: Log;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new Emitter<LinksChange>());
  readonly #links = new Map<OpenPlan, LinksByPath>();
  readonly #running = new Map<OpenPlan, AbortController>();
  readonly #latest = new Map<OpenPlan, Promise<void>>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: PlanSet, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#owned.add(plans.onDidChange(() => this.#settleSoon()));
    this.#owned.add(workspace.onDidSaveTextDocument(() => this.#settleSoon()));
    this.#owned.add(workspace.onDidChangeTextDocument(event => this.#follow(event)));
    // A branch may have been checked out meanwhile.
    this.#owned.add(window.onDidChangeWindowState(({ focused }) => focused && this.#settleSoon()));
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add({ dispose: () => this.#running.forEach(each => each.abort()) });
    this.#settleSoon();
  }

  /** After links were looked up, or an edit has moved some. */
  readonly onDidChange: Event<LinksChange> = this.#changes.event;

  /** The links to a file, by where it is now; of those that drifted, by their guess. */
  of(plan: OpenPlan, path: string): readonly LinkedCode[] {
    return this.#links.get(plan)?.get(path) ?? none;
  }

  /** The links of a plan. */
  all(plan: OpenPlan): readonly LinkedCode[] {
    return [...(this.#links.get(plan)?.values() ?? [])].flat();
  }

  /** The links of an item in their order; none until they have been looked up. */
  ofItem(plan: OpenPlan, id: string): readonly LinkedCode[] {
    const links = this.all(plan);
    return links.filter(link => link.id === id).sort((a, b) => compareNumber(a.place, b.place));
  }

  /** A text that is another one as soon as one of the links stands elsewhere, or otherwise. */
  get state(): string {
    return [...this.#links.values()]
      .flatMap(byPath => [...byPath.values()].flat())
      .map(({ id, place, now }) => `${id} ${place} ${now.state} ${anchorText(placeOrGuess(now))}`)
      .join('\n');
  }

  /** The files and folders that have links. */
  pathsOf(plan: OpenPlan): Iterable<string> {
    return this.#links.get(plan)?.keys() ?? [];
  }

  /** All links of all plans that nobody can tell the place of. */
  get drifted(): readonly (LinkedCode & { readonly plan: OpenPlan })[] {
    return [...this.#links].flatMap(([plan, byPath]) =>
      [...byPath.values()].flatMap(links =>
        links.filter(({ now }) => !now.place).map(link => ({ ...link, plan })),
      ),
    );
  }

  /** Looks the links up now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#settling);
    await Promise.all(this.#plans.existing.map(plan => this.#resolveLatest(plan)));
    for (const plan of this.#links.keys()) {
      if (!this.#plans.existing.includes(plan)) this.#links.delete(plan);
    }
    this.#changes.fire('lookup');
  }

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.refresh().catch((failure: unknown) => {
        this.#log.fail('The links to code could not be looked up', failure);
      });
    }, settleMs);
  }

  /** Ends when the newest look-up has: an older one is given up for it. */
  async #resolveLatest(plan: OpenPlan): Promise<void> {
    let work = this.#resolve(plan);
    this.#latest.set(plan, work);
    await work;
    for (let next = this.#latest.get(plan); next && next !== work; next = this.#latest.get(plan)) {
      work = next;
      await work;
    }
  }

  async #resolve(plan: OpenPlan): Promise<void> {
    this.#running.get(plan)?.abort();
    const links = linksOf(plan);
    if (links.length === 0) return void this.#links.delete(plan);
    const running = new AbortController();
    this.#running.set(plan, running);
    const anchors = links.map(({ anchor }) => anchor);
    const isPast = anchors.some(({ commit }) => commit !== undefined);
    try {
      const past = isPast ? await plan.loaded?.codePast(running.signal) : undefined;
      const reader = createWorkspaceCode(plan);
      const found = await resolveAnchors(anchors, reader, past?.code, plan.loaded?.pause);
      if (running.signal.aborted) return;
      this.#keep(
        plan,
        links.flatMap((link, i) => withResolution(link, found[i])),
      );
    } catch (failure) {
      // Whoever gave it up has asked anew.
      if (!running.signal.aborted) throw failure;
    }
  }

  #keep(plan: OpenPlan, links: readonly LinkedCode[]): void {
    const byPath = new Map<string, LinkedCode[]>();
    for (const link of links) {
      const path = pathOf(link);
      const known = byPath.get(path);
      if (known) known.push(link);
      else byPath.set(path, [link]);
    }
    const before = this.#links.get(plan);
    // What is not saved yet was followed edit by edit, and is not on the disk.
    for (const document of workspace.textDocuments) {
      const source = document.isDirty ? findSource(this.#plans, document) : undefined;
      const followed = source?.plan === plan ? before?.get(source.path) : undefined;
      if (source && followed) byPath.set(source.path, [...followed]);
    }
    this.#links.set(plan, byPath);
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const source = contentChanges.length > 0 ? findSource(this.#plans, document) : undefined;
    const byPath = source && this.#links.get(source.plan);
    const links = byPath?.get(source?.path ?? '');
    if (!source || !byPath || !links) return;
    const edits = contentChanges.map(({ range, text }) => ({
      first: range.start.line + 1,
      last: range.end.line + 1,
      count: text.split('\n').length,
    }));
    const moved = links.map(link => edits.reduce(shiftLink, link));
    this.#links.set(source.plan, new Map(byPath).set(source.path, moved));
    this.#changes.fire('edit');
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function linksOf(plan: OpenPlan): readonly Omit<LinkedCode, 'now'>[] {
  const snapshot = plan.loaded?.views().snapshot;
  if (!snapshot) return [];
  return [...itemsOf(snapshot.plan)].flatMap(item =>
    (anchorsOf(item) ?? []).flatMap((anchor, place) =>
      leadsOutside(anchor.path) ? [] : [{ id: item.id, place, anchor }],
    ),
  );
}

function withResolution(
  link: Omit<LinkedCode, 'now'>,
  now: Resolution | undefined,
): readonly LinkedCode[] {
  return now ? [{ ...link, now }] : [];
}

const nowhere = { path: '', line: undefined, endLine: undefined };

function placeOrGuess({ place, guess }: Resolution): CodePlaceNow {
  return place ?? guess ?? nowhere;
}

function pathOf({ anchor, now }: LinkedCode): string {
  return (now.place ?? now.guess)?.path ?? anchor.path;
}

function shiftLink(link: LinkedCode, edit: Parameters<typeof shiftPlace>[1]): LinkedCode {
  const { now } = link;
  if (now.place) {
    const place = shiftPlace(now.place, edit);
    if (place) return { ...link, now: { ...now, place } };
    const guess = { ...now.place, line: edit.first, endLine: edit.first };
    return { ...link, now: { ...now, state: 'drifted', place: undefined, guess } };
  }
  const guess = now.guess && shiftPlace(now.guess, edit);
  return { ...link, now: { ...now, guess } };
}
