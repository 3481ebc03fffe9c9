// Starts VS Code's server from the npm registry on a port and a data folder of its own.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { installEditor } from './registryEditor.mjs';

const startLimitMs = 60_000;

/**
 * What keeps a fresh editor from talking to the network and from asking things. It saves only when
 * asked, as on the desktop: a save of its own accord that is under way makes it refuse another one.
 */
const quietSettings = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Answers when the server takes connections. `settings` are the user's in a new data folder; an old one
 * keeps its own. `isRestricted` leaves
 * Workspace Trust on; `logFile` gets what the server prints.
 */
export async function startEditorServer({
  dataFolder,
  port,
  settings = {},
  isRestricted = false,
  logFile,
  env = {},
  log,
}) {
  const { node, server } = await installEditor(log);
  const freePort = port ?? (await findFreePort());
  if (!existsSync(path.join(userFolderOf(dataFolder), 'settings.json'))) {
    writeSettings(dataFolder, settings);
  }

  const child = spawn(
    node,
    [
      'out/server-main.js',
      ...['--host', '127.0.0.1', '--port', String(freePort), '--without-connection-token'],
      ...['--accept-server-license-terms', '--disable-telemetry', '--enable-smoke-test-driver'],
      ...(isRestricted ? [] : ['--disable-workspace-trust']),
      ...['--server-data-dir', dataFolder],
    ],
    { cwd: server, stdio: ['ignore', 'pipe', 'pipe'], env: { ...cleanEnvironment(), ...env } },
  );
  const stop = () => stopServer(child);
  try {
    await untilListening(child, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: freePort,
    pid: child.pid,
    exited: new Promise(resolve => child.once('exit', resolve)),
    address: parts => workbenchAddress(freePort, parts),
    stop,
  };
}

/** What a window leaves to the next one goes: settings that it changed, its state and its history. */
export function forgetUser(dataFolder, settings) {
  rmSync(userFolderOf(dataFolder), { recursive: true, force: true, maxRetries: 5 });
  writeSettings(dataFolder, settings);
}

function writeSettings(dataFolder, settings) {
  const folder = userFolderOf(dataFolder);
  mkdirSync(folder, { recursive: true });
  const all = { ...quietSettings, ...settings };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(all, undefined, 2));
}

function userFolderOf(dataFolder) {
  return path.join(dataFolder, 'data', 'User');
}

/** The page's address; all paths are absolute. `tests` is a module that exports `run()`. */
function workbenchAddress(port, { folder, extension, tests }) {
  const opened = folder?.endsWith('.code-workspace') ? { workspace: folder } : { folder };
  const remote = file => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const query = new URLSearchParams({
    ...(folder === undefined ? { ew: 'true' } : opened),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
}

/** Variables of an editor around us would make the server believe that it is inside of it. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !name.startsWith('VSCODE_') && !name.startsWith('npm_') && name !== 'NODE_OPTIONS',
    ),
  );
}

function untilListening(child, logFile) {
  const said = [];
  const file = logFile === undefined ? undefined : createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`VS Code's server did not start in ${startLimitMs / 1000} s`)),
      startLimitMs,
    );
    const listen = chunk => {
      file?.write(chunk);
      if (said.length > 200) return;
      said.push(chunk.toString());
      if (!said.join('').includes('Extension host agent listening')) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.once('exit', code => {
      clearTimeout(limit);
      file?.end();
      reject(new Error(`VS Code's server ended with ${code}:\n${said.join('').trim()}`));
    });
  });
}

/** The server ends its extension hosts itself when it is asked to; it is killed when it does not. */
async function stopServer(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(limit);
}

export async function findFreePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address();
  await new Promise(resolve => probe.close(resolve));
  return port;
}
