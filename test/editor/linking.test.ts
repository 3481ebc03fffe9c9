import assert from 'node:assert/strict';
import path from 'node:path';
import {
  CancellationTokenSource,
  commands,
  DataTransfer,
  DataTransferItem,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';
import { createLinkDrop } from '../../src/vscode/code/linkByHand.ts';
import type { CodeParts } from '../../src/vscode/code/codeParts.ts';
import { CodeLinks } from '../../src/vscode/code/codeLinks.ts';
import { linkElements } from '../../src/vscode/code/linkElements.ts';
import { placeOf, symbolAt } from '../../src/vscode/code/linkPlace.ts';
import { FileWarnings } from '../../src/vscode/code/fileWarnings.ts';
import { Late } from '../../src/vscode/late.ts';
import { createLinksBelow } from '../../src/vscode/linksBelow.ts';
import { PlanFilter } from '../../src/vscode/planFilter.ts';
import { PlanTreeProvider } from '../../src/vscode/planTreeProvider.ts';
import { inOrder } from './support/inOrder.ts';
import { quietLog, withPlan, type OwnPlan } from './support/ownPlans.ts';
import { readText, waitFor, workspaceFolder, writeText } from './support/workspace.ts';

const file = 'src/basket.ts';
const code = `export class Basket {
  readonly things: string[] = [];

  add(thing: string): void {
    this.things.push(thing);
  }
}
`;

function uriOf(name: string): Uri {
  return Uri.file(path.join(workspaceFolder(), name));
}

async function openCode(): Promise<TextDocument> {
  writeText(file, code);
  const document = await workspace.openTextDocument(uriOf(file));
  await window.showTextDocument(document);
  return document;
}

function codeOf(id: string): string {
  const text = readText(`.project/tasks/${id}.yaml`);
  return text.slice(Math.max(0, text.search(/^code:/m)));
}

inOrder('the declaration around the cursor is told by its name', async () => {
  const document = await openCode();
  const inside = await waitFor('The symbols of the language', async () => {
    const found = await symbolAt(document, new Position(4, 8));
    return found?.symbol === 'Basket.add' && found;
  });
  assert.deepEqual(inside, { line: 4, endLine: 6, symbol: 'Basket.add' });
  const around = await symbolAt(document, new Position(1, 3));
  assert.ok(around?.symbol?.startsWith('Basket'));
  assert.equal(await symbolAt(document, new Position(7, 0)), undefined);
});

inOrder('a selection has an action that links it', async () => {
  const document = await openCode();
  const range = new Range(4, 0, 5, 0);
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.end);
  const actionsAt = async (at: Range): Promise<readonly CodeAction[]> =>
    (
      await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        at,
      )
    ).filter(({ title }) => title.startsWith('Link to a Gantry item'));
  const [action] = await waitFor('The action', async () => {
    const found = await actionsAt(range);
    return found.length > 0 && found;
  });
  assert.equal(action?.command?.command, 'gantry.linkCode');
  assert.deepEqual(await actionsAt(new Range(4, 0, 4, 0)), []);
});

async function drop(own: OwnPlan, line: number, text: string): Promise<readonly unknown[]> {
  const document = await openCode();
  const data = new DataTransfer();
  data.set('text/plain', new DataTransferItem(text));
  const provider = createLinkDrop(own.plans);
  const token = new CancellationTokenSource().token;
  const at = new Position(line - 1, 0);
  const drops = await provider.provideDocumentDropEdits(document, at, data, token);
  return (Array.isArray(drops) ? drops : []).map(({ insertText }) => insertText);
}

inOrder(
  'a task that is dropped on a declaration is linked to it, and nothing is written there',
  () =>
    withPlan(async own => {
      assert.deepEqual(await drop(own, 4, 'T-C5DE'), ['', 'T-C5DE']);
      assert.match(
        codeOf('T-C5DE'),
        /path: src\/basket\.ts\n +symbol: Basket\.add\n +line: 4\n +endLine: 6/,
      );
      assert.equal(readText(file), code);
    }),
);

