// Writes a generated plan to disk:
//   node test/bench/makePlan.mjs DIR TASKS [SEED]
// DIR gets a `.project` folder; one that exists already is left alone.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFiles, makeBuildFolder } from '../unit.mjs';

const [folder, tasks, seed = '1'] = process.argv.slice(2);
const count = Number(tasks);
if (folder === undefined || !Number.isInteger(count) || count < 1) {
  console.error(
    'Give a folder and a number of tasks: node test/bench/makePlan.mjs DIR TASKS [SEED]',
  );
  process.exit(2);
}
const plan = path.resolve(folder, '.project');
if (existsSync(plan)) {
  console.error(`There is a plan in ${plan} already`);
  process.exit(2);
}
const out = makeBuildFolder('plan');
try {
  const [bundle] = await bundleFiles(['test/bench/generatePlan.ts'], out);
  const { generatePlan } = await import(pathToFileURL(bundle).href);
  const files = generatePlan({ tasks: count, seed: Number(seed) });
  for (const [file, text] of files) {
    const target = path.join(plan, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  console.log(`${files.size} files in ${plan}`);
} finally {
  rmSync(out, { recursive: true, force: true });
}
