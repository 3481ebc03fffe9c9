import { env, l10n, Uri, window, workspace } from 'vscode';
import { createProblem } from '../../core/model/problem.ts';
import type { PictureForm, PictureWish } from '../../protocol/messages.ts';
import { isPng, isPrint } from '../../protocol/picture.ts';
import { findPlan } from '../itemChoice.ts';
import { say, showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Saves the Gantt chart as it is shown; for print, in pages on white, and opens the browser that prints it. */
export async function exportChart(
  bench: Workbench,
  given: OpenPlan | undefined,
  form: PictureForm,
): Promise<void> {
  const title = titleOf(form);
  const plan = given ?? (await findPlan(bench, title));
  const extent = plan && (await askExtent(title));
  if (!plan || !extent) return;
  const bytes = await bench.panels.askPicture(plan, { form, extent });
  if (bytes === undefined) return;
  if (bytes === null) {
    showProblem(createProblem('command-refused', refusalOf(form)));
    return;
  }
  const isAsAsked = isPng(bytes) === (form === 'png') && isPrint(bytes) === (form === 'print');
  if (!isAsAsked) throw new Error('the chart sent another kind of picture');
  const file = await save(plan, bytes, { title, form });
  if (file && form === 'print') await env.openExternal(file);
}

function titleOf(form: PictureForm): string {
  switch (form) {
    case 'svg':
      return l10n.t('Export Chart as SVG');
    case 'png':
      return l10n.t('Export Chart as PNG');
    case 'print':
      return l10n.t('Print Chart');
  }
}

async function askExtent(title: string): Promise<PictureWish['extent'] | undefined> {
  const choices = [
    {
      label: l10n.t('The whole plan'),
      description: l10n.t('all rows that are not folded or filtered away, from start to finish'),
      value: 'whole',
    },
    { label: l10n.t('What is in sight'), value: 'shown' },
  ] as const;
  const prompt = l10n.t('How much of the chart?');
  return valueOf(askChoice<PictureWish['extent']>({ prompt, choices }, alone(title)));
}

function refusalOf(form: PictureForm): string {
  return form === 'png'
    ? 'The chart is empty, or too large for a PNG; export what is in sight, or the whole as SVG'
    : 'The chart is empty, or too large for one picture; export what is in sight, or fold some of it';
}

async function save(
  plan: OpenPlan,
  bytes: Uint8Array,
  { title, form }: { readonly title: string; readonly form: PictureForm },
): Promise<Uri | undefined> {
  const { uri, name } = plan.folder;
  const ending = form === 'print' ? 'html' : form;
  const file = await window.showSaveDialog({
    title,
    defaultUri: Uri.joinPath(uri, `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!file) return undefined;
  await workspace.fs.writeFile(file, bytes);
  say(l10n.t('Wrote {0}', workspace.asRelativePath(file)));
  return file;
}
