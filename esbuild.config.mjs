// Builds what the product ships into dist/. One small block a bundle.
//   node esbuild.config.mjs            build once, minified, and print the sizes
//   node esbuild.config.mjs --watch    build on every change, with source maps
import { context } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSizes } from './test/support/bundleSizes.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const isWatching = process.argv.includes('--watch');

/** Says when a build in watch mode begins and ends; `.vscode/tasks.json` waits for these words. */
const announce = {
  name: 'announce',
  setup(build) {
    if (!isWatching) return;
    build.onStart(() => console.log('Building'));
    build.onEnd(({ errors }) => console.log(errors.length > 0 ? 'The build failed' : 'Built'));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  sourcemap: isWatching ? 'linked' : false,
  minify: !isWatching,
  metafile: true,
  logLevel: 'warning',
  plugins: [announce],
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
  chunkNames: 'chunks/[hash]',
  banner: { js: requireBanner },
};

/**
 * The extension, the command line and a thread of a simulation, which share what they have in common;
 * what is imported dynamically becomes a chunk that is loaded when first needed.
 */
const programs = {
  ...host,
  entryPoints: {
    extension: 'src/extension.ts',
    cli: 'src/cli/main.ts',
    'forecast-worker': 'src/node/forecastWorker.ts',
  },
};

/** The panel; its form controls are a chunk that is loaded after the first paint. */
const webview = {
  ...shared,
  platform: 'browser',
  format: 'esm',
  target: 'chrome132',
  splitting: true,
  chunkNames: 'webview-chunks/[hash]',
  entryPoints: { webview: 'webview/main.ts', 'webview-styles': 'webview/styles/panel.css' },
};

const bundles = [programs, webview].filter(bundle =>
  Object.values(bundle.entryPoints).every(entry => existsSync(path.join(root, entry))),
);

const contexts = await Promise.all(bundles.map(bundle => context(bundle)));
if (isWatching) {
  await Promise.all(contexts.map(each => each.watch()));
} else {
  await buildOnce();
}

/** What an earlier build left goes last, so that a build that fails leaves the old one whole. */
async function buildOnce() {
  try {
    const results = await Promise.all(contexts.map(each => each.rebuild()));
    const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
    leaveOutBanners(outputs);
    printSizes(outputs);
    mkdirSync(path.join(root, '.test-build'), { recursive: true });
    writeFileSync(path.join(root, '.test-build', 'outputs.json'), JSON.stringify(outputs));
    removeOthers(Object.keys(outputs));
  } catch (error) {
    // The messages themselves have been printed by esbuild.
    console.error(error.errors === undefined ? error : 'The build failed');
    process.exitCode = 1;
  } finally {
    await Promise.all(contexts.map(each => each.dispose()));
  }
}

/** Most chunks hold no package in the old module format, and would make a `require` for nothing. */
function leaveOutBanners(outputs) {
  for (const [name, output] of Object.entries(outputs)) {
    const file = path.join(root, name);
    const text = readFileSync(file, 'utf8');
    const rest = text.replace(`${requireBanner}\n`, '');
    if (rest === text || /\brequire\b/.test(rest)) continue;
    writeFileSync(file, rest);
    output.bytes = Buffer.byteLength(rest);
  }
}

function removeOthers(built) {
  if (built.length === 0) return;
  const kept = new Set(built.map(file => path.join(root, file)));
  for (const entry of readdirSync(path.join(root, 'dist'), {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(file)) rmSync(file);
  }
}

function printSizes(outputs) {
  for (const { file, bytes, atOnce, inAll } of bundleSizes(outputs)) {
    const later = inAll > atOnce ? `, ${kilobytes(inAll - atOnce)} more when needed` : '';
    console.log(`${file}: ${kilobytes(bytes)}, loaded at once ${kilobytes(atOnce)}${later}`);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
