import { l10n, Uri, window, workspace } from 'vscode';
import { encodeUtf8 } from '../core/base/utf8.ts';
import type { PeopleView } from '../core/views/peopleView.ts';
import type { SaveWish } from '../protocol/messages.ts';
import { say } from './notices.ts';
import type { OpenPlan } from './openPlan.ts';

/** Asks where a text goes, and writes it there. Undefined where the person thought better of it. */
export async function saveText(
  plan: OpenPlan,
  text: string,
  {
    title,
    name,
    ending,
  }: { readonly title: string; readonly name: string; readonly ending: string },
): Promise<Uri | undefined> {
  const { uri } = plan.folder;
  const file = await window.showSaveDialog({
    title,
    defaultUri: Uri.joinPath(uri, `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!file) return undefined;
  await workspace.fs.writeFile(file, encodeUtf8(text));
  say(l10n.t('Wrote {0}', workspace.asRelativePath(file)));
  return file;
}

/** Saves what a view of the panel shows, made anew from the plan. */
export async function saveView(
  plan: OpenPlan,
  wish: Exclude<SaveWish, { view: 'compare' }>,
  people: () => Promise<PeopleView>,
): Promise<void> {
  const { form } = wish;
  if (wish.view === 'people') {
    const { loadCsv, loadSvg } = await import('../core/views/exportLoad.ts');
    const text =
      form === 'csv' ? loadCsv(await people(), wish.by) : loadSvg(await people(), wish.by);
    const name = `${plan.folder.name}-load`;
    await saveText(plan, text, { title: l10n.t('Save the Load'), name, ending: form });
    return;
  }
  if (wish.view === 'report') {
    const { reportText } = await import('./reportAnswers.ts');
    const text = await reportText(await plan.load(), wish.audience, wish.form);
    const name = `${plan.folder.name}-${wish.audience}`;
    await saveText(plan, text, { title: l10n.t('Save the Report'), name, ending: form });
    return;
  }
  if (wish.view === 'progress') {
    const { readProgressPage } = await import('./progressAnswers.ts');
    const { progressCsv, progressSvg } = await import('../core/views/progressPicture.ts');
    const progress = await readProgressPage(await plan.load());
    const text = form === 'csv' ? progressCsv(progress) : progressSvg(progress);
    const name = `${plan.folder.name}-progress`;
    await saveText(plan, text, { title: l10n.t('Save the Progress'), name, ending: form });
    return;
  }
  const { readMoneyPage } = await import('./moneyAnswers.ts');
  const { moneyCsv, moneySvg } = await import('../core/views/moneyCurve.ts');
  const money = await readMoneyPage(await plan.load());
  const text = form === 'csv' ? moneyCsv(money) : moneySvg(money, wish.shape);
  const name = `${plan.folder.name}-money`;
  await saveText(plan, text, { title: l10n.t('Save the Money'), name, ending: form });
}
