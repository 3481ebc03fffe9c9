import {
  commands,
  l10n,
  Range,
  TabInputWebview,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { Anchor } from '../core/model/anchor.ts';
import { pathOfId } from '../core/model/ids.ts';
import { createProblem, type Problem, type TextRange } from '../core/model/problem.ts';
import type { ItemElement } from './itemElement.ts';
import { showProblem } from './notices.ts';
import type { OpenPlan } from './openPlan.ts';
import { pathIn, uriOf } from './workspaceFiles.ts';

export interface OpenOptions {
  /** The focus stays where it is, and the tab gives way to the next one. */
  readonly isPreview?: boolean;
  readonly range?: TextRange | undefined;
}

/** Shows an item's file in the column of the code. False when there is no such file. */
export async function openItemFile(
  { plan, id }: ItemElement,
  options: OpenOptions = {},
): Promise<boolean> {
  const path = pathOfId(id);
  return path !== undefined && openPlanFile(plan, path, options);
}

/** Shows a file of the plan folder. */
export async function openPlanFile(
  plan: OpenPlan,
  path: string,
  options: OpenOptions = {},
): Promise<boolean> {
  const editor = await showFile(uriOf(plan.root, path), options);
  if (!editor)
    showProblem(createProblem('file-unreadable', l10n.t('{0} could not be opened', path)));
  return editor !== undefined;
}

/** Shows the code that an anchor leads to, at its line. False when it is not there. */
export async function openAnchor(plan: OpenPlan, anchor: Anchor): Promise<boolean> {
  const uri = anchorUri(plan, anchor.path);
  if (!uri) {
    const message = l10n.t('{0} leads out of the workspace folder', anchor.path);
    showProblem(createProblem('code-outside', message));
    return false;
  }
  if (anchor.path.endsWith('/')) return revealFolder(uri, anchor.path);
  const editor = await showFile(uri, { range: lineRange(anchor) });
  if (!editor) showProblem(missingCode(anchor.path));
  return editor !== undefined;
}

async function revealFolder(uri: Uri, path: string): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
  } catch {
    showProblem(missingCode(path));
    return false;
  }
  await commands.executeCommand('revealInExplorer', uri);
  return true;
}

function missingCode(path: string): Problem {
  return createProblem('code-missing', l10n.t('The linked code {0} does not exist', path));
}

/** The place in the workspace folder; undefined for a path that leads out of it. */
function anchorUri(plan: OpenPlan, path: string): Uri | undefined {
  const uri = Uri.joinPath(plan.folder.uri, path);
  const inside = pathIn(plan.folder.uri, uri);
  return inside === undefined || path.startsWith('/') || path.includes('\\') ? undefined : uri;
}

function lineRange({ line, endLine = line }: Anchor): TextRange | undefined {
  if (line === undefined || endLine === undefined) return undefined;
  const start = { line: line - 1, character: 0 };
  return { start, end: endLine === line ? start : { line: endLine - 1, character: 0 } };
}

async function showFile(
  uri: Uri,
  { isPreview = false, range }: OpenOptions,
): Promise<TextEditor | undefined> {
  try {
    const document = await workspace.openTextDocument(uri);
    const selection = range && toRange(range);
    return await window.showTextDocument(document, {
      viewColumn: codeColumn(uri),
      preserveFocus: isPreview,
      preview: isPreview,
      ...(selection ? { selection } : {}),
    });
  } catch {
    // The editor says no more than that it could not; the caller names the file.
    return undefined;
  }
}

function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Where the file is shown already, else the first column without a panel, else one beside it. */
export function codeColumn(uri: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  if (shown?.viewColumn) return shown.viewColumn;
  const { all, activeTabGroup } = window.tabGroups;
  const isPanel = ({ activeTab }: (typeof all)[number]): boolean =>
    activeTab?.input instanceof TabInputWebview;
  if (!isPanel(activeTabGroup)) return activeTabGroup.viewColumn;
  return all.find(group => !isPanel(group))?.viewColumn ?? ViewColumn.Beside;
}
