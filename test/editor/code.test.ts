import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  commands,
  languages,
  MarkdownString,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CompletionList,
  type Hover,
  type Location,
  type TextDocument,
} from 'vscode';
import { findEditorRepository } from '../../src/vscode/code/gitExtension.ts';
import { createWorkspaceCode } from '../../src/vscode/code/workspaceCode.ts';
import { CodeLinks } from '../../src/vscode/code/codeLinks.ts';
import type { Log } from '../../src/vscode/log.ts';
import { diagnosticSource } from '../../src/vscode/language/diagnostics.ts';
import { inOrder } from './support/inOrder.ts';
import { withPlan } from './support/ownPlans.ts';
import { git, readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

const file = 'src/noted.ts';

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  fail: (doing, failure) => {
    throw new Error(doing, { cause: failure });
  },
  time: (_doing, work) => work(),
  show: () => undefined,
  dispose: () => undefined,
};

function uriOf(name: string): Uri {
  return Uri.file(path.join(workspaceFolder(), name));
}

/** Opens a file of code with this text on the disk. */
function onCode(name: string, text: string, body: (document: TextDocument) => Promise<void>): void {
  inOrder(name, async () => {
    writeText(file, text);
    try {
      const document = await workspace.openTextDocument(uriOf(file));
      await window.showTextDocument(document);
      await waitFor('The text of the disk', () => document.getText() === text);
      await body(document);
    } finally {
      git('clean', '-fdq', 'src');
    }
  });
}

function after(document: TextDocument, text: string): Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

onCode(
  'an id in a comment tells what it is, leads to its file, and is found wherever it is named',
  '// See T-C5DE for why.\nexport const a = 1;\n',
  async document => {
    const position = after(document, 'T-C5');
    const [hover] = await waitFor('The card', async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers.length > 0 && hovers;
    });
    const [card] = hover?.contents ?? [];
    assert.ok(card instanceof MarkdownString);
    assert.match(card.value, /T&#45;C5DE/);
    const [definition] = await commands.executeCommand<Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.match(definition?.uri.path ?? '', /tasks\/T-C5DE\.yaml$/);
    const references = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    assert.ok(
      references.some(({ uri, range }) => uri.path.endsWith(file) && range.start.line === 0),
    );
  },
);

onCode(
  'an id is renamed from a comment: in the plan and in all comments, as one edit',
  '// See T-C5DE for why.\nexport const a = "T-C5DE";\n',
  async document => {
    writeText('src/other.py', '# T-C5DE is later\nb = 1\n');
    // The editor keeps a byte order mark to itself.
    const marked = '\uFEFFdependsOn: [T-C5DE]\ntitle: After\n';
    writeText('.project/tasks/T-C6DE.yaml', marked);
    const position = after(document, 'T-C5');
    const edit = await waitFor('The edit', async () => {
      const told = await commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        't-c5x1',
      );
      return told.size > 0 && told;
    });
    assert.ok(await workspace.applyEdit(edit, { isRefactoring: true }));
    await workspace.saveAll();
    assert.equal(document.getText(), '// See T-C5X1 for why.\nexport const a = "T-C5DE";\n');
    await waitFor('The other file', () => readText('src/other.py').startsWith('# T-C5X1 is later'));
    assert.match(readText('.project/tasks/T-C5X1.yaml'), /^formerIds:\n? *-? *\[?T-C5DE/m);
    assert.throws(() => readText('.project/tasks/T-C5DE.yaml'));
    assert.equal(readText('.project/tasks/T-C6DE.yaml'), marked.replace('T-C5DE', 'T-C5X1'));
    await assert.rejects(async () =>
      commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        'x y',
      ),
    );
    git('clean', '-fdq', '.project', 'src');
  },
);

onCode('ids are offered after @task', '// @task \n', async document => {
  const labels = await waitFor('The ids', async () => {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      after(document, '@task '),
    );
    const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return found.includes('T-C5DE') && found;
  });
  assert.ok(labels.includes('T-2MPT'));
});

onCode(
  'an id that the plan does not have is told where work is meant',
  '// TODO(T-ZZZZ): mend\n// see T-YYYY\n',
  async document => {
    const [problem, ...others] = await waitFor('The problem', () => {
      const found = languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === diagnosticSource);
      return found.length > 0 && found;
    });
    assert.match(problem?.message ?? '', /The plan has no T-ZZZZ/);
    assert.deepEqual(others, []);
  },
);

