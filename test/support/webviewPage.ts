import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ok, refused } from '../../src/core/base/result.ts';
import { createProblem } from '../../src/core/model/problem.ts';
import { createResponder, type Handlers, type Responder } from '../../src/protocol/channel.ts';
import type { Intent, PanelSnapshot, RequestMessage } from '../../src/protocol/messages.ts';
import { launchBrowser } from '../editor/launch/findBrowser.mjs';
import { nextFrames } from './nextFrames.ts';
import { PageShelf } from './pageShelf.ts';
import { type Theme, themeClasses, themeVariables } from './themeColors.ts';
import { decodeWireSource, encodeWire } from './wire.ts';

/** The panel in a browser, with a scripted host in the place of the editor. */
export interface WebviewPage {
  readonly page: Page;
  readonly host: Responder;
  /** Everything that the panel asked, in order. */
  readonly requests: readonly RequestMessage[];
  /** The commands among them. */
  intents(): readonly Intent[];
  /** Sends a newer snapshot and waits until it has been painted. */
  show(snapshot: PanelSnapshot): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** What the panel has kept for its next life. */
  readState(): Promise<unknown>;
  /** Errors of scripts and violations of the content policy: a good panel has none. */
  readonly failures: readonly string[];
  close(): Promise<void>;
}

export interface WebviewOptions {
  readonly snapshot: PanelSnapshot;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** What the panel kept in an earlier life. */
  readonly state?: unknown;
  /** Answers that differ from "done". */
  readonly handlers?: Partial<Handlers>;
  /** Looks at the page before it has painted anything. */
  readonly onLoad?: (page: Page) => Promise<void>;
}

/** What is served to the page, by path. */
type Bundle = ReadonlyMap<string, { readonly contentType: string; readonly body: string }>;

const origin = 'https://panel.test';

/** Far from that of the tests, so that a date of the plan that is read as local time is found out. */
export const farZone = 'America/Los_Angeles';
const root = process.cwd();

/** What a page asks the host and the server of, for as long as one test has it. */
interface Desk {
  readonly html: string;
  readonly receive: (message: RequestMessage) => Promise<void>;
}

let browser: Promise<Browser> | undefined;
let bundle: Promise<Bundle> | undefined;
const desks = new WeakMap<Page, Desk>();
const shelf = new PageShelf(openBlank);

/** Opens panels; all of a process share one browser and one bundle of the webview. */
export class WebviewBench {
  open(options: WebviewOptions): Promise<WebviewPage> {
    return openPage(options);
  }

  async dispose(): Promise<void> {
    const closing = browser;
    browser = undefined;
    await (await closing)?.close();
  }
}

/** A page that serves the panel and passes on what it says, whichever test has it. */
async function openBlank(): Promise<Page> {
  browser ??= launchBrowser();
  bundle ??= bundleWebview();
  const files = await bundle;
  const page = await (await browser).newPage({ timezoneId: farZone });
  await page.exposeFunction('postToHost', (message: RequestMessage) =>
    desks.get(page)?.receive(message),
  );
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url());
    const html = { contentType: 'text/html', body: desks.get(page)?.html ?? '' };
    const answer = pathname === '/' ? html : files.get(pathname);
    return answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: '' });
  });
  return page;
}

async function bundleWebview(): Promise<Bundle> {
  const outdir = path.join(root, '.test-build', 'webview');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { webview: 'webview/main.ts', 'webview-styles': 'webview/styles/panel.css' },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'webview-chunks/[hash]',
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'chrome132',
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => [
      file.slice(outdir.length).replaceAll(path.sep, '/'),
      { contentType: file.endsWith('.css') ? 'text/css' : 'text/javascript', body: text },
    ]),
  );
}

