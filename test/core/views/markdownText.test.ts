import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownText } from '../../../src/core/views/markdownText.ts';

function check(heading: string, lines: readonly string[], expected: string): void {
  assert.equal(markdownText(heading, lines), expected, JSON.stringify([heading, lines]));
}

test('a heading and its lines are one paragraph', () => {
  check('Sign in', ['5d', 'ada'], '**Sign in**  \n5d  \nada');
  check(' Sign\n\n in ', ['a\tb'], '**Sign in**  \na b');
});

test('nothing is no rule and no empty line', () => {
  check('', ['5d'], '5d');
  check('Sign in', ['', ' ', '5d'], '**Sign in**  \n5d');
  check(' ', [], '');
});

test('no sign of a text means anything', () => {
  check('[a](command:b)', [], '**&#91;a&#93;&#40;command&#58;b&#41;**');
  check('a', ['![x](https://x.y)'], '**a**  \n&#33;&#91;x&#93;&#40;https&#58;//x&#46;y&#41;');
  check('a', ['<img src=x>'], '**a**  \n&#60;img src&#61;x&#62;');
  check('`', ['``', '$(sync)'], '**&#96;**  \n&#96;&#96;  \n&#36;&#40;sync&#41;');
  check('a', ['&lt;b&gt;', '\\<'], '**a**  \n&#38;lt;b&#38;gt;  \n&#92;&#60;');
  check('# a', ['- b', '1. c', '==='], '**&#35; a**  \n&#45; b  \n1&#46; c  \n&#61;&#61;&#61;');
  check('a', ['www.x.y', 'a@b.c'], '**a**  \nwww&#46;x&#46;y  \na@b&#46;c');
});
