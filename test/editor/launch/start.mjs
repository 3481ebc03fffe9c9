// Opens a plan in a real VS Code with this extension in it, on a machine that has only Node, npm
// and git:
//   npm start                      the plan of this repository
//   npm start -- PATH              the plan of another folder
//   npm start -- --browser         VS Code's server for a browser, also where a desktop one is
//   npm start -- --port 8123       the port of that server
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findFreePort, startEditorServer } from './editorServer.mjs';
import { cacheRoot, projectRoot } from './installOnce.mjs';
import { installProjectPackages } from './projectPackages.mjs';

const usualPort = 8321;
const leastEditor = [1, 105];
const opener = fileURLToPath(new URL('opener', import.meta.url));

try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean', default: false }, port: { type: 'string' } },
  });
  const folder = path.resolve(positionals[0] ?? projectRoot);
  assertFolder(folder);
  const desktop = values.browser ? undefined : await findDesktop();
  const port = desktop === undefined ? await choosePort(values.port) : undefined;
  await installProjectPackages();
  await run(process.execPath, ['esbuild.config.mjs'], 'The extension could not be built');
  if (desktop === undefined) await openInBrowser(folder, port);
  else await openOnDesktop(desktop, folder);
}

function assertFolder(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) {
    throw new Error(`${folder} is no folder; name one that holds a plan or is to get one`);
  }
}

async function openOnDesktop(code, folder) {
  const development = [projectRoot, opener].map(place => `--extensionDevelopmentPath=${place}`);
  await run(code, ['--new-window', ...development, folder], 'VS Code could not be opened');
  console.log(`Opened ${folder} in VS Code, with Gantry in it`);
}

async function openInBrowser(folder, port) {
  const dataFolder = path.join(cacheRoot, 'start', String(port));
  await rm(path.join(dataFolder, 'data', 'logs'), { recursive: true, force: true });
  // The address takes one extension under development; the opener goes in as an installed one.
  cpSync(opener, path.join(dataFolder, 'extensions', 'gantry.gantry-opener-0.0.1'), {
    recursive: true,
  });
  const server = await startEditorServer({ dataFolder, port, log: console.log });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void server.stop().then(() => process.exit(0)));
  }
  console.log(`\nVS Code with Gantry is ready. Open this address in a browser:\n`);
  console.log(`  ${server.address({ folder, extension: projectRoot })}\n`);
  console.log('It runs until Ctrl+C');
  await server.exited;
}

/** The usual port keeps the address the same from day to day; another one serves as well. */
async function choosePort(wanted) {
  if (wanted === undefined) return (await isFree(usualPort)) ? usualPort : findFreePort();
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1024 || port > 65535) {
    throw new Error(`--port ${wanted} is no port; give a number from 1024 to 65535`);
  }
  if (await isFree(port)) return port;
  throw new Error(`Port ${port} is taken by another program; name another one with --port`);
}

function isFree(port) {
  const probe = createServer();
  return new Promise(resolve => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** The command of an installed VS Code that is new enough, when there is a screen to show it on. */
async function findDesktop() {
  const { env, platform } = process;
  const hasScreen = platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  const isRemote = env.VSCODE_IPC_HOOK_CLI !== undefined || env.SSH_CONNECTION !== undefined;
  if (!hasScreen || isRemote) return undefined;
  for (const code of desktopPlaces().filter(isProgram)) {
    const [major, minor] = await readVersion(code);
    const [leastMajor, leastMinor] = leastEditor;
    if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return code;
    console.log(`${code} is older than ${leastEditor.join('.')}; taking the editor for a browser`);
  }
  return undefined;
}

function desktopPlaces() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(folder => folder !== '')
    .map(folder => path.join(folder, name));
  const mac = 'Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  const places = {
    darwin: [path.join('/', mac), path.join(os.homedir(), mac)],
    linux: ['/usr/share/code/bin/code', '/snap/bin/code'],
    win32: ['LOCALAPPDATA', 'PROGRAMFILES'].map(variable =>
      path.join(process.env[variable] ?? '', 'Programs', 'Microsoft VS Code', 'bin', name),
    ),
  };
  return [...onPath, ...(places[process.platform] ?? [])];
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function readVersion(code) {
  const child = spawnQuietly(code, ['--version'], 'pipe');
  let text = '';
  child.stdout.on('data', chunk => (text += chunk));
  await ended(child).catch(() => undefined);
  return (text.split('\n')[0] ?? '').split('.').map(Number);
}

async function run(command, args, failure) {
  const status = await ended(spawnQuietly(command, args, 'inherit'));
  if (status !== 0) throw new Error(`${failure}; see above`);
}

/** A command file of Windows needs its shell, and a shell needs quotes. */
function spawnQuietly(command, args, stdout) {
  const needsShell = command.endsWith('.cmd');
  const quoted = needsShell ? [command, ...args].map(part => `"${part}"`) : [command, ...args];
  const [program, ...rest] = quoted;
  return spawn(program, rest, {
    cwd: projectRoot,
    shell: needsShell,
    stdio: ['ignore', stdout, 'inherit'],
  });
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
