import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** Relative to the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
  /** What it imports, type-only and dynamic imports included: files of ours by path, else packages. */
  readonly imports: readonly string[];
  /** Those of the imports that are still there at run time. */
  readonly uses: readonly string[];
}

/** Reads every TypeScript file below the given folders, in order of path. */
export function readSourceFiles(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(folder =>
    listFiles(root, folder)
      .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map(file => readSourceFile(root, file)),
  );
}

/** Every file below a folder, in order of path, without what is installed or built. */
export function listFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map(file => file.replaceAll(path.sep, '/'))
    .sort();
}

function readSourceFile(root: string, file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const imports = importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  );
  const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const uses = syntax.statements
    .filter(isUse)
    .map(({ moduleSpecifier }) => moduleSpecifier.getText());
  return { path: file, text, syntax, imports: [...new Set(imports)], uses: [...new Set(uses)] };
}

/** True for an import that names at least one value. */
function isUse(statement: ts.Statement): statement is ts.ImportDeclaration {
  if (!ts.isImportDeclaration(statement)) return false;
  const { importClause } = statement;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const named = importClause?.namedBindings;
  return !named || !ts.isNamedImports(named) || named.elements.some(each => !each.isTypeOnly);
}

/** Calls `visit` with every node of a file, parents first. */
export function eachNode(file: SourceFile, visit: (node: ts.Node) => void): void {
  const descend = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, descend);
  };
  descend(file.syntax);
}

/** The line of a position in a file, counted from one. */
export function lineOf(file: SourceFile, position: number): number {
  return file.syntax.getLineAndCharacterOfPosition(position).line + 1;
}
