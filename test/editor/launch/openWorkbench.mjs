// Opens a folder in the registry's editor and drives it in a headless browser.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot } from './installOnce.mjs';
import { forgetUser, startEditorServer } from './editorServer.mjs';
import { launchBrowser } from './findBrowser.mjs';

/** The setting that a workbench starts with, and the class by which its theme is known. */
export const themes = {
  dark: { setting: 'Default Dark Modern', className: 'vs-dark' },
  light: { setting: 'Default Light Modern', className: 'vs' },
  // The editor in a browser starts in no high-contrast theme, so these are chosen as a person does.
  hc: { setting: 'Default Dark Modern', className: 'hc-black', chosen: 'Dark High Contrast' },
  'hc-light': {
    setting: 'Default Light Modern',
    className: 'hc-light',
    chosen: 'Light High Contrast',
  },
};

const readyLimitMs = 60_000;

/**
 * Answers with Playwright's `page` on a workbench that is ready, and `close()`.
 * `prepare(page)` runs before the address is opened.
 */
export async function openWorkbench(options) {
  const editor = await startEditor(options);
  try {
    const { page } = await editor.open(options);
    return { page, server: editor.server, dataFolder: editor.dataFolder, close: editor.close };
  } catch (error) {
    await editor.close();
    throw error;
  }
}

/**
 * Starts a server and a browser for one workbench after the other: `open()` answers with the page
 * of one and `leave()`, which ends it and keeps what the browser has compiled for the next one.
 */
export async function startEditor({
  theme = 'dark',
  settings = {},
  isRestricted = false,
  env,
  logFile,
  log,
}) {
  mkdirSync(path.join(cacheRoot, 'runs'), { recursive: true });
  const dataFolder = mkdtempSync(path.join(cacheRoot, 'runs', 'data-'));
  const opened = [];
  const close = async () => {
    for (const step of opened.reverse()) await step();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const allSettings = { 'workbench.colorTheme': themes[theme].setting, ...settings };
  try {
    const server = await startEditorServer({
      dataFolder,
      settings: allSettings,
      isRestricted,
      env,
      logFile,
      log,
    });
    opened.push(() => server.stop());
    const browser = await launchBrowser({ log });
    opened.push(() => browser.close());
    const context = await browser.newContext({
      colorScheme: theme.endsWith('light') ? 'light' : 'dark',
    });
    const open = options => {
      forgetUser(dataFolder, allSettings);
      return openPage({ ...options, context, server, theme });
    };
    return { server, dataFolder, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage({
  context,
  server,
  theme,
  folder,
  extension,
  tests,
  size = { width: 1440, height: 900 },
  prepare,
}) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(size);
  await forgetWorkbench(context, page, server);
  await prepare?.(page);
  await page.goto(server.address({ folder, extension, tests }), { timeout: readyLimitMs });
  if (tests === undefined) await untilReady(page, theme);
  return { page, leave: () => leaveWorkbench(page) };
}

/** A workbench finds nothing in the browser of what the one before it has kept. */
async function forgetWorkbench(context, page, server) {
  const client = await context.newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {
    origin: new URL(server.address({})).origin,
    storageTypes: 'cookies,file_systems,indexeddb,local_storage,websql,cache_storage',
  });
  await client.detach();
}

/**
 * Leaves as a person does, so that the server ends the extensions of this workbench at once. The page
 * stays for the next workbench, which its process has compiled already, unless it cannot be left.
 */
async function leaveWorkbench(page) {
  page.removeAllListeners();
  page.on('dialog', dialog => dialog.accept().catch(() => undefined));
  try {
    await page.goto('about:blank');
    await page.mouse.up();
    await page.mouse.move(-1, -1);
    for (const key of ['Shift', 'Control', 'Alt', 'Meta']) await page.keyboard.up(key);
    page.removeAllListeners();
  } catch {
    await page.close();
  }
}

/** The theme comes from an extension of the editor, so it is on when the extensions are there. */
async function untilReady(page, theme) {
  const { setting, className, chosen } = themes[theme];
  const started = setting.includes('Light') ? 'vs' : 'vs-dark';
  await untilTheme(page, started);
  if (chosen === undefined) return;
  await runCommand(page, 'Preferences: Color Theme');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: chosen });
  await page.locator('.quick-input-widget input[type=text]').fill(chosen);
  await row.first().click({ timeout: readyLimitMs });
  await untilTheme(page, className);
}

async function untilTheme(page, className) {
  const workbench = `.monaco-workbench.${className}`;
  for (const part of [' .part.statusbar .statusbar-item', '[class*="vscode-theme-"]']) {
    await page.waitForSelector(workbench + part, { timeout: readyLimitMs });
  }
}

/** Runs a command as a person does: by its title in the command palette. */
export async function runCommand(page, title) {
  const row = page
    .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(title)}]`)
    .first();
  const end = Date.now() + readyLimitMs;
  for (let patienceMs = 3000; Date.now() < end; patienceMs *= 2) {
    await askPicker(page, 'F1', `>${title}`);
    const isThere = await row.waitFor({ timeout: patienceMs }).then(
      () => true,
      () => false,
    );
    if (isThere) return row.click();
    // The command may belong to an extension that is still being loaded: ask anew.
    await page.keyboard.press('Escape');
  }
  throw new Error(`The palette has no command "${title}"`);
}

/** Opens a file of the folder by its path, through the editor's own quick open. */
export async function openFile(page, file) {
  const name = path.posix.basename(file);
  await askPicker(page, 'Control+P', file);
  // Before the files are found, the list has those that were open before.
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

async function askPicker(page, key, text) {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor({ state: 'visible' });
  await input.fill(text);
}

/** The frame of a webview's own content, two frames down; the last one opened when there are more. */
export async function findWebview(page, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const frames = page.frames().filter(frame => frame.url().includes('fake.html'));
    const frame = frames.at(-1);
    // The frame of a page that is still empty, or on its way out, is not the one that stays.
    const parts = await frame
      ?.locator('body > *')
      .count()
      .catch(() => 0);
    if (parts > 0) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`No webview opened within ${limitMs / 1000} s`);
}
