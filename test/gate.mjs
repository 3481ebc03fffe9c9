// All tests, then the package; what `.ci/run` runs. The closing line counts both.
import { spawn } from 'node:child_process';
import { projectRoot } from './editor/launch/installOnce.mjs';

const tests = await run('test/run.mjs');
const closing = /^(\d+) passed, (\d+) failed$/m.exec(tests.lastLine);
let passed = Number(closing?.[1] ?? 0);
let failed = Number(closing?.[2] ?? 0);
if (closing === null || (tests.status !== 0 && failed === 0)) failed += 1;

const packaging = await run('test/package.mjs');
if (packaging.status === 0) passed += 1;
else failed += 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a script, passes its output on as it comes and answers with its last line. */
async function run(script) {
  const child = spawn(process.execPath, [script], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tail = '';
  child.stdout.on('data', chunk => {
    process.stdout.write(chunk);
    tail = `${tail}${chunk}`.slice(-1000);
  });
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' };
}
