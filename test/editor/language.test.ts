import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import {
  commands,
  DiagnosticSeverity,
  languages,
  MarkdownString,
  Position,
  type Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type Location,
  type TextDocument,
} from 'vscode';
import { diagnosticSource } from '../../src/vscode/language/diagnostics.ts';
import { inOrder } from './support/inOrder.ts';
import { readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

const file = '.project/tasks/T-C5DE.yaml';

/** Opens the task with this text on the disk. */
function onText(name: string, text: string, body: (document: TextDocument) => Promise<void>): void {
  inOrder(name, async () => {
    writeText(file, text);
    const document = await workspace.openTextDocument(uriOf(file));
    await window.showTextDocument(document);
    await waitFor('The text of the disk', () => document.getText() === text);
    await body(document);
  });
}

function uriOf(name: string): Uri {
  return Uri.file(path.join(workspaceFolder(), name));
}

/** The place right after a text. */
function after(document: TextDocument, text: string): Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, text);
  return document.positionAt(at + text.length);
}

function problemsOf(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === diagnosticSource);
}

async function completionsAt(
  document: TextDocument,
  position: Position,
): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The way out of a problem that starts with these words, once it is offered. */
function fixOf(document: TextDocument, range: Range, words: string): Promise<CodeAction> {
  return waitFor(`The fix "${words}"`, async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      undefined,
      20,
    );
    return actions.find(({ title, edit }) => title.startsWith(words) && edit !== undefined);
  });
}

onText(
  'a wrong value is underlined where it stands, says what to do, and its fix mends that line',
  'title: Search the pages\nestimate: 3d\nstatus: dooing\n',
  async document => {
    const [problem] = await waitFor('The problem', () => {
      const found = problemsOf(document);
      return found.length > 0 && found;
    });
    assert.ok(problem);
    assert.equal(problem.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(problem.range), 'dooing');
    const fix = await fixOf(document, problem.range, '');
    assert.ok(fix.edit);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), 'title: Search the pages\nestimate: 3d\nstatus: doing\n');
    await waitFor('The end of the problem', () => problemsOf(document).length === 0);
  },
);

onText(
  'ids, people, fields and values are offered where they belong',
  'title: Search the pages\nestimate: 3d\nstatus: \nassignees: []\ndependsOn:\n  - \n\n',
  async document => {
    const offered = (text: string): Promise<readonly string[]> =>
      completionsAt(document, after(document, text));
    await waitFor('The values', async () => (await offered('status: ')).includes('blocked'));
    assert.ok((await offered('assignees: [')).some(label => label.includes('grace')));
    const ids = await offered('dependsOn:\n  - ');
    assert.ok(
      ids.some(label => label.includes('T-7KQ3')),
      ids.join(),
    );
    assert.ok(!ids.some(label => label.includes('T-C5DE')), 'a task cannot follow itself');
    const fields = await completionsAt(document, new Position(6, 0));
    assert.ok(
      fields.some(label => label.startsWith('deadline')),
      fields.join(),
    );
    assert.ok(!fields.some(label => label.startsWith('estimate')), 'it is there already');
  },
);

onText(
  'an id tells what it stands for, and leads to its file',
  'title: Search *the* pages\nestimate: 3d\ndependsOn: [T-7KQ3]\n',
  async document => {
    const position = after(document, 'dependsOn: [T-7K');
    const hovers = await waitFor('The card', async () => {
      const found = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return found.length > 0 && found;
    });
    const said = hovers.flatMap(({ contents }) =>
      contents.map(content => (content instanceof MarkdownString ? content.value : '')),
    );
    assert.match(said.join('\n'), /Sign in/);
    const [place] = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.equal(place?.uri.fsPath, uriOf('.project/tasks/T-7KQ3.yaml').fsPath);
  },
);

onText(
  'what is typed is judged before it is saved, and the file is left alone',
  'title: Search the pages\nestimate: 3d\n',
  async document => {
    const editor = await window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new Position(2, 0), 'dependsOn: [T-ZZZZ]\n'));
    const [problem] = await waitFor('The problem', () => {
      const found = problemsOf(document);
      return found.length > 0 && found;
    });
    assert.equal(problem && document.getText(problem.range), 'T-ZZZZ');
    assert.equal(readText(file), 'title: Search the pages\nestimate: 3d\n');
  },
);

onText(
  'a measure beyond the limit of the project is marked where it is to be mended, and listed once',
  'title: Search the pages\nestimate: 3d\ndependsOn: [T-7KQ3 FS-1d]\n',
  async document => {
    const project = '.project/project.yaml';
    const before = readText(project);
    writeText(project, `${before}quality: { leads: 0% }\n`);
    try {
      const [mark] = await waitFor('The mark', () => {
        const found = problemsOf(document).filter(({ code }) => code === 'quality-lead');
        return found.length > 0 && found;
      });
      assert.ok(mark);
      assert.equal(mark.severity, DiagnosticSeverity.Hint);
      assert.equal(document.getText(mark.range), 'T-7KQ3 FS-1d');
      const finding = await waitFor('The finding', () =>
        languages.getDiagnostics(uriOf(project)).find(({ code }) => code === 'quality-limit'),
      );
      assert.equal(finding.severity, DiagnosticSeverity.Warning);
      assert.ok(finding.relatedInformation?.some(({ message }) => message.includes('T-C5DE')));
      const fix = await fixOf(document, mark.range, 'Take the lead out');
      assert.ok(fix.edit);
      assert.ok(await workspace.applyEdit(fix.edit));
      assert.match(document.getText(), /^dependsOn: \[T-7KQ3\]$/m);
      await waitFor('The end of the mark', () =>
        problemsOf(document).every(({ code }) => code !== 'quality-lead'),
      );
    } finally {
      writeText(project, before);
    }
  },
);

const marked =
  'title: Search the pages\n<<<<<<< ours\nestimate: 3d\nstatus: doing\n=======\nestimate: 4d\n>>>>>>> theirs\n';

onText(
  'marks of git are merged with what git knows of the version that both sides began with',
  marked,
  async document => {
    const stage = (text: string, number: number): string => {
      const blob = gitWith(text, 'hash-object', '-w', '--stdin').trim();
      return `100644 ${blob} ${number}\t${file}\n`;
    };
    const ours = 'title: Search the pages\nestimate: 3d\nstatus: doing\n';
    const theirs = 'title: Search the pages\nestimate: 4d\n';
    const held = gitWith('', 'ls-files', '--stage', file);
    const gone = `0 ${'0'.repeat(40)}\t${file}\n`;
    gitWith(
      gone + stage(ours, 1) + stage(ours, 2) + stage(theirs, 3),
      'update-index',
      '--index-info',
    );
    try {
      const [problem] = await waitFor('The marks', () => {
        const found = problemsOf(document).filter(({ code }) => code === 'file-conflict');
        return found.length > 0 && found;
      });
      assert.ok(problem);
      const fix = await fixOf(document, problem.range, 'Merge field by field');
      assert.ok(fix.edit);
      assert.ok(await workspace.applyEdit(fix.edit));
      assert.equal(document.getText(), theirs);
    } finally {
      gitWith(gone + held, 'update-index', '--index-info');
    }
  },
);

function gitWith(input: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: workspaceFolder(), input, encoding: 'utf8' });
}
