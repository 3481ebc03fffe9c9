import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldAt } from '../../../src/core/format/fieldAt.ts';

/** The cursor stands at the bar; the answer is `path = text`, with a `?` in front for a key. */
function check(marked: string, expected: string | undefined): void {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const before = text.slice(0, offset).split(/\r?\n/);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = fieldAt(text, position);
  const shown = found && `${found.isKey ? '?' : ''}${found.path.join('.')} = ${found.text}`;
  assert.equal(shown, expected, marked);
  if (!found) return;
  const line = text.split(/\r?\n/)[position.line] ?? '';
  assert.equal(line.slice(found.range.start.character, found.range.end.character), found.text);
}

test('a key and a value are told apart', () => {
  check('sta¦tus: done\n', '?status = status');
  check('status: do¦ne # x\n', 'status = done');
  check('status: ¦\n', 'status = ');
  check('status:¦\n', 'status = ');
  check('status: "do¦ne"\r\n', 'status = "done"');
  check('status: done # co¦mment\n', undefined);
  check('# co¦mment\n', undefined);
  check('title: a\nsta¦', '?sta = sta');
  check('title: a\n¦', '? = ');
  check('¦', '? = ');
  check('"sta¦tus": x\n', '?status = "status"');
});

test('nested fields go by indentation, also half typed', () => {
  check('response:\n  strategy: av¦\n', 'response.strategy = av');
  check('response:\n  stra¦', '?response.stra = stra');
  check('response:\n  plan: x\n  ¦', '?response. = ');
  check('current:\n  impact:\n    schedule: 5¦d\n', 'current.impact.schedule = 5d');
  check('people:\n  ada:\n    name: A\n  bob:\n    na¦me: B\n', '?people.bob.name = name');
  check('response:\n  plan: x\nsta¦tus: open\n', '?status = status');
});

test('items of lists are counted', () => {
  check('dependsOn:\n  - T-0001\n  - T-00¦02\n', 'dependsOn.1 = T-0002');
  check('dependsOn:\n- T-0001\n- ¦\n', 'dependsOn.1 = ');
  check('dependsOn:\n  - T-0001\n  # x\n\n  -¦\n', 'dependsOn.1 = ');
  check('acceptance:\n  - x\n  - text: y\n    do¦ne: true\n', '?acceptance.1.done = done');
  check('acceptance:\n  - text: y¦\n', 'acceptance.0.text = y');
  check('tags:\n  - a\ndependsOn:\n  - b¦\n', 'dependsOn.0 = b');
});

test('brackets are followed as far as they are typed', () => {
  check('tags: [a, b¦]\n', 'tags.1 = b');
  check('tags: [a, ¦', 'tags.1 = ');
  check('tags: [¦]\n', 'tags.0 = ');
  check('tags: [a]¦\n', 'tags = [a]');
  check('tags: [\n  a,\n  b¦\n]\n', 'tags.1 = b');
  check('current: {probability: 30¦%}\n', 'current.probability = 30%');
  check('current: {pro¦b}\n', '?current.prob = prob');
  check('current: { impact: { sche¦dule: 5d } }\n', '?current.impact.schedule = schedule');
  check('current: {impact: {schedule: ¦', 'current.impact.schedule = ');
  check('code:\n  - {path: src/a¦.ts}\n', 'code.0.path = src/a.ts');
});

test('text of several lines belongs to its field', () => {
  check('description: |\n  see: th¦is\n    and: that\n', 'description = see: this');
  check('description: |\n  see:\n    and: th¦at\n', 'description = and: that');
  check('description: a\n  b¦ c\n', 'description = b c');
  check('description: |\n  a\n¦\n  b\n', 'description = ');
  check('description: |\n¦\n\n  - b\n', 'description = ');
  check('response:\n  plan: |\n    a\n  ¦\n    b: c\n', 'response.plan = ');
  check('description: |\n  a\n¦\ntitle: b\n', '? = ');
});

test('text that is no YAML at all does no harm', () => {
  for (const text of [
    '\t\t',
    '}{',
    '- - -',
    ': : :',
    '"',
    '[[[[',
    '--- ',
    '<<<<<<<',
    '\u0000',
    '|',
  ]) {
    for (let character = 0; character <= text.length; character++) {
      assert.doesNotThrow(() => fieldAt(text, { line: 0, character }));
    }
  }
  assert.equal(fieldAt('a: 1', { line: 7, character: 0 }), undefined);
});
