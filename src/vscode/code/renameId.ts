import {
  languages,
  Position,
  Range,
  Uri,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import type { Disposable } from '../../core/base/disposable.ts';
import { findSourceIds } from '../../core/source/sourceIds.ts';
import type { FoundLine } from '../../core/source/foundLine.ts';
import type { Snapshot } from '../../core/store/snapshot.ts';
import { snapshotAfter } from '../../core/store/snapshotAfter.ts';
import { findLeastLineEdit } from '../leastEdit.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { pathIn, uriOf } from '../workspaceFiles.ts';
import { namingParts } from './commentsIn.ts';
import { idAt } from './idAt.ts';
import { readFound } from './readFound.ts';
import { sourceSelector } from './sourceDocument.ts';

/** Another id for an item, from a comment that names it: in the plan and in all comments, as one edit. */
export function registerRenameId(plans: PlanSet): Disposable {
  return languages.registerRenameProvider(sourceSelector, {
    prepareRename: (document, position) => {
      const found = idAt(plans, document, position);
      return found && { range: found.range, placeholder: found.id };
    },
    provideRenameEdits: (document, position, name) => renameAt(plans, document, position, name),
  });
}

/** The editor shows it before it is done where a person asks for that, and undoes it as a whole. */
async function renameAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
  name: string,
): Promise<WorkspaceEdit | undefined> {
  const found = idAt(plans, document, position);
  if (!found) return undefined;
  const { plan, id } = found;
  const input = { id, to: name.trim().toUpperCase() };
  const told = await plan.loaded?.plan([{ command: 'renameItem', input }]);
  if (!told) return undefined;
  // The editor shows the reason where the new name was typed.
  if (!told.ok) throw new Error(told.error.message);
  const { snapshot: before, changes } = told.value;
  const after = snapshotAfter(before, changes);
  if (!after.ok) throw new Error(after.error.message);
  const edit = new WorkspaceEdit();
  await renameInCode(edit, plans, plan, input);
  plan.loaded?.expect(editPlan(edit, plan, { before, after: after.value }));
  return edit;
}

interface NewId {
  readonly id: string;
  readonly to: string;
}

async function renameInCode(
  edit: WorkspaceEdit,
  plans: PlanSet,
  plan: OpenPlan,
  { id, to }: NewId,
): Promise<void> {
  // Code in folders without a plan may name it too.
  for (const root of plans.all.filter(each => each === plan || !each.exists)) {
    const open = new Map<string, TextDocument>();
    for (const document of workspace.textDocuments) {
      const path = pathIn(root.folder.uri, document.uri);
      if (path !== undefined) open.set(path, document);
    }
    const found = (await linesWith(root, id)).map(({ path }) => path);
    for (const path of new Set([...found, ...open.keys()])) {
      if (root.exists && path.startsWith(`${root.folderName}/`)) continue;
      // Texts that are open count as they stand in the editor, others are read by it.
      const document = open.get(path) ?? (await readDocument(Uri.joinPath(root.folder.uri, path)));
      if (!document) continue;
      for (const range of rangesOf(document, id)) edit.replace(document.uri, range, to);
    }
  }
}

/** As git finds them; where it cannot, as they are read. */
async function linesWith(plan: OpenPlan, id: string): Promise<readonly FoundLine[]> {
  const told = await plan.loaded?.searchCode(id);
  if (told) return told;
  const never = new AbortController().signal;
  return readFound(plan, { paths: undefined, signal: never }, (path, text) =>
    text.includes(id) ? [{ path, line: 1, text: '' }] : [],
  );
}

async function readDocument(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    // It went away meanwhile, or is no text.
    return undefined;
  }
}

function rangesOf(document: TextDocument, id: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (!text.includes(id)) continue;
    for (const each of findSourceIds(text, namingParts(document, line))) {
      if (each.id === id) ranges.push(new Range(line, each.start, line, each.end));
    }
  }
  return ranges;
}

/**
 * The files of the plan as they are to be: the same least edits as of every command. Answers with the
 * texts of those that change, undefined for one that goes.
 */
function editPlan(
  edit: WorkspaceEdit,
  { root }: OpenPlan,
  { before, after }: { readonly before: Snapshot; readonly after: Snapshot },
): ReadonlyMap<string, string | undefined> {
  const texts = new Map<string, string | undefined>();
  for (const [path, { text }] of after.files) {
    const old = before.files.get(path)?.text;
    if (text === undefined || text === old) continue;
    texts.set(path, text);
    const uri = uriOf(root, path);
    if (old === undefined) {
      edit.createFile(uri);
      edit.insert(uri, new Position(0, 0), text);
    } else {
      const { from, to, text: put } = findLeastLineEdit(old, text);
      edit.replace(uri, new Range(...from, ...to), put);
    }
  }
  for (const path of before.files.keys()) {
    if (after.files.has(path)) continue;
    edit.deleteFile(uriOf(root, path));
    texts.set(path, undefined);
  }
  return texts;
}
