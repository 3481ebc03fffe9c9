// Does one deed after another, each to a plan of its own; says so after the first. Started, and
// killed, by killedCommands.test.ts.
import path from 'node:path';
import { deeds, doOnce } from './planOnce.ts';

const [folder = '', first = '0', count = '0'] = process.argv.slice(2);
for (let turn = 0; turn < Number(count); turn++) {
  const deed = deeds[(Number(first) + turn) % deeds.length];
  const done = deed && (await doOnce(path.join(folder, String(turn)), deed));
  if (done?.ok === false) process.stderr.write(`${done.error.message}\n`);
  if (turn === 0) process.stdout.write('.');
}
