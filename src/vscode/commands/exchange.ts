import { l10n, languages, window, workspace, type Uri } from 'vscode';
import { exportCsv } from '../../core/interchange/exportCsv.ts';
import { exportJson } from '../../core/interchange/exportJson.ts';
import { exportMermaid } from '../../core/interchange/exportMermaid.ts';
import { importMspdi } from '../../core/interchange/mspdi/importMspdi.ts';
import { planImport, type ImportOutcome } from '../../core/interchange/planImport.ts';
import type { Result } from '../../core/base/result.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { findPlan } from '../itemChoice.ts';
import { drawNumber } from '../loadedPlan.ts';
import { say, showProblem, tell } from '../notices.ts';
import { codeColumn } from '../openItem.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { findFolder, makePlan } from './planFolder.ts';

interface ExportForm {
  readonly label: string;
  readonly language: string;
  readonly write: (plan: Plan, schedule: Schedule) => string;
}

/** Writes the plan into a new document, for the person to look at and to save where they want. */
export async function exportPlan(bench: Workbench): Promise<void> {
  const title = l10n.t('Export Plan');
  const plan = await findPlan(bench, title);
  if (!plan) return;
  const forms: readonly ExportForm[] = [
    { label: l10n.t('Mermaid Gantt chart'), language: 'mermaid', write: exportMermaid },
    { label: l10n.t('CSV table'), language: 'csv', write: exportCsv },
    { label: 'JSON', language: 'json', write: exportJson },
  ];
  const choices = forms.map(form => ({ label: form.label, value: form }));
  const form = await valueOf(
    askChoice({ prompt: l10n.t('In which form?'), choices }, alone(title)),
  );
  if (!form) return;
  const views = (await plan.load()).views();
  const content = form.write(views.snapshot.plan, views.schedule());
  const language = await knownLanguage(form.language);
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { viewColumn: codeColumn(document.uri) });
}

/** The editor may have no such language; then the text is plain. */
async function knownLanguage(language: string): Promise<string> {
  return (await languages.getLanguages()).includes(language) ? language : 'plaintext';
}

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
  const imported = importMspdi(await readText(file), { fileName: fileName(file) });
  if (!imported.ok) return showProblem(imported.error);
  const loaded = await plan.load();
  const takenIds = await loaded.takenIds();
  const plans = (): Result<ImportOutcome, Problem> => {
    const { plan: present } = loaded.views().snapshot;
    return planImport(imported.value, {
      plan: present,
      takenIds,
      random: drawNumber,
    });
  };
  const outcome = plans();
  if (!outcome.ok) return showProblem(outcome.error);
  for (const { message } of outcome.value.problems) bench.log.warn(message);
  if (outcome.value.changes.length === 0) return say(l10n.t('The plan has all of it already'));
  if (!(await confirm(outcome.value, title))) return;
  if (!plan.exists && !(await makePlan(bench, plan, plan.folder.name))) return;
  // The plan may have changed while the person was asked, and a new one has a file now.
  const final = plans();
  if (!final.ok) return showProblem(final.error);
  tell(await loaded.apply(final.value.changes, l10n.t('Import {0}', fileName(file))));
  bench.panels.open(plan, { view: 'gantt' });
}

async function confirm(outcome: ImportOutcome, title: string): Promise<boolean> {
  const facts = [
    l10n.t('{0} tasks are added', outcome.added.length),
    l10n.t('{0} are changed', outcome.changed.length),
    l10n.t('{0} stay as they are', outcome.unchanged.length),
  ];
  if (outcome.problems.length > 0)
    facts.push(l10n.t('{0} remarks are in the log', outcome.problems.length));
  const go = l10n.t('Import');
  const answer = await window.showInformationMessage(
    title,
    { modal: true, detail: facts.join('\n') },
    go,
  );
  return answer === go;
}

/** Microsoft Project writes UTF-8; older programs UTF-16 with a mark at the beginning. */
async function readText(file: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(file);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function fileName(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
