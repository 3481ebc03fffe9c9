import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commands, extensions } from 'vscode';
import { commandTable } from '../../src/vscode/commandTable.ts';
import { test } from './support/editorTest.ts';
import { waitFor } from './support/workspace.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string };
    readonly virtualWorkspaces: { readonly supported: string };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

function manifest(): { readonly value: Manifest; readonly folder: string; readonly text: string } {
  const extension = extensions.getExtension('gantry.gantry');
  assert.ok(extension);
  const folder = extension.extensionPath;
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  return { value: JSON.parse(text) as Manifest, folder, text };
}

test('the extension is active where there is a plan, without a wildcard search', async () => {
  const { value } = manifest();
  assert.ok(value.activationEvents.every(event => !/[*?]/.test(event)));
  assert.ok(!value.activationEvents.includes('onStartupFinished'));
  await waitFor('Activation', () => extensions.getExtension('gantry.gantry')?.isActive === true);
});

test('restricted and virtual workspaces are supported as far as they can be', () => {
  const { capabilities } = manifest().value;
  assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
  assert.equal(capabilities.virtualWorkspaces.supported, 'limited');
});

test('every declared command is there, and every command of the table is declared', async () => {
  const { contributes } = manifest().value;
  const declared = contributes.commands.map(({ command }) => command).sort();
  const table = Object.keys(commandTable).map(name => `gantry.${name}`);
  assert.deepEqual(declared, table.sort());
  const known = new Set(await commands.getCommands(true));
  assert.deepEqual(
    declared.filter(command => !known.has(command)),
    [],
  );
});

test('menus, keys and welcome texts name only commands that exist', () => {
  const { contributes } = manifest().value;
  const declared = new Set(contributes.commands.map(({ command }) => command));
  const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(
    ({ command }) => command,
  );
  assert.deepEqual(
    named.filter(command => !declared.has(command)),
    [],
  );
  assert.ok(contributes.keybindings.every(({ when }) => when?.includes('gantry')));
});

test('every text has its words, and every file that is named is there', () => {
  const { value, folder, text } = manifest();
  const words: unknown = JSON.parse(readFileSync(path.join(folder, 'package.nls.json'), 'utf8'));
  assert.ok(typeof words === 'object' && words !== null);
  const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  for (const [, file = ''] of text.matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)) {
    assert.ok(existsSync(path.join(folder, file)), file);
  }
  assert.equal(value.contributes.yamlValidation.length, 14);
});
