import { l10n, window, type TextDocument, type TextEditor } from 'vscode';
import { isAsCommitted } from '../../core/anchors/isAsCommitted.ts';
import { captureQuote } from '../../core/anchors/quote.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import { createProblem } from '../../core/model/problem.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent, showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { pathIn } from '../workspaceFiles.ts';

/** Links the selection of the active editor, or the whole file, to an item. */
export async function linkCode(bench: Workbench, given: unknown): Promise<void> {
  const editor = codeEditor();
  if (!editor) {
    const message = l10n.t('Open the code that belongs to the item and select some lines first');
    showProblem({ ...createProblem('command-refused', message), severity: 'warning' });
    return;
  }
  const isItem = typeof given === 'object' && given !== null && 'kind' in given;
  const target = await findTarget(bench, isItem ? given : undefined, {
    title: l10n.t('Link Code to Item'),
    prompt: l10n.t('Which item is this code about?'),
    isWanted: item => 'code' in item,
  });
  if (!target) return;
  const path = pathIn(target.plan.folder.uri, editor.document.uri);
  if (path === undefined) {
    const message = l10n.t(
      'Only code of the workspace folder {0} can be linked',
      target.plan.folder.name,
    );
    showProblem(createProblem('code-outside', message));
    return;
  }
  const commit = await commitOf(target.plan, path, editor.document);
  const input = { id: target.id, path, ...placeOf(editor), ...commit };
  await runIntent(target.plan, { command: 'linkCode', input });
}

/** The active editor, or the one that is visible while a tree or the panel has the focus. */
function codeEditor(): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  return activeTextEditor ?? visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined);
}

/** Empty for a file without a selection whose cursor stands at its beginning: then all of it is meant. */
function placeOf({ document, selection }: TextEditor): Partial<CommandInputs['linkCode']> {
  if (selection.isEmpty && selection.start.line === 0) return {};
  const line = selection.start.line + 1;
  const endsAtLineStart = selection.end.character === 0 && selection.end.line >= line;
  const endLine = endsAtLineStart ? selection.end.line : selection.end.line + 1;
  const quote = captureQuote(createSourceText(document.getText()), line, endLine);
  const given = Object.entries(quote ?? {}).filter(([, value]) => value !== undefined);
  return { line, ...(endLine > line ? { endLine } : {}), ...Object.fromEntries(given) };
}

/** The present commit, where the file is saved and as the commit has it; else its lines are others. */
async function commitOf(
  { loaded }: OpenPlan,
  path: string,
  { isDirty }: TextDocument,
): Promise<Pick<CommandInputs['linkCode'], 'commit'>> {
  const past = isDirty ? undefined : await loaded?.codePast(new AbortController().signal);
  if (!past || !(await isAsCommitted(path, past.head, past.code))) return {};
  return { commit: past.head };
}

/** Takes out one of an item's links to code. */
export async function unlinkCode(bench: Workbench, given: unknown): Promise<void> {
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
  const { path, line } = anchor;
  const input = { id: target.id, path, ...(line === undefined ? {} : { line }) };
  await runIntent(target.plan, { command: 'unlinkCode', input });
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

function anchorText({ path, line, endLine }: Anchor): string {
  if (line === undefined) return path;
  return endLine === undefined ? `${path}:${line}` : `${path}:${line}-${endLine}`;
}
