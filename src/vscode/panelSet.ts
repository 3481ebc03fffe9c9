import type { Uri } from 'vscode';
import { ViewColumn, window, type WebviewPanel } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { ok, refused } from '../core/base/result.ts';
import { createProblem } from '../core/model/problem.ts';
import type { Handlers, Reply } from '../protocol/channel.ts';
import type { PanelView, PictureWish } from '../protocol/messages.ts';
import type { OpenPlan } from './openPlan.ts';
import { panelTitle, ProjectPanel } from './projectPanel.ts';
import type { PlanSet } from './planSet.ts';

export const panelType = 'gantry.panel';

export interface PanelSetParts {
  readonly plans: PlanSet;
  readonly extensionUri: Uri;
  readonly createHandlers: (plan: OpenPlan) => Handlers;
}

/** The open panels: at most one for each plan. */
export class PanelSet implements Disposable {
  readonly #parts: PanelSetParts;
  readonly #owned = new DisposableStore();
  readonly #panels = new Map<OpenPlan, ProjectPanel>();
  /** Who waits for a picture of which plan. */
  readonly #pictures = new Map<OpenPlan, (bytes: Uint8Array | null | undefined) => void>();

  constructor(parts: PanelSetParts) {
    this.#parts = parts;
    this.#owned.add(parts.plans.onDidChange(plan => plan ?? this.#closeOrphans()));
    this.#owned.add(
      window.registerWebviewPanelSerializer(panelType, {
        deserializeWebviewPanel: panel => {
          this.#restore(panel);
          return Promise.resolve();
        },
      }),
    );
  }

  panelOf(plan: OpenPlan): ProjectPanel | undefined {
    return this.#panels.get(plan);
  }

  /** Shows the plan's panel, in the column beside the code when it is new. */
  open(
    plan: OpenPlan,
    options: {
      readonly view?: PanelView;
      readonly id?: string;
      readonly preserveFocus?: boolean;
      readonly asTable?: boolean;
    } = {},
  ): void {
    const { view, id = null, preserveFocus = false, asTable } = options;
    const panel = this.#panels.get(plan) ?? this.#create(plan);
    panel.show(preserveFocus);
    if (!view) return;
    const more = asTable === true ? { asTable } : {};
    panel.send({ event: 'reveal', view, id, takesFocus: !preserveFocus, ...more });
  }

  /** Selects an item in the plan's panel when it is open. */
  reveal(plan: OpenPlan, view: PanelView, id: string | null): void {
    const panel = this.#panels.get(plan);
    if (panel?.isVisible) panel.send({ event: 'reveal', view, id });
  }

  /**
   * Opens the chart and asks it for a picture; null where it can make none, and undefined where it
   * was closed, or asked for another one, before the picture came.
   */
  askPicture(plan: OpenPlan, wish: PictureWish): Promise<Uint8Array | null | undefined> {
    this.open(plan, { view: 'gantt' });
    this.#pictures.get(plan)?.(undefined);
    return new Promise(resolve => {
      this.#pictures.set(plan, resolve);
      this.#panels.get(plan)?.send({ event: 'picture', wish });
    });
  }

  /** What nobody has asked for is refused: a page makes no files by itself. */
  receivePicture(plan: OpenPlan, bytes: Uint8Array | null): Reply<'picture'> {
    const resolve = this.#pictures.get(plan);
    this.#pictures.delete(plan);
    if (!resolve) {
      const message = 'Nobody has asked for a picture of the chart; use the command for it';
      return refused(createProblem('command-refused', message));
    }
    resolve(bytes);
    return ok({ done: true });
  }

  #create(plan: OpenPlan): ProjectPanel {
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel(panelType, panelTitle(plan, false), column);
    return this.#adopt(panel, plan);
  }

  #adopt(panel: WebviewPanel, plan: OpenPlan): ProjectPanel {
    const adopted = new ProjectPanel(panel, plan, {
      extensionUri: this.#parts.extensionUri,
      handlers: this.#parts.createHandlers(plan),
      isOneOfMany: this.#parts.plans.all.length > 1,
    });
    this.#panels.set(plan, adopted);
    adopted.onDidClose(() => {
      this.#panels.delete(plan);
      this.#pictures.get(plan)?.(undefined);
      this.#pictures.delete(plan);
    });
    return adopted;
  }

  /** After a restart of the editor: the title tells which plan it was. */
  #restore(panel: WebviewPanel): void {
    const free = this.#parts.plans.all.filter(plan => !this.#panels.has(plan));
    const plan = free.find(each => panelTitle(each, true) === panel.title) ?? free[0];
    if (plan) this.#adopt(panel, plan);
    else panel.dispose();
  }

  /** A plan whose folder left the workspace takes its panel along. */
  #closeOrphans(): void {
    for (const [plan, panel] of [...this.#panels]) {
      if (!this.#parts.plans.all.includes(plan)) panel.dispose();
    }
  }

  dispose(): void {
    this.#owned.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }
}