inOrder(
  'a drop on another line links that line, and what is no task of the plan is no drop of ours',
  () =>
    withPlan(async own => {
      await drop(own, 5, 'T-C5DE\nM-4XK2');
      assert.match(codeOf('T-C5DE'), /line: 5\n +quote: "? *this\.things\.push/);
      assert.doesNotMatch(codeOf('T-C5DE'), /endLine|symbol/);
      assert.deepEqual(await drop(own, 5, 'T-ZZZZ\nhello'), []);
    }),
);

inOrder('files and folders are linked as a whole from the explorer', async () => {
  await openCode();
  const chosen = [uriOf('src'), uriOf(file)];
  let question = 0;
  let isOpen = false;
  await waitFor('The links', async () => {
    if (!isOpen) {
      isOpen = true;
      question += 1;
      void commands
        .executeCommand('gantry.linkFile', chosen[0], chosen)
        .then(() => (isOpen = false));
    }
    // Each time another item than before: some cannot be written.
    for (let step = 0; step < question; step += 1) {
      await commands.executeCommand('workbench.action.quickOpenSelectNext');
    }
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    // Whichever item was in hand when the question had come.
    const files = await workspace.findFiles('.project/**/*.yaml');
    const text = files.map(each => readText(workspace.asRelativePath(each))).join('\n');
    // By its commit the folder is found when it is renamed; the file is not committed yet.
    return /- path: src\/\n +commit: /.test(text) && /^ +- src\/basket\.ts$/m.test(text);
  });
});

inOrder('the code of an item stands below it in the tree, with what became of it', () =>
  withPlan(async ({ plans, plan, loaded }) => {
    const document = await openCode();
    const place = await placeOf(plan, file, document, { line: 5, endLine: 5 });
    const gone = { path: file, line: 1, quote: 'nothing of the kind' };
    for (const link of [place, gone]) {
      const done = await loaded.run({ command: 'linkCode', input: { id: 'T-C5DE', ...link } });
      assert.ok(done.ok);
    }
    const links = new CodeLinks(plans, quietLog);
    const late = new Late<Pick<CodeParts, 'links' | 'linkElements'>>();
    const below = createLinksBelow(late);
    const provider = new PlanTreeProvider(plans, new PlanFilter(), below);
    try {
      let changes = 0;
      below.onDidChange(() => (changes += 1));
      late.set({ links, linkElements });
      await links.refresh();
      assert.equal(changes, 1);
      await links.refresh();
      assert.equal(changes, 1);
      const children = await provider.getChildren(provider.elementOf(plan, 'T-C5DE'));
      const shown = children.map(child => {
        const { label, description } = provider.getTreeItem(child);
        return [label, description];
      });
      assert.deepEqual(shown, [
        ['src/basket.ts:5', 'unchanged'],
        ['src/basket.ts:1', 'drifted: the code has changed'],
      ]);
    } finally {
      provider.dispose();
      below.dispose();
      links.dispose();
    }
  }),
);

inOrder('the explorer warns at files of open risks, unless annotations are off', () =>
  withPlan(async ({ plans }) => {
    const links = new CodeLinks(plans, quietLog);
    const warnings = new FileWarnings(plans, links);
    try {
      const told: string[] = [];
      warnings.onDidChangeFileDecorations(uris =>
        told.push(...uris.map(uri => path.basename(uri.path))),
      );
      await links.refresh();
      assert.deepEqual(told, ['signIn.ts']);
      const decoration = warnings.provideFileDecoration(uriOf('src/signIn.ts'));
      assert.equal(decoration?.badge, 'R');
      assert.match(decoration.tooltip ?? '', /^Risk: R-6HWY /);
      assert.equal(warnings.provideFileDecoration(uriOf('README.md')), undefined);
      await links.refresh();
      assert.deepEqual(told, ['signIn.ts']);
    } finally {
      warnings.dispose();
      links.dispose();
    }
  }),
);
