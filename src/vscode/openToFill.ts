import { SnippetString, window } from 'vscode';
import { fieldsToFill, type FieldToFill } from '../core/language/fieldsToFill.ts';
import { kindOfId } from '../core/model/ids.ts';
import { rawFieldsOf } from '../core/store/rawFields.ts';
import { itemAt } from './itemChoice.ts';
import type { ItemElement } from './itemElement.ts';
import { openItemFile } from './openItem.ts';

/**
 * Opens the file of a new decision or note with the fields that it has not yet, the cursor on the
 * first of them; Tab goes to the next. Nothing of that is in the file before it is saved.
 */
export async function openToFill(element: ItemElement): Promise<void> {
  if (!(await openItemFile(element))) return;
  const editor = window.activeTextEditor;
  const kind = kindOfId(element.id);
  const item = itemAt(element);
  if (!editor || !kind || !item) return;
  const { snapshot } = (await element.plan.load()).views();
  const given = rawFieldsOf(snapshot, element.id);
  const type = item.kind === 'note' ? item.type : undefined;
  const fields = fieldsToFill(kind, type, key => Object.hasOwn(given, key));
  if (fields.length === 0) return;
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const isLineBegun = end.character > 0;
  const snippet = new SnippetString(isLineBegun ? '\n' : '');
  for (const field of fields) appendField(snippet, field);
  await editor.insertSnippet(snippet, end);
}

/** Text stands in a block of its own, in which every sign may be written. */
function appendField(snippet: SnippetString, { key, form }: FieldToFill): void {
  snippet.appendText(form === 'list' ? `${key}:\n  - ` : `${key}: |-\n  `);
  snippet.appendTabstop();
  snippet.appendText('\n');
}
