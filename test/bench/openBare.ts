// The least that opening a known plan takes: every file asked for its size and time, and what was made
// of all of them read from one file of JSON. Started by load.bench.ts.
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const [, , root = '', parsed = ''] = process.argv;
const startedAt = performance.now();
let bytes = 0;
for (const { parentPath, name } of readdirSync(root, { recursive: true, withFileTypes: true })) {
  bytes += lstatSync(path.join(parentPath, name)).size;
}
const values: unknown = JSON.parse(readFileSync(parsed, 'utf8'));
const took = performance.now() - startedAt;
if (!Array.isArray(values) || bytes === 0) throw new Error('There is no plan to open');
process.stdout.write(String(took));
