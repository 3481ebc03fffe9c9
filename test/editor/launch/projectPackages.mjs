// Sees to it that the project's own packages are there. Only Node's own modules are used here: this
// runs on a fresh clone.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runNpm } from './installOnce.mjs';

const leastNode = [20, 19];

/** Runs `npm ci` when a package is missing or of another version than the lock file says. */
export async function installProjectPackages(log = console.error) {
  assertNode();
  const stale = findStalePackage();
  if (stale === undefined) return;
  log(`Installing the project's packages (${stale})`);
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], projectRoot);
}

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Error(
    `Node ${leastNode.join('.')} or newer is needed and this is ${process.versions.node}; ` +
      'install a newer one from nodejs.org',
  );
}

/** Why the packages are stale, in words, or undefined. npm keeps what it installed in a lock of its own. */
function findStalePackage() {
  const installedFile = path.join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'there are none yet';
  const wanted = readPackages(path.join(projectRoot, 'package-lock.json'));
  const installed = readPackages(installedFile);
  for (const [place, { version, optional }] of Object.entries(wanted)) {
    if (place === '' || optional) continue;
    if (installed[place]?.version !== version) {
      return `${place.replace('node_modules/', '')} is not at ${version}`;
    }
  }
  return undefined;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
