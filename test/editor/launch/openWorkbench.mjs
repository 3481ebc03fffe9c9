// Opens a folder in the registry's editor and drives it in a headless browser.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot } from './installOnce.mjs';
import { startEditorServer } from './editorServer.mjs';
import { launchBrowser } from './findBrowser.mjs';

export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const themeClasses = { dark: 'vs-dark', light: 'vs', hc: 'hc-black', 'hc-light': 'hc-light' };

const readyLimitMs = 60_000;

/**
 * Answers with Playwright's `page` on a workbench that is ready, and `close()`.
 * `prepare(page)` runs before the address is opened.
 */
export async function openWorkbench({
  folder,
  extension,
  tests,
  theme = 'dark',
  size = { width: 1440, height: 900 },
  settings = {},
  isRestricted = false,
  env,
  logFile,
  prepare,
  log,
}) {
  mkdirSync(path.join(cacheRoot, 'runs'), { recursive: true });
  const dataFolder = mkdtempSync(path.join(cacheRoot, 'runs', 'data-'));
  const opened = [];
  const close = async () => {
    for (const step of opened.reverse()) await step();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const server = await startEditorServer({
      dataFolder,
      settings: { 'workbench.colorTheme': themes[theme], ...settings },
      isRestricted,
      env,
      logFile,
      log,
    });
    opened.push(() => server.stop());
    const browser = await launchBrowser({ log });
    opened.push(() => browser.close());
    const context = await browser.newContext({
      viewport: size,
      colorScheme: theme.endsWith('light') ? 'light' : 'dark',
    });
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(server.address({ folder, extension, tests }));
    if (tests === undefined) await untilReady(page, theme);
    return { page, server, dataFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The theme comes from an extension of the editor, so it is on when the extensions are there. */
async function untilReady(page, theme) {
  const base = themeClasses[theme];
  await page.waitForSelector(`.monaco-workbench.${base} .part.statusbar .statusbar-item`, {
    timeout: readyLimitMs,
  });
  await page.waitForSelector(`.monaco-workbench.${base}[class*="vscode-theme-"]`, {
    timeout: readyLimitMs,
  });
}

/** Runs a command as a person does: by its title in the command palette. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input[type=text]');
  const row = page.locator(
    `.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(title)}]`,
  );
  const end = Date.now() + readyLimitMs;
  do {
    await page.keyboard.press('F1');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    const isThere = await row
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere) return row.first().click();
    // The command may belong to an extension that is still being loaded: ask anew.
    await page.keyboard.press('Escape');
  } while (Date.now() < end);
  throw new Error(`The palette has no command "${title}"`);
}

/** Opens a file of the folder by its path, through the editor's own quick open. */
export async function openFile(page, file) {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor({ state: 'visible' });
  await input.fill(file);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ state: 'visible' });
  await input.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The frame of a webview's own content, two frames down; the last one opened when there are more. */
export async function findWebview(page, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const frames = page.frames().filter(frame => frame.url().includes('fake.html'));
    const frame = frames.at(-1);
    if (frame !== undefined && (await frame.locator('body').count()) > 0) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`No webview opened within ${limitMs / 1000} s`);
}
