import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inertText } from '../../../src/core/views/inertText.ts';

/** As the editor finds what it brings to life in a notification and in a label. */
const links = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
const pictures = /\$\([\w-]+(?:~\w+)?\)/g;

function check(text: string): void {
  const inert = inertText(text);
  assert.doesNotMatch(inert, links);
  assert.doesNotMatch(inert, pictures);
  assert.equal(inert.replaceAll('\u2060', ''), text);
}

test('a title makes no link and no picture', () => {
  check('[Sign in](command:workbench.action.terminal.new)');
  check('[[a]](https://x.y "z") [b](file:///etc/passwd)');
  check('$(sync~spin) $$(bug) $(a-b)');
});

test('other text stays as it is', () => {
  for (const text of ['Costs 5$ (net)', 'a (b) [c] (d)', 'f(x)', '']) {
    assert.equal(inertText(text), text);
  }
});
