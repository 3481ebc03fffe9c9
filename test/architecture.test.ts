// Holds the shape of the code: who may import whom, how large a file may grow, what it may be called.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { findSessions } from './editor/launch/editorTests.mjs';
import { mayImport, roomOf, rooms } from './support/rooms.ts';
import { eachNode, lineOf, listFiles, readSourceFiles } from './support/sourceFile.ts';
import type { SourceFile } from './support/sourceFile.ts';
import { findJourneys, findUnitTests, sameInAnyZone } from './unit.mjs';

const root = process.cwd();
const product = readSourceFiles(root, ['src', 'webview']);
const tests = readSourceFiles(root, ['test']);
const everything = [...product, ...tests];

/** Fails with one line for each violation: the file, what is wrong and what to do. */
function expectNone(violations: readonly string[]): void {
  assert.equal(violations.length, 0, `\n${violations.join('\n')}\n`);
}

function isOurs(imported: string): boolean {
  return imported.startsWith('src/') || imported.startsWith('webview/');
}

function isEntry(file: SourceFile): boolean {
  return ['src/extension.ts', 'src/cli/main.ts', 'webview/main.ts'].includes(file.path);
}

/** The lines that use one of the names, unless the file declares something of that name itself. */
function linesNaming(file: SourceFile, names: readonly string[]): readonly number[] {
  const used: { readonly name: string; readonly line: number }[] = [];
  const declared = new Set<string>();
  eachNode(file, node => {
    if (!ts.isIdentifier(node) || !names.includes(node.text)) return;
    const { parent } = node;
    const isOwn = ts.isParameter(parent) || ts.isVariableDeclaration(parent);
    if (isOwn && parent.name === node) declared.add(node.text);
    used.push({ name: node.text, line: lineOf(file, node.getStart()) });
  });
  return used.filter(({ name }) => !declared.has(name)).map(({ line }) => line);
}

test('every room of the table exists and every file of the product lies in one', () => {
  const lost = product.filter(file => roomOf(file.path) === undefined);
  expectNone(lost.map(file => `${file.path}: no room; move it, or give it one in rooms.ts`));
  assert.ok(product.length > 100 && rooms.length > 10);
});

test('no file of the product starts a process or opens a connection by itself', () => {
  const reaching =
    /^(node:)?(child_process|cluster|vm|net|tls|http|https|http2|dgram|dns|inspector)(\/|$)/;
  expectNone(
    product.flatMap(file =>
      [...file.imports]
        .filter(imported => reaching.test(imported))
        .map(imported => `${file.path}: ${imported}; git is the only process, and src/git runs it`),
    ),
  );
});

test('no file imports from a room or a package that its own room may not import', () => {
  expectNone(
    product.flatMap(file => {
      const room = roomOf(file.path);
      if (room === undefined) return [];
      return file.imports
        .filter(imported => !mayImport(room, imported, !isOurs(imported)))
        .map(imported => `${file.path}: ${room.place} may not import ${imported}; see rooms.ts`);
    }),
  );
});

test('no imports run in a circle, type-only ones included', () => {
  const byPath = new Map(product.map(file => [file.path, file]));
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) circles.push([...trail.slice(at), name].join(' → '));
    if (at >= 0 || finished.has(name)) return;
    for (const next of byPath.get(name)?.imports ?? []) visit(next, [...trail, name]);
    finished.add(name);
  };
  for (const file of product) visit(file.path, []);
  expectNone(circles.map(circle => `${circle}; move what both need into a file of its own`));
});

test('every import of ours names a file that exists, with its ending', () => {
  expectNone(
    everything.flatMap(file =>
      file.imports
        .filter(imported => isOurs(imported) && !existsSync(path.join(root, imported)))
        .map(imported => `${file.path}: there is no ${imported}`),
    ),
  );
});

test('no file is longer than 400 lines', () => {
  const long = everything.map(file => ({ file, lines: file.text.split('\n').length - 1 }));
  expectNone(
    long
      .filter(({ lines }) => lines > 400)
      .map(({ file, lines }) => `${file.path}: ${lines} lines; split it by subject`),
  );
});

test('no file of the product uses more than 12 others, but for the entries', () => {
  expectNone(
    product
      .filter(file => file.uses.length > 12 && !isEntry(file))
      .map(file => `${file.path}: ${file.uses.length} imports; it does more than one thing`),
  );
});

test('no function is longer than 60 lines or takes more than 4 parameters', () => {
  expectNone(
    product.flatMap(file => {
      const found: string[] = [];
      eachNode(file, node => {
        if (!ts.isFunctionLike(node)) return;
        const first = lineOf(file, node.getStart());
        const lines = lineOf(file, node.getEnd()) - first + 1;
        const place = `${file.path}:${first}`;
        const isDeclaration = ts.isFunctionTypeNode(node) || ts.isMethodSignature(node);
        if (lines > 60 && !isDeclaration) found.push(`${place}: ${lines} lines; split it`);
        const count = node.parameters.length;
        if (count > 4) found.push(`${place}: ${count} parameters; make them one record`);
      });
      return found;
    }),
  );
});

