import type { Uri } from 'vscode';
import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { DisposableStore } from '../core/base/disposable.ts';
import { revisedJournal, type ChangeJournal } from '../core/store/changeJournal.ts';
import { FileRefusal } from '../core/store/fileRefusal.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { inertText } from '../core/views/inertText.ts';
import { findLeastEdit } from './leastEdit.ts';
import { isSame, pathIn, uriOf } from './workspaceFiles.ts';

/** So long after the last keystroke the plan is read again: short of a noticeable wait. */
const typingPauseMs = 120;

const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/**
 * The plan folder as the person at the editor sees it. Unsaved text counts as the file's text, so
 * the chart moves while a date is typed. A write to an open file goes through the editor, whose own
 * undo takes it back, and is saved unless the file held unsaved text before.
 *
 * @param onUnsaved is told the path of a file that was changed in the editor and could not be saved
 */
export function createDocumentFiles(
  files: ProjectFiles,
  root: Uri,
  onUnsaved = tellUnsaved,
): ProjectFiles {
  const find = (path: string): TextDocument | undefined => findDocument(uriOf(root, path));
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    // Asked first, because a document is looked for once for each of thousands of files.
    const isAnyDirty = workspace.textDocuments.some(({ isDirty }) => isDirty);
    const document = isAnyDirty ? find(path) : undefined;
    if (!document?.isDirty) return files.read(path);
    return encode(document.getText(), hasMark(await files.read(path)));
  };
  return {
    list: async () => {
      const entries = await files.list();
      const dirty = unsavedPaths(root);
      // What the disk says of a file is not what it holds here.
      return entries?.map(entry => (dirty.has(entry.path) ? { ...entry, mark: undefined } : entry));
    },
    read,
    write: async (path, bytes, expected) => {
      const document = find(path);
      if (!document || !(await agrees(document, path, files))) {
        return files.write(path, bytes, expected);
      }
      if (!isSame(await read(path), expected)) return false;
      const done = await writeDocument(document, decode(bytes));
      if (done === 'unsaved') onUnsaved(path);
      return done !== 'refused';
    },
    move: async (from, to) => {
      const document = find(from);
      // Unsaved text that stayed behind would bring the file back at its old place.
      if (document?.isDirty && !(await document.save())) {
        const reason = 'the editor did not save the text it holds; save it and try again';
        throw new FileRefusal('file-changed', reason);
      }
      return files.move(from, to);
    },
    watch: listener => watchDocuments(files, root, listener),
    journal: files.journal && documentJournal(files.journal, find),
  };
}

/**
 * Unsaved text is the editor's to keep, also through a crash: what the disk holds of such a file is
 * not touched and so not noted. One that is about to move is saved first.
 */
function documentJournal(
  journal: ChangeJournal,
  find: (path: string) => TextDocument | undefined,
): ChangeJournal {
  return revisedJournal(journal, async change => {
    for (const { path, twin } of change.files) {
      const document = twin === undefined ? undefined : find(path);
      if (document?.isDirty) await document.save();
    }
    const onDisk = change.files.filter(({ path }) => find(path)?.isDirty !== true);
    return { ...change, files: onDisk };
  });
}

/** The files of a plan folder with text in the editor that is not saved yet. */
export function unsavedPaths(root: Uri): ReadonlySet<string> {
  const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
  return new Set(dirty.flatMap(({ uri }) => pathIn(root, uri) ?? []));
}

function findDocument(uri: Uri): TextDocument | undefined {
  const text = uri.toString();
  return workspace.textDocuments.find(({ isClosed, uri: other }) => {
    return !isClosed && other.toString() === text;
  });
}

/** False where the editor's text is not that of the file: read before a change, or in another encoding. */
async function agrees(document: TextDocument, path: string, files: ProjectFiles): Promise<boolean> {
  if (!document.encoding.startsWith('utf8')) return false;
  if (document.isDirty) return true;
  const bytes = await files.read(path);
  return bytes !== undefined && decode(bytes) === document.getText();
}

/** What we could not save, by the version of the text: nobody has typed in it since. */
const owed = new WeakMap<TextDocument, number>();

async function writeDocument(
  document: TextDocument,
  text: string,
): Promise<'done' | 'unsaved' | 'refused'> {
  const { version } = document;
  const isTyped = document.isDirty && owed.get(document) !== version;
  const before = document.getText();
  const { from, to, text: inserted } = findLeastEdit(before, text);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(from), document.positionAt(to));
  edit.replace(document.uri, range, inserted);
  if (document.version !== version || !(await workspace.applyEdit(edit))) {
    return 'refused';
  }
  if (isTyped || (await isSaved(document))) return 'done';
  owed.set(document, document.version);
  return 'unsaved';
}

/** The editor shows itself why a file cannot be saved. */
async function isSaved(document: TextDocument): Promise<boolean> {
  try {
    return await document.save();
  } catch {
    return false;
  }
}

function watchDocuments(
  files: ProjectFiles,
  root: Uri,
  listener: (paths: readonly string[]) => void,
): DisposableStore {
  const owned = new DisposableStore();
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const announce = (): void => {
    const paths = [...waiting];
    waiting.clear();
    listener(paths);
  };
  const touch = ({ uri }: TextDocument): void => {
    const path = pathIn(root, uri);
    if (path === undefined) return;
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(announce, typingPauseMs);
  };
  owned.add({ dispose: () => clearTimeout(timer) });
  owned.add(files.watch(listener));
  owned.add(workspace.onDidChangeTextDocument(({ document }) => touch(document)));
  owned.add(workspace.onDidSaveTextDocument(touch));
  owned.add(workspace.onDidCloseTextDocument(touch));
  return owned;
}

function hasMark(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && byteOrderMark.every((byte, i) => bytes[i] === byte);
}

function encode(text: string, withMark: boolean): Uint8Array {
  return new TextEncoder().encode(withMark ? `\uFEFF${text}` : text);
}

/** Without the byte order mark, which the editor keeps to itself. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Told to a person, since the change was done all the same. */
function tellUnsaved(path: string): void {
  const message = l10n.t(
    '{0} holds the change in the editor, but could not be saved, so that the disk has the old text; see that it can be written, then save it (“File: Save”)',
    path,
  );
  void window.showErrorMessage(inertText(message));
}
