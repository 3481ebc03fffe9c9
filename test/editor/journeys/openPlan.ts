// What every journey begins with: a copy of a plan, open in a real VS Code, driven from outside.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { copyFixture, plainGit } from '../launch/fixtureCopy.mjs';
import { findWebview, openFile, openWorkbench, runCommand } from '../launch/openWorkbench.mjs';
import type { WorkbenchOptions } from '../launch/openWorkbench.mjs';

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

/**
 * Opens a fixture (undefined: an empty folder) and closes it after the test; a picture of its end
 * stays in .vscode-test/logs.
 */
export async function openPlan(
  t: TestContext,
  fixture: string | undefined,
  options: Omit<WorkbenchOptions, 'folder' | 'extension'> = {},
): Promise<PlanJourney> {
  const root = process.cwd();
  const folder = copyFixture(fixture);
  const settings = { env: plainGit, ...options, folder, extension: root };
  const { page, close } = await openWorkbench(settings);
  t.after(async () => {
    const logs = path.join(root, '.vscode-test', 'logs');
    mkdirSync(logs, { recursive: true });
    const picture = path.join(logs, `${t.name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
    await page.screenshot({ path: picture });
    await close();
    rmSync(folder, { recursive: true, force: true });
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
