// Changes several files of a plan as one, without an end: a turn is in every file or in none. Says so
// after the first. Started, and killed, by journal.test.ts.
import type { Change } from '../../src/core/model/change.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';

const [workspace = ''] = process.argv.slice(2);
const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
for (;;) {
  const { tasks } = store.snapshot.plan;
  const turn = Number(/\d+$/.exec(tasks.get('T-BBBB')?.title ?? '')?.[0] ?? 0) + 1;
  const [from, to] = tasks.has('T-AAAA') ? ['T-AAAA', 'T-ZZZZ'] : ['T-ZZZZ', 'T-AAAA'];
  const changes: Change[] = ['T-BBBB', 'T-CCCC', 'T-DDDD', from].map(id => ({
    kind: 'set',
    id,
    field: ['title'],
    value: `Turn ${turn}`,
  }));
  changes.push(
    { kind: 'rename', id: from, to },
    { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: to },
    tasks.has('T-EEEE') ? { kind: 'remove', id: 'T-EEEE' } : { kind: 'restore', id: 'T-EEEE' },
    { kind: 'add', id: newId(turn), fields: { title: `Turn ${turn}` } },
  );
  const done = await store.apply(changes, `Turn ${turn}`);
  if (!done.ok) process.stderr.write(`${done.error.message}\n`);
  process.stdout.write('.');
}

/** An id for a number: letters stand for its digits, so that no turn takes the id of another. */
function newId(turn: number): string {
  const digits = String(turn).padStart(6, '0');
  return `T-${digits.replaceAll(/\d/g, digit => 'ABCDEFGHJK'.charAt(Number(digit)))}`;
}
