import assert from 'node:assert/strict';
import {
  commands,
  languages,
  MarkdownString,
  Position,
  Uri,
  window,
  workspace,
  type CompletionList,
  type Hover,
  type Location,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import { CodeLinks } from '../../../src/vscode/code/codeLinks.ts';
import { test } from '../support/editorTest.ts';
import { quietLog, withPlan } from '../support/ownPlans.ts';
import { waitFor } from '../support/workspace.ts';

async function open(root: number, file: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[root];
  assert.ok(folder);
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, file));
  await window.showTextDocument(document);
  return document;
}

async function hoverText({ uri }: TextDocument, at: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (content instanceof MarkdownString ? content.value : ''))
    .join('\n');
}

test('each folder with a plan has its own', () =>
  withPlan(async ({ plans }) => {
    await plans.loadAll();
    assert.deepEqual(
      plans.existing.map(({ folder }) => folder.name),
      ['plan', 'second'],
    );
    const tasks = plans.existing.flatMap(({ loaded }) => [
      ...(loaded?.views().snapshot.plan.tasks.keys() ?? []),
    ]);
    assert.deepEqual(tasks, ['T-7KQ3', 'T-9F2A']);
  }));

test('a link of one plan is no mark in a file of the same name in another folder', () =>
  withPlan(async ({ plans }) => {
    await plans.loadAll();
    const links = new CodeLinks(plans, quietLog);
    try {
      await links.refresh();
      const [plan, second] = plans.existing;
      assert.ok(plan && second);
      assert.equal(links.of(plan, 'src/sign.ts').length, 1);
      assert.equal(links.of(second, 'src/sign.ts').length, 0);
    } finally {
      links.dispose();
    }
  }));

test('code in a folder without a plan names the tasks of those that have one', async () => {
  const document = await open(2, 'src/sign.ts');
  const first = new Position(0, 12);
  await waitFor('The card', async () => (await hoverText(document, first)).includes('Sign in'));
  const second = new Position(0, 28);
  await waitFor('The other', async () =>
    (await hoverText(document, second)).includes('Draw the map'),
  );
  const [definition] = await commands.executeCommand<Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    first,
  );
  assert.match(definition?.uri.path ?? '', /plan\/\.project\/tasks\/T-7KQ3\.yaml$/);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new Position(3, 9),
  );
  const ids = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.deepEqual(ids.filter(id => /^T-/.test(id)).sort(), ['T-7KQ3', 'T-9F2A']);
});

test('only an id that no plan has is told of there', async () => {
  const document = await open(2, 'src/sign.ts');
  const findings = await waitFor('The finding', () => {
    const found = languages
      .getDiagnostics(document.uri)
      .filter(({ source, message }) => source === 'Gantry' && message.includes('T-ZZZZ'));
    return found.length > 0 && languages.getDiagnostics(document.uri);
  });
  assert.ok(!findings.some(({ message }) => /no T-(?:7KQ3|9F2A)/.test(message)));
});

test('references and a new id reach the code in both folders', async () => {
  const document = await open(2, 'src/sign.ts');
  const at = new Position(0, 12);
  const places = await waitFor('The references', async () => {
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    return found.length >= 2 && found.map(({ uri }) => workspace.asRelativePath(uri));
  });
  assert.ok(
    places.includes('plan/src/sign.ts') && places.includes('code/src/sign.ts'),
    String(places),
  );
  const edit = await commands.executeCommand<WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    at,
    'T-MAP2',
  );
  const files = edit.entries().map(([uri]) => workspace.asRelativePath(uri));
  assert.ok(
    files.includes('plan/src/sign.ts') && files.includes('code/src/sign.ts'),
    String(files),
  );
});
