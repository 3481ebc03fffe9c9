import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRequest } from '../../src/protocol/parseRequest.ts';
import { isPng, isPrint, mostPictureBytes, printStart } from '../../src/protocol/picture.ts';

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

function check(bytes: unknown, isTaken: boolean): void {
  const message = { kind: 'request', id: 1, name: 'picture', params: { bytes } };
  assert.equal(parseRequest(message) !== undefined, isTaken);
}

test('a picture is taken that begins like one, or the word that there is none', () => {
  check(svg, true);
  check(png, true);
  check(null, true);
  const print = new TextEncoder().encode(`${printStart}<title>Plan</title></head>`);
  check(print, true);
  assert.deepEqual([isPng(png), isPng(svg)], [true, false]);
  assert.deepEqual([isPrint(print), isPrint(svg)], [true, false]);
});

test('anything else that calls itself a picture is refused', () => {
  check(new TextEncoder().encode('#!/bin/sh'), false);
  check(new TextEncoder().encode('<script>'), false);
  check(new TextEncoder().encode('<!doctype html><script>'), false);
  check(new Uint8Array(0), false);
  check('<svg ></svg>', false);
  check([...svg], false);
  const large = new Uint8Array(mostPictureBytes + 1);
  large.set(svg);
  check(large, false);
});
