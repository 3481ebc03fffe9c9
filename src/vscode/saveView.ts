import { l10n, Uri, window, workspace } from 'vscode';
import { encodeUtf8 } from '../core/base/utf8.ts';
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
