import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldInText } from '../../../src/core/format/fieldInText.ts';
import type { YamlNode } from '../../../src/core/format/yamlNode.ts';
import { readYamlTree } from '../../../src/core/format/yamlTree.ts';

/** A tree whose lists count how often somebody looks at an entry. */
function countLooks(node: YamlNode, looks: { count: number }): YamlNode {
  if (node.kind === 'map') {
    const entries = node.entries.map(entry => ({
      ...entry,
      value: countLooks(entry.value, looks),
    }));
    return { ...node, entries };
  }
  if (node.kind !== 'list') return node;
  const items = new Proxy(node.items, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks.count++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { ...node, items };
}

test('an entry of the values is the one in the text, with what cannot be understood between', () => {
  const { root } = readYamlTree('title: A\ndependsOn:\n  - T-AAAA\n  - 7 x\n  - T-BBBB SS\n');
  assert.ok(root);
  assert.deepEqual(fieldInText('task', root, ['dependsOn', 1]), ['dependsOn', 2]);
  assert.deepEqual(fieldInText('task', root, ['dependsOn', 0]), ['dependsOn', 0]);
  assert.deepEqual(fieldInText('task', root, ['dependsOn', 5]), ['dependsOn', 5]);
});

test('a list with thousands of findings is looked through once, and not for each of them', () => {
  const count = 500;
  const entries = Array.from({ length: count }, (_, i) => `  - T-${1000 + i}\n`).join('');
  const { root } = readYamlTree(`title: A\ndependsOn:\n${entries}`);
  assert.ok(root);
  const looks = { count: 0 };
  const counted = countLooks(root, looks);
  for (let i = 0; i < count; i++) {
    assert.deepEqual(fieldInText('task', counted, ['dependsOn', i]), ['dependsOn', i]);
  }
  assert.ok(looks.count <= 4 * count, `${looks.count} looks at ${count} entries`);
});
