import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsToFill } from '../../../src/core/language/fieldsToFill.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';

const none = (): boolean => false;
const keys = (...given: Parameters<typeof fieldsToFill>): readonly string[] =>
  fieldsToFill(...given).map(({ key }) => key);

test('a decision is filled with context, decision, alternatives, consequences and links', () => {
  assert.deepEqual(
    fieldsToFill('decision', undefined, key => key === 'affects'),
    [
      { key: 'context', form: 'text' },
      { key: 'decision', form: 'text' },
      { key: 'alternatives', form: 'list' },
      { key: 'consequences', form: 'text' },
      { key: 'code', form: 'list' },
    ],
  );
});

test('a meeting has an agenda and action items, a lesson what it says, and tasks nothing', () => {
  const meeting = ['agenda', 'summary', 'decisions', 'actions', 'affects'];
  assert.deepEqual(keys('note', 'meeting', none), meeting);
  assert.deepEqual(keys('note', 'lesson', none), ['summary', 'affects']);
  assert.deepEqual(keys('task', undefined, none), []);
});

test('what nobody filled is no problem', () => {
  const fields = fieldsToFill('decision', undefined, none);
  const lines = fields.map(({ key, form }) => `${key}:${form === 'list' ? '\n  - ' : ' |-\n  '}\n`);
  const bytes = new TextEncoder().encode(`title: Use steel\n${lines.join('')}`);
  assert.deepEqual(parsePlanFile('decisions/D-AAAA.yaml', bytes).file.problems, []);
});
