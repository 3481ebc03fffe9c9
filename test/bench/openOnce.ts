// Opens a plan as the first thing that a process does, and looks at it again: what a start costs whose
// code has not been run yet. Started by load.bench.ts.
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { createPause } from '../../src/node/pause.ts';

const files = createNodeFiles(process.argv[2] ?? '', '.project');
const startedAt = performance.now();
const store = await ProjectStore.open(files, { pause: createPause() });
const openedAt = performance.now();
await store.reload();
const again = performance.now() - openedAt;
process.stdout.write(JSON.stringify({ open: openedAt - startedAt, again }));
