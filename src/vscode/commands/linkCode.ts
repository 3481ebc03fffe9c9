import { FileType, l10n, Uri, window, workspace, type TextEditor } from 'vscode';
import { anchorText } from '../../core/anchors/anchorText.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import { createProblem } from '../../core/model/problem.ts';
import { isLinkElement } from '../code/linkElements.ts';
import { placeOf, presentCommit, symbolAt, type LinkedLines } from '../code/linkPlace.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent, showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf, type Choice } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { pathIn } from '../workspaceFiles.ts';

/** Links the selection of the active editor, the declaration around the cursor, or the whole file to an item. */
export async function linkCode(bench: Workbench, given: unknown): Promise<void> {
  const editor = codeEditor();
  if (!editor) {
    const message = l10n.t('Open the code that belongs to the item and select some lines first');
    showProblem({ ...createProblem('command-refused', message), severity: 'warning' });
    return;
  }
  const isItem = typeof given === 'object' && given !== null && 'kind' in given;
  const target = await findLinkable(bench, isItem ? given : undefined);
  if (!target) return;
  const { document } = editor;
  const path = pathInFolder(target.plan, document.uri);
  const lines = path === undefined ? undefined : await linesOf(editor);
  if (path === undefined || lines === undefined) return;
  const shown = lines === 'file' ? undefined : lines;
  const place = await placeOf(target.plan, path, document, shown);
  await runIntent(target.plan, { command: 'linkCode', input: { id: target.id, ...place } });
}

/** Links files and folders as a whole, as the explorer hands them over. */
export async function linkFile(bench: Workbench, given: unknown, all: unknown): Promise<void> {
  const chosen: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [given];
  const uris = chosen.filter(each => each instanceof Uri);
  if (uris.length === 0) return linkCode(bench, undefined);
  const target = await findLinkable(bench, undefined);
  if (!target) return;
  for (const uri of uris) {
    const path = pathInFolder(target.plan, uri);
    if (path === undefined) return;
    const isFolder = ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
    const linked = isFolder ? `${path}/` : path;
    const commit = await presentCommit(target.plan, linked);
    const input = { id: target.id, path: linked, ...commit };
    if (!(await runIntent(target.plan, { command: 'linkCode', input }))) return;
  }
}

function findLinkable(bench: Workbench, given: unknown): Promise<ItemElement | undefined> {
  return findTarget(bench, given, {
    title: l10n.t('Link Code to Item'),
    prompt: l10n.t('Which item is this code about?'),
    isWanted: item => 'code' in item,
  });
}

/** Undefined, with the reason told, for what lies elsewhere. */
function pathInFolder({ folder }: OpenPlan, uri: Uri): string | undefined {
  const path = pathIn(folder.uri, uri);
  if (path === undefined) {
    const message = l10n.t('Only code of the workspace folder {0} can be linked', folder.name);
    showProblem(createProblem('code-outside', message));
  }
  return path;
}

/** The active editor, or the one that is visible while a tree or the panel has the focus. */
function codeEditor(): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  return activeTextEditor ?? visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined);
}

/** The selected lines; without a selection a person says what is meant. Undefined when given up. */
async function linesOf({
  document,
  selection,
}: TextEditor): Promise<LinkedLines | 'file' | undefined> {
  const line = selection.start.line + 1;
  if (!selection.isEmpty) {
    const endsAtLineStart = selection.end.character === 0 && selection.end.line >= line;
    return { line, endLine: endsAtLineStart ? selection.end.line : selection.end.line + 1 };
  }
  const symbol = await symbolAt(document, selection.active);
  const name = symbol && (symbol.symbol ?? document.lineAt(symbol.line - 1).text.trim());
  const choices: Choice<LinkedLines | 'file'>[] = [
    ...(symbol && name !== undefined
      ? [{ label: name, description: linesText(symbol), value: symbol }]
      : []),
    {
      label: l10n.t('This line'),
      description: document.lineAt(line - 1).text.trim(),
      value: { line, endLine: line },
    },
    { label: l10n.t('The whole file'), description: '', value: 'file' },
  ];
  const prompt = l10n.t('What of the code?');
  return valueOf(askChoice({ prompt, choices }, alone(l10n.t('Link Code to Item'))));
}

function linesText({ line, endLine }: LinkedLines): string {
  return endLine > line ? l10n.t('lines {0} to {1}', line, endLine) : l10n.t('line {0}', line);
}

/** Takes out one of an item's links to code. */
export async function unlinkCode(bench: Workbench, given: unknown): Promise<void> {
  if (isLinkElement(given)) return unlink(given.plan, given.link.id, given.link.anchor);
  const title = l10n.t('Remove Code Link');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Of which item?'),
    isWanted: item => 'code' in item && item.code.length > 0,
  });
  const item = target && itemAt(target);
  if (!target || !item || !('code' in item)) return;
  const anchor = await pickAnchor(item.code, title);
  if (!anchor) return;
  await unlink(target.plan, target.id, anchor);
}

async function unlink(plan: OpenPlan, id: string, { path, line }: Anchor): Promise<void> {
  const input = { id, path, ...(line === undefined ? {} : { line }) };
  await runIntent(plan, { command: 'unlinkCode', input });
}

/** The only anchor, or the one that a person picks. */
export async function pickAnchor(
  anchors: readonly Anchor[],
  title: string,
): Promise<Anchor | undefined> {
  const [only, ...others] = anchors;
  if (others.length === 0 && only) return only;
  const choices = anchors.map(anchor => ({
    label: anchorText(anchor),
    description: anchor.quote?.split('\n')[0]?.trim() ?? '',
    value: anchor,
  }));
  const prompt = choices.length > 0 ? l10n.t('Which code?') : l10n.t('No code is linked to it');
  return valueOf(askChoice({ prompt, choices }, alone(title)));
}