async function openPage(options: WebviewOptions): Promise<WebviewPage> {
  const { width = 1280, height = 800, theme = 'dark' } = options;
  const page = await shelf.take({ width, height });
  const failures = gatherFailures(page);
  const requests: RequestMessage[] = [];
  const painted = new Set<number>();
  let snapshot = options.snapshot;
  let isOpen = true;
  const handlers = { ...defaultHandlers(() => snapshot, painted), ...options.handlers };
  const host = createResponder(message => {
    // What comes late is not for the test that has the page by then.
    if (!isOpen) return;
    void page
      .evaluate(
        text => window.dispatchEvent(new CustomEvent('wire', { detail: text })),
        encodeWire(message),
      )
      .catch(() => undefined);
  }, handlers);
  desks.set(page, {
    html: pageHtml({ theme, state: options.state }),
    receive: message => {
      requests.push(message);
      return host.receive(message);
    },
  });
  await page.goto(`${origin}/`);
  await options.onLoad?.(page);
  const isPainted = async (revision: number): Promise<void> => {
    while (!painted.has(revision)) await page.waitForTimeout(5);
  };
  await isPainted(snapshot.revision);
  return {
    page,
    host,
    requests,
    failures,
    intents: () => requests.flatMap(request => (request.name === 'run' ? [request.params] : [])),
    show: async next => {
      snapshot = next;
      host.send({ event: 'snapshot', snapshot });
      await isPainted(next.revision);
    },
    setTheme: next => applyTheme(page, next),
    readState: () => page.evaluate<unknown>('window.keptState'),
    close: () => {
      isOpen = false;
      return shelf.giveBack(page);
    },
  };
}

function gatherFailures(page: Page): readonly string[] {
  const failures: string[] = [];
  page.on('pageerror', error => failures.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') failures.push(message.text());
  });
  return failures;
}

function defaultHandlers(current: () => PanelSnapshot, painted: Set<number>): Handlers {
  const done = ok({ title: 'Done', id: undefined });
  const hasNone = () => refused(createProblem('command-refused', 'This page has no plan'));
  return {
    ready: () => ok(current()),
    run: intent => ok({ title: `Ran ${intent.command}`, id: undefined }),
    runAll: ({ intents }) => ok({ title: `Ran ${intents.length} commands`, id: undefined }),
    undo: () => done,
    redo: () => done,
    open: () => ok({ opened: true }),
    select: () => ok({ done: true }),
    pick: () => ok({ done: true }),
    explain: () => ok({ text: '' }),
    picture: () => ok({ done: true }),
    drivingPath: () => ok({ before: [], after: [], links: [] }),
    plan: hasNone,
    commitDays: () => ok({ commitDays: null }),
    riskHistory: () => ok({ history: null }),
    forecast: () => ok({ forecast: null }),
    forecastHistory: () => ok({ history: null }),
    calibration: () => ok({ calibration: null }),
    stopForecast: () => ok({ done: true }),
    people: hasNone,
    person: hasNone,
    reliefs: () => ok({ reliefs: [] }),
    levelling: hasNone,
    report: hasNone,
    freezeReport: hasNone,
    money: hasNone,
    progress: hasNone,
    comparison: hasNone,
    save: () => ok({ done: true }),
    painted: ({ revision }) => {
      painted.add(revision);
      return ok({ done: true });
    },
  };
}

/** The page as the extension writes it, with the same policy, and the editor's interface faked. */
function pageHtml({ theme, state }: { theme: Theme; state: unknown }): string {
  const style = Object.entries(themeVariables(theme))
    .map(
      ([name, value]) =>
        `root.style.setProperty(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    )
    .join('\n');
  const policy = `default-src 'none'; script-src 'nonce-n0nce'; style-src ${origin} 'nonce-style'; font-src ${origin}; img-src ${origin} data:`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="style">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gantry</title>
<link rel="stylesheet" href="${origin}/webview-styles.css">
</head><body class="${themeClasses[theme]}">
<script nonce="n0nce">
  const root = document.documentElement;
  ${style}
  const decode = ${decodeWireSource};
  window.keptState = ${state === undefined ? 'undefined' : JSON.stringify(state)};
  let isTaken = false;
  window.acquireVsCodeApi = () => {
    if (isTaken) throw new Error('The interface of the editor was taken twice');
    isTaken = true;
    return {
      postMessage: message => void window.postToHost(JSON.parse(JSON.stringify(message))),
      getState: () => window.keptState,
      setState: state => { window.keptState = JSON.parse(JSON.stringify(state)); },
    };
  };
  window.addEventListener('wire', event => window.postMessage(decode(event.detail), '*'));
</script>
<script nonce="n0nce" type="module" src="${origin}/webview.js"></script>
</body></html>`;
}

async function applyTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(
    ([name, variables]) => {
      document.body.className = name;
      for (const [key, value] of Object.entries(variables)) {
        document.documentElement.style.setProperty(key, value);
      }
    },
    [themeClasses[theme], themeVariables(theme)] as const,
  );
  // The toolkit takes the colours over a frame later.
  await nextFrames(page);
}
