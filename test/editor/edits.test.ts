import assert from 'node:assert/strict';
import path from 'node:path';
import {
  commands,
  EventEmitter,
  FileSystemError,
  FileType,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type FileChangeEvent,
  type FileSystemProvider,
  type TextDocument,
} from 'vscode';
import { createDocumentFiles } from '../../src/vscode/documentFiles.ts';
import type { LoadedPlan } from '../../src/vscode/loadedPlan.ts';
import { createWorkspaceFiles } from '../../src/vscode/workspaceFiles.ts';
import { inOrder } from './support/inOrder.ts';
import { withPlan } from './support/ownPlans.ts';
import { git, readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

const file = '.project/tasks/T-2MPT.yaml';

/**
 * The document with the text of the disk, shown: the editor may still hold one from before. It is
 * read anew even where the texts agree, as what the editor knows of the file's time and size may be
 * of a moment before, and it would refuse to save over a file that it takes for a newer one.
 */
async function openDocument(): Promise<TextDocument> {
  const uri = Uri.file(path.join(workspaceFolder(), file));
  const document = await workspace.openTextDocument(uri);
  await waitFor('The text of the disk', () => document.getText() === readText(file));
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
  assert.equal(document.getText(), readText(file));
  return document;
}

function deadlineOf(loaded: LoadedPlan): number | undefined {
  return loaded.views().snapshot.plan.tasks.get('T-2MPT')?.deadline?.at;
}

async function setDeadline(loaded: LoadedPlan, date: string): Promise<void> {
  const done = await loaded.run({
    command: 'setFields',
    input: { id: 'T-2MPT', fields: { deadline: date } },
  });
  assert.ok(done.ok, done.ok ? '' : done.error.message);
}

inOrder('an edit changes one line of a file that is closed', () =>
  withPlan(async ({ loaded }) => {
    await setDeadline(loaded, '2026-03-30');
    assert.equal(git('diff', '--numstat').trim(), `1\t1\t${file}`);
    assert.match(readText(file), /^deadline: 2026-03-30$/m);
    const undone = await loaded.undo();
    assert.ok(undone.ok);
    assert.equal(git('status', '--porcelain'), '');
  }),
);

inOrder(
  'an edit of an open file goes through the editor, is saved, and its undo takes it back',
  () =>
    withPlan(async ({ loaded }) => {
      const before = readText(file);
      const document = await openDocument();
      await setDeadline(loaded, '2026-03-31');
      assert.match(document.getText(), /^deadline: 2026-03-31$/m);
      assert.equal(document.isDirty, false);
      assert.equal(git('diff', '--numstat').trim(), `1\t1\t${file}`);
      const edited = deadlineOf(loaded);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await waitFor('The plan following the undo', () => deadlineOf(loaded) !== edited);
    }),
);

inOrder('text that is not saved yet counts, and an edit keeps it unsaved', () =>
  withPlan(async ({ loaded }) => {
    const document = await openDocument();
    const before = deadlineOf(loaded);
    const edit = new WorkspaceEdit();
    const at = document.getText().indexOf('2026-03-27');
    const start = document.positionAt(at + 8);
    edit.replace(document.uri, new Range(start, start.translate(0, 2)), '20');
    await workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
    await waitFor('The plan following the typing', () => deadlineOf(loaded) !== before);
    const done = await loaded.run({
      command: 'setFields',
      input: { id: 'T-2MPT', fields: { estimate: '6d' } },
    });
    assert.ok(done.ok);
    assert.equal(document.isDirty, true);
    assert.match(document.getText(), /^estimate: 6d$/m);
    assert.match(document.getText(), /^deadline: 2026-03-20$/m);
    assert.equal(git('status', '--porcelain'), '');
  }),
);

inOrder('an edit right behind a keystroke in the same file is planned on what was typed', () =>
  withPlan(async ({ loaded }) => {
    const document = await openDocument();
    const edit = new WorkspaceEdit();
    const start = document.positionAt(document.getText().indexOf('2026-03-27') + 8);
    edit.replace(document.uri, new Range(start, start.translate(0, 2)), '19');
    await workspace.applyEdit(edit);
    await setDeadline(loaded, '2026-04-01');
    assert.match(document.getText(), /^deadline: 2026-04-01$/m);
    assert.equal(document.isDirty, true);
    const undone = await loaded.undo();
    assert.ok(undone.ok);
    assert.match(document.getText(), /^deadline: 2026-03-19$/m);
  }),
);

inOrder('an edit from outside is followed', () =>
  withPlan(async ({ loaded }) => {
    const before = deadlineOf(loaded);
    writeText(file, readText(file).replace('2026-03-27', '2026-03-24'));
    await waitFor('The plan following the disk', () => deadlineOf(loaded) !== before);
  }),
);

inOrder('a file with a syntax error is not written, and the plan stays as it was', () =>
  withPlan(async ({ loaded }) => {
    const before = deadlineOf(loaded);
    writeText(file, 'title: [\n');
    await waitFor('The plan noticing the error', () => {
      return loaded.views().snapshot.problems.some(({ code }) => code === 'file-kept');
    });
    const done = await loaded.run({
      command: 'setFields',
      input: { id: 'T-2MPT', fields: { title: 'New' } },
    });
    assert.equal(done.ok, false);
    assert.equal(readText(file), 'title: [\n');
    assert.equal(loaded.views().snapshot.plan.tasks.size, 7);
    assert.equal(deadlineOf(loaded), before);
  }),
);

inOrder('a caret position survives an edit elsewhere in the file', () =>
  withPlan(async ({ loaded }) => {
    const editor = await window.showTextDocument(await openDocument());
    const caret = new Position(0, 3);
    editor.selections = [new Selection(caret, caret)];
    await setDeadline(loaded, '2026-04-01');
    assert.ok(editor.selection.active.isEqual(caret));
  }),
);

inOrder(
  'what is asked for at the same moment is done one after the other, each as it was meant',
  () =>
    withPlan(async ({ loaded }) => {
      const links = ['src/a.ts', 'src/b.ts', 'src/c.ts'];
      const set = { id: 'T-2MPT', fields: { code: links } };
      assert.ok((await loaded.run({ command: 'setFields', input: set })).ok);
      const without = (link: string): ReturnType<LoadedPlan['run']> =>
        loaded.run({ command: 'unlinkCode', input: { id: 'T-2MPT', path: link } });
      await Promise.all([without('src/a.ts'), without('src/b.ts')]);
      const task = loaded.views().snapshot.plan.tasks.get('T-2MPT');
      assert.deepEqual(
        task?.code.map(anchor => anchor.path),
        ['src/c.ts'],
      );
      for (let left = 3; left > 0; left--) await loaded.undo();
      assert.equal(git('status', '--porcelain'), '');
    }),
);

inOrder(
  'an edit of three files is undone and done again as one, open, typed in and saved between',
  () =>
    withPlan(async ({ loaded }) => {
      const ids = ['T-2MPT', 'T-7KQ3', 'T-9F2A'];
      const pathOf = (id: string): string => `.project/tasks/${id}.yaml`;
      const texts = (): readonly string[] => ids.map(id => readText(pathOf(id)));
      const before = texts();
      const document = await openDocument();
      const typed = new WorkspaceEdit();
      typed.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '# typed\n');
      assert.ok(await workspace.applyEdit(typed));
      await waitFor('The plan following the typing', () =>
        loaded.views().snapshot.files.get('tasks/T-2MPT.yaml')?.text?.endsWith('# typed\n'),
      );
      await loaded.run({ command: 'setFields', input: { id: 'T-D0NE', fields: { tags: ['a'] } } });
      const intents = ids.map(id => {
        return { command: 'setFields', input: { id, fields: { tags: ['moved'] } } } as const;
      });
      const done = await loaded.runAll(intents);
      assert.ok(done.ok, done.ok ? '' : done.error.message);
      assert.deepEqual(
        [document.isDirty, readText(pathOf('T-2MPT'))],
        [true, before[0]],
        'what is typed stays unsaved',
      );
      assert.ok(await document.save());
      const after = texts();
      assert.ok(after.every(text => text.includes('moved')));
      const undone = await loaded.undo();
      assert.ok(undone.ok, undone.ok ? '' : undone.error.message);
      assert.deepEqual(texts(), [`${before[0] ?? ''}# typed\n`, ...before.slice(1)]);
      const redone = await loaded.redo();
      assert.ok(redone.ok, redone.ok ? '' : redone.error.message);
      assert.deepEqual(texts(), after);
      assert.ok((await loaded.undo()).ok);
      assert.ok((await loaded.undo()).ok, 'the edit before it is still there to be undone');
      assert.equal(document.isDirty, false);
      assert.deepEqual(texts(), [`${before[0] ?? ''}# typed\n`, ...before.slice(1)]);
    }),
);

