// Freezes one report after another in a plan folder, without an end. Says so after each. Started, and
// killed, by killed.test.ts.
import { createNodeFiles } from '../../src/node/nodeFiles.ts';

const [workspace = '', first = '0'] = process.argv.slice(2);
const files = createNodeFiles(workspace, '.project');
for (let count = Number(first); ; count++) {
  const text = `# Report ${count}\n${`- ${count}\n`.repeat(2000)}end: ${count}\n`;
  await files.write(`reports/${count}.md`, Buffer.from(text), undefined);
  process.stdout.write('.');
}
