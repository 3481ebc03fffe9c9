// One of several writers of the same plan: puts marks into files that all of them write and into one
// that it alone does, and logs each mark that was accepted. Started by writers.test.ts.
import { setTimeout as wait } from 'node:timers/promises';
import type { Change } from '../../src/core/model/change.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';

const [workspace = '', own = '', turns = '0'] = process.argv.slice(2);
const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
const append = (id: string, mark: string): Change => ({
  kind: 'append',
  id,
  field: ['tags'],
  value: mark,
});

for (let turn = 1; turn <= Number(turns); turn++) {
  const mark = `${own.toLowerCase()}-${turn}`;
  // Alone, all together, and two that others write in the opposite order.
  const targets =
    [[own], ['T-SAME'], ['T-SAME', 'T-ZZZZ', own], ['T-ZZZZ', 'T-SAME']][turn % 4] ?? [];
  for (;;) {
    const done = await store.apply(
      targets.map(id => append(id, mark)),
      mark,
    );
    if (done.ok) break;
    const isPassing = done.error.code === 'file-changed' || done.error.code === 'plan-busy';
    if (!isPassing) throw new Error(done.error.message);
    await wait(Math.random() * 20);
    await store.reload();
  }
  for (const id of targets) process.stdout.write(`${id} ${mark}\n`);
}
