// Runs test/editor/**/*.test.ts inside a real VS Code. The files of test/editor itself share one
// session on the fixture `small-team`; each folder with a session.json is a session of its own:
//   { "fixture": "name" | null, "settings": { … }, "isRestricted": true, "open": "x.code-workspace" }
// The editor is the downloaded desktop one where there is a display and a network, or the one that
// VSCODE_EXECUTABLE names; else the registry's. GANTRY_EDITOR=registry|desktop insists.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyFixture, plainGit } from './fixtureCopy.mjs';
import { cacheRoot, projectRoot } from './installOnce.mjs';
import { openWorkbench } from './openWorkbench.mjs';

const sessionLimitMs = 480_000;
const editorFolder = path.join(projectRoot, 'test', 'editor');
const usualSession = { fixture: 'small-team', settings: {}, isRestricted: false, open: '.' };

/** The sessions and their test files; with filters, only the files whose path has one of them. */
export function findSessions(filters = []) {
  const folders = readdirSync(editorFolder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .filter(name => existsSync(path.join(editorFolder, name, 'session.json')))
    .sort();
  return ['.', ...folders]
    .map(name => {
      const folder = path.join(editorFolder, name);
      const described = path.join(folder, 'session.json');
      const own = name === '.' ? {} : JSON.parse(readFileSync(described, 'utf8'));
      const files = readdirSync(folder)
        .filter(file => file.endsWith('.test.ts'))
        .sort()
        .map(file => path.posix.join('test/editor', name, file))
        .filter(file => !filters.length || filters.some(part => file.includes(part)));
      return { name: name === '.' ? 'editor' : name, ...usualSession, ...own, files };
    })
    .filter(session => session.files.length > 0);
}

/** Runs one session and answers with its results: `{ name, error? }` for each test. */
export async function runSession(session, log) {
  const build = path.join(projectRoot, '.test-build', `editor-${process.pid}-${session.name}`);
  rmSync(build, { recursive: true, force: true });
  mkdirSync(build, { recursive: true });
  const logs = path.join(cacheRoot, 'logs', session.name);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const folder = copyFixture(session.fixture ?? undefined);
  let trouble;
  try {
    await bundleSession(session, build);
    const desktop = await findDesktop(log);
    await (desktop === undefined
      ? runInRegistryEditor({ session, build, folder, logs, log })
      : runInDesktop({ session, build, folder, logs, desktop }));
  } catch (error) {
    trouble = error;
  }
  const results = readResults(session, build, trouble);
  const hasFailed = results.some(result => result.error !== undefined);
  rmSync(build, { recursive: true, force: true });
  if (!hasFailed) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    rmSync(logs, { recursive: true, force: true });
  }
  return { results, logs: hasFailed ? logs : undefined, folder: hasFailed ? folder : undefined };
}

async function bundleSession(session, build) {
  const { build: bundle } = await import('esbuild');
  writeFileSync(path.join(build, 'package.json'), '{"type":"commonjs"}');
  const imports = session.files.map(file => `import './${file}';`);
  const entry = [
    ...imports,
    "import { runRegistered } from './test/editor/support/runRegistered.ts';",
    'export const run = () => runRegistered(__dirname);',
  ];
  await bundle({
    stdin: { contents: entry.join('\n'), resolveDir: projectRoot, loader: 'ts' },
    outfile: path.join(build, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
  });
}

async function runInRegistryEditor({ session, build, folder, logs, log }) {
  const consoleLines = [];
  let report;
  const ended = new Promise(resolve => (report = resolve));
  const { page, close } = await openWorkbench({
    folder: path.join(folder, session.open),
    extension: projectRoot,
    tests: path.join(build, 'index.js'),
    settings: session.settings,
    isRestricted: session.isRestricted,
    env: { ...plainGit, ...session.env },
    logFile: path.join(logs, 'server.log'),
    log,
    prepare: async shown => {
      shown.on('console', line => consoleLines.push(`${line.type()} ${line.text()}`));
      shown.on('pageerror', error => consoleLines.push(`page error ${error.stack}`));
      await shown.exposeFunction('codeAutomationLog', (type, args) => {
        consoleLines.push(`${type} ${args.map(String).join(' ')}`);
      });
      await shown.exposeFunction('codeAutomationExit', code => report(code));
    },
  });
  try {
    await withLimit(ended, `The session "${session.name}"`);
  } finally {
    await page.screenshot({ path: path.join(logs, 'end.png') }).catch(() => undefined);
    await close();
    writeFileSync(path.join(logs, 'page.log'), consoleLines.join('\n'));
  }
}

async function runInDesktop({ session, build, folder, logs, desktop }) {
  const { runTests } = await import('@vscode/test-electron');
  const user = path.join(logs, 'user');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(session.settings));
  const running = runTests({
    vscodeExecutablePath: desktop,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: path.join(build, 'index.js'),
    extensionTestsEnv: { ...plainGit, ...session.env },
    launchArgs: [
      path.join(folder, session.open),
      '--disable-extensions',
      '--skip-welcome',
      '--skip-release-notes',
      `--user-data-dir=${user}`,
      ...(session.isRestricted ? [] : ['--disable-workspace-trust']),
      ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : []),
    ],
  });
  await withLimit(running, `The session "${session.name}"`);
}

/** The program of a desktop VS Code to test in, or undefined to take the registry's editor. */
async function findDesktop(log) {
  const wanted = process.env.GANTRY_EDITOR;
  if (wanted === 'registry') return undefined;
  const given = process.env.VSCODE_EXECUTABLE;
  if (given !== undefined && given !== '') return given;
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (wanted !== 'desktop' && !hasDisplay) return undefined;
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ cachePath: cacheRoot });
  } catch (error) {
    if (wanted === 'desktop') throw error;
    log?.(`VS Code cannot be downloaded (${error.message}); taking the registry's editor`);
    return undefined;
  }
}

async function withLimit(promise, what) {
  let limit;
  const late = new Promise((_resolve, reject) => {
    const say = () => reject(new Error(`${what} did not end in ${sessionLimitMs / 1000} s`));
    limit = setTimeout(say, sessionLimitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(limit);
  }
}

/** A test that was planned and has no result counts as failed; so does a session without a plan. */
function readResults(session, build, trouble) {
  const file = path.join(build, 'results.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const values = lines.map(line => JSON.parse(line));
  const why = trouble === undefined ? 'the editor ended early' : (trouble.stack ?? String(trouble));
  const plan = values.find(value => value.kind === 'plan');
  if (plan === undefined) return [{ name: session.files.join(', '), error: `No test ran: ${why}` }];
  if (plan.names.length === 0)
    return [{ name: session.files.join(', '), error: 'No test is in it' }];
  const done = values.filter(value => value.kind === 'test');
  const missing = plan.names.slice(done.length);
  return [...done, ...missing.map(name => ({ name, error: `It did not end: ${why}` }))];
}

if (process.argv[1] === import.meta.filename) {
  let failed = 0;
  let passed = 0;
  for (const session of findSessions(process.argv.slice(2))) {
    const { results, logs, folder } = await runSession(session, console.error);
    for (const { name, ms, error } of results) {
      if (error === undefined) console.log(`✔ ${name} (${ms} ms)`);
      else console.log(`✖ ${name}\n${error.replace(/^/gm, '    ')}`);
      if (error === undefined) passed += 1;
      else failed += 1;
    }
    if (logs !== undefined) console.log(`Logs are in ${logs}, the folder in ${folder}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
