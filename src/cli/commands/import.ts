import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { importMspdi } from '../../core/interchange/mspdi/importMspdi.ts';
import { planImport, type ImportOutcome } from '../../core/interchange/planImport.ts';
import { checkChanges } from '../../core/store/checkChanges.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { echoOf } from '../echoOf.ts';
import { importText } from '../importText.ts';
import { findTakenIds } from '../knownIds.ts';
import { openOrMakePlan } from '../openOrMakePlan.ts';
import { readImportFile } from '../readImportFile.ts';

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  const [name, ...rest] = words;
  const from = values['from'];
  if (name === undefined || rest.length > 0) {
    return misused('Name one file: gantry import plan.xml --from mspdi');
  }
  if (from !== 'mspdi') {
    const given = from === undefined ? 'Say what the file is' : `${from} cannot be imported`;
    return misused(`${given}; write --from mspdi for an XML file of Microsoft Project`);
  }
  const text = readImportFile(name, ctx);
  if (!text.ok) return cannotRun(text.error);
  const imported = importMspdi(text.value, { fileName: path.basename(name) });
  if (!imported.ok) return cannotRun(imported.error);
  const isDryRun = switches.has('dry-run');
  const plan = await openOrMakePlan(ctx, { name: path.basename(name) });
  if (!plan.ok) return plan;
  const { store, folder, isNew } = plan.value;
  const { plan: present } = store.snapshot;
  const outcome = planImport(imported.value, {
    plan: present,
    echo: echoOf(present, ctx),
    isSameProject: switches.has('force'),
    takenIds: await findTakenIds(ctx, { snapshot: store.snapshot, folder }),
    random: ctx.host.random,
  });
  if (!outcome.ok) return cannotRun(outcome.error, folder);
  const { changes } = outcome.value;
  // Of a plan that is made for the import nothing is lost.
  const told = isNew ? { ...outcome.value, overwritten: [] } : outcome.value;
  const done = isDryRun
    ? checkChanges(store.snapshot, changes)
    : await store.apply(changes, `Import ${path.basename(name)}`);
  if (!done.ok) return cannotRun(done.error, folder);
  return ok({
    kind: 'import',
    data: { dryRun: isDryRun, ...outcomeData(told) },
    text: importText(told, { isDryRun, name }, ctx),
    problems: outcome.value.problems,
    folder,
  });
}

function outcomeData(outcome: ImportOutcome): object {
  const { added, changed, unchanged, missing, baselines, projectFields, overwritten } = outcome;
  return { added, changed, unchanged, missing, baselines, projectFields, overwritten };
}
