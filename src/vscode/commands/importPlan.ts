import { l10n, window, workspace, type Uri } from 'vscode';
import { decodeMspdi } from '../../core/interchange/mspdi/decodeMspdi.ts';
import { echoMspdi } from '../../core/interchange/mspdi/echoMspdi.ts';
import { importMspdi } from '../../core/interchange/mspdi/importMspdi.ts';
import { tellOverwritten } from '../../core/interchange/overwrittenValues.ts';
import { planImport, type ImportOutcome } from '../../core/interchange/planImport.ts';
import type { Result } from '../../core/base/result.ts';
import { projectId } from '../../core/model/change.ts';
import type { Problem } from '../../core/model/problem.ts';
import { drawNumber } from '../loadedPlan.ts';
import { say, showProblem, tell } from '../notices.ts';
import type { Workbench } from '../workbench.ts';
import { findFolder, makePlan } from './planFolder.ts';

/** Reads a file of Microsoft Project, says what it would do, and does it when that is wanted. */
export async function importPlan(bench: Workbench): Promise<void> {
  const title = l10n.t('Import Microsoft Project File');
  const plan = await findFolder(bench, title);
  if (!plan) return;
  const [file] =
    (await window.showOpenDialog({
      title,
      defaultUri: plan.folder.uri,
      filters: { [l10n.t('Microsoft Project XML')]: ['xml'] },
    })) ?? [];
  if (!file) return;
  const text = decodeMspdi(await workspace.fs.readFile(file), fileName(file));
  if (!text.ok) return showProblem(text.error);
  const imported = importMspdi(text.value, { fileName: fileName(file) });
  if (!imported.ok) return showProblem(imported.error);
  const loaded = await plan.load();
  const takenIds = await loaded.takenIds();
  const plans = (): Result<ImportOutcome, Problem> => {
    const views = loaded.views();
    const { plan: present } = views.snapshot;
    const echo = echoMspdi(present, views.schedule());
    return planImport(imported.value, { plan: present, takenIds, random: drawNumber, echo });
  };
  const outcome = plans();
  if (!outcome.ok) return showProblem(outcome.error);
  for (const { message } of outcome.value.problems) bench.log.warn(message);
  if (outcome.value.changes.length === 0) return say(l10n.t('The plan has all of it already'));
  const overwritten = plan.exists ? outcome.value.overwritten : [];
  for (const value of overwritten) bench.log.info(`${nameOf(value.id)} ${tellOverwritten(value)}`);
  if (!(await confirm({ ...outcome.value, overwritten }, title))) return;
  if (!plan.exists && !(await makePlan(bench, plan, plan.folder.name))) return;
  // The plan may have changed while the person was asked, and a new one has a file now.
  const final = plans();
  if (!final.ok) return showProblem(final.error);
  tell(await loaded.apply(final.value.changes, l10n.t('Import {0}', fileName(file))));
  bench.panels.open(plan, { view: 'gantt' });
}

/** How many overwritten values are asked about one by one. */
const mostOverwritten = 12;

function nameOf(id: string): string {
  return id === projectId ? 'project.yaml' : id;
}

async function confirm(outcome: ImportOutcome, title: string): Promise<boolean> {
  const facts = [
    l10n.t('{0} tasks are added', outcome.added.length),
    l10n.t('{0} are changed', outcome.changed.length),
    l10n.t('{0} stay as they are', outcome.unchanged.length),
  ];
  if (outcome.problems.length > 0)
    facts.push(l10n.t('{0} remarks are in the log', outcome.problems.length));
  const { overwritten } = outcome;
  if (overwritten.length > 0) {
    const shown = overwritten.slice(0, mostOverwritten);
    const rest = overwritten.length - shown.length;
    facts.push(
      '',
      l10n.t('Values of the plan that are overwritten:'),
      ...shown.map(value => `${nameOf(value.id)} ${tellOverwritten(value)}`),
      ...(rest > 0 ? [l10n.t('and {0} more, all of them in the log', rest)] : []),
    );
  }
  const go = l10n.t('Import');
  const answer = await window.showInformationMessage(
    title,
    { modal: true, detail: facts.join('\n') },
    go,
  );
  return answer === go;
}

function fileName(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
