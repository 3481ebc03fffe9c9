// Writes files of a plan folder without an end, each as the next version of itself; says so after
// the first. Started, and killed, by killed.test.ts.
import { createNodeFiles } from '../../src/node/nodeFiles.ts';

const [workspace = '', ...names] = process.argv.slice(2);
const files = createNodeFiles(workspace, '.project');
for (let turn = 0; ; turn += 1) {
  for (const name of names) {
    const bytes = await files.read(name);
    const text = Buffer.from(bytes ?? []).toString();
    const count = Number(/^count: (\d+)$/m.exec(text)?.[1] ?? 0);
    await files.write(name, Buffer.from(text.replaceAll(String(count), String(count + 1))), bytes);
  }
  if (turn === 0) process.stdout.write('.');
}
