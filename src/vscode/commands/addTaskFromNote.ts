import { l10n, Position, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { captureQuote } from '../../core/anchors/quote.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import type { PlainValue } from '../../core/model/change.ts';
import { createProblem } from '../../core/model/problem.ts';
import { findOpenNote, type OpenNote } from '../../core/source/sourceIds.ts';
import { commentsAt } from '../code/commentsIn.ts';
import { findSource, type SourceDocument } from '../code/sourceDocument.ts';
import { runIntent, showProblem } from '../notices.ts';
import type { Workbench } from '../workbench.ts';

/** Makes a task of a TODO or FIXME, links it to the line, and writes its id there. */
export async function addTaskFromNote({ plans }: Workbench, given: unknown): Promise<void> {
  const { document, line } = await placeOf(given);
  const source = document && findSource(plans, document);
  const note = document && findOpenNote(document.lineAt(line).text, commentsAt(document, line));
  if (!document || !source || !note || note.text === '') {
    const message = l10n.t('Put the cursor on a TODO or FIXME that says what there is to do');
    return showProblem({ ...createProblem('command-refused', message), severity: 'warning' });
  }
  const known = knownTask(source, note);
  const id = known ?? (await addTask(source, document, { line, note }));
  if (id === undefined) return;
  const edit = new WorkspaceEdit();
  // Whoever is named in brackets behind the word stays there.
  if (note.bracket === undefined) {
    edit.insert(document.uri, new Position(line, note.end), `(${id})`);
  } else {
    edit.insert(document.uri, new Position(line, note.bracket + 1), `${id}, `);
  }
  // What nobody was editing is saved, so that no tab with an unsaved change is left behind.
  const isBeingEdited =
    document.isDirty || window.visibleTextEditors.some(editor => editor.document === document);
  await workspace.applyEdit(edit);
  if (!isBeingEdited) await document.save();
}

/** What the code action hands over, or the line of the cursor. */
async function placeOf(
  given: unknown,
): Promise<{ readonly document: TextDocument | undefined; readonly line: number }> {
  if (typeof given === 'object' && given !== null && 'uri' in given && 'line' in given) {
    const { uri, line } = given;
    if (uri instanceof Uri && typeof line === 'number') {
      return { document: await workspace.openTextDocument(uri), line };
    }
  }
  const editor = window.activeTextEditor;
  return { document: editor?.document, line: editor?.selection.active.line ?? 0 };
}

/** The same note was made a task already, from another place. */
function knownTask({ plan }: SourceDocument, note: OpenNote): string | undefined {
  const tasks = plan.loaded?.views().snapshot.plan.tasks.values() ?? [];
  return [...tasks].find(({ title, tags }) => title === note.text && tags.includes(tagOf(note)))
    ?.id;
}

function tagOf({ word }: OpenNote): string {
  return word.toLowerCase();
}

async function addTask(
  { plan, path }: SourceDocument,
  document: TextDocument,
  { line, note }: { readonly line: number; readonly note: OpenNote },
): Promise<string | undefined> {
  const quote = captureQuote(createSourceText(document.getText()), line + 1, line + 1);
  const given = Object.entries(quote ?? {}).flatMap(([key, value]): [string, PlainValue][] =>
    typeof value === 'string' ? [[key, value]] : [],
  );
  const author = document.isDirty ? undefined : await plan.loaded?.lineAuthor(path, line + 1);
  const day = author && new Date(author.at * 1000).toISOString().slice(0, 10);
  const description = author && l10n.t('Noted by {0} on {1} in {2}', author.name, day ?? '', path);
  const fields: Readonly<Record<string, PlainValue>> = {
    ...(description === undefined ? {} : { description }),
    tags: [tagOf(note)],
    code: [{ path, line: line + 1, ...Object.fromEntries(given) }],
  };
  const input = { kind: 'task' as const, title: note.text, fields };
  return (await runIntent(plan, { command: 'addItem', input }))?.id;
}
