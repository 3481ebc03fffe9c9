// Opens a plan as the first thing that a process does, and looks at it again: what a start costs whose
// code has not been run yet. Given a folder for it, with what an earlier process parsed. Started by
// load.bench.ts.
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { createParseCache } from '../../src/node/parseCacheFile.ts';
import { createPause } from '../../src/node/pause.ts';

const [, , plan = '', storage] = process.argv;
const files = createNodeFiles(plan, '.project');
const cache =
  storage === undefined ? undefined : createParseCache({ storage, plan, program: 'bench' });
const startedAt = performance.now();
const store = await ProjectStore.open(files, { pause: createPause(), cache });
const openedAt = performance.now();
await store.reload();
const again = performance.now() - openedAt;
process.stdout.write(JSON.stringify({ open: openedAt - startedAt, again }));
