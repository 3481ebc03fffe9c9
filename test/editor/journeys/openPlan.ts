// What every journey begins with: a copy of a plan, open in a real VS Code, driven from outside.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, type TestContext } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { copyFixture, plainGit } from '../launch/fixtureCopy.mjs';
import { findWebview, openFile, runCommand, startEditor } from '../launch/openWorkbench.mjs';
import type { Editor, ThemeName } from '../launch/openWorkbench.mjs';

export interface PlanJourney {
  readonly page: Page;
  /** The absolute path of the folder that is open. */
  readonly folder: string;
  readonly runCommand: (title: string) => Promise<void>;
  readonly openFile: (file: string) => Promise<void>;
  /** The content of the panel that was opened last. */
  readonly panel: () => Promise<Frame>;
  readonly readText: (file: string) => string;
  /** Writes past the editor, as another program would. */
  readonly writeText: (file: string, text: string) => void;
}

export interface PlanOptions {
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
}

/** One editor for all journeys of a process, as long as they want the same theme. */
let editor: { readonly theme: ThemeName; readonly started: Promise<Editor> } | undefined;
after(async () => (await editor?.started)?.close());

async function takeEditor(theme: ThemeName): Promise<Editor> {
  if (editor?.theme !== theme) {
    await (await editor?.started)?.close();
    editor = { theme, started: startEditor({ theme, env: plainGit }) };
  }
  return editor.started;
}

/**
 * Opens a fixture (undefined: an empty folder) in a window of its own and closes it after the test; a picture of its end
 * stays in .vscode-test/logs.
 */
export async function openPlan(
  t: TestContext,
  fixture: string | undefined,
  { theme = 'dark', size = { width: 1440, height: 900 } }: PlanOptions = {},
): Promise<PlanJourney> {
  const root = process.cwd();
  const folder = copyFixture(fixture);
  const shared = await takeEditor(theme);
  const { page, leave } = await shared.open({ folder, extension: root, size });
  t.after(async () => {
    const logs = path.join(root, '.vscode-test', 'logs');
    mkdirSync(logs, { recursive: true });
    const picture = path.join(logs, `${t.name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
    // A picture that comes to nothing is no fault of what was tested.
    await page.screenshot({ path: picture }).catch(() => undefined);
    await leave();
    // The extensions of the window end a little later, and may write until then.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return {
    page,
    folder,
    runCommand: title => runCommand(page, title),
    openFile: file => openFile(page, file),
    panel: () => findWebview(page),
    readText: file => readFileSync(path.join(folder, file), 'utf8'),
    writeText: (file, text) => {
      writeFileSync(path.join(folder, file), text);
    },
  };
}
