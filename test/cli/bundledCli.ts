import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { build } from 'esbuild';

/** Bundles the command line once for a test file, as it ships; answers with the way to the script. */
export function bundleCli(): () => string {
  // The bundle lies inside the repository, where its packages are found.
  let folder = '';
  before(async () => {
    folder = mkdtempSync(path.join(process.cwd(), '.test-build', 'cli-'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    await build({
      absWorkingDir: process.cwd(),
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir: folder,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      logLevel: 'error',
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'cli.js');
}