test('no file has a name that says nothing', () => {
  const empty = /^(utils?|helpers?|common|misc|index|types?)$|(Utils?|Helpers?|Manager|Service)$/;
  expectNone(
    everything
      .filter(file => empty.test(path.basename(file.path).split('.')[0] ?? ''))
      .map(file => `${file.path}: name it after its main export`),
  );
});

test('every file name is camelCase', () => {
  const allowed = /^[a-z][A-Za-z0-9]*(\.(test|bench|journey))?\.ts$/;
  expectNone(
    everything
      .filter(file => !allowed.test(path.basename(file.path)))
      .map(file => `${file.path}: write the name in camelCase`),
  );
});

test('only webview/host.ts speaks to the editor that holds the panel', () => {
  expectNone(
    product
      .filter(file => file.path !== 'webview/host.ts')
      .flatMap(file =>
        linesNaming(file, ['acquireVsCodeApi']).map(line => `${file.path}:${line}: use host.ts`),
      ),
  );
});

test('no module exports a default', () => {
  expectNone(
    everything.flatMap(file => {
      const found: string[] = [];
      eachNode(file, node => {
        const isDefault = ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;
        if (!isDefault || ts.isDefaultClause(node.parent)) return;
        if (node.kind === ts.SyntaxKind.DefaultKeyword && !isModifier(node)) return;
        found.push(`${file.path}:${lineOf(file, node.getStart())}: export it by its name`);
      });
      return found;
    }),
  );
});

function isModifier(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node.parent) && (node.parent.modifiers ?? []).some(one => one === node)
  );
}

test('the core and the layout of the chart read no clock and draw no chance', () => {
  const pure = product.filter(
    file => file.path.startsWith('src/core/') || layoutFiles().includes(file.path),
  );
  const sources = ['Date.now', 'Math.random', 'performance.now', 'crypto.getRandomValues'];
  expectNone(
    pure.flatMap(file => {
      const found: string[] = [];
      eachNode(file, node => {
        const isClock =
          ts.isNewExpression(node) &&
          node.expression.getText() === 'Date' &&
          (node.arguments ?? []).length === 0;
        const isSource = ts.isPropertyAccessExpression(node) && sources.includes(node.getText());
        if (!isClock && !isSource) return;
        const line = lineOf(file, node.getStart());
        found.push(`${file.path}:${line}: ${node.getText()} is for the caller to pass in`);
      });
      return found;
    }),
  );
});

/** layout.ts, timeScale.ts and whatever of the panel they import. */
function layoutFiles(): readonly string[] {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const file = product.find(one => one.path === name);
    if (file === undefined || reached.has(name) || !name.startsWith('webview/')) return;
    reached.add(name);
    for (const next of file.imports) visit(next);
  };
  visit('webview/gantt/layout.ts');
  visit('webview/gantt/timeScale.ts');
  return [...reached];
}

test('the layout of the chart knows no page', () => {
  const names = ['document', 'window', 'HTMLElement', 'SVGElement', 'Element', 'getComputedStyle'];
  const layout = layoutFiles();
  assert.ok(layout.length >= 2);
  expectNone(
    product
      .filter(file => layout.includes(file.path))
      .flatMap(file =>
        linesNaming(file, names).map(line => `${file.path}:${line}: leave the page to paint.ts`),
      ),
  );
});

test('every test, journey and benchmark is found by its runner', () => {
  const found = [
    ...findUnitTests(),
    ...findJourneys(),
    ...findSessions().flatMap(session => session.files),
  ];
  expectNone(
    tests
      .filter(file => /\.(test|journey)\.ts$/.test(file.path) && !found.includes(file.path))
      .map(file => `${file.path}: no runner finds it; see test/unit.mjs and editorTests.mjs`),
  );
  expectNone(
    sameInAnyZone
      .filter(file => !found.includes(file))
      .map(file => `${file}: there is no such test; take its name out of test/unit.mjs`),
  );
  expectNone(
    tests
      .filter(file => file.path.endsWith('.bench.ts') && !/^test\/bench\/[^/]+$/.test(file.path))
      .map(file => `${file.path}: benchmarks lie in test/bench`),
  );
});

test('nothing in the repository names a place of one machine', () => {
  const places = ['home', 'Users', 'root', 'work'].map(name => `/${name}/`);
  const isText = /\.(ts|mjs|mts|json|md|yaml|css|html|svg)$/;
  const folders = ['src', 'webview', 'test', '.project', 'media', '.config', '.vscode', '.ci'];
  const files = folders.filter(name => existsSync(path.join(root, name)));
  expectNone(
    files
      .flatMap(folder => listFiles(root, folder))
      .filter(file => isText.test(file) && !file.startsWith('test/fixtures/'))
      .flatMap(file => {
        const text = readFileSync(path.join(root, file), 'utf8');
        const isNamed = (place: string): boolean =>
          [`'${place}`, `"${place}`, ` ${place}`, `\`${place}`].some(way => text.includes(way));
        return places.filter(isNamed).map(place => `${file}: ${place}… exists on one machine only`);
      }),
  );
});
