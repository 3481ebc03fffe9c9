import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain, readPlain } from '../../../src/core/report/plainText.ts';

const hostile =
  'See https://a.example or www.a.example, @octocat & <b>\u001b[31mred\u0007 [x](y) a|b \u202eback `c` *d* ~e~ #f';

test('text of a plan becomes no link, mention, element or control of a report', () => {
  const written = plain(hostile);
  assert.doesNotMatch(written, /https:\/\/|www\.|@|(?<!\\)[<[|`*]|[\u0000-\u001f\u202e]/u);
});

test('what was written is read back, but for what nobody may see', () => {
  const shown = hostile.replaceAll(/[\u001b\u0007\u202e]/gu, '\ufffd');
  assert.equal(readPlain(plain(hostile)), shown);
});
