import assert from 'node:assert/strict';
import path from 'node:path';
import { commands, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { createNoteBranch, type NoteElement } from '../../src/vscode/code/noteBranch.ts';
import { NoteScan } from '../../src/vscode/code/noteScan.ts';
import { notesInText } from '../../src/core/source/openNotes.ts';
import { readFound } from '../../src/vscode/code/readFound.ts';
import type { BranchElement } from '../../src/vscode/treeBranch.ts';
import { inOrder } from './support/inOrder.ts';
import { quietLog, withPlan } from './support/ownPlans.ts';
import { git, readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

const label = (element: BranchElement): string => {
  const { label: text, description } = element.item();
  return `${typeof text === 'string' ? text : ''} (${String(description)})`;
};

/** All lines of the tree as texts, deeper ones indented. */
async function linesBelow(element: BranchElement, depth = 0): Promise<readonly string[]> {
  const children = await element.children();
  const below = await Promise.all(children.map(child => linesBelow(child, depth + 1)));
  return [' '.repeat(depth) + label(element), ...below.flat()];
}

async function entries(element: BranchElement): Promise<readonly NoteElement[]> {
  const children = await element.children();
  const below = await Promise.all(children.map(entries));
  return [
    ...children.filter(child => 'uri' in child).map(child => child as NoteElement),
    ...below.flat(),
  ];
}

inOrder(
  'TODOs without a task are listed by file, and the list follows edits and other programs',
  async () => {
    writeText('src/noted.ts', '// TODO: one\n\n// TODO(T-C5DE): has one\n// TODO: one\n');
    await withPlan(async ({ plans, plan }) => {
      const scan = new NoteScan(plans, quietLog);
      try {
        const branch = createNoteBranch(scan);
        const [root] = branch.rootsOf(plan);
        assert.ok(root);
        assert.deepEqual(scan.stateOf(plan), { kind: 'unknown' });
        assert.deepEqual(await linesBelow(root), [
          'TODOs without a task (2)',
          ' noted.ts (src)',
          '  one (TODO, line 1, 4)',
        ]);
        writeText('src/other.ts', '// FIXME two\n');
        const texts = (): readonly string[] => {
          const state = scan.stateOf(plan);
          return state.kind === 'known' ? state.notes.map(({ text }) => text).sort() : [];
        };
        await waitFor('The new file', () => texts().join() === 'one,one,two');

        const document = await workspace.openTextDocument(
          Uri.file(path.join(workspaceFolder(), 'src/other.ts')),
        );
        await window.showTextDocument(document);
        const edit = new WorkspaceEdit();
        edit.replace(document.uri, new Range(0, 9, 0, 12), 'three');
        await workspace.applyEdit(edit);
        await waitFor('The unsaved text', () => texts().join() === 'one,one,three');
        await document.save();

        git('clean', '-fdq', 'src');
        await waitFor('Nothing is left', () => texts().length === 0);
        assert.deepEqual(branch.rootsOf(plan), []);
      } finally {
        scan.dispose();
      }
    });
  },
);

inOrder('a line of the list becomes a task, and its file is saved with the id', async () => {
  writeText('src/weigh.ts', 'one();\n// FIXME: weigh the anchor\n');
  await withPlan(async ({ plans, plan }) => {
    const scan = new NoteScan(plans, quietLog);
    try {
      const [root] = createNoteBranch(scan).rootsOf(plan);
      const [entry] = root ? await entries(root) : [];
      assert.ok(entry);
      await commands.executeCommand('gantry.addTaskFromNote', entry);
      const text = await waitFor('The id on the disk', () => {
        const now = readText('src/weigh.ts');
        return now.includes('FIXME(T-') && now;
      });
      const [id = ''] = /T-[0-9A-Z]+/.exec(text) ?? [];
      assert.match(readText(`.project/tasks/${id}.yaml`), /^title: weigh the anchor$/m);
      assert.ok(workspace.textDocuments.every(({ isDirty }) => !isDirty));
      await waitFor('The list is empty', () => {
        const state = scan.stateOf(plan);
        return state.kind === 'known' && state.notes.length === 0;
      });
    } finally {
      scan.dispose();
    }
  });
});

inOrder('where git cannot tell, the files are read, and what is no text is left out', async () => {
  writeText('src/noted.ts', '// TODO: one\n');
  writeText('node_modules/x/a.js', '// TODO: not ours\n');
  writeText('src/blob.bin', '// TODO: \0\n');
  await withPlan(async ({ plan }) => {
    const never = new AbortController().signal;
    const found = (await readFound(plan, { paths: undefined, signal: never }, notesInText)).map(
      each => `${each.path}:${each.line}`,
    );
    assert.deepEqual(found, ['src/noted.ts:1']);
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(readFound(plan, { paths: undefined, signal: abort.signal }, notesInText));
  });
});
