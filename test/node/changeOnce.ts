// Changes three files of a plan as one and says what came of it. Started by fullDisk.test.ts.
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { largeChange } from '../support/largeChange.ts';

const store = await ProjectStore.open(createNodeFiles(process.argv[2] ?? '', '.project'));
const done = await store.apply(largeChange, 'A large change');
process.stdout.write(done.ok ? 'done' : done.error.message);
