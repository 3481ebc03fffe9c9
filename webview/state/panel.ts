import type { Requester } from '../../src/protocol/channel.ts';
import type { PanelSnapshot, PanelView, PictureWish } from '../../src/protocol/messages.ts';
import { createShell, type Shell } from '../ui/shell.ts';
import { createPanelActions } from './actions.ts';
import { keepFocus } from './panelFocus.ts';
import type { PanelActions, PanelPart, UiMemory } from './panelPart.ts';
import type { UiState } from './uiState.ts';

/** What a view is given when it is first shown. */
export interface PartContext {
  readonly actions: PanelActions;
  memory<State>(): UiMemory<State>;
  /** Shows an item in another view of the panel. */
  readonly reveal: (view: PanelView, id: string | null) => void;
}

export interface ViewEntry {
  readonly key: PanelView;
  readonly label: string;
  /** A promise where the code of the view is loaded first. */
  readonly create: (ctx: PartContext) => PanelPart | Promise<PanelPart>;
}

interface LivePart {
  readonly part: PanelPart;
  /** Of the snapshot that it shows. */
  revision: number;
}

/** Holds the newest snapshot and shows it in the view that is open; the others wait unseen. */
export class Panel {
  readonly #requester: Requester;
  readonly #ui: UiState;
  readonly #views: readonly ViewEntry[];
  readonly #shell: Shell;
  readonly #live = new Map<PanelView, LivePart>();
  /** Views whose code is on its way. */
  readonly #loading = new Map<PanelView, Promise<void>>();
  /** Views that have not asked since hours cost something else. */
  readonly #unpriced = new Set<PanelView>();
  readonly #actions: PanelActions;
  readonly #focus = keepFocus(() => this.#live.get(this.#ui.view)?.part);
  #snapshot: PanelSnapshot | undefined;
  /** Called once, after the first frame with a plan in it. */
  #onFirstPaint: (() => void) | undefined;

  constructor(options: {
    readonly requester: Requester;
    readonly ui: UiState;
    readonly views: readonly ViewEntry[];
    readonly onFirstPaint: () => void;
  }) {
    this.#requester = options.requester;
    this.#ui = options.ui;
    this.#views = options.views;
    this.#onFirstPaint = options.onFirstPaint;
    this.#shell = createShell({
      views: options.views,
      onSelect: view => this.#openView(view),
      undo: () => this.undo(),
      redo: () => this.redo(),
      showProblems: () => this.#actions.pick('problems', null),
      createPlan: () => this.#actions.pick('createPlan', null),
    });
    this.#actions = createPanelActions(this.#requester, this.#shell.status, {
      openView: () => this.#ui.view,
      onPicked: hasNewItem => {
        if (hasNewItem) this.#focus.enter();
        else this.#focus.restore();
      },
    });
  }

  get element(): HTMLElement {
    return this.#shell.element;
  }

  undo(): void {
    this.#actions.undo();
  }

  redo(): void {
    this.#actions.redo();
  }

  /** Asks for the first snapshot and follows the host from there on. */
  async start(): Promise<void> {
    this.#shell.tabs.select(this.#ui.view);
    this.#requester.onEvent(event => {
      if (event.event === 'snapshot') this.#receive(event.snapshot);
      else if (event.event === 'picture') void this.#hand(event.wish);
      else if (event.event === 'priced') this.#reprice();
      else if (event.event === 'reveal') {
        this.#reveal(event.view, part => {
          part.reveal(event.id);
          if (event.asTable === true) part.showTable?.();
          if (event.takesFocus === true) this.#focus.enter();
        });
      }
    });
    const answer = await this.#requester.request('ready', {});
    if (!answer.ok) {
      this.#shell.giveUp();
      this.#shell.status.refuse(answer.error.message);
    } else if ((this.#snapshot?.revision ?? -1) <= answer.value.revision) {
      this.#receive(answer.value);
    }
  }

  #receive(snapshot: PanelSnapshot): void {
    const startedAt = performance.now();
    this.#snapshot = snapshot;
    this.#shell.show(snapshot);
    const loading = this.#showOpenView();
    const tell = (): void =>
      afterFrame(() => {
        const ms = performance.now() - startedAt;
        void this.#requester.request('painted', { revision: snapshot.revision, ms });
        this.#focus.restore();
        this.#onFirstPaint?.();
        this.#onFirstPaint = undefined;
      });
    if (loading) void loading.then(tell);
    else tell();
  }

  #openView(view: PanelView): void {
    if (view !== this.#ui.view) this.#shell.status.leaveView();
    this.#ui.setView(view);
    this.#shell.tabs.select(view);
    void this.#showOpenView();
  }

  /** Opens a view, and does there what is to be done as soon as it is there. */
  #reveal(view: PanelView, act: (part: PanelPart) => void): void {
    if (!this.#views.some(entry => entry.key === view)) return;
    this.#openView(view);
    const actNow = (): void => {
      const live = this.#live.get(view);
      if (live) act(live.part);
    };
    const loading = this.#loading.get(view);
    if (loading) void loading.then(actNow);
    else actNow();
  }

  /** What is not open asks anew when it is opened. */
  #reprice(): void {
    for (const view of this.#live.keys()) this.#unpriced.add(view);
    void this.#showOpenView();
  }

  /** Makes a picture of the chart, whichever view is open, and hands it to the host. */
  async #hand(wish: PictureWish): Promise<void> {
    this.#openView('gantt');
    const part = this.#live.get('gantt')?.part;
    const bytes = (await part?.picture?.(wish)) ?? null;
    const answer = await this.#requester.request('picture', { bytes });
    if (!answer.ok) this.#shell.status.refuse(answer.error.message);
  }

  /**
   * Brings the open view up to the newest snapshot; it is made when it is opened first. Without a
   * plan it is left as it is, so that the person is back in the same place with the plan.
   */
  #showOpenView(): Promise<void> | undefined {
    const snapshot = this.#snapshot?.isMissing === true ? undefined : this.#snapshot;
    if (!snapshot) return undefined;
    const live = this.#live.get(this.#ui.view);
    if (!live) return this.#create(this.#ui.view);
    if (live.revision !== snapshot.revision) {
      live.revision = snapshot.revision;
      live.part.show(snapshot);
    }
    if (this.#unpriced.delete(this.#ui.view)) live.part.renew?.();
    return undefined;
  }

  /** Makes a view, at once or when its code is there. */
  #create(view: PanelView): Promise<void> | undefined {
    const entry = this.#views.find(each => each.key === view);
    if (!entry || this.#loading.has(view)) return this.#loading.get(view);
    const part = entry.create({
      actions: this.#actions,
      memory: <State>() => this.#ui.memoryOf<State>(view),
      reveal: (other, id) => this.#reveal(other, each => each.reveal(id)),
    });
    if (!(part instanceof Promise)) {
      this.#adopt(view, part);
      return undefined;
    }
    const loading = part.then(
      made => this.#adopt(view, made),
      () => {
        this.#shell.status.refuse(
          'This view could not be loaded; close the panel and open it again',
        );
      },
    );
    this.#loading.set(view, loading);
    void loading.then(() => this.#loading.delete(view));
    return loading;
  }

  #adopt(view: PanelView, part: PanelPart): void {
    this.#shell.placeOf(view).append(part.element);
    this.#live.set(view, { part, revision: -1 });
    void this.#showOpenView();
  }
}

/** The first task after the frame that follows has been handed to the screen. */
function afterFrame(then: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(undefined);
  });
}
