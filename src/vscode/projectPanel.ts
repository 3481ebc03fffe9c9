import { l10n, RelativePattern, Uri, workspace, type Webview, type WebviewPanel } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { privatePath } from '../core/store/planPath.ts';
import { createResponder, type Handlers, type Responder } from '../protocol/channel.ts';
import type { HostEvent } from '../protocol/messages.ts';
import type { OpenPlan } from './openPlan.ts';
import { panelHtml, panelRoots } from './panelHtml.ts';
import { toPanelSnapshot } from './panelSnapshot.ts';

export interface PanelParts {
  readonly extensionUri: Uri;
  readonly handlers: Handlers;
  /** True where the title must tell plans apart. */
  readonly isOneOfMany: boolean;
}

/** The panel beside the code, showing one plan. */
export class ProjectPanel implements Disposable {
  readonly plan: OpenPlan;
  readonly #panel: WebviewPanel;
  readonly #handlers: Handlers;
  readonly #owned = new DisposableStore();
  readonly #closed = new Emitter<ProjectPanel>();
  #responder: Responder;
  #isPosting = false;

  readonly onDidClose: Event<ProjectPanel> = this.#closed.event;

  constructor(panel: WebviewPanel, plan: OpenPlan, parts: PanelParts) {
    this.plan = plan;
    this.#panel = panel;
    this.#handlers = parts.handlers;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: panelRoots(parts.extensionUri) };
    panel.title = panelTitle(plan, parts.isOneOfMany);
    panel.iconPath = panelIcon(parts.extensionUri);
    this.#responder = createResponder(postTo(webview), parts.handlers);
    this.#owned.add({ dispose: () => this.#responder.dispose() });
    this.#owned.add(webview.onDidReceiveMessage(message => void this.#responder.receive(message)));
    this.#owned.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#owned.add(plan.onDidChange(() => this.#postSoon()));
    this.#owned.add(this.#watchRates());
    panel.onDidDispose(() => this.dispose());
    webview.html = panelHtml(webview, parts.extensionUri);
  }

  get viewColumn(): number | undefined {
    return this.#panel.viewColumn;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  /** Brings the panel to the front; the code keeps the focus when asked to. */
  show(preserveFocus: boolean): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  send(event: HostEvent): void {
    this.#responder.send(event);
  }

  /** A hidden page is gone with all it knew; the next one begins with `ready` again. */
  #followVisibility(): void {
    if (this.#panel.visible) return;
    this.#responder.dispose();
    this.#responder = createResponder(postTo(this.#panel.webview), this.#handlers);
  }

  /** Snapshots of the same turn go out as one: the newest. */
  #postSoon(): void {
    if (this.#isPosting) return;
    this.#isPosting = true;
    queueMicrotask(() => {
      this.#isPosting = false;
      const { loaded } = this.plan;
      if (!loaded || !this.#panel.visible) return;
      this.#responder.send({ event: 'snapshot', snapshot: toPanelSnapshot(loaded) });
    });
  }

  /** What hours cost is no part of a snapshot; only what is shown of it is asked for anew. */
  #watchRates(): Disposable {
    const pattern = new RelativePattern(this.plan.root, privatePath);
    const watcher = workspace.createFileSystemWatcher(pattern);
    const tell = (): void => {
      if (this.#panel.visible) this.#responder.send({ event: 'priced' });
    };
    watcher.onDidCreate(tell);
    watcher.onDidChange(tell);
    watcher.onDidDelete(tell);
    return watcher;
  }

  dispose(): void {
    this.#owned.dispose();
    this.#closed.fire(this);
    this.#closed.dispose();
    this.#panel.dispose();
  }
}

/** The folder's name stands in the title where it has to tell plans apart, and after a restart. */
export function panelTitle(plan: OpenPlan, isOneOfMany: boolean): string {
  return isOneOfMany ? l10n.t('Plan: {0}', plan.folder.name) : l10n.t('Plan');
}

function panelIcon(extensionUri: Uri): { light: Uri; dark: Uri } {
  const picture = (file: string): Uri => Uri.joinPath(extensionUri, 'media', file);
  return { light: picture('panel-light.svg'), dark: picture('panel-dark.svg') };
}

function postTo(webview: Webview): (message: unknown) => void {
  return message => void webview.postMessage(message);
}
