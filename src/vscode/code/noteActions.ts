import { CodeAction, CodeActionKind, l10n, languages, type Disposable } from 'vscode';
import { findOpenNote, mayBeNote } from '../../core/source/sourceIds.ts';
import type { PlanSet } from '../planSet.ts';
import { commentsAt } from './commentsIn.ts';
import { findSource, sourceSelector } from './sourceDocument.ts';

/** Offers to make a task of a TODO or FIXME that names none. */
export function registerNoteActions(plans: PlanSet): Disposable {
  return languages.registerCodeActionsProvider(
    sourceSelector,
    {
      provideCodeActions: (document, { start }) => {
        const { text } = document.lineAt(start.line);
        const note = mayBeNote(text) && findOpenNote(text, commentsAt(document, start.line));
        if (!note || note.text === '' || !findSource(plans, document)) return [];
        const title = l10n.t('Make a task of this {0}', note.word);
        const action = new CodeAction(title, CodeActionKind.QuickFix);
        const place = { uri: document.uri, line: start.line };
        action.command = { title, command: 'gantry.addTaskFromNote', arguments: [place] };
        return [action];
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
