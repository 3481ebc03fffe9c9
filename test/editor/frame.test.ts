import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { extensions, version, workspace } from 'vscode';
import { test } from './support/editorTest.ts';
import { git, readText, workspaceFolder } from './support/workspace.ts';

test('the editor that runs the tests is one that the extension supports', () => {
  const [major, minor] = version.split('.').map(Number);
  assert.equal(major, 1);
  assert.ok((minor ?? 0) >= 105, version);
});

test('the extension under development is the one that is loaded', () => {
  const extension = extensions.getExtension('gantry.gantry');
  assert.ok(extension !== undefined);
  assert.ok(existsSync(path.join(extension.extensionPath, 'dist', 'extension.js')));
});

test('the folder is a clean copy of the fixture, in a repository of its own', () => {
  assert.equal(workspace.workspaceFolders?.length, 1);
  assert.match(readText('.project/project.yaml'), /^version: 1$/m);
  assert.equal(git('rev-parse', '--show-toplevel').trim(), workspaceFolder());
  assert.equal(git('status', '--porcelain'), '');
});
