// What the tests and `npm start` need from the npm registry beside the project's own packages.
// Each thing lies in a folder of its own under .vscode-test/, named after its pinned versions.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(
  /[\\/]$/,
  '',
);
export const cacheRoot = path.join(projectRoot, '.vscode-test');

const networkCodes =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Installs what `registry/<name>/package-lock.json` pins, lets `complete(folder)` do the rest, and
 * answers with the folder. It is built under another name and renamed when whole, so that a folder
 * that exists is complete and two runs at once cannot spoil each other's.
 */
export async function installOnce(name, complete, log = console.error) {
  const pinned = fileURLToPath(new URL(`../registry/${name}/`, import.meta.url));
  const stamp = createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(path.join(pinned, 'package-lock.json')))
    .update(complete.toString())
    .digest('hex')
    .slice(0, 12);
  const parent = path.join(cacheRoot, name);
  const folder = path.join(parent, stamp);
  if (existsSync(folder)) return folder;

  log(`Getting the ${name} for the tests from the npm registry, once`);
  const building = path.join(parent, `${stamp}.${process.pid}`);
  await rm(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(pinned, file), path.join(building, file));
    }
    await runNpm(['ci', '--ignore-scripts'], building);
    await complete(building);
    await rename(building, folder).catch(error => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await removeOlder(parent, stamp);
  return folder;
}

/** Whole installations of other versions go; those that another run is building stay. */
async function removeOlder(parent, stamp) {
  for (const entry of readdirSync(parent)) {
    if (!entry.includes('.') && entry !== stamp) {
      await rm(path.join(parent, entry), { recursive: true, force: true });
    }
  }
}

/** Runs npm in a folder; rejects with a message that a person can act on. */
export async function runNpm(args, cwd) {
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], {
    cwd,
    shell: isWindows,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  child.stderr.on('data', chunk => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return;
  const text = Buffer.concat(said).toString();
  const hint = networkCodes.test(text)
    ? 'The npm registry cannot be reached; check the network or the proxy settings of npm.'
    : 'See what npm said above.';
  throw new Error(`${text.trim()}\n"npm ${args.join(' ')}" did not work in ${cwd}. ${hint}`);
}