/** A disk with one file, which can be read and is written only while it is not full. */
class FullDisk implements FileSystemProvider {
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  bytes: Uint8Array = new TextEncoder().encode('title: a\nestimate: 1d\n');
  isFull = false;
  #time = 1;

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }
  stat({ path: place }: Uri): { type: FileType; ctime: number; mtime: number; size: number } {
    const type = place.endsWith('.yaml') ? FileType.File : FileType.Directory;
    return { type, ctime: 1, mtime: this.#time, size: this.bytes.length };
  }
  readFile(): Uint8Array {
    return this.bytes;
  }
  writeFile(_uri: Uri, bytes: Uint8Array): void {
    if (this.isFull) throw FileSystemError.Unavailable('The disk is full');
    this.bytes = bytes;
    this.#time += 1;
  }
  readDirectory(): [string, FileType][] {
    return [];
  }
  createDirectory(): void {
    // There is one already.
  }
  delete(): void {
    throw FileSystemError.NoPermissions();
  }
  rename(): void {
    throw FileSystemError.NoPermissions();
  }
}

inOrder('a change that cannot be saved stays in the editor, and that is told', async () => {
  const disk = new FullDisk();
  const registered = workspace.registerFileSystemProvider('full', disk);
  const root = Uri.parse('full:/plan');
  const task = 'tasks/T-2MPT.yaml';
  const told: string[] = [];
  const files = createDocumentFiles(createWorkspaceFiles(root), root, unsaved =>
    told.push(unsaved),
  );
  const document = await workspace.openTextDocument(Uri.joinPath(root, task));
  await window.showTextDocument(document);
  const write = async (text: string): Promise<boolean> =>
    files.write(task, new TextEncoder().encode(text), await files.read(task));
  const saved = (): string => new TextDecoder().decode(disk.bytes);
  try {
    disk.isFull = true;
    assert.equal(await write('title: b\nestimate: 1d\n'), true);
    assert.deepEqual(told, [task]);
    assert.equal(document.isDirty, true);
    assert.equal(document.getText(), 'title: b\nestimate: 1d\n');
    assert.equal(saved(), 'title: a\nestimate: 1d\n');
    disk.isFull = false;
    assert.equal(await write('title: b\nestimate: 2d\n'), true);
    assert.equal(document.isDirty, false, 'what we could not save is saved with the next change');
    assert.equal(saved(), 'title: b\nestimate: 2d\n');
    assert.deepEqual(told, [task]);
  } finally {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    registered.dispose();
  }
});
