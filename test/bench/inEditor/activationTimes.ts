// Runs in the extension host: reads from the editor's own report how long it took to load the
// extension's code and to activate it, and writes the numbers to the file that GANTRY_BENCH names.
import { writeFileSync } from 'node:fs';
import { commands, extensions, workspace } from 'vscode';
import { test } from '../../editor/support/editorTest.ts';
import { waitFor } from '../../editor/support/workspace.ts';

const extensionId = 'gantry.gantry';

test('the editor reports the times of activation', async () => {
  await waitFor('Activation', () => extensions.getExtension(extensionId)?.isActive);
  const row = await waitFor('The report', readReport, 20_000);
  writeFileSync(process.env['GANTRY_BENCH'] ?? '', JSON.stringify(row));
});

/** Load code, call of `activate` and its end, in milliseconds; undefined while there is no report. */
async function readReport(): Promise<readonly number[] | undefined> {
  await commands.executeCommand('perfview.show');
  const report = workspace.textDocuments.find(document => document.uri.scheme === 'perf');
  const line = report
    ?.getText()
    .split('\n')
    .find(text => text.includes(extensionId) && text.startsWith('|'));
  if (line === undefined) return undefined;
  const cells = line.split('|').map(cell => cell.trim());
  const times = cells.slice(3, 6).map(Number);
  return times.every(Number.isFinite) ? times : undefined;
}
