// Makes the .vsix, and makes sure that it is small, holds what it must and nothing else, and that
// an editor installs it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installEditor } from './editor/launch/registryEditor.mjs';
import { bundleSizes } from './support/bundleSizes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const limitBytes = 1_000_000;

/** Names inside the package, as the packager writes them. */
const needed = [
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/package\.nls\.json$/,
  /^extension\/readme\.md$/i,
  /^extension\/changelog\.md$/i,
  /^extension\/LICENSE(\.txt)?$/i,
  /^extension\/dist\/extension\.js$/,
  /^extension\/dist\/cli\.js$/,
  /^extension\/dist\/forecast-worker\.js$/,
  /^extension\/dist\/webview\.js$/,
  /^extension\/dist\/webview-styles\.css$/,
  /^extension\/media\/.+\.svg$/,
  /^extension\/media\/schemas\/.+\.json$/,
  /^extension\/media\/pull-requests\.yml$/,
];
const allowed = [
  ...needed,
  /^\[Content_Types\]\.xml$/,
  /^extension\/package\.nls\.[a-z-]+\.json$/,
  /^extension\/dist\/chunks\/.+\.js$/,
  /^extension\/dist\/.+\.js$/,
  /^extension\/media\/.+\.png$/,
  /^extension\/media\/example\/.+/,
];

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const target = path.join(root, `${name}-${version}.vsix`);

execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: root, stdio: 'inherit' });
const { createVSIX } = await import('@vscode/vsce');
await createVSIX({
  cwd: root,
  packagePath: target,
  dependencies: false,
  allowMissingRepository: true,
});

const failures = [...checkContents(), ...checkSize(), ...(await checkInstall())];
for (const failure of failures) console.error(`✖ ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function checkContents() {
  const names = readZipNames(readFileSync(target));
  console.log(`${path.basename(target)} holds ${names.length} files`);
  const missing = needed.filter(pattern => !names.some(file => pattern.test(file)));
  const extra = names.filter(file => !allowed.some(pattern => pattern.test(file)));
  const maps = names.filter(file => file.endsWith('.map'));
  return [
    ...missing.map(pattern => `The package lacks what matches ${pattern}`),
    ...[...extra, ...maps].map(file => `The package holds ${file}; see .vscodeignore`),
  ];
}

function checkSize() {
  const bytes = readFileSync(target).length;
  const outputs = JSON.parse(readFileSync(path.join(root, '.test-build', 'outputs.json'), 'utf8'));
  const extension = bundleSizes(outputs).find(({ file }) => file === 'dist/extension.js');
  console.log(`Size of the package: ${kilobytes(bytes)}`);
  console.log(`Loaded at activation: ${kilobytes(extension?.atOnce ?? 0)}`);
  return bytes > limitBytes ? [`The package is over ${kilobytes(limitBytes)}`] : [];
}

/** Installs it with the editor's own command line into a folder that is thrown away. */
async function checkInstall() {
  const { node, server } = await installEditor(console.log);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-install-'));
  try {
    const places = ['--extensions-dir', path.join(folder, 'extensions')];
    const data = ['--server-data-dir', path.join(folder, 'data')];
    const args = ['--accept-server-license-terms', '--install-extension', target];
    execFileSync(node, ['out/server-main.js', ...places, ...data, ...args], {
      cwd: server,
      stdio: 'pipe',
      timeout: 120_000,
    });
    const installed = readdirSync(path.join(folder, 'extensions'));
    const found = installed.find(entry => entry.includes(`.${name}-${version}`));
    const main = path.join(folder, 'extensions', found ?? '', 'dist', 'extension.js');
    if (found === undefined || !existsSync(main)) return ['The editor did not install the package'];
    console.log('The editor installs it');
    return [];
  } catch (error) {
    return [`The editor refuses the package: ${String(error.stderr ?? error.message).trim()}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names in a zip archive, from the directory at its end. */
function readZipNames(zip) {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = zip.readUInt16LE(end + 10);
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(field =>
      zip.readUInt16LE(at + field),
    );
    names.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return names;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
