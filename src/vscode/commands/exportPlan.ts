import { l10n, languages, Uri, window, workspace } from 'vscode';
import { findLosses } from '../../core/comparison/findLosses.ts';
import { exportCsv } from '../../core/interchange/exportCsv.ts';
import { exportJson } from '../../core/interchange/exportJson.ts';
import { exportMermaid } from '../../core/interchange/exportMermaid.ts';
import { exportMspdi } from '../../core/interchange/mspdi/exportMspdi.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { midnightOf } from '../clock.ts';
import { findPlan } from '../itemChoice.ts';
import { drawNumber } from '../loadedPlan.ts';
import { say, showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { codeColumn } from '../openItem.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

interface ExportForm {
  readonly label: string;
  /** Of the new document; undefined for what no person reads, which goes to a file. */
  readonly language: string | undefined;
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
    { label: l10n.t('Microsoft Project XML'), language: undefined, write: exportMspdi },
  ];
  const choices = forms.map(form => ({ label: form.label, value: form }));
  const form = await valueOf(
    askChoice({ prompt: l10n.t('In which form?'), choices }, alone(title)),
  );
  if (!form) return;
  const views = (await plan.load()).views();
  const content = form.write(views.snapshot.plan, views.schedule());
  if (form.language === undefined) {
    if (!(await saveXml(plan, content, { title, label: form.label }))) return;
    const written = { plan: views.snapshot.plan, schedule: views.schedule() };
    const today = midnightOf(views.now);
    findLosses(content, written, { today, random: drawNumber }).forEach(showProblem);
    return;
  }
  const language = await knownLanguage(form.language);
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { viewColumn: codeColumn(document.uri) });
}

/** The editor may have no such language; then the text is plain. */
async function knownLanguage(language: string): Promise<string> {
  return (await languages.getLanguages()).includes(language) ? language : 'plaintext';
}

async function saveXml(
  plan: OpenPlan,
  content: string,
  { title, label }: { readonly title: string; readonly label: string },
): Promise<boolean> {
  const { uri, name } = plan.folder;
  const file = await window.showSaveDialog({
    title,
    defaultUri: Uri.joinPath(uri, `${name}.xml`),
    filters: { [label]: ['xml'] },
  });
  if (!file) return false;
  await workspace.fs.writeFile(file, new TextEncoder().encode(content));
  say(l10n.t('Wrote {0}', workspace.asRelativePath(file)));
  return true;
}
