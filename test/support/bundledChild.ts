import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** A program of the tests, bundled so that Node runs it in a process of its own. */
export interface BundledChild {
  readonly script: string;
  start(args: readonly string[]): ChildProcess;
  remove(): void;
}

/** @param entry relative to the root, such as `test/node/endlessWriter.ts` */
export async function bundleChild(entry: string): Promise<BundledChild> {
  const folder = mkdtempSync(path.join(process.cwd(), '.test-build', 'child-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  await build({
    absWorkingDir: process.cwd(),
    entryPoints: { child: entry },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const script = path.join(folder, 'child.js');
  return {
    script,
    start: args =>
      spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Kills a child a while after it first said something; resolves when it is gone. */
export function killAfter(child: ChildProcess, ms: number): Promise<void> {
  child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

/** All that a child says, when it has ended well. */
export async function outputOf(child: ChildProcess): Promise<string> {
  const parts: string[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part.toString()));
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) throw new Error(`The child ended with ${String(status)}`);
  return parts.join('');
}
