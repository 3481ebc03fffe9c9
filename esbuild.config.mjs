// Builds what the product ships into dist/. One small block a bundle.
//   node esbuild.config.mjs            build once, minified, and print the sizes
//   node esbuild.config.mjs --watch    build on every change, with source maps
import { context } from 'esbuild';
import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const isWatching = process.argv.includes('--watch');

const shared = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  sourcemap: isWatching ? 'linked' : false,
  minify: !isWatching,
  metafile: true,
  logLevel: 'warning',
};

// Packages in the old module format ask for `require` where they use Node's own modules.
const requireBanner =
  "import { createRequire as gantryRequire } from 'node:module';const require=gantryRequire(import.meta.url);";

const host = {
  ...shared,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['vscode'],
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: requireBanner },
};

/** The extension; what is imported dynamically becomes a chunk that is loaded when first needed. */
const extension = { ...host, entryPoints: { extension: 'src/extension.ts' } };

/** The command line, with a folder of chunks of its own. */
const cli = {
  ...host,
  entryPoints: { cli: 'src/cli/main.ts' },
  chunkNames: 'cli-chunks/[name]-[hash]',
  banner: { js: `#!/usr/bin/env node\n${requireBanner}` },
};

/** The panel. */
const webview = {
  ...shared,
  platform: 'browser',
  format: 'esm',
  target: 'chrome132',
  entryPoints: { webview: 'webview/main.ts', 'webview-styles': 'webview/styles/panel.css' },
};

const bundles = [extension, cli, webview].filter(bundle =>
  Object.values(bundle.entryPoints).every(entry => existsSync(path.join(root, entry))),
);

if (!isWatching) rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const contexts = await Promise.all(bundles.map(bundle => context(bundle)));
if (isWatching) {
  await Promise.all(contexts.map(each => each.watch()));
  console.log('Watching for changes');
} else {
  const results = await Promise.all(contexts.map(each => each.rebuild()));
  for (const { metafile } of results) printSizes(metafile);
  await Promise.all(contexts.map(each => each.dispose()));
}

function printSizes({ outputs }) {
  for (const file of Object.keys(outputs).sort()) {
    const kilobytes = statSync(path.join(root, file)).size / 1000;
    console.log(`${kilobytes.toFixed(1).padStart(9)} kB  ${file}`);
  }
}