onCode(
  'a TODO becomes a task that is linked to it, and bears its id',
  'export const a = 1; // TODO: measure the sign-in\n',
  async document => {
    const range = new Range(after(document, 'TODO'), after(document, 'TODO'));
    const action = await waitFor('The action', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return actions.find(({ title }) => title.includes('Make a task')) ?? false;
    });
    await commands.executeCommand(
      action.command?.command ?? '',
      ...((action.command?.arguments ?? []) as readonly unknown[]),
    );
    const text = document.getText();
    const [, id = ''] = /TODO\((T-[0-9A-Z]+)\): measure the sign-in/.exec(text) ?? [];
    assert.notEqual(id, '', text);
    const task = readText(`.project/tasks/${id}.yaml`);
    assert.match(task, /^title: measure the sign-in$/m);
    assert.match(task, /path: src\/noted\.ts/);
    await document.save();
    git('clean', '-fdq', '.project');
  },
);

onCode(
  'linked code is followed while it is edited, and through git when it was moved',
  'one();\ntwo(first, second);\nthree();\n',
  async document => {
    git('add', '--all');
    git('commit', '-qm', 'code');
    try {
      await withPlan(async ({ plans, plan, loaded }) => {
        const commit = git('rev-parse', 'HEAD').trim();
        const input = { id: 'T-C5DE', path: file, line: 2, quote: 'two(first, second);', commit };
        const done = await loaded.run({ command: 'linkCode', input });
        assert.ok(done.ok);
        const links = new CodeLinks(plans, log);
        try {
          await links.refresh();
          const lineOf = (): number | undefined =>
            links.of(plan, file).find(({ id }) => id === 'T-C5DE')?.now.place?.line;
          assert.equal(lineOf(), 2);
          const edit = new WorkspaceEdit();
          edit.insert(document.uri, new Position(0, 0), '// New\n// New\n');
          await workspace.applyEdit(edit);
          assert.equal(lineOf(), 4);
          await document.save();
          await links.refresh();
          assert.equal(lineOf(), 4);
          const change = new WorkspaceEdit();
          change.replace(document.uri, document.lineAt(3).range, 'two(first, second, third);');
          await workspace.applyEdit(change);
          await document.save();
          await links.refresh();
          assert.deepEqual(
            links.drifted.map(({ id, now }) => [id, now.guess?.line]),
            [['T-C5DE', 4]],
          );
        } finally {
          links.dispose();
        }
      });
    } finally {
      git('reset', '-q', '--hard', 'HEAD^');
    }
  },
);

inOrder('a commit message gets the trailer of the task of its branch', async () => {
  git('checkout', '-qb', 't-c5de-index');
  try {
    const repository = await waitFor('The repository', async () => {
      const found = await findEditorRepository(Uri.file(workspaceFolder()));
      return found?.state.HEAD?.name === 't-c5de-index' && found;
    });
    repository.inputBox.value = 'Index the pages';
    await commands.executeCommand('gantry.nameTaskInMessage');
    assert.equal(repository.inputBox.value, 'Index the pages\n\nTask: T-C5DE');
    repository.inputBox.value = '';
    await commands.executeCommand('gantry.startWork', 'T-C5DE');
    assert.match(readText('.project/tasks/T-C5DE.yaml'), /^status: doing$/m);
    assert.equal(repository.inputBox.value, '\n\nTask: T-C5DE');
    repository.inputBox.value = '';
  } finally {
    git('checkout', '-q', '--force', '-');
    git('branch', '-qD', 't-c5de-index');
  }
});

inOrder('code that a symbolic link leads out of the folder is not read', () =>
  withPlan(async ({ plan }) => {
    const other = mkdtempSync(path.join(tmpdir(), 'gantry-other-'));
    try {
      writeFileSync(path.join(other, 'secret.ts'), 'secret');
      writeText('src/own.ts', 'own');
      symlinkSync(other, path.join(workspaceFolder(), 'beyond'));
      symlinkSync('src', path.join(workspaceFolder(), 'within'));
      const code = createWorkspaceCode(plan);
      const paths = ['src/own.ts', 'within/own.ts', 'beyond/secret.ts', '../x'];
      const read = await Promise.all(paths.map(each => code.read(each)));
      assert.deepEqual(read, ['own', 'own', undefined, undefined]);
      assert.equal(await code.exists('beyond/secret.ts'), false);
    } finally {
      rmSync(other, { recursive: true });
      git('clean', '-fdq');
    }
  }),
);
